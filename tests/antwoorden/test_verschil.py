"""The difference between two texts: nothing of either is lost, and it never takes long."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bouwstenen.antwoorden.verschil import Budget, Stuk, shorten, verschil

STUKJES = st.sampled_from(["een", "twee", " ", "  ", "\n", "\n\n", ". ", "!", ",", "\u00a0", "\r", "é"])
TEKSTEN = st.text(max_size=40) | st.lists(STUKJES, max_size=25).map("".join)
HELE_TEKST = 100_000


def paren(stukken):
    return [(stuk.soort, stuk.tekst) for stuk in stukken]


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("", "", []),
        ("Zo", "Zo", [("gelijk", "Zo")]),
        ("", "Nieuw", [("nieuw", "Nieuw")]),
        ("Weg", "", [("weg", "Weg")]),
        ("De rode kat", "De blauwe kat", [("gelijk", "De "), ("weg", "rode"), ("nieuw", "blauwe"), ("gelijk", " kat")]),
        # Two changed words with a blank between them are one change.
        ("De oude kat", "De jonge hond", [("gelijk", "De "), ("weg", "oude kat"), ("nieuw", "jonge hond")]),
        ("Zin een. Zin twee.", "Zin een.", [("gelijk", "Zin een."), ("weg", " Zin twee.")]),
        ("- a\n- b\n", "- a\n- c\n", [("gelijk", "- a\n- "), ("weg", "b"), ("nieuw", "c"), ("gelijk", "\n")]),
    ],
)  # fmt: skip
def test_verschil(oud, nieuw, verwacht):
    assert paren(verschil(oud, nieuw)) == verwacht


@given(TEKSTEN, TEKSTEN, st.integers(0, 200) | st.none())
@settings(deadline=None, max_examples=300)
def test_both_texts_come_back_whole_with_little_budget_too(oud, nieuw, werk):
    stukken = verschil(oud, nieuw, None if werk is None else Budget(werk))
    assert "".join(stuk.tekst for stuk in stukken if stuk.soort != "nieuw") == oud
    assert "".join(stuk.tekst for stuk in stukken if stuk.soort != "weg") == nieuw
    assert "".join(stuk.tekst for stuk in shorten(stukken)) == "".join(stuk.tekst for stuk in stukken)


def slow_texts():
    """Texts on which difflib alone takes minutes, by name."""
    toeval = random.Random(1)
    regels = [f"{nummer}\n" for nummer in range(17_000)]
    woorden = [toeval.choice(["de", "het", "wijk", "zorg", f"w{nummer % 3000}"]) for nummer in range(18_000)]
    return {
        "same line": ("\n" * HELE_TEKST, "a\n" * (HELE_TEKST // 2)),
        "one letter": ("a " * (HELE_TEKST // 2), "b a " * (HELE_TEKST // 4)),
        "reverse": ("".join(regels), "".join(reversed(regels))),
        "every other line": ("".join(f"{r}a{r}" for r in regels[:8000]), "".join(f"{r}b{r}" for r in regels[:8000])),
        "shuffled": (" ".join(woorden), " ".join(toeval.sample(woorden, len(woorden)))),
        "noise": tuple("".join(toeval.choices("ab \n", k=HELE_TEKST)) for _ in range(2)),
    }


@pytest.mark.once
@pytest.mark.parametrize("naam", slow_texts())
def test_longest_texts_take_less_than_a_second(naam):
    oud, nieuw = slow_texts()[naam]
    begin = time.process_time()
    stukken = verschil(oud, nieuw)
    assert time.process_time() - begin < 1
    assert "".join(stuk.tekst for stuk in stukken if stuk.soort != "nieuw") == oud


def test_beyond_the_budget_a_passage_counts_as_changed_in_whole():
    oud, nieuw = "De rode kat slaapt", "De blauwe kat eet"
    assert paren(verschil(oud, nieuw, Budget(0))) == [
        ("gelijk", "De "), ("weg", "rode kat slaapt"), ("nieuw", "blauwe kat eet"),
    ]  # fmt: skip


def test_one_changed_word_in_a_long_text_is_found():
    zinnen = [f"Dit is zin {nummer} over de wijk. " for nummer in range(2500)]
    nieuw = "".join([*zinnen[:1200], "Dit is zin 1200 over het dorp. ", *zinnen[1201:]])
    assert [stuk for stuk in verschil("".join(zinnen), nieuw) if stuk.soort != "gelijk"] == [
        Stuk("weg", "de wijk"),
        Stuk("nieuw", "het dorp"),
    ]


def test_what_stayed_is_shortened_to_what_stands_next_to_a_change():
    gelijk = "".join(f"Zin {nummer} van de tekst. " for nummer in range(30))
    stukken = (Stuk("gelijk", gelijk), Stuk("nieuw", "Erbij. "), Stuk("gelijk", gelijk), Stuk("weg", "Eraf."))
    kort = list(shorten(stukken))
    assert [(stuk.soort, stuk.woorden) for stuk in kort] == [
        ("rest", 28 * 5), ("gelijk", 10), ("nieuw", 1), ("gelijk", 10), ("rest", 26 * 5), ("gelijk", 10), ("weg", 1),
    ]  # fmt: skip
    assert list(shorten(stukken[1:2])) == [Stuk("nieuw", "Erbij. ")]
