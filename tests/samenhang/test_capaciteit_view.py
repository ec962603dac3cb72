"""The page "Kan dit ook?": what it shows, to whom it offers which links, and what it costs."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.samenhang.capaciteit import VERWACHTINGEN
from bouwstenen.toegang.store import archive_wijkteam
from tests.wizard.bezoeker import gegeven
from tests.wizard.formulier import Formulier

BLAD = "/utrecht/kanaleneiland/samenhang/kan-dit-ook/"
SOM = {
    "inrichting.uren_per_week": "31.5",
    "inrichting.werkweken": "44",
    "inrichting.uren_per_huishouden": "30",
    "inrichting.verwachte_huishoudens": "120",
}
ZIN = "Met deze uren is er ruimte voor 46 huishoudens per jaar; u verwacht er 120."
DOELEN = {"volgorde": ["veerkracht", "kwetsbaar"]}


@pytest.fixture
def geef(kanaleneiland, anna):
    def save(waarden):
        for vraag, waarde in waarden.items():
            gegeven(kanaleneiland, anna, vraag, waarde)

    return save


@pytest.fixture
def open_(client_for, anna, kanaleneiland):
    return lambda wie=anna: client_for(wie).get(BLAD)


def naar_vragen(html):
    """{naam of the vraag: address} of every link that leads to a question."""
    links = [link for link in Formulier(html).links if "/wizard/" in link]
    return {re.search(r"\?vraag=(\w+)", link)[1]: link for link in links}


def test_the_sentence_the_bars_and_every_number(open_, geef):
    geef(SOM)
    blad = Formulier(open_().text)
    assert ZIN in blad.zonder_opmaak
    assert "Er is ruimte voor 74 huishoudens minder dan u verwacht." in blad.zonder_opmaak
    assert "31,5 uur per week" in blad.zonder_opmaak
    assert "Ruimte met deze uren" in blad.zonder_opmaak
    assert "Voor deze som is nog nodig" not in blad.zonder_opmaak


def test_each_number_leads_to_its_question_and_back(open_, geef):
    geef(SOM)
    naar = naar_vragen(open_().text)
    hier = "/utrecht/kanaleneiland/wizard/inrichting"
    assert naar["werkweken"] == f"{hier}/uitgangspunten/?vraag=werkweken&terug=kan-dit-ook#vraag-werkweken"
    assert naar["bezetting"] == f"{hier}/focus/?vraag=bezetting&terug=kan-dit-ook#vraag-bezetting"
    assert naar["verwachtingen"].endswith("?vraag=verwachtingen&terug=kan-dit-ook:afspraken#vraag-verwachtingen")


def test_what_is_missing_is_named_with_a_link(open_, geef):
    geef({vraag: waarde for vraag, waarde in SOM.items() if not vraag.endswith("weken")})
    html = open_().text
    nodig = html.partition("Voor deze som is nog nodig")[2].partition("</ul>")[0]
    assert list(naar_vragen(nodig)) == ["werkweken"]


def test_a_reader_sees_the_numbers_without_links(open_, geef, bram):
    geef(SOM | {VERWACHTINGEN: {"rijen": [{"id": "r1", "doel": "kwetsbaar", "reden": "Te weinig uren"}]}})
    html = open_(bram).text
    assert naar_vragen(html) == {}
    for tekst in (ZIN, "44 weken per jaar", "Te weinig uren"):
        assert tekst in html
    assert "Leg vast wat haalbaar is" not in html


def test_a_wijkteam_in_the_archive_has_no_links(open_, geef, kanaleneiland, anna):
    geef(SOM)
    with enter_scope(kanaleneiland.gemeente):
        archive_wijkteam(wijkteam=kanaleneiland, door=anna)
    antwoord = open_()
    assert (antwoord.status_code, naar_vragen(antwoord.text)) == (200, {})


def test_goals_without_an_agreement_are_named(open_, geef):
    geef({"opgave.doelen": DOELEN})
    assert "Over deze doelen is nog niets vastgelegd" in open_().text
    geef({VERWACHTINGEN: {"rijen": [{"id": "r1", "doel": "kwetsbaar", "haalbaar": "deels"}]}})
    html = open_().text
    assert "Over dit doel is nog niets vastgelegd" in html
    lijst = html.partition("nog niets vastgelegd")[2].partition("</ul>")[0]
    assert re.findall("<li>(.*?)</li>", lijst) == ["Bewoners sociaal veerkrachtiger maken"]
    geef({VERWACHTINGEN: {"rijen": [{"id": "r1", "doel": "kwetsbaar"}, {"id": "r2", "doel": "veerkracht"}]}})
    assert "nog niets vastgelegd" not in open_().text


def test_signals_about_hours_stand_here_in_short(open_, geef):
    assert "Signalen over tijd en uren" in open_().text  # without hours no plan can be tested (REG-053)
    geef({"inrichting.uren_per_week": "31.5", "vormgeving.teamtoets": {"keuzes": ["samenwerken"]}})
    geef({"vormgeving.vorm": {"keuze": "integraal"}})  # a spanning that is not about hours (REG-011)
    blad = open_().text
    assert "Signalen over tijd en uren" not in blad
    geef({"opgave.doelen": DOELEN})
    assert '/utrecht/kanaleneiland/samenhang/#REG-049"' in open_().text


@pytest.mark.parametrize("waarden", [{}, SOM])
def test_answers_are_read_in_one_query(client_for, anna, kanaleneiland, geef, waarden):
    geef(waarden)
    client = client_for(anna)
    client.get(BLAD)
    with CaptureQueriesContext(
        connection,
    ) as gedaan:
        client.get(BLAD)
    over = [een["sql"] for een in gedaan if re.search("FROM .bouwstenen_(antwoord|afweging)", een["sql"])]
    assert len(over) == 2


@pytest.mark.parametrize("getal", ["0", "999999999999999", "0.00000000000001"])
def test_odd_numbers_give_a_page_with_a_sentence(open_, geef, getal):
    geef(dict.fromkeys(SOM, getal) | {"inrichting.fte": getal, "inrichting.bezetting": getal})
    antwoord = open_()
    assert antwoord.status_code == 200
    assert 'class="wt-uitkomst__zin"' in antwoord.text
