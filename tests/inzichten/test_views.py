"""The page with all inzichten: filters as links, words to search for, pages, and what can't be found."""

import re
from html import unescape

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.inzichten.koppeling import koppeling
from bouwstenen.inzichten.views import PER_PAGINA

ADRES = "/inzichten/"


@pytest.fixture
def client(client_for, anna):
    return client_for(anna)


@pytest.fixture
def show(client):
    return lambda query="": client.get(ADRES + query).text


def sleutels(html):
    return re.findall(r'id="(INZ-\d{3})"', html)


def kop(html):
    return re.search(r'class="wt-inz__kop">(.*?)</h2>', html)[1]


def test_all_are_there_page_by_page(client):
    gezien, adres = [], ADRES
    while adres:
        html = client.get(adres).text
        gezien += sleutels(html)
        volgende = re.search(r'<a href="([^"]*)" rel="next">', html)
        adres = volgende and ADRES + volgende[1]
    assert gezien == [een.sleutel for een in koppeling().inzichten]
    assert (len(gezien), len(sleutels(html))) == (302, 302 % PER_PAGINA)


def test_pages_lead_back_and_keep_the_filter(show):
    html = show("?soort=les&pagina=2")
    assert kop(html) == "102 inzichten, pagina 2 van 4"
    assert '<a href="?soort=les&amp;pagina=1" rel="prev">' in html
    assert '<a href="?soort=les&amp;pagina=3" rel="next">' in html
    assert "<title>Inzichten, pagina 2 van 4 – Wijkteam</title>" in html


@pytest.mark.parametrize("pagina", ["0", "-1", "x", "", "9" * 5000, "%D9%A3%00"])
def test_an_odd_page_is_a_page(client, pagina):
    assert client.get(f"{ADRES}?pagina={pagina}").status_code == 200


def test_filters_are_links_with_a_count_that_tell_where_they_stand(show):
    html = show("?deel=vormgeving&soort=dilemma")
    assert '<a href="?deel=vormgeving&amp;soort=dilemma" aria-current="true">Dilemma’s' in html
    assert '<a href="?soort=dilemma&amp;deel=opgave">Opgave <span>' in html
    assert html.count('aria-current="true"') == 3


def test_one_inzicht_is_one(show):
    html = show("?zoek=lasuitrusting")
    assert (kop(html), sleutels(html)) == ("1 inzicht", ["INZ-026"])
    assert 'id="zoek" name="zoek" value="lasuitrusting"' in html


def test_a_search_keeps_the_filters(show):
    html = show("?gemeente=zeist&zoek=CASUSSEN")
    assert '<input type="hidden" name="gemeente" value="zeist">' in html
    assert set(sleutels(html)) == {
        een.sleutel for een in koppeling().inzichten if "casussen" in een.tekst and "Zeist" in str(een.gemeenten)
    }


def test_each_names_its_questions_in_words(show):
    html = unescape(show("?zoek=INZ-024"))
    for vraag in koppeling().vragen_van["INZ-024"]:
        gevonden = catalogus().vragen[vraag]
        assert f"<li>{catalogus().deel(gevonden.deel).titel}: {gevonden.label}</li>" in html
    assert "Bij welke vragen?" in html
    assert not re.search(r"\b00[0-4], regel", html)


def test_nothing_found_says_what_to_do(show):
    html = show("?zoek=zwembad&soort=cijfer")
    assert "<h2>Niets gevonden</h2>" in html
    assert "Zoek met een ander woord, of haal een filter weg." in html
    assert f'href="{ADRES}">Toon alle inzichten</a>' in html


@pytest.mark.parametrize(
    "query", ["?deel=x&soort=%ED%A0%80&gemeente=", "?zoek=%00%0B&x=1", "?deel=opgave&deel=zwembad"]
)
def test_what_is_not_understood_is_left_out(show, query):
    assert kop(show(query)).startswith("302 inzichten")


def test_what_was_typed_is_text(show):
    html = show('?zoek="><script>alert(1)</script>')
    assert "<script>alert" not in html


def test_it_costs_no_query_of_its_own(client, django_assert_num_queries):
    client.get(ADRES)
    with django_assert_num_queries(3):  # session, user, own gemeenten
        client.get(f"{ADRES}?zoek=geld")


def test_the_page_is_linked_in_the_head_for_who_is_logged_in(show, client_for):
    assert f'<a href="{ADRES}">Inzichten</a>' in show()
    assert f'<a href="{ADRES}">Inzichten</a>' not in client_for(None).get("/account/inloggen/").text


# The cards


@pytest.mark.parametrize(
    ("query", "link"),
    [
        ("", '<a href="/inzichten/gesprekskaarten.pdf?">Print de 29 dilemma’s als gesprekskaarten (PDF)</a>'),
        ("?gemeente=amersfoort", ""),
        ("?zoek=geld", ""),
        ("?soort=les", ""),
        ("?soort=dilemma&deel=opgave&gemeente=zeist", "gesprekskaarten.pdf?deel=opgave&amp;gemeente=zeist"),
        ("?deel=opgave&gemeente=zeist", "Print het dilemma als gesprekskaart (PDF)"),
    ],
)
def test_the_link_to_the_cards_is_about_what_is_shown(show, query, link):
    html = show(query)
    assert (link in html) if link else ("gesprekskaart" not in html.partition("<main")[2].partition('id="hulp"')[0])


def test_cards_of_nothing_lead_back_with_a_message(client):
    response = client.get(f"{ADRES}gesprekskaarten.pdf?gemeente=amersfoort&soort=les&zoek=x", follow=True)
    assert response.redirect_chain == [(f"{ADRES}?gemeente=amersfoort", 302)]
    assert "Bij deze keuze zijn er geen dilemma’s om te printen." in response.text
