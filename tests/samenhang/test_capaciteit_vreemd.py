"""The capacity check with whatever may have been stored: it never breaks, and never shows nonsense."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bouwstenen.samenhang.capaciteit import VERWACHTINGEN, capaciteit_van
from bouwstenen.samenhang.capaciteit.som import GETALLEN
from bouwstenen.samenhang.capaciteit.uitgangspunten import DIEPTE, DOELEN, GEBIEDEN
from bouwstenen.samenhang.capaciteit.uren import MEEGETELD, TEAM
from tests.samenhang.vijandig import GETALLEN as VREEMD
from tests.samenhang.vijandig import waarden_bij


def alles(capaciteit):
    """Every text with a number of ours in it; the ambition may quote what was typed."""
    yield from (capaciteit.zin, capaciteit.vervolg, *(een.zin for een in capaciteit.opmerkingen))
    yield from (een.waarde for een in capaciteit.uitgangspunten)
    if capaciteit.figuur:
        yield from (cel for rij in capaciteit.figuur.rijen for cel in rij)


ONZIN = re.compile(r"\bnan\b|infinity|\de[+-]?\d|[{}]|\d{16}", re.IGNORECASE)
GEVRAAGD = [
    *GETALLEN,
    TEAM,
    MEEGETELD,
    VERWACHTINGEN,
    DOELEN,
    GEBIEDEN,
    DIEPTE,
]
GETAL = st.sampled_from([*VREEMD, "0.000001", "1e-15", "99999999", "1e8"]) | st.decimals(0, 10**6, places=2).map(str)
ANTWOORD = st.sampled_from(GEVRAAGD).flatmap(lambda vraag: st.tuples(st.just(vraag), GETAL | waarden_bij(vraag)))


@settings(max_examples=200, deadline=None)
@given(st.lists(ANTWOORD, max_size=25).map(dict))
def test_nothing_that_was_stored_breaks_it_or_shows_nonsense(waarden):
    capaciteit = capaciteit_van(waarden)
    teksten = [een for een in alles(capaciteit) if "vervallen" not in een]
    assert [een for een in teksten if ONZIN.search(een)] == []
    assert capaciteit.zin
    assert all(isinstance(een.waarde, str) for een in capaciteit.ambitie)
    assert (capaciteit.som.ruimte is None) or capaciteit.som.ruimte == int(capaciteit.som.ruimte) >= 0
    assert capaciteit_van(dict(reversed(waarden.items()))) == capaciteit
