"""Two people change the same answer in two browsers: they see both, decide, and nothing is lost."""

import pytest
from playwright.sync_api import expect

from bouwstenen.catalogus.loader import catalogus
from tests.startdocument.voorbeeldantwoorden import waarde_voor
from tests.verloop.kijken import bekijk, in_orde, klik
from tests.wizard.bezoeker import antwoorden, gegeven

TEAM = "/utrecht/kanaleneiland"
KEUZE = "Keuze bewaren en verder"
SCHOOL = {"id": "ra", "partij": "De school", "rol": "Ziet gezinnen"}
EEN_PER_SOORT = [
    "vormgeving/vorm",
    "opgave/focus",
    "opgave/doelen",
    "competenties/generalist-doen",
    "aansturing/leiding",
]


@pytest.fixture
def samen(open_page, anna, fatma, kanaleneiland):
    """samen("opgave/vraagstuk"): the page in the browser of Anna and in that of Fatma."""

    def both(slug):
        paginas = open_page(anna), open_page(fatma)
        for page in paginas:
            page.goto(f"{TEAM}/wizard/{slug}/")
        return paginas

    return both


def test_texts_are_joined_by_hand(samen, kanaleneiland, anna):
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "Schulden. Stress.")
    van_anna, van_fatma = samen("opgave/vraagstuk")
    van_fatma.locator("#id_vraagstuk").fill("Veel schulden. Stress.")
    klik(van_fatma, "Opslaan en verder")
    van_anna.locator("#id_vraagstuk").fill("Schulden. Stress. Eenzaamheid.")
    klik(van_anna, "Opslaan en verder")
    assert van_anna.locator("mark").all_inner_texts() != []
    klachten = bekijk(van_anna, "two texts")
    klik(van_anna, KEUZE)
    assert van_anna.locator(".wt-fouten li").all_inner_texts() == [
        f"Kies welk antwoord u wilt bewaren bij: {catalogus().vragen['opgave.vraagstuk'].label}"
    ]
    expect(van_anna.locator("#id_vraagstuk-samen")).to_be_hidden()
    van_anna.get_by_label("Samenvoegen").check()
    expect(van_anna.locator("#id_vraagstuk-samen")).to_have_value("Veel schulden. Stress. Eenzaamheid.")
    klachten += bekijk(van_anna, "two texts, joined")
    klik(van_anna, KEUZE)
    assert antwoorden(kanaleneiland)["opgave.vraagstuk"] == (3, "Veel schulden. Stress. Eenzaamheid.", "")
    in_orde(klachten)


def test_choices_are_joined(samen, kanaleneiland):
    van_anna, van_fatma = samen("opgave/partijen")
    van_fatma.get_by_label("Kerken", exact=True).check()
    klik(van_fatma, "Opslaan en verder")
    van_anna.get_by_label("Moskeeën", exact=True).check()
    klik(van_anna, "Opslaan en verder")
    van_anna.get_by_label("Samenvoegen").check()
    klachten = bekijk(van_anna, "two choices")
    klik(van_anna, KEUZE)
    assert antwoorden(kanaleneiland)["opgave.partijen"] == (2, {"keuzes": ["kerken", "moskeeen"]}, "")
    in_orde(klachten)


def test_rows_are_joined_and_the_one_that_clashes_is_chosen(samen, kanaleneiland, anna):
    gegeven(kanaleneiland, anna, "opgave.partijen_lijst", {"rijen": [SCHOOL]})
    van_anna, van_fatma = samen("opgave/partijen")
    for page, partij in ((van_fatma, "Basisschool"), (van_anna, "Vakschool")):
        page.locator("#id_partijen_lijst-ra-partij").fill(partij)
    van_anna.locator("[name$=-rol]").nth(1).fill("Nieuwe rij van Anna")
    klik(van_fatma, "Opslaan en verder")
    klik(van_anna, "Opslaan en verder")
    van_anna.get_by_label("Samenvoegen").check()
    klachten = bekijk(van_anna, "two tables")
    klik(van_anna, KEUZE)
    expect(van_anna.locator(".wt-fouten a")).to_have_text(
        "Kies welke rij u wilt bewaren bij: Wat kunnen deze partijen voor het team betekenen?"
    )
    van_anna.locator(".wt-fouten a").click()
    van_anna.keyboard.press("ArrowDown")  # from their row to mine
    klik(van_anna, KEUZE)
    versie, waarde, _ = antwoorden(kanaleneiland)["opgave.partijen_lijst"]
    kaal = [{naam: cel for naam, cel in rij.items() if naam != "id"} for rij in waarde["rijen"]]
    assert (versie, kaal) == (3, [{"partij": "Vakschool", "rol": "Ziet gezinnen"}, {"rol": "Nieuwe rij van Anna"}])
    in_orde(klachten)


def test_decided_later_is_found_again(samen, kanaleneiland, fatma):
    van_anna, _ = samen("opgave/vraagstuk")
    gegeven(kanaleneiland, fatma, "opgave.vraagstuk", "Van Fatma")
    van_anna.locator("#id_vraagstuk").fill("Van Anna")
    klik(van_anna, "Opslaan en verder")
    van_anna.get_by_label("Verder zonder dit antwoord").check()
    klik(van_anna, KEUZE)
    assert antwoorden(kanaleneiland)["opgave.vraagstuk"] == (1, "Van Fatma", "")
    van_anna.goto(f"{TEAM}/wizard/opgave/vraagstuk/")
    klik(van_anna, "Overnemen", "link")
    expect(van_anna.locator("#id_vraagstuk")).to_have_value("Van Anna")


@pytest.mark.parametrize("slug", EEN_PER_SOORT)
def test_every_kind_of_conflict_can_be_read(samen, kanaleneiland, fatma, slug):
    """All answers of the page at length, with a toelichting, against something short."""
    van_anna, _ = samen(slug)
    deel, _, pagina = slug.partition("/")
    [vragen] = [een.vraag for een in catalogus().deel(deel).pagina if een.slug == pagina]
    for vraag in vragen:
        gegeven(kanaleneiland, fatma, vraag.sleutel, waarde_voor(vraag), "Toelichting van Fatma.")
    for veld in van_anna.locator("#vragen textarea").all():
        veld.evaluate("e => { e.closest('details')?.setAttribute('open', '') }")
        veld.fill("Van Anna.")
    for soort in ("radio", "checkbox"):
        for veld in van_anna.locator(f"#vragen input[type={soort}][id$='_1']").all():
            veld.evaluate("e => { e.closest('details')?.setAttribute('open', '') }")
            veld.check()
    for veld in van_anna.locator("#vragen .wt-rangorde select").all()[2:3]:
        veld.select_option("1")
    klik(van_anna, "Opslaan en verder")
    assert van_anna.locator(".wt-conflict").count() > 0
    klachten = bekijk(van_anna, slug)
    for samenvoegen in van_anna.get_by_label("Samenvoegen").all():
        samenvoegen.check()
    in_orde(klachten + bekijk(van_anna, f"{slug}, joined"))


def test_history_pages(open_page, kanaleneiland, anna, fatma):
    for wie, tekst in ((anna, "Schulden"), (fatma, "Schulden en stress"), (anna, "Stress")):
        gegeven(kanaleneiland, wie, "opgave.vraagstuk", tekst, f"Volgens {wie}")
    gegeven(kanaleneiland, fatma, "opgave.partijen_lijst", {"rijen": [SCHOOL]})
    page, klachten = open_page(anna), []
    for adres in (
        "",
        "?van=2027-01-02&tot=2027-01-01",
        "?van=2027-01-01",
        "opgave.vraagstuk/",
        "opgave.vraagstuk/?van=1&naar=3",
    ):
        page.goto(f"{TEAM}/antwoorden/{adres}")
        page.locator("main details").evaluate_all("alle => alle.forEach(e => e.open = true)")
        klachten += bekijk(page, adres)
    in_orde(klachten)
