"""The inzichten themselves: complete, with their years, and with each dated word explained."""

import re
from collections import Counter

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.inzichten.loader import inzichten, komt_voor

# Texts that explain the word themselves.
LEGT_ZELF_UIT = {("effectencalculator", "INZ-270"), ("t_shaped", "INZ-285")}
# Texts with a year that is not theirs: before which year it was otherwise, and of when an instrument is.
NIET_DAT_JAAR = {"INZ-039", "INZ-112"}


def test_there_are_302_of_five_kinds():
    assert Counter(inzicht.soort for inzicht in inzichten().alle) == {
        "cijfer": 17,
        "praktijkvoorbeeld": 73,
        "dilemma": 29,
        "waarschuwing": 81,
        "les": 102,
    }


def test_no_inzicht_is_about_years_after_its_source():
    """One year: a source of 2013 tells of agreements for 2014."""
    laatste = {i.sleutel: max(bron.jaar for bron in catalogus().bronnen_van(i.bron)) + 1 for i in inzichten().alle}
    assert [i.sleutel for i in inzichten().alle if int(i.jaar[-4:]) > laatste[i.sleutel]] == []


def test_a_year_that_the_text_names_is_not_left_out():
    noemt = {i.sleutel: set(re.findall(r"\b20[12]\d\b", i.tekst)) for i in inzichten().alle}
    jaar = {i.sleutel: set(i.jaar.split("–")) for i in inzichten().alle}
    anders = {een for een, jaren in noemt.items() if jaren and not jaren & jaar[een]}
    assert anders == NIET_DAT_JAAR


def test_every_dated_word_is_explained_wherever_it_stands():
    gemist = {
        (begrip.sleutel, inzicht.sleutel)
        for begrip in inzichten().begrippen.values()
        for inzicht in inzichten().alle
        if komt_voor(begrip, inzicht.tekst) and begrip.sleutel not in inzicht.begrippen
    }
    assert gemist == LEGT_ZELF_UIT


def test_every_explanation_is_used_and_takes_one_line():
    gebruikt = {sleutel for inzicht in inzichten().alle for sleutel in inzicht.begrippen}
    assert inzichten().begrippen.keys() == gebruikt
    assert [begrip.sleutel for begrip in inzichten().begrippen.values() if len(begrip.uitleg) > 160] == []
