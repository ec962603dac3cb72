"""What goes wrong while a document is asked for harms no answer and no other page, and is told in plain words."""

import sqlite3
from contextlib import closing, contextmanager

import pytest
from django.db import connection
from django.template.loader import render_to_string

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Afdruk
from bouwstenen.startdocument import tasks
from tests.factories import WijkteamFactory
from tests.startdocument.test_downloaden import HEEL, PREVIEW, VRAAG
from tests.wizard.bezoeker import antwoorden, gegeven
from tests.wizard.formulier import Formulier

TEAM = "/utrecht/kanaleneiland/"
DRUK = "De site is op dit moment te druk."
VOL = "Er wachten nu te veel documenten."
KAPOT = "Het startdocument kan nu niet worden gemaakt"
BEWAARD = "Uw antwoorden zijn bewaard"


@pytest.fixture
def bezoek(client_for, bram, anna, kanaleneiland):
    """Bram, in a wijkteam with an answer; a mistake of ours comes back as the page that he sees."""
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "Eenzame ouderen")
    client = client_for(bram)
    client.raise_request_exception = False
    return client


def told(antwoord):
    """The status, the sentences that are there, and where the page leads."""
    blad = Formulier(antwoord.text)
    gezegd = [zin for zin in (DRUK, VOL, KAPOT, BEWAARD) if zin in blad.zonder_opmaak]
    return antwoord.status_code, gezegd, [link for link in (PREVIEW, TEAM) if link in blad.links]


def unharmed(client, wijkteam):
    """Another page works, nothing was kept, and the answers are what they were."""
    with enter_scope(wijkteam.gemeente):
        rijen = Afdruk.objects.filter(wijkteam=wijkteam).count()
    waarden = {vraag: waarde for vraag, (_, waarde, _) in antwoorden(wijkteam).items()}
    return (client.get(TEAM).status_code, rijen, waarden) == (200, 0, {"opgave.vraagstuk": "Eenzame ouderen"})


def test_a_full_queue(bezoek, kanaleneiland, monkeypatch):
    with enter_scope(kanaleneiland.gemeente):
        for _ in range(2):
            tasks.ask(wijkteam=WijkteamFactory(gemeente=kanaleneiland.gemeente))
    monkeypatch.setattr(tasks, "WACHTRIJ", 2)
    vol = bezoek.post(VRAAG, HEEL)
    assert told(vol) == (503, [VOL, BEWAARD], [PREVIEW])
    assert (vol["Retry-After"], "Bram" in vol.text, unharmed(bezoek, kanaleneiland)) == ("180", True, True)
    monkeypatch.setattr(tasks, "WACHTRIJ", 3)
    assert bezoek.post(VRAAG, HEEL).status_code == 302


@pytest.fixture
def breek(settings, tmp_path):
    """breek("_document.html"): this template of the startdocument is broken."""

    def make(naam):
        (tmp_path / "startdocument").mkdir()
        (tmp_path / "startdocument" / naam).write_text('{% include "bestaat-niet.html" %}')
        [motor] = settings.TEMPLATES
        settings.TEMPLATES = [{**motor, "DIRS": [tmp_path, *motor["DIRS"]]}]

    return make


def test_a_broken_template_for_the_pdf(bezoek, kanaleneiland, breek):
    breek("document.html")
    assert told(bezoek.post(VRAAG, HEEL)) == (500, [KAPOT, BEWAARD], [TEAM])
    assert (unharmed(bezoek, kanaleneiland), bezoek.get(PREVIEW).status_code) == (True, 200)


def test_a_broken_template_for_both(bezoek, kanaleneiland, breek):
    breek("_document.html")
    gezien = [told(antwoord) for antwoord in (bezoek.get(PREVIEW), bezoek.post(VRAAG, HEEL), bezoek.post(VRAAG, {}))]
    assert gezien == [(500, [KAPOT, BEWAARD], [TEAM])] * 3
    assert unharmed(bezoek, kanaleneiland)


@contextmanager
def locked():
    """Somebody else is writing and does not stop; who waits, waits shortly."""
    connection.cursor().execute("PRAGMA busy_timeout = 100")
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as ander:
        ander.execute("BEGIN IMMEDIATE")
        yield
    connection.close()


@contextmanager
def full():
    """The disk has no room for one page more."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        [pages] = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        yield
        cursor.execute("PRAGMA max_page_count = 1073741823")


@pytest.mark.once  # SQLite can be told that its disk is full
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("pech", [locked, full])
def test_a_database_that_takes_nothing(bezoek, kanaleneiland, pech):
    with pech():
        druk = bezoek.post(VRAAG, HEEL)
        assert bezoek.get(PREVIEW).status_code == 200
        assert unharmed(bezoek, kanaleneiland)
    assert (told(druk), druk["Retry-After"]) == ((503, [DRUK, BEWAARD], [PREVIEW]), "30")
    assert bezoek.post(VRAAG, HEEL).status_code == 302


@pytest.mark.parametrize("status", [500, 503])
def test_the_page_needs_no_context(status):
    """Like every page for an error: what broke the site may have broken that too."""
    html = render_to_string(f"startdocument/{status}.html")
    assert (html.count("<h1>"), '<a href="/">Ga naar het begin</a>' in html) == (1, True)
