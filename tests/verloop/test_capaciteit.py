"""Kan dit ook?: fill in the numbers, see what they allow, change an assumption, and record what was agreed."""

import pytest

from tests.verloop.kijken import bekijk, in_orde, klik
from tests.wizard.bezoeker import antwoorden

BLAD = "/utrecht/kanaleneiland/samenhang/kan-dit-ook/"
TERUG = "Opslaan en terug naar ‘Kan dit ook?’"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def tab(request, open_page, kanaleneiland, anna):
    return open_page(anna, javascript=request.param)


def zin(page):
    return page.locator(".wt-uitkomst__zin").inner_text()


def vul_in(page, link, **velden):
    """Follow a link of the check to its question, fill it in, and come back."""
    klik(page, link, "link", exact=True)
    for naam, waarde in velden.items():
        page.locator(f"#id_{naam}").fill(waarde)
    klik(page, TERUG)
    assert page.locator("h1").inner_text() == "Kan dit ook?"
    assert page.get_by_role("status").first.inner_text().startswith("Bewaard om ")


def test_from_nothing_to_an_agreement(tab, kanaleneiland):
    tab.goto(BLAD)
    assert zin(tab) == "Of de plannen passen bij de uren, is nog niet te zeggen."
    vul_in(tab, "Hoeveel uur per week heeft het hele team voor hulp aan inwoners?", uren_per_week="31,5")
    vul_in(
        tab,
        "Hoeveel weken per jaar werkt een teamlid?",
        werkweken="44",
        uren_per_huishouden="30",
    )
    vul_in(tab, "Hoeveel huishoudens verwacht u per jaar?", verwachte_huishoudens="120")
    assert zin(tab) == "Met deze uren is er ruimte voor 46 huishoudens per jaar; u verwacht er 120."
    vul_in(tab, "Wijzigen : Hoeveel uur hulp krijgt een huishouden gemiddeld?", uren_per_huishouden="12")
    assert zin(tab) == "Met deze uren is er ruimte voor 115 huishoudens per jaar; u verwacht er 120."
    klik(tab, "Leg vast wat haalbaar is", "link")
    rij = tab.locator("#id_verwachtingen_kop tbody tr").first
    rij.get_by_label("Doel").select_option("kwetsbaar")
    rij.get_by_label("Verwachting").fill("Iedereen krijgt binnen een week hulp")
    rij.get_by_label("Haalbaar").select_option("deels")
    rij.get_by_label("Reden").fill("Er zijn te weinig uren")
    klik(tab, TERUG)
    assert tab.url.endswith("#afspraken")
    assert "Er zijn te weinig uren" in tab.locator("#afspraken").inner_text()
    [vastgelegd] = antwoorden(kanaleneiland)["afronding.verwachtingen"][1]["rijen"]
    assert (vastgelegd["doel"], vastgelegd["haalbaar"]) == ("kwetsbaar", "deels")


def test_a_question_in_a_closed_fold_is_open_when_it_is_asked_for(tab):
    tab.goto(BLAD)
    vul_in(tab, "Invullen : Hoeveel uur per week is het team in totaal aan het werk?", bezetting="80")
    assert "80 uur per week" in tab.locator("main").inner_text()


@pytest.mark.parametrize(
    "waarden",
    [
        {},
        {"inrichting.bezetting": "80", "competenties.uren_scholing": "40"},
        {
            "inrichting.uren_per_week": "999999",
            "inrichting.werkweken": "52",
            "inrichting.uren_per_huishouden": "0.5",
            "inrichting.verwachte_huishoudens": "99999999",
            "inrichting.bezetting": "999999.25",
            "inrichting.uren_preventie": "999999",
            "inrichting.fte": "0.1",
            "inrichting.caseload": "12.5",
            "inrichting.caseload_grens": "99999",
            "opgave.doelen": {"volgorde": ["samenspel", "kwetsbaar", "veerkracht"]},
            "inrichting.gebieden": {"keuzes": ["anders"], "anders": "Hulpverleningsafstemmingsoverleg" * 8},
        },
    ],
)
def test_everybody_can_read_it(page, open_page, bram, kanaleneiland, anna, geef, waarden):
    geef(kanaleneiland, anna, waarden)
    klachten = []
    for tab in (page, open_page(bram)):
        tab.goto(BLAD)
        klachten += bekijk(tab)
    in_orde(klachten)


def test_ticking_boxes_in_a_row_by_keyboard(page, kanaleneiland):
    page.goto("/utrecht/kanaleneiland/wizard/competenties/samenstelling/?vraag=team")
    vouw = page.get_by_text("Kies: Dekt welke gebieden, rij 1")
    vouw.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    klik(page, "Opslaan en verder")
    [rij] = antwoorden(kanaleneiland)["competenties.team"][1]["rijen"]
    assert rij["gebieden"] == ["psychosociaal"]
