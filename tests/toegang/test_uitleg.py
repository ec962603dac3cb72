"""The explanation of a main page, which its user can close for good."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from bouwstenen.toegang.store.uitleg import UITLEG, close_uitleg

SLUITEN = "/uw-account/uitleg/"
PAGINAS = {
    "start": "/",
    "overzicht_gemeente": "/utrecht/",
    "overzicht_wijkteam": "/utrecht/kanaleneiland/",
    "wizard_deel": "/utrecht/kanaleneiland/wizard/opgave/",
    "wizard_pagina": "/utrecht/kanaleneiland/wizard/opgave/vraagstuk/",
    "startdocument_startdocument": "/utrecht/kanaleneiland/startdocument/",
    "antwoorden_wijkteam": "/utrecht/kanaleneiland/antwoorden/",
    "toegang_leden": "/utrecht/leden/",
}


@pytest.fixture
def gijs(lid, utrecht, zeist, kanaleneiland):
    """May do everything in two gemeenten, so that every main page is there."""
    return lid("gijs", (utrecht, "beheerder"), (zeist, "lezer"))


def shows(response) -> bool:
    return 'class="wt-welkom"' in response.text


def text_of(name: str, *, mag_invullen: bool = True) -> str:
    return render_to_string(f"hulp/uitleg/{name}.html", {"mag_invullen": mag_invullen}).strip()


def test_there_is_a_text_for_each_key():
    assert {path.stem for path in Path(settings.BASE_DIR, "templates/hulp/uitleg").iterdir()} == UITLEG == set(PAGINAS)


@pytest.mark.parametrize("mag_invullen", [True, False])
@pytest.mark.parametrize("name", sorted(UITLEG))
def test_a_text_is_three_sentences(name, mag_invullen):
    text = text_of(name, mag_invullen=mag_invullen)
    assert (text.count(". ") + text.count("? ") + 1, text[-1]) == (3, ".")


@pytest.mark.parametrize("name", PAGINAS)
def test_a_page_explains_itself_until_that_is_closed(client_for, gijs, name):
    client = client_for(gijs)
    first = client.get(PAGINAS[name])
    assert (first.status_code, shows(first), text_of(name) in first.text) == (200, True, True)
    response = client.post(SLUITEN, {"sleutel": name, "next": PAGINAS[name]})
    assert (response.status_code, response.url) == (302, PAGINAS[name])
    gijs.refresh_from_db()
    assert gijs.gesloten_uitleg == [name]
    assert not shows(client.get(PAGINAS[name]))


def test_closing_on_one_page_of_the_wizard_closes_it_on_all(client_for, gijs):
    close_uitleg(sleutel="wizard_pagina", door=gijs)
    client = client_for(gijs)
    pages = [f"/utrecht/kanaleneiland/wizard/{page}/" for page in ("opgave/vraagstuk", "vormgeving/vorm", "opgave")]
    assert [shows(client.get(page)) for page in pages] == [False, False, True]


def test_a_page_that_tells_what_went_wrong_explains_nothing_else(client_for, bram, anna, kanaleneiland):
    """A refusal by a view, and a page that is shown again after a POST."""
    refused = client_for(bram).get(PAGINAS["wizard_pagina"])
    wrong = client_for(anna).post(
        "/utrecht/kanaleneiland/wizard/opgave/focus/", {"budget": "veel", "budget-versie": "0", "actie": "verder"}
    )
    assert [(response.status_code, shows(response)) for response in (refused, wrong)] == [(403, False), (422, False)]


def test_two_explanations_closed_in_two_tabs_stay_closed(anna):
    """Each tab has its own copy of the user."""
    copy = type(anna).objects.get(pk=anna.pk)
    close_uitleg(sleutel="wizard_deel", door=anna)
    close_uitleg(sleutel="start", door=copy)
    close_uitleg(sleutel="start", door=copy)
    anna.refresh_from_db()
    assert anna.gesloten_uitleg == ["start", "wizard_deel"]


@pytest.mark.parametrize("sleutel", ["", "overzicht_nieuw", "geen-sleutel", "<b>"])
def test_only_known_keys_are_kept(client_for, anna, sleutel):
    response = client_for(anna).post(SLUITEN, {"sleutel": sleutel, "next": "/utrecht/"})
    anna.refresh_from_db()
    assert (response.url, anna.gesloten_uitleg) == ("/utrecht/", [])


@pytest.mark.parametrize(
    ("terug", "expected"),
    [
        ("/utrecht/?a=b", "/utrecht/?a=b"),
        ("", "/"),
        ("https://elders.example/", "/"),
        ("//elders.example/", "/"),
        ("/\\elders.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("http:///elders.example/", "/"),
        ("\x08//elders.example", "/"),
    ],
)
def test_it_leads_back_to_a_page_of_this_site_only(client_for, anna, terug, expected):
    assert client_for(anna).post(SLUITEN, {"sleutel": "start", "next": terug}).url == expected


def test_an_explanation_costs_no_query(client_for, gijs, django_assert_num_queries, django_assert_max_num_queries):
    client = client_for(gijs)
    client.get("/utrecht/")
    with django_assert_max_num_queries(30) as with_explanation:
        assert shows(client.get("/utrecht/"))
    close_uitleg(sleutel="overzicht_gemeente", door=gijs)
    with django_assert_num_queries(len(with_explanation)):
        assert not shows(client.get("/utrecht/"))
