"""SVG is written with everything escaped, and the same everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.figuren.svg import Figuur, blad, blok, element, getal, letters
from tests.catalogus.strategieen import RUSTIG
from tests.figuren.controle import parsed


@pytest.mark.parametrize(
    ("waarde", "tekst"), [(1, "1"), (1.0, "1"), (1.25, "1.2"), (0.04, "0"), (-0.04, "0"), (-3.16, "-3.2")]
)
def test_numbers_are_short(waarde, tekst):
    assert getal(waarde) == tekst


def test_an_element():
    tekst = element("text", letters("Eén & <twee>"), x=1.5, font_size=19, fill=None, data='"a"')
    assert tekst == '<text x="1.5" font-size="19" data="&quot;a&quot;">Eén &amp; &lt;twee&gt;</text>'
    assert element("circle", r=2) == '<circle r="2"/>'


def test_what_xml_cannot_hold_is_dropped():
    assert letters("a\x00b\ud800c\n d\x0be\uffff") == "abc d e"


def test_lines_stand_under_each_other():
    assert blok(["Een", "twee"], 5, 20, grootte=20) == (
        '<text x="5" y="20" font-size="20" fill="#0e3352">Een</text>'
        '<text x="5" y="44" font-size="20" fill="#0e3352">twee</text>'
    )


@RUSTIG
@given(st.text(st.characters(), min_size=1), st.text(st.characters()))
def test_whatever_was_typed_is_text(titel, tekst):
    wortel = parsed(blad(titel, tekst, 50, blok([tekst], 0, 20)))
    assert [kind.tag.rpartition("}")[2] for kind in wortel] == ["title", "desc", "rect", "text"]
    assert "".join(wortel[3].itertext()) == "".join(wortel[1].itertext())


def test_a_figure_that_is_cut_off_at_the_top():
    assert 'viewBox="0 20 480 81" width="480" height="81"' in blad("Titel", "Tekst", 100.2, boven=20.9)


def test_cells_know_their_head():
    figuur = Figuur("Titel", "Tekst", "", ("Wat", "Hoeveel"), (("Uren", "3"),))
    assert figuur.tabel == ((("Wat", "Uren"), ("Hoeveel", "3")),)
