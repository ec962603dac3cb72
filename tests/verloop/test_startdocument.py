"""A PDF is asked for, waited for and had, with a script and without, also when its worker is killed."""

import pytest
from django.db.models import F
from django_tasks_db.models import DBTaskResult

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Afdruk
from bouwstenen.startdocument.models import LANGST
from bouwstenen.startdocument.store import afdrukken
from tests.factories import AfdrukFactory
from tests.verloop.bewaren import wacht_tot
from tests.verloop.downloaden import download, work, worker
from tests.verloop.kijken import klik
from tests.wizard.bezoeker import antwoorden, gegeven

PREVIEW = "/utrecht/kanaleneiland/startdocument/"
IN_DE_RIJ = "Uw document staat in de rij."
KLAAR = "Het document staat klaar."


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def vraag(request, open_page, bram, anna, kanaleneiland):
    """Bram asked for the document of one answer; vraag.kijk(rol, naam) waits until this is on his page."""
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "Eenzame ouderen")
    page = open_page(bram, javascript=request.param)
    ask(page)

    def look(naam, rol="link"):
        if not request.param:
            klik(page, "Vernieuwen", "link")
        page.get_by_role(rol, name=naam).wait_for()

    page.kijk = look
    return page


def ask(page):
    page.goto(PREVIEW)
    klik(page, "Download als PDF")
    assert told(page).startswith(IN_DE_RIJ)


def told(page):
    return page.locator("main [role=status]").inner_text()


def test_asked_waited_for_had_and_had_again(vraag, kanaleneiland, anna):
    page = vraag
    adres = page.url
    work()
    page.kijk("Download de PDF")
    assert (page.title(), told(page).startswith(KLAAR)) == ("Het document staat klaar – Wijkteam", True)
    naam, inhoud = download(page, "Download de PDF", "link")
    assert (naam[:31], inhoud[:5]) == ("startdocument-utrecht-wijkteam-", b"%PDF-")
    page.goto(PREVIEW)
    assert download(page, "Download als PDF") == (naam, inhoud)
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "Eenzame Ouderen")
    ask(page)
    assert page.url != adres


def test_a_worker_is_killed_while_it_makes_the_document(vraag, kanaleneiland):
    with enter_scope(kanaleneiland.gemeente):
        with worker() as proces:
            wacht_tot(lambda: Afdruk.objects.get().stand == "bezig", seconden=30)
            proces.kill()
        Afdruk.objects.update(begonnen_op=F("begonnen_op") - LANGST)
    vraag.kijk("Opnieuw maken", "button")
    assert told(vraag).startswith("Het maken is niet gelukt. Uw antwoorden zijn bewaard.")
    klik(vraag, "Opnieuw maken")
    assert told(vraag).startswith(IN_DE_RIJ)
    work()
    vraag.kijk("Download de PDF")
    assert download(vraag, "Download de PDF", "link")[1][:5] == b"%PDF-"
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["RUNNING", "SUCCESSFUL"]
    assert antwoorden(kanaleneiland)["opgave.vraagstuk"][1] == "Eenzame ouderen"


@pytest.fixture
def wachtend(open_page, bram, kanaleneiland):
    """Bram's page about an afdruk that waits, with a clock that only the journey turns."""
    open_page.verwacht += ["ERR_INTERNET_DISCONNECTED", "status of 503", "503 http"]
    page = open_page(bram)
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.goto(f"{PREVIEW}pdf/{AfdrukFactory(wijkteam=kanaleneiland).kenmerk}/")
    return page


def turn_until(page, voorwaarde):
    def turned():
        page.clock.run_for(2000)
        return voorwaarde()

    wacht_tot(turned)


def test_the_page_goes_on_after_a_lost_connection_and_stops_when_it_is_ready(wachtend, kanaleneiland):
    gevraagd = []
    wachtend.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    wachtend.get_by_role("link", name="Vernieuwen").focus()
    wachtend.context.set_offline(True)
    turn_until(wachtend, lambda: len(gevraagd) >= 2)
    wachtend.context.set_offline(False)
    with enter_scope(kanaleneiland.gemeente):
        afdrukken.keep(Afdruk.objects.get(), b"%PDF-proef")
    turn_until(wachtend, wachtend.get_by_role("link", name="Download de PDF").is_visible)
    assert wachtend.evaluate("document.activeElement.textContent") == "Download de PDF"
    aantal = len(gevraagd)
    wachtend.clock.run_for(10_000)
    assert (len(gevraagd), wachtend.title()) == (aantal, "Het document staat klaar – Wijkteam")


def test_who_is_logged_out_meanwhile_is_told_so(wachtend):
    wachtend.context.clear_cookies()
    turn_until(wachtend, lambda: "/account/inloggen/?next=" in wachtend.url)
    assert wachtend.locator("h1").inner_text() == "Inloggen"
