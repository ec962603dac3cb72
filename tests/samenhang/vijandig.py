"""Hypothesis strategies: answers as the site stores them, mixed with what it never stores."""

from typing import Any

from hypothesis import strategies as st

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.voorwaarden import BEPALEND
from bouwstenen.samenhang.regels.woorden import woorden
from tests.catalogus.strategieen import waarde_van

VRAGEN = catalogus().vragen
GETALLEN = ["0", "0.0", "-3", "9" * 400, "NaN", "Infinity", "1e999999", "-1e-999999", "٣", "28,5", "1_000", " 7 "]
LOS = st.none() | st.booleans() | st.integers(-2, 2) | st.floats() | st.sampled_from(["", "  ", "ja", *GETALLEN])
DELEN = [
    "keuze",
    "keuzes",
    "volgorde",
    "nodig",
    "aanwezig",
    "anders",
    "naam",
    "rijen",
    "id",
    "thema",
    "gebieden",
    "wie",
]


def groter(deel: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(deel, max_size=3) | st.dictionaries(st.sampled_from(DELEN), deel, max_size=3)


VORMELOOS = st.recursive(LOS, groter, max_leaves=6)  # of the wrong shape, or with the wrong things in it


@st.composite
def half_gevulde_tabellen(draw: st.DrawFn, vraag: str) -> Any:
    """Rows without a cell, with empty ones, with cells of another column, and what is no row at all."""
    kolommen = [kolom.sleutel for kolom in VRAGEN[vraag].kolommen] + ["verdwenen"]
    rij = st.dictionaries(st.sampled_from(["id", *kolommen]), VORMELOOS, max_size=3)
    return {"rijen": draw(st.lists(rij | VORMELOOS, max_size=3))}


def waarden_bij(vraag: str) -> st.SearchStrategy:
    """Anything at this vraag: most often what the site stores."""
    gewoon = waarde_van(VRAGEN[vraag])
    tabel = half_gevulde_tabellen(vraag) if VRAGEN[vraag].kolommen else VORMELOOS
    return gewoon | gewoon | VORMELOOS | tabel


@st.composite
def antwoorden(draw: st.DrawFn, waarden=waarden_bij) -> dict[str, Any]:
    """Answers of one wijkteam: to all that some regels look at, so that they may fire, and some keys of no vraag."""
    regels = draw(st.lists(st.sampled_from(sorted(woorden())), min_size=4, max_size=8, unique=True))
    vragen = {*BEPALEND, *(vraag for regel in regels for vraag in woorden()[regel].vragen)}
    gegeven = {vraag: draw(waarden(vraag)) for vraag in sorted(vragen)}
    return gegeven | draw(st.dictionaries(st.sampled_from(["opgave.verdwenen", "eigen.vraag1", ""]), VORMELOOS))
