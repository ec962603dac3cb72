"""Who covers what: signs, words and the table tell the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.figuren.dekkingsfiguur import Dekkingsrij, teken
from tests.catalogus.strategieen import RUSTIG
from tests.figuren.controle import problems

WIE = st.lists(st.text(min_size=1, max_size=60), max_size=8).map(tuple)
RIJEN = st.builds(
    Dekkingsrij,
    naam=st.text("abc …", max_size=60).map(lambda naam: f"Gebied {naam}"),
    gekozen=st.sampled_from([True, False, None]),
    team=WIE,
    wijk=WIE,
    uitleg=st.text(max_size=60),
)


@pytest.mark.parametrize(
    ("velden", "cellen", "staat_er"),
    [
        ({"gekozen": True}, ("ja", "niemand genoemd", "niemand genoemd"), "Nog niemand"),
        (
            {"gekozen": True, "team": ("Werker", "Coach")},
            ("ja", "Werker, Coach", "niemand genoemd"),
            "Team: Werker, Coach",
        ),
        ({"gekozen": True, "wijk": ("Agent",)}, ("ja", "niemand genoemd", "Agent"), "Wijk: Agent"),
        ({"gekozen": False, "wijk": ("Agent",)}, ("nee", "niemand genoemd", "Agent"), "Wijk: Agent"),
        ({"gekozen": None}, ("nog niet ingevuld", "niemand genoemd", "niemand genoemd"), "Zorg"),
    ],
)
def test_a_row(velden, cellen, staat_er):
    figuur = teken("Titel", "Tekst", [Dekkingsrij(naam="Zorg", **velden)])
    assert (figuur.rijen, staat_er in figuur.svg) == ((("Zorg", *cellen),), True)


@pytest.mark.parametrize("velden", [{"gekozen": True, "team": ("Werker",)}, {"gekozen": False}, {"gekozen": None}])
def test_only_what_was_chosen_and_not_covered_is_open(velden):
    figuur = teken("Titel", "Tekst", [Dekkingsrij(naam="Zorg", **velden)])
    assert "Nog niemand" not in figuur.svg


def test_what_a_row_is_made_from_is_in_the_table():
    figuur = teken("Titel", "Tekst", [Dekkingsrij(naam="Veld", gekozen=True, uitleg="Past bij: zorg")])
    assert figuur.rijen[0][0] == "Veld (Past bij: zorg)"


@RUSTIG
@given(st.lists(RIJEN, max_size=10))
def test_any_rows_make_a_right_figure(rijen):
    assert problems(teken("Titel", "Tekst", rijen)) == []
