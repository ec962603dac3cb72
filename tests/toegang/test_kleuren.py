"""Contrast as WCAG counts it, and a stylesheet that takes nothing but colours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.toegang import kleuren
from bouwstenen.toegang.kleuren import GENOEG, contrast, donkerste, in_woorden, stijlblad

KLEUREN = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("een", "ander", "verhouding"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),  # the lightest grey that is enough on white
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#00ff00", "#000000", 15.3),
        ("#0e3352", "#ffffff", 13.01),
    ],
)
def test_contrast(een, ander, verhouding):
    assert (round(contrast(een, ander), 2), round(contrast(ander, een), 2)) == (verhouding, verhouding)


@pytest.mark.parametrize(
    ("verhouding", "woorden"), [(4.499, "4,4 op 1"), (4.5, "4,5 op 1"), (21.0, "21 op 1"), (1.0, "1 op 1")]
)
def test_not_enough_never_looks_so(verhouding, woorden):
    assert in_woorden(verhouding) == woorden


@given(KLEUREN, KLEUREN)
def test_what_is_written_on_white_can_be_read(een, ander):
    assert contrast(een, ander) < GENOEG or contrast(donkerste(een, ander), "#ffffff") >= GENOEG


def test_stylesheet():
    assert stijlblad("#ffd500", "#1a1a1a") == ":root{--wt-balk:#ffd500;--wt-letters:#1a1a1a;--wt-omslag:#1a1a1a}\n"


@pytest.mark.parametrize(
    "kleur",
    ["", "#fff", "#FFD500", "red", "#ffd500;", "#ffd500\n", "}", "#ffd50٣", "#ffd500}body{display:none", "url(//x.nl)"],
)
def test_anything_but_a_colour_gives_no_stylesheet(kleur):
    assert [stijlblad(kleur, "#1a1a1a"), stijlblad("#ffd500", kleur)] == ["", ""]


def test_other_content_has_another_kenmerk():
    assert (kleuren.kenmerk(b"a"), kleuren.kenmerk(b"b")) == ("ca978112ca1bbdca", "3e23e8160039594a")
