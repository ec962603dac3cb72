"""Bars: their length, and what stands instead of one that is missing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.figuren.staaf import RAND, Groep, Staaf, teken
from bouwstenen.figuren.svg import BREEDTE
from tests.catalogus.strategieen import RUSTIG
from tests.figuren.controle import parsed, problems

VOL = BREEDTE - 2 * RAND
GETALLEN = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
STAVEN = st.builds(
    Staaf, label=st.text(max_size=60), waarde=GETALLEN, tekst=st.text(max_size=60), grens=GETALLEN,
    grens_tekst=st.text(max_size=60), verwacht=st.booleans(),
)  # fmt: skip


def staaf(waarde, **velden):
    return Staaf(label="Uren", waarde=None if waarde is None else Decimal(waarde), tekst=f"{waarde} uur", **velden)


def lengtes(*staven):
    """How long the bars are drawn, without the ground under them."""
    svg = parsed(teken("Titel", "Tekst", [Groep(staven=staven)]).svg)
    balken = [een for een in svg.iter() if een.tag.endswith("rect") and een.get("fill") in ("#1b6636", "#e3f2e7")]
    return [float(een.get("width")) for een in balken]


@pytest.mark.parametrize(
    ("waarden", "delen"),
    [
        (["10", "5"], [1, 0.5]),
        (["0", "5"], [1]),
        (["-4", "5"], [1]),
        ([None, "5"], [1]),
        (["0", "0"], []),
        (["9e30", "9e29"], [1, 0.1]),
    ],
)
def test_bars_are_drawn_to_one_scale(waarden, delen):
    assert lengtes(*map(staaf, waarden)) == [pytest.approx(deel * VOL, abs=0.1) for deel in delen]


def test_more_than_nothing_is_seen():
    assert lengtes(staaf("0.001"), staaf("1000")) == [3, VOL]


def test_a_line_counts_for_the_scale():
    assert lengtes(staaf("10", grens=Decimal(20), grens_tekst="20 uur")) == [VOL / 2]


def test_groups_have_a_scale_of_their_own():
    svg = teken("Titel", "Tekst", [Groep(staven=(staaf("1"),)), Groep(staven=(staaf("900"),))]).svg
    assert svg.count(f'<rect width="{VOL}" fill="#1b6636"') == 2


def test_the_table_tells_the_same():
    groepen = [
        Groep(titel="Tijd", staven=(staaf("1"), staaf(None), staaf("2", grens=Decimal(3), grens_tekst="hoogstens 3")))
    ]
    figuur = teken("Titel", "Tekst", groepen)
    assert figuur.koppen == ("Onderdeel", "Wat", "Hoeveel", "Grens of doel")
    assert figuur.rijen == (
        ("Tijd", "Uren", "1 uur", ""),
        ("Tijd", "Uren", "Nog niet ingevuld", ""),
        ("Tijd", "Uren", "2 uur", "hoogstens 3"),
    )
    assert teken("Titel", "Tekst", [Groep(staven=(staaf("1"),))]).koppen == ("Wat", "Hoeveel")


@pytest.mark.parametrize("groepen", [[], [Groep(staven=())], [Groep(staven=(), titel="Leeg")]])
def test_without_bars_it_says_so(groepen):
    figuur = teken("Titel", "Tekst", groepen)
    assert ("Er is nog niets om te tekenen." in figuur.svg, figuur.rijen) == (True, ())


@RUSTIG
@given(
    st.lists(st.builds(Groep, titel=st.text(max_size=60), staven=st.lists(STAVEN, max_size=3).map(tuple)), max_size=3)
)
def test_any_bars_make_a_right_figure(groepen):
    klachten = problems(teken("Titel", "Tekst", groepen))
    assert [klacht for klacht in klachten if not klacht.startswith("nameless row")] == []
