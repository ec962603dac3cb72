"""What people come to do, from log-in to the PDF."""

import re

import pytest

from tests.samenhang.besluiten import REGEL, decide, raise_spanning
from tests.verloop.downloaden import download, work
from tests.verloop.kijken import axe, bekijk, in_orde, klik
from tests.wizard.bezoeker import antwoorden, geschiedenis

TEAM = "/utrecht/kanaleneiland"
OM_TE_WIJZIGEN = re.compile(r"/wizard/[^/]+/[^/]+/|/nieuw/|/instellingen/")
WACHTWOORD = "een-goed-wachtwoord-1"
TEKST = "De wijk heeft **veel krachten**.\n\n- de school\n- het buurthuis"


def verder(page):
    klik(page, "Opslaan en verder")


def fill_figures(page):
    """Two rows of figures, the second one in a row that was added."""
    cijfers = page.locator("#id_cijfers_kop tbody tr")
    assert cijfers.count() == 3
    cijfers.nth(0).get_by_label("Onderwerp").fill("Inwoners, in duizend")
    cijfers.nth(0).get_by_label("Waarde").fill("28,5")
    klik(page, "Rij toevoegen bij: Welke cijfers")
    assert cijfers.count() == 6
    cijfers.nth(4).get_by_label("Onderwerp").fill("Huishoudens")
    cijfers.nth(4).get_by_label("Waarde").fill("1.250")


def log_in(page, gebruiker):
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()
    page.goto("/")
    page.get_by_label("E-mailadres").fill(gebruiker.email)
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    klik(page, "Inloggen")


def make_wijkteam(page):
    klik(page, "Wijkteam maken", "link")
    page.get_by_label("Hoe heet het wijkteam?").fill("Kanaleneiland")
    klik(page, "Wijkteam maken")
    assert page.url.endswith(f"{TEAM}/")
    assert page.get_by_role("status").first.inner_text() == "Kanaleneiland staat klaar. Begin waar u wilt."


def fill_gebiedsanalyse(page):
    klik(page, "Gebiedsanalyse", "link", exact=True)
    page.get_by_label("Buurtteam", exact=True).check()
    verder(page)
    assert page.get_by_role("status").first.inner_text().startswith("Bewaard om ")
    page.locator("#id_gebied").fill(TEKST)
    fill_figures(page)
    verder(page)


def fill_opgave(page):
    page.goto(f"{TEAM}/wizard/opgave/vraagstuk/")
    page.get_by_text("Uit uw gebiedsanalyse (3)").click()
    assert page.locator(".wt-gebied strong").inner_text() == "veel krachten"
    page.locator("#id_vraagstuk").fill(TEKST)
    klik(page, "Opslaan en later verder")
    assert page.url.endswith(f"{TEAM}/")
    assert page.get_by_role("link", name="Verder waar u was").is_visible()


def check_opgave(page):
    page.goto(f"{TEAM}/wizard/opgave/")
    assert page.locator("#vraagstuk li").all_inner_texts() == ["de school", "het buurthuis"]
    klik(page, "Klaar zo")
    assert page.locator(".wt-taak", has_text="Opgave").locator(".wt-status").inner_text() == "Klaar zo"


def read_startdocument(page):
    klik(page, "Startdocument", "link", exact=True)
    document = page.locator(".wt-document")
    assert document.locator("strong", has_text="veel krachten").count() > 0
    assert document.get_by_text("28,5").count() > 0


@pytest.mark.parametrize("javascript", [True, False])
def test_anna_from_log_in_to_pdf(open_page, anna, javascript):
    page = open_page(javascript=javascript)
    log_in(page, anna)
    make_wijkteam(page)
    fill_gebiedsanalyse(page)
    fill_opgave(page)
    check_opgave(page)
    read_startdocument(page)
    klik(page, "Download als PDF")
    work()
    page.reload()
    naam, inhoud = download(page, "Download de PDF", "link")
    assert (naam[-4:], inhoud[:5], len(inhoud) > 50_000) == (".pdf", b"%PDF-", True)


def test_number_that_is_wrong_can_be_corrected(page, kanaleneiland):
    page.goto(f"{TEAM}/wizard/opgave/focus/")
    page.locator("#id_budget").fill("veel")
    page.locator("#id_focus_0").check()
    verder(page)
    assert page.title().startswith("Fout: ")
    assert page.evaluate("document.activeElement.hasAttribute('data-fouten')")
    in_orde(axe(page))
    page.locator(".wt-fouten a").click()
    assert page.evaluate("document.activeElement.id") == "id_budget"
    assert (page.locator("#id_budget").input_value(), page.locator("#id_focus_0").is_checked()) == ("veel", True)
    page.locator("#id_budget").fill("1.250")
    verder(page)
    assert antwoorden(kanaleneiland)["opgave.budget"] == (1, "1250", "")
    assert not page.title().startswith("Fout")


def test_two_people_on_one_page_join_their_texts(open_page, kanaleneiland, anna, fatma):
    een, ander = open_page(anna), open_page(fatma)
    for page in (een, ander):
        page.goto(f"{TEAM}/wizard/opgave/vraagstuk/")
    een.locator("#id_vraagstuk").fill("Anna ziet eenzame ouderen.")
    verder(een)
    ander.locator("#id_vraagstuk").fill("Fatma ziet schulden.")
    ander.locator("#id_potentie").fill("Veel vrijwilligers.")
    verder(ander)
    assert ander.locator("h1").inner_text() == "Er is ondertussen een ander antwoord bewaard"
    in_orde(bekijk(ander, "conflict"))
    ander.set_viewport_size({"width": 1280, "height": 900})

    klik(ander, "Keuze bewaren en verder")  # without a choice
    in_orde(bekijk(ander, "conflict without a choice"))
    ander.locator(".wt-fouten a").click()
    assert ander.evaluate("document.activeElement.type") == "radio"

    ander.get_by_label("Samenvoegen").check()
    samen = ander.get_by_label("Samengevoegde tekst")
    assert samen.input_value() == "Anna ziet eenzame ouderen.\n\nFatma ziet schulden."
    samen.fill("Eenzame ouderen, en schulden.")
    klik(ander, "Keuze bewaren en verder")
    assert geschiedenis(kanaleneiland, "opgave.vraagstuk") == [
        (2, "Eenzame ouderen, en schulden.", "Fatma"),
        (1, "Anna ziet eenzame ouderen.", "Anna"),
    ]
    assert antwoorden(kanaleneiland)["opgave.potentie"] == (1, "Veel vrijwilligers.", "")

    ander.goto(f"{TEAM}/antwoorden/opgave.vraagstuk/")
    in_orde(bekijk(ander, "history"))
    klik(ander, "Deze versie terugzetten")
    assert geschiedenis(kanaleneiland, "opgave.vraagstuk")[0] == (3, "Anna ziet eenzame ouderen.", "Fatma")


def test_own_question_is_asked_answered_and_withdrawn(page, kanaleneiland):
    page.goto(f"{TEAM}/wizard/opgave/eigen-vragen/")
    page.get_by_label("Een eigen vraag toevoegen").fill("En de winkels?")
    klik(page, "Vraag toevoegen")
    page.get_by_label("En de winkels?", exact=True).fill("Die helpen mee.")
    klik(page, "Opslaan en later verder")
    page.goto(f"{TEAM}/startdocument/")
    assert page.locator(".wt-document").get_by_text("Die helpen mee.").count() == 1
    page.goto(f"{TEAM}/wizard/opgave/eigen-vragen/")
    klik(page, "Vraag intrekken")
    in_orde(bekijk(page, "own question, withdrawn"))
    page.get_by_text("Ingetrokken vragen (1)").click()
    klik(page, "Weer stellen")
    assert page.get_by_label("En de winkels?", exact=True).input_value() == "Die helpen mee."


def test_daan_sees_his_gemeenten_on_one_page_and_finds_the_download(open_page, site):
    page = open_page(site.daan)
    page.goto("/")
    klik(page, "Bekijk alle wijkteams op één pagina", "link")
    assert page.locator("h2").all_inner_texts() == ["Utrecht", "Zeist"]
    assert page.locator(".wt-team h3").all_inner_texts() == ["Wijkteam Kanaleneiland", "Wijkteam Oost"]
    klik(page, "Startdocument downloaden van Wijkteam Oost", "link")
    assert page.url.endswith("/zeist/oost/startdocument/#downloaden")
    assert page.get_by_role("button", name="Download als PDF").is_visible()


def test_bram_reads_and_finds_no_way_to_edit(open_page, site, geef):
    geef(site.kanaleneiland, site.anna, {"opgave.vraagstuk": "Eenzame ouderen"})
    raise_spanning(site.kanaleneiland, site.anna)
    decide(site.kanaleneiland, site.anna, besluit="bespreken")
    page = open_page(site.bram)
    for adres in (
        f"{TEAM}/",
        f"{TEAM}/samenhang/",
        f"{TEAM}/samenhang/bespreken/",
        f"{TEAM}/samenhang/{REGEL}/",
        f"{TEAM}/wizard/opgave/",
        f"{TEAM}/antwoorden/opgave.vraagstuk/",
        f"{TEAM}/startdocument/",
    ):
        page.goto(adres)
        links = page.locator("main a").evaluate_all("alle => alle.map(a => a.pathname)")
        assert (adres, [link for link in links if OM_TE_WIJZIGEN.search(link)]) == (adres, [])
        knoppen = page.locator("main form[method=post]:not(.wt-welkom, .wt-download) button")
        assert (adres, knoppen.count()) == (adres, 0)
