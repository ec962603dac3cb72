"""Documents are made by a worker, once for each hash, and a failure harms nothing else."""

import signal
import time

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Afdruk
from bouwstenen.startdocument import tasks
from bouwstenen.startdocument.gegevens import Keuze
from bouwstenen.startdocument.store import afdrukken
from tests.factories import AfdrukFactory, WijkteamFactory
from tests.wizard.bezoeker import gegeven

PROEF = '<!doctype html><html lang="nl"><head><title>Proef</title></head><body><h1>Proef</h1></body></html>'


@pytest.fixture
def binnen(kanaleneiland):
    with enter_scope(kanaleneiland.gemeente):
        yield kanaleneiland


def work():
    """What a worker does with the queue; like a worker it has no scope of its own."""
    call_command("db_worker", "--batch", "--no-startup-delay", "--no-reload", "--interval=0", verbosity=0)


def jobs():
    return list(DBTaskResult.objects.order_by("enqueued_at").values_list("status", flat=True))


def job(afdruk):
    """A job for an afdruk that was put together by hand."""
    return tasks.maak_afdruk.enqueue(afdruk.pk, afdruk.wijkteam.gemeente_id)


@pytest.mark.django_db(transaction=True)
def test_asked_made_and_asked_again(kanaleneiland, anna):
    with enter_scope(kanaleneiland.gemeente):
        gevraagd = tasks.ask(wijkteam=kanaleneiland)
        assert (gevraagd.stand, tasks.ask(wijkteam=kanaleneiland).pk) == ("wacht", gevraagd.pk)
    work()
    with enter_scope(kanaleneiland.gemeente):
        weer = tasks.ask(wijkteam=kanaleneiland)
        assert (weer.pk, weer.stand, jobs()) == (gevraagd.pk, "klaar", ["SUCCESSFUL"])
        assert afdrukken.pdf_van(weer)[:5] == b"%PDF-"
        gegeven(kanaleneiland, anna, "opgave.vraagstuk", "x")
        assert tasks.ask(wijkteam=kanaleneiland).kenmerk != weer.kenmerk


def test_each_choice_is_a_document_of_its_own(binnen, anna):
    gegeven(binnen, anna, "inrichting.huisarts", {"keuze": "teamlid", "naam": "Jan Bos"})
    alle = [Keuze(poster=poster, met_namen=namen) for poster in (False, True) for namen in (False, True)]
    gevraagd = [tasks.ask(wijkteam=binnen, keuze=keuze) for keuze in alle]
    namen = [afdruk.bestandsnaam.partition("-utrecht-")[0] for afdruk in gevraagd]
    assert namen == ["startdocument", "startdocument-met-namen", "poster", "poster-met-namen"]
    assert len({afdruk.kenmerk for afdruk in gevraagd}) == 4
    assert ["Jan Bos" in afdruk.html for afdruk in gevraagd[:2]] == [False, True]


def test_the_task_knows_ids_only(binnen):
    tasks.ask(wijkteam=binnen)
    [taak] = DBTaskResult.objects.all()
    assert taak.args_kwargs == {"args": [Afdruk.objects.get().pk, binnen.gemeente_id], "kwargs": {}}


def test_somebody_who_waits_goes_first(binnen):
    zuid = WijkteamFactory(gemeente=binnen.gemeente, slug="zuid")
    vanzelf, gevraagd = tasks.ask(wijkteam=zuid, dringend=False), tasks.ask(wijkteam=binnen)
    assert [taak.args_kwargs["args"][0] for taak in DBTaskResult.objects.ready()] == [gevraagd.pk, vanzelf.pk]


def test_a_full_queue_takes_no_more_and_keeps_room_for_who_waits(binnen, monkeypatch):
    monkeypatch.setattr(tasks, "WACHTRIJ", 2)
    teams = [WijkteamFactory(gemeente=binnen.gemeente) for _ in range(3)]
    tasks.ask(wijkteam=teams[0], dringend=False)
    with pytest.raises(tasks.WachtrijVol):
        tasks.ask(wijkteam=teams[1], dringend=False)
    tasks.ask(wijkteam=teams[1])
    with pytest.raises(tasks.WachtrijVol):
        tasks.ask(wijkteam=teams[2])
    assert (Afdruk.objects.count(), len(jobs())) == (2, 2)
    assert tasks.ask(wijkteam=teams[1]).stand == "wacht"  # it waits already


@pytest.mark.django_db(transaction=True)
def test_a_document_that_can_not_be_made_harms_no_other(kanaleneiland):
    with enter_scope(kanaleneiland.gemeente):
        fout = AfdrukFactory(wijkteam=kanaleneiland, html=PROEF.replace("<h1>", '<img src="http://127.0.0.1:9/x">'))
        goed = AfdrukFactory(wijkteam=kanaleneiland, html=PROEF)
    job(fout), job(goed)
    work()
    with enter_scope(kanaleneiland.gemeente):
        assert [een.stand for een in Afdruk.objects.order_by("pk")] == ["mislukt", "klaar"]
    assert jobs() == ["FAILED", "SUCCESSFUL"]


@pytest.mark.django_db(transaction=True)
def test_two_jobs_for_one_document_make_it_once(kanaleneiland):
    with enter_scope(kanaleneiland.gemeente):
        afdruk = AfdrukFactory(wijkteam=kanaleneiland, html=PROEF)
    job(afdruk), job(afdruk)
    work()
    with enter_scope(kanaleneiland.gemeente):
        [gemaakt] = Afdruk.objects.all()
    assert jobs() == ["SUCCESSFUL", "SUCCESSFUL"]
    eerste, tweede = DBTaskResult.objects.order_by("started_at")
    assert eerste.started_at < gemaakt.gemaakt_op < tweede.finished_at


def test_a_job_outside_its_gemeente_does_nothing(binnen, zeist):
    afdruk = AfdrukFactory(wijkteam=binnen, html=PROEF)
    tasks.maak_afdruk.call(afdruk.pk, zeist.pk)
    assert Afdruk.objects.get().stand == "wacht"


def test_what_takes_too_long_is_stopped():
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(TimeoutError), tasks.limited(1):
        time.sleep(5)
    assert signal.getsignal(signal.SIGALRM) == before
    with tasks.limited(1):
        pass
    assert signal.alarm(0) == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.once  # only SQLite can be told that its disk is full
def test_a_full_disk_fails_this_document_only(kanaleneiland):
    with enter_scope(kanaleneiland.gemeente):
        afdruk = AfdrukFactory(wijkteam=kanaleneiland, html=PROEF)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            pages = cursor.execute("PRAGMA page_count").fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count = {pages}")
            with pytest.raises(Exception, match="disk is full"):
                tasks.maak_afdruk.call(afdruk.pk, kanaleneiland.gemeente_id)
            cursor.execute("PRAGMA max_page_count = 1073741823")
        assert Afdruk.objects.get().stand in ("bezig", "mislukt")  # after two minutes it counts as failed


def test_what_changed_is_asked_for_once(binnen, zeist):
    WijkteamFactory(gemeente=zeist, slug="oost")
    for gemeente in (binnen.gemeente, zeist):
        with enter_scope(gemeente):
            type(binnen).objects.update(gewijzigd_op=timezone.now() - 2 * afdrukken.RUST)
    assert (tasks.ask_changed(), tasks.ask_changed(), len(jobs())) == (2, 0, 2)


def test_a_wijkteam_that_can_not_be_drawn_holds_up_no_other(binnen, caplog, settings, tmp_path):
    noord, zuid = (WijkteamFactory(gemeente=binnen.gemeente, naam=naam) for naam in ("Noord", "Zuid"))
    type(binnen).objects.update(gewijzigd_op=timezone.now() - 2 * afdrukken.RUST)
    (tmp_path / "startdocument").mkdir()
    kapot = '{% if document.wijkteam_naam == "Wijkteam Noord" %}{% include "bestaat-niet.html" %}{% endif %}'
    (tmp_path / "startdocument" / "document.html").write_text(kapot)
    [motor] = settings.TEMPLATES
    settings.TEMPLATES = [{**motor, "DIRS": [tmp_path, *motor["DIRS"]]}]
    assert tasks.ask_changed() == 3
    assert {een.wijkteam for een in Afdruk.objects.all()} == {binnen, zuid}
    assert caplog.messages == [f"The startdocument of wijkteam {noord.pk} can't be drawn."]
