"""The pages "Vormen en modellen" and "Wie dekt welk gebied": what they show, to whom, and what they cost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.toegang.store import archive_wijkteam
from tests.wizard.bezoeker import gegeven
from tests.wizard.formulier import Formulier

HIER = "/utrecht/kanaleneiland/samenhang"
VORMEN, GEBIEDEN = f"{HIER}/vormen/", f"{HIER}/gebieden/"
WAARDEN = {
    "vormgeving.vorm": {"keuze": "integraal"},
    "inrichting.gebieden": {"keuzes": ["psychosociaal", "mantelzorg"]},
    "competenties.team": {"rijen": [{"id": "r1", "functie": "Werker", "gebieden": ["psychosociaal"]}]},
}
paginas = pytest.mark.parametrize("adres", [VORMEN, GEBIEDEN])


@pytest.fixture
def geef(kanaleneiland, anna):
    def save(waarden):
        for vraag, waarde in waarden.items():
            gegeven(kanaleneiland, anna, vraag, waarde)

    return save


@pytest.fixture
def open_(client_for, anna, kanaleneiland):
    return lambda adres, wie=anna: client_for(wie).get(adres)


def naar_vragen(html):
    """The names of the questions that links on the page lead to, each with where saving leads back to."""
    links = [link for link in Formulier(html).links if "/wizard/" in link]
    return [re.search(r"\?vraag=(\w+)&terug=(\w+)", link).groups() for link in links]


def kaart(html, naam):
    """The words on the card of one model."""
    return " ".join(Formulier(html.partition(f"<h3>{naam}</h3>")[2].partition("</li>")[0]).zonder_opmaak.split())


def test_the_own_team_and_the_prototypes_are_drawn(open_, geef):
    geef(WAARDEN)
    html = open_(VORMEN).text
    assert re.findall(r"<svg[^>]*><title>(.*?)</title>", html) == [
        "Het team in beeld: Wijkteam Kanaleneiland",
        "Figuur 1. Teammodel (smal), Utrecht",
        "Figuur 2. Front-/backofficemodel, Wijk bij Duurstede",
        "Figuur 3. Netwerkmodel, Zeist en Nieuwegein",
    ]
    assert html.count("Bekijk als tabel") == 4
    assert "Gekozen: Psychosociale hulpverlening" in html


def test_a_card_counts_and_names_what_agrees(open_, geef):
    geef(WAARDEN)
    html = open_(VORMEN).text
    assert "1 van 4 kenmerken komen overeen Komt overeen Gekozen vorm Nog niet ingevuld" in kaart(
        html, "Integraal team"
    )
    assert "0 van 3 kenmerken komen overeen Anders Gekozen vorm, hoe het eruitziet" in kaart(
        html, "Samenwerkingsverband"
    )


def test_what_is_ours_is_marked(open_):
    html = open_(VORMEN).text
    assert "wie doen mee * (eigen voorstel)" in kaart(html, "Geïntegreerd werkend team").lower()
    assert "is hier overal een eigen voorstel" in html


def test_no_model_wins(open_, geef):
    geef(WAARDEN)
    html = open_(VORMEN).text
    koppen = re.findall(r"<h3>(.*?)</h3>", html)
    assert koppen[:3] == ["Samenwerkingsverband", "Geïntegreerd werkend team", "Integraal team"]
    assert [
        woord for woord in ("het best passende", "winnaar", "aanbevolen", "advies: ") if woord in html.lower()
    ] == []


@paginas
def test_sources_are_told_in_words(open_, geef, adres):
    geef(WAARDEN)
    html = open_(adres).text
    assert re.findall(r"\b00[0-4]\b|regel \d", re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)) == []
    assert "Hogeschool Utrecht, 2013" in html


def test_each_gebied_has_a_row(open_, geef):
    geef(WAARDEN)
    blad = Formulier(open_(GEBIEDEN).text).zonder_opmaak
    assert "Voor 1 van de 2 gekozen gebieden is nog niemand genoemd: Mantelzorgondersteuning." in blad
    assert "Hetzelfde langs de negen prestatievelden (Wmo 2007–2014)" in blad


def test_gebieden_that_are_all_covered_and_none_at_all(open_, geef):
    assert "U koos nog geen gebieden." in open_(GEBIEDEN).text
    geef(WAARDEN | {"inrichting.gebieden": {"keuzes": ["psychosociaal"]}})
    assert "Voor elk gekozen gebied is iemand genoemd." in open_(GEBIEDEN).text


@pytest.mark.parametrize(
    ("adres", "naar"),
    [
        (VORMEN, [(naam, "vormen") for naam in ("vorm", "gebieden", "intensiteit", "een_of_meer_teams")]),
        (GEBIEDEN, [(naam, "gebieden") for naam in ("gebieden", "team", "disciplines")]),
    ],
)
def test_questions_are_linked_for_who_may_fill_in(open_, bram, kanaleneiland, anna, adres, naar):
    assert naar_vragen(open_(adres).text) == naar
    assert naar_vragen(open_(adres, bram).text) == []
    with enter_scope(kanaleneiland.gemeente):
        archive_wijkteam(wijkteam=kanaleneiland, door=anna)
    antwoord = open_(adres)
    assert (antwoord.status_code, naar_vragen(antwoord.text)) == (200, [])


@paginas
@pytest.mark.parametrize("waarden", [{}, WAARDEN])
def test_answers_are_read_in_one_query(client_for, anna, kanaleneiland, geef, adres, waarden):
    geef(waarden)
    client = client_for(anna)
    client.get(adres)
    with CaptureQueriesContext(connection) as gedaan:
        client.get(adres)
    assert sum("bouwstenen_antwoord" in een["sql"] for een in gedaan) == 1


@paginas
def test_what_was_typed_is_text(open_, geef, kanaleneiland, adres):
    geef(
        {
            "inrichting.gebieden": {"keuzes": ["psychosociaal", "anders"], "anders": "<script>alert(1)</script>"},
            "competenties.team": {
                "rijen": [{"id": "r1", "functie": "<b>&</b>", "organisatie": "<i>", "gebieden": ["psychosociaal"]}]
            },
            "aansturing.werkgever": {"keuzes": ["detachering"]},
        }
    )
    html = open_(adres).text
    assert [tag for tag in ("<script>alert", "<b>&</b>", "<i>") if tag in html] == []
