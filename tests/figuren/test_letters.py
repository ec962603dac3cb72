"""How wide text is, and that what is wrapped or shortened always fits."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.figuren import letters
from bouwstenen.figuren.letters import breedte, kort, past, wikkel
from bouwstenen.pdf.fonts import FONTS
from tests.catalogus.strategieen import RUSTIG

RUIMTES = st.lists(st.floats(30, 400), min_size=1, max_size=4)


def gemeten(font: Path) -> dict[str, float]:
    """The width of every character in thousandths of its size."""
    with TTFont(font) as opened:
        per_em, breedtes = opened["head"].unitsPerEm, opened["hmtx"]
        return {chr(code): breedtes[naam][0] * 1000 / per_em for code, naam in opened.getBestCmap().items()}


@pytest.mark.parametrize("naam", ["SourceSans3-Regular.ttf", "SourceSans3-SemiBold.ttf"])
def test_no_letter_is_wider_than_we_think(naam):
    echt = gemeten(FONTS / naam)
    assert {een: echt[een] for een in letters._PER_LETTER if een in echt and echt[een] > breedte(een, 1000)} == {}


def test_letters_are_not_much_narrower_than_we_think():
    echt = gemeten(FONTS / "SourceSans3-SemiBold.ttf")
    assert [een for een in letters._PER_LETTER if een in echt and breedte(een, 1000) - echt[een] > 80] == []


def test_an_unknown_character_counts_as_a_square():
    assert breedte("漢", 20) == 20


@pytest.mark.parametrize(
    ("tekst", "ruimtes", "regels"),
    [
        ("", [100], ()),
        ("Kort", [100], ("Kort",)),
        ("Een heel lange naam", [90, 90, 90], ("Een heel", "lange", "naam")),
        ("Een heel lange naam", [90], ("Een hee…",)),
        ("Hulpverlening/sociaal", [130, 120], ("Hulpverlening/", "sociaal")),
        ("Front-/backoffice", [70, 100], ("Front-/", "backoffice")),
        ("  veel \n witregels\t", [200], ("veel witregels",)),
    ],
)
def test_text_is_wrapped_at_words(tekst, ruimtes, regels):
    assert wikkel(tekst, 19, ruimtes) == regels


def test_a_word_without_end_is_broken_with_a_hyphen():
    assert wikkel("Overlegcoördinatoren", 19, [100, 200]) == ("Overlegco-", "ördinatoren")


@RUSTIG
@given(st.text(max_size=80), RUIMTES)
def test_no_line_is_wider_than_its_room(tekst, ruimtes):
    regels = wikkel(tekst, 19, ruimtes)
    assert len(regels) <= len(ruimtes)
    assert [regel for regel, ruimte in zip(regels, ruimtes, strict=False) if breedte(regel, 19) > ruimte] == []


@RUSTIG
@given(st.text(max_size=80), RUIMTES)
def test_what_fits_is_kept_whole(tekst, ruimtes):
    regels = wikkel(tekst, 19, ruimtes)
    if past(tekst, 19, ruimtes):
        assert "".join("".join(regels).split()) == "".join(tekst.split())


def test_where_nothing_fits_nothing_stands():
    assert kort("Woord", 19, 5) == ""
