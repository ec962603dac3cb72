"""Cleaning text that comes in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.core.tekst import schoon, schoon_json

TEKST = st.text(st.characters(), max_size=200)  # all of Unicode, lone surrogates too


@pytest.mark.parametrize(
    ("getypt", "bewaard"),
    [
        ("een\r\ntwee\rdrie\nvier", "een\ntwee\ndrie\nvier"),
        ("een\x0btwee\x85drie\u2028vier", "een\ntwee\ndrie\nvier"),
        ("a\x00b\x07c\x1bd\x7fe\x9bf", "abcdef"),
        ("\uf0b7 punt", "• punt"),
        ("half\ud83dpaar", "halfpaar"),
        ("tab\tblijft, 😀 ook", "tab\tblijft, 😀 ook"),
        ("", ""),
    ],
)
def test_schoon(getypt, bewaard):
    assert schoon(getypt) == bewaard


@given(TEKST)
def test_schoon_twice_is_schoon_once(tekst):
    assert schoon(schoon(tekst)) == schoon(tekst)


@given(TEKST)
def test_schoon_leaves_only_what_a_database_and_a_document_take(tekst):
    resultaat = schoon(tekst)
    resultaat.encode("utf-8")  # raises on a surrogate
    assert [teken for teken in resultaat if teken < " " and teken not in "\n\t"] == []


def test_schoon_json_cleans_every_text():
    waarde = {"rijen": [{"id": "r1", "naam\x00": "a\r\nb", "n": 3, "leeg": None, "meer": ["x\x0by"]}]}
    assert schoon_json(waarde) == {"rijen": [{"id": "r1", "naam": "a\nb", "n": 3, "leeg": None, "meer": ["x\ny"]}]}
