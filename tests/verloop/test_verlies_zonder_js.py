"""Without JavaScript: what was refused, overtaken or sent after the log-in ended is kept, offered and taken over."""

import pytest
from django.contrib.sessions.models import Session

from tests.verloop.bewaren import BLAD, aangeboden, kladden, log_in, neem_over
from tests.verloop.kijken import bekijk, focus, in_orde, klik, onzichtbaar, tabstops
from tests.wizard.bezoeker import antwoorden, gegeven, geschiedenis

VRAAG = "opgave.vraagstuk"
FOCUS = BLAD.replace("vraagstuk", "focus")


@pytest.fixture
def kaal(open_page, kanaleneiland, anna):
    """Anna's tab, without JavaScript."""
    return open_page(anna, javascript=False)


@pytest.fixture
def overgehouden(kaal, kanaleneiland, anna, fatma):
    """Anna's text that lost from Fatma's, on a page that Anna then left."""
    kaal.goto(BLAD)
    gegeven(kanaleneiland, fatma, VRAAG, "Schulden")
    kaal.locator("#id_vraagstuk").fill("Eenzame ouderen")
    klik(kaal, "Opslaan en verder")
    assert kaal.locator("h1").inner_text() == "Er is ondertussen een ander antwoord bewaard"
    assert kladden(kanaleneiland, anna) == ["Eenzame ouderen"]
    return kaal


def test_refused_text_stays_on_the_page_and_in_the_klad(kaal, kanaleneiland, anna):
    kaal.goto(FOCUS)
    kaal.locator("#id_budget").fill("veel")
    klik(kaal, "Opslaan en verder")
    assert kaal.locator("#id_budget").input_value() == "veel"
    assert kladden(kanaleneiland, anna, "budget", "opgave.focus") == ["veel"]
    kaal.goto(FOCUS)
    klik(kaal, "Overnemen", "link")
    assert kaal.locator("#id_budget").input_value() == "veel"
    kaal.locator("#id_budget").fill("1250")
    klik(kaal, "Opslaan en verder")
    assert antwoorden(kanaleneiland)["opgave.budget"] == (1, "1250", "")
    assert kladden(kanaleneiland, anna, "budget", "opgave.focus") == []


def test_text_that_lost_is_taken_over_and_joined(overgehouden, kanaleneiland, anna):
    page = overgehouden
    assert neem_over(page) == "Eenzame ouderen"
    page.get_by_label("Samenvoegen").check()
    klik(page, "Keuze bewaren en verder")
    assert geschiedenis(kanaleneiland, VRAAG)[0][2] == "Anna"
    assert {"Eenzame ouderen", "Schulden"} <= set(geschiedenis(kanaleneiland, VRAAG)[0][1].split("\n"))
    assert (kladden(kanaleneiland, anna), aangeboden(page)) == ([], 0)


def test_text_that_lost_is_thrown_away(overgehouden, kanaleneiland, anna):
    page = overgehouden
    assert aangeboden(page) == 1
    klik(page, "Weggooien")
    assert (kladden(kanaleneiland, anna), aangeboden(page)) == ([], 0)
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Schulden", "Fatma")]


def test_saving_after_the_log_in_ended(kaal, kanaleneiland, anna):
    kaal.goto(BLAD)
    kaal.locator("#id_vraagstuk").fill("Eenzame ouderen")
    Session.objects.all().delete()
    klik(kaal, "Opslaan en verder")
    log_in(kaal, anna)
    assert antwoorden(kanaleneiland) == {}
    assert neem_over(kaal) == "Eenzame ouderen"
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Eenzame ouderen", "Anna")]
    assert aangeboden(kaal) == 0


def test_notice_is_accessible_and_walked_through_by_keyboard(overgehouden, open_page, anna, kanaleneiland):
    page = open_page(anna)
    page.goto(BLAD)
    in_orde(bekijk(page, "klad notice"))
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(BLAD)
    assert onzichtbaar(tabstops(page)) == []
    page.goto(BLAD)
    page.keyboard.press("Tab")
    while not focus(page)["wat"].startswith("<a") or "Overnemen" not in focus(page)["wat"]:
        page.keyboard.press("Tab")
    with page.expect_event("load"):
        page.keyboard.press("Enter")
    assert page.locator("#id_vraagstuk").input_value() == "Eenzame ouderen"
    in_orde(bekijk(page, "klad taken over"))
