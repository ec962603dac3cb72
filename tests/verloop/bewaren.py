"""A page of the wizard that keeps what is typed: its clock, its status line, and what the database has."""

import sqlite3
import time
from contextlib import closing, contextmanager

from django.db import connection

from bouwstenen.antwoorden.store import klad
from bouwstenen.core.tenancy import enter_scope
from tests.verloop.kijken import bekijk, in_orde, klik

BLAD = "/utrecht/kanaleneiland/wizard/opgave/vraagstuk/"
RUST = 2100  # milliseconds after the last key, with a little more
NOG_EENS = 5100  # until a sending that failed is tried again
KLAD = "**/klad/"
WACHTWOORD = "een-goed-wachtwoord-1"
ONTHOUDEN = "Nog niet opgeslagen. Uw tekst is wel onthouden om "


def open_blad(page, adres=BLAD):
    """Open the page with a clock that only a journey turns, and wait until its script said that somebody is here."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    with page.expect_response(KLAD):
        page.goto(adres)
    return page


def typ(page, tekst, veld="vraagstuk"):
    """Type as a person does: only then does the browser ask whether to leave."""
    page.locator(f"#id_{veld}").click()
    page.keyboard.type(tekst)


def stand(page):
    """What the status line says."""
    return page.locator("[data-bewaard] [role=status]").inner_text()


def wacht_op_stand(page, tekst):
    page.locator("[data-bewaard] [role=status]", has_text=tekst).wait_for()


def onthoud(page, tekst, veld="vraagstuk"):
    """Type, pause, and wait until the server has it."""
    typ(page, tekst, veld)
    with page.expect_response(KLAD):
        page.clock.run_for(RUST)
    wacht_op_stand(page, ONTHOUDEN)


def kladden(wijkteam, wie, veld="vraagstuk", pagina="opgave.vraagstuk"):
    """What was typed in this field and is kept, a text per tab, in the order of the alphabet."""
    with enter_scope(wijkteam.gemeente):
        rijen = klad.kladden_van(wijkteam=wijkteam, pagina=pagina, door=wie)
    return sorted(tekst for rij in rijen for tekst in rij.velden.get(veld, ()))


def wacht_tot(voorwaarde, seconden=5):
    """Look until it is so; what was sent by a page that closed has nobody who waits for the answer."""
    einde = time.monotonic() + seconden
    while not voorwaarde():
        assert time.monotonic() < einde, "It did not happen."
        time.sleep(0.02)


def aangeboden(page):
    """How many texts the page offers to take over."""
    page.goto(BLAD)
    return page.get_by_role("link", name="Overnemen").count()


def neem_over(page):
    """Open the page again, take over the text that is offered, and save it."""
    page.goto(BLAD)
    klik(page, "Overnemen", "link")
    tekst = page.locator("#id_vraagstuk").input_value()
    klik(page, "Opslaan en verder")
    return tekst


def log_in(page, gebruiker):
    """On the log-in page."""
    gebruiker.set_password(WACHTWOORD)
    gebruiker.save()
    page.get_by_label("E-mailadres").fill(gebruiker.email)
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    klik(page, "Inloggen")


def is_toegankelijk(page, naam):
    """Look at the page as it is now; axe needs a clock that runs."""
    page.clock.resume()
    in_orde(bekijk(page, naam))
    page.set_viewport_size({"width": 1280, "height": 900})


@contextmanager
def op_slot(bestand=None):
    """Nobody else can write to the database: whoever tries waits."""
    with closing(sqlite3.connect(bestand or connection.settings_dict["NAME"], isolation_level=None)) as slot:
        slot.execute("begin immediate")
        yield
