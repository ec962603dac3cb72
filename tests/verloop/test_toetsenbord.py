"""By keyboard alone: a short way to the first field, a visible focus, an order that follows the page."""

import pytest

from tests.verloop.kijken import focus, onzichtbaar, tabstops
from tests.wizard.bezoeker import antwoorden

TEAM = "/utrecht/kanaleneiland"
MET_VELDEN = ["gebiedsanalyse/bevolking", "opgave/doelen", "competenties/generalist-doen", "vormgeving/vorm"]


def to_first_field(page):
    """Go there by the skip link; returns how many key presses it took."""
    for toets in ("Tab", "Tab", "Enter"):  # past "Naar de inhoud", to "Naar de vragen"
        page.keyboard.press(toets)
    for aantal in range(4, 20):
        page.keyboard.press("Tab")
        stop = focus(page)
        if stop["naam"] and stop["soort"] != "submit":
            return aantal
    raise AssertionError("There is no field.")


def press_enter(page):
    """Enter, and wait for the page to which it leads."""
    with page.expect_event("load"):
        page.keyboard.press("Enter")


@pytest.mark.parametrize("pagina", MET_VELDEN)
def test_tab_stops_of_a_wizard_page(page, kanaleneiland, pagina):
    page.goto(f"{TEAM}/wizard/{pagina}/")
    stops = tabstops(page)
    assert onzichtbaar(stops) == []
    assert [stop["plek"] for stop in stops] == sorted(stop["plek"] for stop in stops)
    page.goto(f"{TEAM}/wizard/{pagina}/")
    assert to_first_field(page) <= 10


def test_skip_link_leads_past_the_head(page, kanaleneiland):
    page.goto(f"{TEAM}/wizard/opgave/vraagstuk/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    assert onzichtbaar([focus(page)]) == []
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_a_page_is_filled_in_without_a_mouse(page, kanaleneiland):
    page.goto(f"{TEAM}/wizard/gebiedsanalyse/bevolking/")
    to_first_field(page)
    assert page.evaluate("document.activeElement.id") == "id_gebied"
    page.keyboard.type("Tussen kanaal en spoor")
    page.locator(".wt-tabel__getal input").first.focus()
    page.keyboard.type("28,5")
    press_enter(page)  # in a cell of a table: save and go on
    assert page.url.endswith("/wizard/gebiedsanalyse/problemen/")
    gegeven = antwoorden(kanaleneiland)
    rij = gegeven["gebiedsanalyse.cijfers"][1]["rijen"][0]
    assert gegeven["gebiedsanalyse.gebied"][1] == "Tussen kanaal en spoor"
    assert [waarde for sleutel, waarde in rij.items() if sleutel != "id"] == ["28.5"]


def test_radios_by_arrow_and_choice_cleared_by_keyboard(page, kanaleneiland):
    page.goto(f"{TEAM}/wizard/vormgeving/vorm/")
    page.locator("#id_vorm_0").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == "id_vorm_1"
    press_enter(page)
    gekozen = antwoorden(kanaleneiland)["vormgeving.vorm"][1]
    page.goto(f"{TEAM}/wizard/vormgeving/vorm/")
    assert page.locator("#id_vorm_1").is_checked()
    page.get_by_role("button", name="Keuze wissen").focus()
    press_enter(page)
    assert (gekozen, antwoorden(kanaleneiland)["vormgeving.vorm"][1]) == ({"keuze": "geintegreerd"}, None)


@pytest.mark.parametrize("breedte", [1280, 320])
def test_focus_is_seen_on_other_pages(open_page, site, breedte):
    page = open_page(site.anna, breedte=breedte)
    for adres in (f"{TEAM}/", f"{TEAM}/wizard/opgave/", "/utrecht/", f"{TEAM}/instellingen/"):
        page.goto(adres)
        assert (adres, onzichtbaar(tabstops(page))) == (adres, [])
