"""Numbers are read the way they are typed here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.wizard.getallen import parse_getal
from bouwstenen.wizard.widgets import komma
from tests.catalogus.strategieen import RUSTIG


@pytest.mark.parametrize(
    ("getypt", "getal"),
    [
        ("28", "28"),
        ("28,5", "28.5"),
        ("28.5", "28.5"),
        ("28,50", "28.5"),
        ("28,", "28"),
        ("0", "0"),
        ("-0", "0"),
        ("-3", "-3"),
        ("007", "7"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("1,250", "1.25"),
        ("1.250", "1250"),
        ("1.250,5", "1250.5"),
        ("-1.250.000", "-1250000"),
        ("1250.500", "1250.5"),
        (" 1 250 ", "1250"),
        ("1\u00a0250,5", "1250.5"),
        ("100000", "100000"),
        ("9" * 15, "9" * 15),
        ("9" * 16, None),
        ("9" * 5000, None),
        ("", None),
        ("-", None),
        (",5", None),
        ("1,2,3", None),
        ("1.25.0", None),
        ("28 uur", None),
        ("twee", None),
        ("1e5", None),
        ("NaN", None),
        ("Infinity", None),
        ("٢٨", None),
        ("²", None),
        ("+3", None),
        ("−3", None),
    ],
)
def test_number_as_typed(getypt, getal):
    assert parse_getal(getypt) == getal


@RUSTIG
@given(st.text(max_size=30))
def test_any_text_is_a_number_or_none_and_a_number_stays_itself(tekst):
    getal = parse_getal(tekst)
    assert getal is None or parse_getal(komma(getal)) == getal
