"""The own account in a real browser: every page and state is accessible, and all of it works by keyboard."""

import re

from django.core import mail

from tests.verloop.kijken import bekijk, in_orde, klik, onzichtbaar, tabstops

ACCOUNT = "/uw-account/"
EMAIL = "/uw-account/e-mail/"
LANG = "Hulpverleningsafstemmingsoverlegcoördinatoren" * 3
OUD = "oud-wachtwoord-123"
NIEUW = "nieuw-wachtwoord-1"
NAAM = "() => (document.activeElement.labels?.[0] || document.activeElement).innerText.trim()"


def met_wachtwoord(gebruiker):
    gebruiker.set_password(OUD)
    gebruiker.save()
    return gebruiker


def test_pages_and_their_errors(open_page, lid, utrecht, zeist):
    page = open_page(met_wachtwoord(lid("gijs", (utrecht, "lezer"), (zeist, "beheerder"))))
    klachten = []
    for adres, knop in [(ACCOUNT, "Naam opslaan"), (EMAIL, "E-mail sturen"), ("/account/wachtwoord/", "Wachtwoord wi")]:
        page.goto(adres)
        klachten += bekijk(page, adres)
        for veld in page.locator("main input:visible").all():
            veld.fill("")
        klik(page, knop)
        klachten += bekijk(page, f"{adres}, with errors")
    page.goto(ACCOUNT)
    page.get_by_label("Naam").fill(LANG)
    klik(page, "Naam opslaan")
    in_orde(klachten + bekijk(page, "a name without spaces"))


def test_pages_of_another_address(open_page, anna):
    page = open_page(met_wachtwoord(anna))
    page.goto(EMAIL)
    page.get_by_label("Nieuw e-mailadres").fill(f"{'anna' * 15}@nieuw.nl")
    page.get_by_label("Wachtwoord").fill(OUD)
    klik(page, "E-mail sturen")
    klachten = bekijk(page, "a mail was sent")
    page.goto(re.search(r"http\S+/uw-account/\S+", mail.outbox[0].body)[0])
    klachten += bekijk(page, "confirm")
    klik(page, "E-mailadres wijzigen")
    klachten += bekijk(page, "confirmed")
    page.goto(f"{EMAIL}verlopen/")
    in_orde(klachten + bekijk(page, "a link that works no more"))


def test_pages_of_who_tries_too_often(open_page, anna):
    page = open_page()
    for _ in range(4):
        page.goto("/account/wachtwoord-vergeten/")
        page.get_by_label("E-mailadres").fill(anna.email)
        klik(page, "E-mail sturen")
    assert page.title() == "Wacht een kwartier – Wijkteam"
    klachten = bekijk(page, "429")
    page.goto("/account/inloggen/")
    for _ in range(11):
        page.get_by_label("E-mailadres").fill(anna.email)
        page.get_by_label("Wachtwoord").fill("verkeerd")
        klik(page, "Inloggen")
    assert "Wacht een kwartier" in page.locator(".wt-fouten").inner_text()
    in_orde(klachten + bekijk(page, "log-in, too often"))


def to(page, naam: str) -> None:
    """Press Tab until the focus is on the field, link or button with this name."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if naam == page.evaluate(NAAM):
            return
    raise AssertionError(f"Tab does not reach {naam}.")


def press(page, naam: str) -> None:
    to(page, naam)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def typ(page, naam: str, tekst: str) -> None:
    to(page, naam)
    page.keyboard.press("Control+a")
    page.keyboard.type(tekst)


def test_by_keyboard_another_name_and_password_then_out_and_in_again(open_page, anna):
    page = open_page(met_wachtwoord(anna))
    page.goto("/utrecht/")
    press(page, "Anna")
    assert onzichtbaar(tabstops(page)) == []
    page.reload()
    typ(page, "Naam", "Anna van Dam")
    press(page, "Naam opslaan")
    assert page.get_by_role("status").inner_text() == "Uw naam is opgeslagen."

    press(page, "Wachtwoord wijzigen")
    typ(page, "Huidig wachtwoord", OUD)
    typ(page, "Nieuw wachtwoord", NIEUW)
    typ(page, "Nieuw wachtwoord (bevestigen)", NIEUW)
    press(page, "Wachtwoord wijzigen")
    assert page.get_by_role("status").inner_text() == "Uw nieuwe wachtwoord is opgeslagen."

    press(page, "Uitloggen")
    to(page, "Uitloggen")  # the link in the header, which leads to this same page
    press(page, "Uitloggen")
    typ(page, "E-mailadres", anna.email)
    typ(page, "Wachtwoord", NIEUW)
    press(page, "Inloggen")
    assert page.get_by_role("link", name="Anna van Dam").is_visible()
