"""Help about a page, and the explanation of a first visit, as a visitor finds, opens and closes them."""

import pytest

from tests.verloop.kijken import bekijk, in_orde, klik

TEAM = "/utrecht/kanaleneiland"
VRAGEN = f"{TEAM}/wizard/opgave/vraagstuk/"
IN_BEELD = """() => {
    const vak = document.querySelector("#hulp summary").getBoundingClientRect();
    return vak.top >= 0 && vak.bottom <= innerHeight;
}"""


@pytest.mark.parametrize("javascript", [True, False])
def test_an_explanation_is_closed_for_good(open_page, anna, kanaleneiland, javascript):
    page = open_page(anna, javascript=javascript)
    uitleg = page.get_by_role("form", name="Uitleg bij deze pagina")
    page.goto(f"{VRAGEN}?rijen=krachten")
    assert uitleg.count() == 1
    klik(page, "Niet meer tonen")
    assert (page.url.partition(TEAM)[2], uitleg.count()) == ("/wizard/opgave/vraagstuk/?rijen=krachten", 0)
    page.goto(f"{TEAM}/")
    assert uitleg.count() == 1


@pytest.mark.parametrize("breedte", [1280, 320])
@pytest.mark.parametrize("javascript", [True, False])
def test_the_link_at_the_top_leads_to_the_help(open_page, anna, kanaleneiland, javascript, breedte):
    """With a script it is open at once; without, it is a click away."""
    page = open_page(anna, javascript=javascript, breedte=breedte)
    tekst = page.locator("#hulp").get_by_text("Niet-opgeslagen tekst:")
    page.goto(VRAGEN)
    assert not tekst.is_visible()
    page.get_by_role("link", name="Hulp", exact=True).click()
    assert (page.evaluate(IN_BEELD), tekst.is_visible()) == (True, javascript)
    if not javascript:
        page.locator("#hulp summary").click()
    assert tekst.is_visible()


def test_help_open_and_explanation_closed(open_page, fatma, kanaleneiland):
    """Other journeys look at pages with the explanation open and the help closed."""
    page, klachten = open_page(fatma), []
    for adres in ("/utrecht/", f"{TEAM}/", f"{TEAM}/wizard/opgave/", VRAGEN):
        page.goto(adres)
        klik(page, "Niet meer tonen")
        page.get_by_role("link", name="Hulp", exact=True).click()
        klachten += bekijk(page, adres)
    in_orde(klachten)
