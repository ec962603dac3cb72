"""Filters and words: what is found, what each link leads to, and what is not understood."""

import pytest

from bouwstenen.inzichten.koppeling import koppeling
from bouwstenen.inzichten.schema import SOORTEN
from bouwstenen.inzichten.zoeken import LANGSTE_ZOEK, Filter, gemeente_sleutel, lees_filter, plat, waarden


def gevonden(**gegeven):
    return lees_filter(gegeven).vind(koppeling().inzichten)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [("Coördinatie", "coordinatie"), ("ÉÉN", "een"), ("zzp’ers", "zzp'ers"), ("Straße", "strasse"), ("ﬁets", "fiets")],
)
def test_capitals_accents_and_quotes_are_forgiven(tekst, verwacht):
    assert plat(tekst) == verwacht


@pytest.mark.parametrize("zoek", ["lasuitrusting", "LASUITRUSTING  krommenie", "zelfstandig las krommenie", "INZ-026"])
def test_words_are_sought_in_text_gemeente_and_key(zoek):
    assert [een.sleutel for een in gevonden(zoek=zoek)] == ["INZ-026"]


def test_words_are_sought_in_the_source_too():
    assert {een.bron[:3] for een in gevonden(zoek="wondermiddel? zuid-holland")} == {"004"}


@pytest.mark.parametrize(
    ("een", "ander"), [("cliënten", "CLIENTEN"), ("dilemma's", "dilemma’s"), ("één plan", "plan een")]
)
def test_the_same_words_find_the_same(een, ander):
    assert gevonden(zoek=een) == gevonden(zoek=ander) != ()


def test_all_words_must_be_there():
    beide = gevonden(zoek="huisarts corporatie")
    assert set(beide) == set(gevonden(zoek="huisarts")) & set(gevonden(zoek="corporatie"))
    assert 0 < len(beide) < len(gevonden(zoek="huisarts"))


def test_filters_count_together():
    gekozen = gevonden(deel="opgave", soort="dilemma", gemeente="zeist")
    assert {(een.soort, een.gemeenten) for een in gekozen} == {("dilemma", ("Zeist (Zeist-Oost)",))}


def test_a_wijk_is_in_its_gemeente():
    assert gemeente_sleutel("Zeist (Zeist-Oost)") == "zeist"
    assert {naam for een in gevonden(gemeente="zeist") for naam in een.gemeenten} >= {"Zeist", "Zeist (Zeist-Oost)"}


@pytest.mark.parametrize(
    "gegeven",
    [
        {"deel": "zwembad"},
        {"soort": "Dilemma"},
        {"gemeente": "Zeist; DROP"},
        {"zoek": " \t "},
        {"deel": "x" * 10_000},
        {},
    ],
)
def test_what_does_not_exist_is_left_out(gegeven):
    assert lees_filter(gegeven) == Filter()
    assert len(gevonden(**gegeven)) == 302


def test_a_long_search_is_cut():
    assert lees_filter({"zoek": "geld " * 1000}).zoek == ("geld " * 20)[:LANGSTE_ZOEK].strip()


def test_each_link_leads_to_as_many_as_it_says():
    keus = lees_filter({"soort": "waarschuwing", "zoek": "geld"})
    for naam in waarden():
        for link in keus.keuzes(naam, koppeling().inzichten):
            gegeven = dict(deel.split("=") for deel in link.adres[1:].split("&") if deel)
            assert len(gevonden(**gegeven)) == link.aantal, link


def test_the_links_of_a_filter_keep_the_other_filters_and_skip_what_gives_nothing():
    keus = lees_filter({"soort": "dilemma", "gemeente": "utrecht"})
    links = {link.naam: (link.adres, link.aan) for link in keus.keuzes("gemeente", koppeling().inzichten)}
    assert links[""] == ("?soort=dilemma", False)
    assert links["Utrecht"] == ("?soort=dilemma&gemeente=utrecht", True)
    assert "Krommenie" not in links


def test_what_is_chosen_is_shown_when_it_gives_nothing():
    links = lees_filter({"gemeente": "krommenie", "soort": "dilemma"}).keuzes("soort", koppeling().inzichten)
    assert {link.naam: link.aantal for link in links} == {"": 1, "praktijkvoorbeeld": 1, "dilemma": 0}


def test_a_deel_counts_each_of_its_inzichten():
    aantallen = {link.naam: link.aantal for link in Filter().keuzes("soort", koppeling().inzichten)}
    assert aantallen == {"": 302} | dict(zip(SOORTEN, (17, 73, 29, 81, 102), strict=True))
