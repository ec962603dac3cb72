"""What people do about answers that pull at each other: solve it, choose it on purpose, or talk about it."""

import pytest

from tests.pdf.volgorde import bare, read_aloud
from tests.samenhang.besluiten import MANDAAT, REGEL, TEAM, VERBAND, VORM, besluiten, decide, raise_spanning, stand
from tests.verloop.downloaden import download, work
from tests.verloop.kijken import bekijk, focus, in_orde, klik, onzichtbaar, tabstops
from tests.wizard.bezoeker import antwoorden, gegeven

MANDAAT_BLAD = "/utrecht/kanaleneiland/wizard/aansturing/mandaat/"
MELDING = "U kiest een samenwerkingsverband, maar het team moet wel zelf beslissen."


@pytest.fixture(params=[True, False], ids=["met JavaScript", "zonder JavaScript"])
def blad(request, open_page, kanaleneiland, anna):
    """Anna's tab, with the form of the team chosen."""
    gegeven(kanaleneiland, anna, VORM, VERBAND)
    return open_page(anna, javascript=request.param)


def choose_mandaat(page, stap):
    page.locator(f"#id_mandaat_omvang input[value='{stap}'], input[name=mandaat_omvang][value='{stap}']").first.check()


def melding(page):
    return page.get_by_role("status").first.inner_text()


def raise_it(page):
    """Give too much mandaat, and follow the line that tells of it."""
    page.goto(MANDAAT_BLAD)
    choose_mandaat(page, 4)
    klik(page, "Opslaan en verder")
    assert "Dit geeft 1 nieuw signaal. Bekijk de samenhang." in melding(page)
    klik(page, "Bekijk de samenhang", "link")
    assert page.locator(".wt-tellers").inner_text().startswith("1 spanning")


def signaal(page):
    return page.locator(f"#{REGEL}")


def adapt(page, stap):
    """From the signaal to the question, and back by saving."""
    vraag = signaal(page).get_by_role("link", name="Hoeveel mag het team zelf beslissen?")
    with page.expect_event("load"):
        vraag.click()
    assert page.url.endswith(f"?vraag=mandaat_omvang&terug=samenhang:{REGEL}#vraag-mandaat_omvang")
    choose_mandaat(page, stap)
    klik(page, "Opslaan en terug naar Samenhang")
    assert page.url.endswith(f"{TEAM}#{REGEL}")


def test_raise_a_spanning_and_solve_it(blad, kanaleneiland):
    raise_it(blad)
    assert signaal(blad).get_by_role("heading").inner_text().startswith(MELDING)
    adapt(blad, 1)
    assert melding(blad).endswith("Dit lost 1 signaal op.")
    assert (signaal(blad).count(), stand(kanaleneiland)) == (0, None)


def choose_on_purpose(page):
    with page.expect_event("load"):
        signaal(page).get_by_role("link", name="Bewust zo gekozen").click()
    klik(page, "Besluit bewaren")
    assert page.title().startswith("Fout: ")
    page.locator(".wt-fouten a").first.click()
    page.get_by_label("Waarom kiest u dit bewust zo?").fill("Wij groeien in stappen.")
    page.get_by_label("Wie besloot dit?").fill("het college")
    klik(page, "Besluit bewaren")


def test_record_a_choice_change_the_answer_and_look_again(blad, kanaleneiland):
    raise_it(blad)
    choose_on_purpose(blad)
    assert melding(blad) == "Het besluit is bewaard."
    bewust = blad.get_by_role("region", name="Bewust zo gekozen")
    assert "Wij groeien in stappen." in bewust.inner_text()
    assert "1 bewust gekozen" in blad.locator(".wt-tellers").inner_text()

    blad.goto(MANDAAT_BLAD)
    choose_mandaat(blad, 3)
    klik(blad, "Opslaan en verder")
    blad.goto(TEAM)
    assert "Opnieuw bekijken." in signaal(blad).inner_text()
    assert signaal(blad).locator(".wt-opnieuw li").all_inner_texts() == ["Hoeveel mag het team zelf beslissen?"]

    with blad.expect_event("load"):
        signaal(blad).get_by_role("link", name="Opnieuw besluiten").click()
    assert blad.get_by_label("Waarom kiest u dit bewust zo?").input_value() == "Wij groeien in stappen."
    klik(blad, "Besluit bewaren")
    assert (stand(kanaleneiland), len(besluiten(kanaleneiland))) == ("bewust", 2)


def test_find_the_choice_and_what_changed_since_in_the_pdf(blad):
    raise_it(blad)
    choose_on_purpose(blad)
    blad.goto(MANDAAT_BLAD)
    choose_mandaat(blad, 3)
    klik(blad, "Opslaan en verder")
    blad.goto("/utrecht/kanaleneiland/startdocument/")
    klik(blad, "Download als PDF")
    work()
    blad.reload()
    _, pdf = download(blad, "Download de PDF", "link")
    gelezen = read_aloud(pdf)[0]
    begin, einde = gelezen.index(bare("Keuzes om opnieuw te bekijken")), gelezen.index(bare("Kan dit ook?"))
    hoofdstuk = "".join(gelezen[begin:einde])
    for zin in (
        MELDING,
        "Wij groeien in stappen.",
        "Besloten door het college",
        "Na dit besluit is een antwoord veranderd: Hoeveel mag het team zelf beslissen?",
    ):
        assert bare(zin) in hoofdstuk


def test_put_it_on_the_agenda_and_take_it_off(blad, kanaleneiland):
    raise_it(blad)
    with blad.expect_event("load"):
        signaal(blad).get_by_role("button", name="Bespreken").click()
    assert (melding(blad), stand(kanaleneiland)) == ("Dit punt staat op de agenda.", "bespreken")
    klik(blad, "1 op de agenda", "link")
    assert MELDING in blad.locator(".wt-agenda").inner_text()
    klik(blad, "Van de agenda halen")
    assert blad.locator("h2").first.inner_text() == "Er staat nog niets op de agenda"
    assert stand(kanaleneiland) == "open"


def test_two_people_decide_at_once_and_nothing_is_lost(open_page, kanaleneiland, anna, fatma):
    raise_spanning(kanaleneiland, anna)
    page = open_page(fatma)
    page.goto(f"{TEAM}{REGEL}/")
    decide(kanaleneiland, anna, reden="Van Anna.")
    page.get_by_label("Waarom kiest u dit bewust zo?").fill("Van Fatma.")
    page.get_by_label("Wie besloot dit?").fill("de stuurgroep")
    klik(page, "Besluit bewaren")
    assert page.locator("h1").inner_text() == "Er is ondertussen een ander besluit bewaard"
    in_orde(bekijk(page, "two decisions"))
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_label("Waarom kiest u dit bewust zo?").fill("Van Anna en Fatma.")
    klik(page, "Mijn besluit bewaren")
    assert [een[2] for een in besluiten(kanaleneiland)] == ["Van Anna en Fatma.", "Van Anna."]


def test_a_day_that_is_none_is_told_and_can_be_corrected(open_page, kanaleneiland, anna):
    raise_spanning(kanaleneiland, anna)
    page = open_page(anna)
    page.goto(f"{TEAM}{REGEL}/")
    page.get_by_label("Waarom kiest u dit bewust zo?").fill("Zo is het.")
    page.get_by_label("Wie besloot dit?").fill("het college")
    page.locator("#id_op").evaluate("veld => { veld.type = 'text'; veld.value = '31-02-2026'; }")
    klik(page, "Besluit bewaren")
    assert page.locator("#id_op").input_value() == "31-02-2026"
    in_orde(bekijk(page, "a day that is none"))
    page.locator("#id_op").fill("3-5-2026")
    klik(page, "Besluit bewaren")
    assert stand(kanaleneiland) == "bewust"


def test_a_question_of_verdieping_is_open_when_a_link_leads_to_it(open_page, kanaleneiland, anna):
    page = open_page(anna, javascript=False)
    page.goto("/utrecht/kanaleneiland/wizard/opgave/doelen/?vraag=besparen#vraag-besparen")
    assert page.locator("#vraag-besparen").is_visible()


@pytest.mark.parametrize("breedte", [1280, 320])
def test_focus_is_seen_and_goes_in_order(open_page, kanaleneiland, anna, breedte):
    raise_spanning(kanaleneiland, anna)
    decide(kanaleneiland, anna)
    gegeven(kanaleneiland, anna, MANDAAT, {"keuze": "3"})
    page = open_page(anna, breedte=breedte)
    for adres in (TEAM, f"{TEAM}bespreken/", f"{TEAM}{REGEL}/"):
        page.goto(adres)
        stops = tabstops(page)
        assert (adres, onzichtbaar(stops)) == (adres, [])
        plekken = [stop["plek"] for stop in stops]
        assert plekken == sorted(plekken)


def test_the_mistakes_get_the_focus(open_page, kanaleneiland, anna):
    raise_spanning(kanaleneiland, anna)
    page = open_page(anna)
    page.goto(f"{TEAM}{REGEL}/")
    klik(page, "Besluit bewaren")
    assert "data-fouten" in focus(page)["wat"]
    assert antwoorden(kanaleneiland)[MANDAAT][1] == {"keuze": "4"}
