"""The server is killed while somebody types: what it acknowledged is there, what it did not is still on the page."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from django.conf import settings
from django.db import connection

from tests.verloop.bewaren import (
    BLAD,
    KLAD,
    NOG_EENS,
    ONTHOUDEN,
    RUST,
    onthoud,
    op_slot,
    open_blad,
    typ,
    wacht_op_stand,
    wacht_tot,
)
from tests.verloop.kijken import klik

WEG = ["ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE"]


class Server:
    """A process of its own, with a copy of the database of this test."""

    def __init__(self, bestand):
        self.bestand = bestand
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(bestand)])
        with closing(socket.socket()) as vrij:
            vrij.bind(("127.0.0.1", 0))
            self.plek = vrij.getsockname()
        self.adres = "http://{}:{}".format(*self.plek)

    def start(self):
        omgeving = {"DATABASE_URL": f"sqlite:///{self.bestand}", "DJANGO_SETTINGS_MODULE": "tests.settings"}
        opdracht = [sys.executable, "manage.py", "runserver", "--noreload", self.adres.removeprefix("http://")]
        stil = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.proces = subprocess.Popen(opdracht, cwd=settings.BASE_DIR, env=os.environ | omgeving, **stil)
        wacht_tot(self.is_open, seconden=30)

    def is_open(self):
        with closing(socket.socket()) as proef:
            return proef.connect_ex(self.plek) == 0

    def kill(self):
        self.proces.kill()
        self.proces.wait()

    def rijen(self, vraag):
        """What its database has; read past Django, as after any crash."""
        with closing(sqlite3.connect(self.bestand)) as database:
            return database.execute(vraag).fetchall()

    @property
    def kladden(self):
        rijen = self.rijen("select velden from bouwstenen_klad where velden <> '{}'")
        return [json.loads(velden)["vraagstuk"] for [velden] in rijen]

    @property
    def antwoorden(self):
        return dict(self.rijen("select vraag, waarde from bouwstenen_antwoord"))


@pytest.fixture
def server(live_server, tmp_path, kanaleneiland, anna, page):
    proces = Server(tmp_path / "wijkteam.sqlite3")
    proces.start()
    yield proces
    proces.kill()


@pytest.fixture
def blad(page, open_page, server):
    """Anna's page on that server, with a text that it acknowledged."""
    open_page.verwacht += WEG
    [koek] = page.context.cookies()
    page.context.add_cookies([koek | {"domain": "127.0.0.1"}])
    page.goto(server.adres)
    open_blad(page, server.adres + BLAD)
    onthoud(page, "Eenzame ouderen")
    return page


def test_killed_between_two_sendings_and_in_the_middle_of_one(blad, server):
    server.kill()
    server.start()
    assert server.kladden == [["Eenzame ouderen"]]
    typ(blad, " en schulden")
    with op_slot(server.bestand):  # the next sending has to wait for this one
        with blad.expect_request(KLAD):
            blad.clock.run_for(RUST)
        time.sleep(0.2)
        server.kill()
    wacht_op_stand(blad, "Geen verbinding: uw tekst staat nog op deze pagina.")
    assert blad.locator("#id_vraagstuk").input_value() == "Eenzame ouderen en schulden"
    assert server.kladden == [["Eenzame ouderen"]]
    server.start()
    blad.clock.run_for(NOG_EENS)
    wacht_op_stand(blad, ONTHOUDEN)
    assert server.kladden == [["Eenzame ouderen en schulden"]]


def test_killed_in_the_middle_of_saving(blad, server):
    kracht = blad.locator("[name^=krachten-r][name$=kracht]").first
    typ(blad, " en schulden")
    kracht.fill("De school")
    with op_slot(server.bestand):
        blad.get_by_role("button", name="Opslaan en verder").last.click(no_wait_after=True)
        time.sleep(0.2)
        server.kill()
    blad.wait_for_function("location.protocol === 'chrome-error:'")
    assert (server.kladden, server.antwoorden) == ([["Eenzame ouderen"]], {})
    server.start()
    blad.go_back()
    assert blad.locator("#id_vraagstuk").input_value() == "Eenzame ouderen en schulden"
    assert kracht.input_value() == "De school"
    wacht_op_stand(blad, ONTHOUDEN)
    assert server.kladden == [["Eenzame ouderen en schulden"]]
    klik(blad, "Opslaan en verder")
    assert server.antwoorden["opgave.vraagstuk"] == '"Eenzame ouderen en schulden"'
    assert "De school" in server.antwoorden["opgave.krachten"]
    assert server.kladden == []
