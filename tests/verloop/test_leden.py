"""A beheerder invites a colleague, who comes in through the mail; later the access stops."""

import re

from django.core import mail

from bouwstenen.models import Gebruiker
from tests.verloop.kijken import focus, klik, onzichtbaar, tabstops

WACHTWOORD = "drie-blauwe-fietsen"


def tab_to(page, naam):
    """Press Tab until the input with this name, or the button with this text, has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = focus(page)
        if stop and (stop["naam"] == naam or f">{naam}<" in stop["wat"]):
            assert onzichtbaar([stop]) == []
            return
    raise AssertionError(f"{naam} can't be reached by keyboard.")


def press_enter(page):
    with page.expect_navigation():
        page.keyboard.press("Enter")


def melding(page):
    return page.get_by_role("status").first.inner_text()


def invite(page):
    """By keyboard alone, with a mistake first."""
    page.goto("/utrecht/")
    klik(page, "Leden", "link")
    tab_to(page, "email")
    page.keyboard.type("gijs@voorbeeld")
    press_enter(page)
    fouten = page.locator(".wt-fouten li").all_inner_texts()
    assert fouten == ["Vul een e-mailadres in, zoals naam@gemeente.nl.", "Kies minstens één rol."]
    press = page.keyboard.press
    press("Tab")  # from the list of mistakes, which has the focus, to its first line
    press("Enter")
    assert page.evaluate("document.activeElement.id") == "id_email"
    press("Control+a")
    page.keyboard.type("Gijs@voorbeeld.nl")
    for _ in range(2):
        press("Tab")
    press("Space")  # the second role: teamcoach
    tab_to(page, "Uitnodiging versturen")
    press_enter(page)
    assert melding(page) == "De uitnodiging is verstuurd naar gijs@voorbeeld.nl."


def come_in(page):
    """The link from the mail, in a browser that was never here."""
    [bericht] = mail.outbox
    page.goto(re.search(r"http://[^/]+(/uitnodiging/\S+)", bericht.body)[1])
    assert page.get_by_label("E-mailadres").input_value() == "gijs@voorbeeld.nl"
    page.get_by_label("Uw naam").fill("Gijs de Vries")
    page.get_by_label("Kies een wachtwoord").fill(WACHTWOORD)
    page.get_by_label("Hetzelfde wachtwoord nog een keer").fill(WACHTWOORD)
    klik(page, "Account maken en meedoen")
    assert (page.url.endswith("/utrecht/"), melding(page)) == (True, "Welkom bij Utrecht. U kunt nu meedoen.")


def test_fatma_invites_gijs_who_works_along_until_the_access_stops(open_page, site):
    fatma, gijs = open_page(site.fatma), open_page(breedte=320)
    invite(fatma)
    come_in(gijs)
    assert gijs.goto("/utrecht/kanaleneiland/").status == 200
    assert gijs.goto("/utrecht/leden/").status == 403
    fatma.goto("/utrecht/leden/")
    assert fatma.get_by_role("heading", name="Uitgenodigd").count() == 0
    klik(fatma, "Gijs de Vries", "link")
    klik(fatma, "Toegang stoppen", "link")
    klik(fatma, "Ja, toegang stoppen")
    assert melding(fatma) == "Gijs de Vries heeft geen toegang meer tot Utrecht."
    assert gijs.goto("/utrecht/kanaleneiland/").status == 404
    klik(fatma, "Weer toelaten", "link")
    klik(fatma, "Weer toelaten")
    assert gijs.goto("/utrecht/kanaleneiland/").status == 200


def test_all_works_without_javascript(open_page, site):
    fatma = open_page(site.fatma, javascript=False)
    fatma.goto("/utrecht/leden/")
    fatma.get_by_label("E-mailadres").fill("gijs@voorbeeld.nl")
    fatma.get_by_label("Lezer").check()
    klik(fatma, "Uitnodiging versturen")
    come_in(open_page(javascript=False))
    assert Gebruiker.objects.get(email="gijs@voorbeeld.nl").naam == "Gijs de Vries"


def test_focus_is_seen_on_the_page_of_members(open_page, site):
    for breedte in (1280, 320):
        page = open_page(site.fatma, breedte=breedte)
        page.goto("/utrecht/leden/")
        assert (breedte, onzichtbaar(tabstops(page))) == (breedte, [])
