"""All signalen together: their order, that nothing else plays a part, that no answer breaks them, and how quick."""

import time
from copy import deepcopy
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.catalogus.loader import DELEN, catalogus
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels import REGELS
from bouwstenen.samenhang.signaal import ERNSTEN, Signaal
from bouwstenen.samenhang.signalen import plaats, signalen_van
from tests.catalogus.strategieen import RUSTIG, waarde_van
from tests.samenhang.regels.waarden import keuze, meer, tabel, volgorde
from tests.samenhang.vijandig import VRAGEN, antwoorden
from tests.startdocument.voorbeeldantwoorden import alles

GEWOON = antwoorden(lambda vraag: waarde_van(VRAGEN[vraag]))
# Answers with signalen of each ernst, in several delen.
WAARDEN = {
    "opgave.focus": meer("toegang"),
    "opgave.doelen": volgorde("kwetsbaar"),
    "vormgeving.vorm": keuze("integraal"),
    "vormgeving.teamtoets": meer("professionals"),
    "werkprincipes.krachten": meer("eigen_regie", "netwerk"),
    "werkprincipes.een_plan": keuze("ja"),
    "aansturing.mandaat_omvang": keuze("4"),
    "aansturing.werkgever": meer("gemeente"),
    "aansturing.soort_financiering": meer("per_indicatie"),
    "competenties.team": tabel({"functie": "Wijkverpleegkundige", "organisatie": "Thuiszorg"}),
}
FULL_DESIGN = {sleutel: een.waarde for sleutel, een in alles(catalogus()).items()}
BUDGET = 0.005  # seconds of a processor for all regels


def test_they_come_by_ernst_then_by_deel_then_by_key():
    gevonden = signalen_van(WAARDEN)
    assert {een.ernst for een in gevonden} == set(ERNSTEN)
    assert [(ERNSTEN.index(een.ernst), DELEN.index(een.deel), een.sleutel) for een in gevonden] == sorted(
        (ERNSTEN.index(een.ernst), DELEN.index(een.deel), een.sleutel) for een in gevonden
    )


def test_a_signaal_says_what_its_regel_says():
    eerste = next(een for een in signalen_van(WAARDEN) if een.sleutel == "REG-112")
    woorden = REGELS["REG-112"].woorden
    assert eerste == Signaal(
        sleutel="REG-112",
        ernst="spanning",
        melding=woorden.melding,
        waarom=woorden.waarom,
        bron="002, regel 1438–1444",
        vragen=("aansturing.soort_financiering", "opgave.focus"),
    )
    assert (eerste.deel, plaats(eerste)) == ("aansturing", (0, 5, "REG-112"))


@RUSTIG
@given(antwoorden())
def test_no_regel_fails_whatever_was_stored(waarden):
    gegeven = Gegeven(waarden)
    for sleutel, regel in REGELS.items():
        signaal = regel(gegeven)
        assert signaal is None or (signaal.sleutel == sleutel and signaal.melding and "{" not in signaal.melding)


@RUSTIG
@given(antwoorden())
def test_signalen_change_nothing_and_say_the_same_twice(waarden):
    eerder = deepcopy(waarden)
    eerste = signalen_van(waarden)
    assert repr(waarden) == repr(eerder)  # not by value: NaN is never the same
    assert signalen_van(waarden) == eerste


@RUSTIG
@given(GEWOON, st.randoms(use_true_random=False))
def test_the_order_of_the_answers_plays_no_part(waarden, toeval):
    andersom = list(waarden.items())
    toeval.shuffle(andersom)
    assert signalen_van(dict(andersom)) == signalen_van(waarden)


@RUSTIG
@given(GEWOON)
def test_what_is_empty_is_as_if_it_was_never_stored(waarden):
    """A table of which all rows are empty too."""
    leeg = dict.fromkeys(VRAGEN) | {"inrichting.ervaringskennis": tabel({}), "competenties.team": tabel()}
    assert signalen_van(leeg | waarden) == signalen_van(waarden)


@pytest.mark.parametrize("waarden", [FULL_DESIGN, WAARDEN, {}], ids=["full", "some", "empty"])
def test_all_regels_take_no_time(waarden):
    """The processor of this process alone counts, so that a busy machine plays no part; the first run reads files."""
    signalen_van(waarden)

    def once():
        begin = time.process_time()
        signalen_van(waarden)
        return time.process_time() - begin

    assert median(once() for _ in range(15)) <= BUDGET
