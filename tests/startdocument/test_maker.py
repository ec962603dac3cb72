"""The process that makes documents: its workers are replaced when they end, and none is left when it ends."""

import os
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Afdruk, Wijkteam
from bouwstenen.startdocument import tasks
from bouwstenen.startdocument.maker import Documentenmaker
from tests.factories import AfdrukFactory, WijkteamFactory

OPDRACHT = [sys.executable, str(settings.BASE_DIR / "manage.py"), "documentenmaker"]
PROEF = '<!doctype html><html lang="nl"><head><title>Proef</title></head><body><h1>Proef</h1></body></html>'


@pytest.fixture
def database(transactional_db, monkeypatch):
    """Whatever process is started here works in the database of this test."""
    naam = connection.settings_dict["NAME"]
    url = f"sqlite:///{naam}"
    if connection.vendor != "sqlite":
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{naam}").geturl()
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "tests.settings")
    monkeypatch.setenv("RENDER_WORKERS", "1")


@pytest.fixture
def maker(database):
    """maker(2): a supervisor in this process; its workers are ended afterwards."""
    gemaakt = []

    def make(*args, **kwargs):
        gemaakt.append(Documentenmaker(*args, **kwargs))
        return gemaakt[-1]

    yield make
    for een in gemaakt:
        een.signalen = 2
        een.end()


@pytest.fixture
def start(database):
    """start(...): a process with a group of its own, as in a terminal; it is killed afterwards."""
    processen = []
    buis = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}

    def start_process(*opdracht):
        processen.append(subprocess.Popen(opdracht, text=True, process_group=0, **buis))
        return processen[-1]

    yield start_process
    for proces in processen:
        proces.kill()
        proces.wait()
        proces.stdout.close()


def wait_until(true, meanwhile=lambda: None):
    limit = time.monotonic() + 30
    while not true():
        assert time.monotonic() < limit, "Nothing happened."
        meanwhile()
        time.sleep(0.05)


def running():
    """The processes that have not ended: the parent of each."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent, *_ = stat.read_text().rpartition(")")[2].split()
            if state != "Z":
                parents[int(stat.parent.name)] = int(parent)
    return parents


def children(pid):
    return [child for child, parent in running().items() if parent == pid]


def standen():
    with enter_scope(list(tasks.alle_gemeenten())):
        return [een.stand for een in Afdruk.objects.zonder_inhoud().order_by("pk")]


def jobs():
    return list(DBTaskResult.objects.order_by("enqueued_at").values_list("status", flat=True))


def test_what_changed_a_minute_ago_is_made_and_a_stop_waits_for_that(start, utrecht):
    with enter_scope(utrecht):
        gewijzigd, zojuist, vorige_week = (WijkteamFactory(gemeente=utrecht) for _ in range(3))
        for een, op in ((gewijzigd, timedelta(minutes=2)), (vorige_week, timedelta(days=7))):
            Wijkteam.objects.filter(pk=een.pk).update(gewijzigd_op=timezone.now() - op)
    maker = start(*OPDRACHT)
    wait_until(lambda: standen() == ["bezig"])
    [werker] = children(maker.pid)
    os.killpg(maker.pid, signal.SIGINT)  # Ctrl-C
    assert (maker.communicate()[0], maker.returncode, werker in running()) == ("", 0, False)
    with enter_scope(utrecht):
        assert [(een.wijkteam, een.stand) for een in Afdruk.objects.all()] == [(gewijzigd, "klaar")]


def test_a_worker_that_was_killed_is_replaced_and_what_it_made_can_be_asked_again(maker, kanaleneiland, caplog):
    with enter_scope(kanaleneiland.gemeente):
        afdruk = tasks.ask(wijkteam=kanaleneiland)
    supervisor = maker(1)
    supervisor.tend()
    wait_until(lambda: standen() == ["bezig"])
    [werker] = supervisor.werkers
    eerste = werker.proces
    assert os.getpriority(os.PRIO_PROCESS, eerste.pid) == os.nice(0) + 10  # who turns a page goes first
    eerste.kill()
    wait_until(lambda: werker.proces not in (eerste, None), meanwhile=supervisor.tend)
    assert caplog.messages == ["A worker ended with status -9; the next one starts in 1 s."]
    with enter_scope(kanaleneiland.gemeente):
        assert tasks.ask(wijkteam=kanaleneiland).stand == "bezig"
        Afdruk.objects.update(begonnen_op=timezone.now() - timedelta(minutes=2))
        assert (standen(), tasks.ask(wijkteam=kanaleneiland).pk) == (["mislukt"], afdruk.pk)
    wait_until(lambda: jobs() == ["RUNNING", "SUCCESSFUL"])
    assert standen() == ["klaar"]


def test_two_workers_make_each_document_once_and_are_recycled(maker, kanaleneiland, caplog):
    with enter_scope(kanaleneiland.gemeente):
        for _ in range(10):
            afdruk = AfdrukFactory(wijkteam=kanaleneiland, html=PROEF)
            tasks.maak_afdruk.enqueue(afdruk.pk, kanaleneiland.gemeente_id)
    supervisor = maker(2, taken=4)
    wait_until(lambda: jobs() == ["SUCCESSFUL"] * 10, meanwhile=supervisor.tend)
    gedaan = Counter(tuple(wie) for wie in DBTaskResult.objects.values_list("worker_ids", flat=True))
    assert (len(gedaan) > 2, max(gedaan.values()), {len(wie) for wie in gedaan}) == (True, 4, {1})
    assert (standen(), caplog.messages) == (["klaar"] * 10, [])


def test_a_second_signal_ends_a_worker_at_once(maker, kanaleneiland):
    with enter_scope(kanaleneiland.gemeente):
        tasks.ask(wijkteam=kanaleneiland)
    supervisor = maker(1)
    supervisor.tend()
    wait_until(lambda: standen() == ["bezig"])
    supervisor.signalen = 2
    supervisor.end()
    assert (standen(), supervisor.werkers[0].proces.returncode) == (["mislukt"], 0)


def test_the_worker_of_a_killed_supervisor_ends_by_itself(start):
    maker = start(*OPDRACHT)
    wait_until(lambda: children(maker.pid))
    [werker] = children(maker.pid)
    maker.kill()
    wait_until(lambda: werker not in running())


def test_it_ends_with_the_process_that_started_it(start):
    ouder = start("sh", "-c", f"{' '.join(OPDRACHT)} --ouder $$ & exec sleep 60")
    wait_until(lambda: children(ouder.pid) and children(children(ouder.pid)[0]))
    [maker] = children(ouder.pid)
    [werker] = children(maker)
    ouder.kill()
    wait_until(lambda: not {maker, werker} & set(running()))


def test_a_failing_worker_is_started_less_and_less_often(maker, monkeypatch, caplog):
    monkeypatch.setenv("SECRET_KEY", "")
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "wijkteam.geen")
    werker = maker(1).werkers[0]
    pauzes = []
    for _ in range(2):
        wait_until(lambda: werker.proces, meanwhile=werker.start_when_due)
        wait_until(werker.has_failed)
        pauzes.append(werker.pauze)
    for _ in range(8):
        werker.ended(1, time.monotonic())
        pauzes.append(werker.pauze)
    werker.ended(1, time.monotonic() + 61)
    assert (pauzes, werker.pauze) == ([1, 2, 4, 8, 16, 32, 60, 60, 60, 60], 1)


def test_a_round_without_database_ends_nothing(maker, utrecht, monkeypatch, caplog):
    supervisor = maker(1)
    connection.close()
    with monkeypatch.context() as tijdelijk:
        tijdelijk.setitem(connection.settings_dict, "NAME", "/bestaat/niet")
        supervisor.tend()
        assert (supervisor.bereikbaar, supervisor.werkers[0].proces) == (False, None)
    [regel] = caplog.messages
    assert regel.startswith("Nothing is asked for or dropped: OperationalError: ")
    supervisor.ronde()
    assert (supervisor.bereikbaar, len(caplog.messages)) == (True, 1)


def test_what_is_old_is_dropped_once_an_hour(maker, kanaleneiland):
    def add(dagen, soort):
        with enter_scope(kanaleneiland.gemeente):
            afdruk = AfdrukFactory(wijkteam=kanaleneiland, gevraagd_op=timezone.now() - timedelta(days=dagen * 4))
            taak = tasks.maak_afdruk.enqueue(afdruk.pk, kanaleneiland.gemeente_id)
        DBTaskResult.objects.filter(pk=taak.id).update(status=soort, enqueued_at=timezone.now() - timedelta(days=dagen))

    for dagen, soort in ((8, "FAILED"), (8, "RUNNING"), (8, "READY"), (6, "SUCCESSFUL"), (6, "FAILED")):
        add(dagen, soort)
    supervisor = maker(0)
    supervisor.tend()
    assert (jobs(), len(standen())) == (["READY", "SUCCESSFUL", "FAILED"], 2)
    add(9, "FAILED")
    supervisor.ronde()
    assert (jobs(), len(standen())) == (["FAILED", "READY", "SUCCESSFUL", "FAILED"], 3)
    supervisor.opruimen_op = time.monotonic()
    supervisor.ronde()
    assert (jobs(), len(standen())) == (["READY", "SUCCESSFUL", "FAILED"], 2)


def test_a_failure_says_where_and_not_what_somebody_wrote(kanaleneiland):
    with enter_scope(kanaleneiland.gemeente):
        afdruk = AfdrukFactory(wijkteam=kanaleneiland, html='<img src="http://127.0.0.1:9/geheim">')
    with pytest.raises(tasks.Mislukt) as fout:
        tasks.maak_afdruk.call(afdruk.pk, kanaleneiland.gemeente_id)
    gezegd = "".join(traceback.format_exception(fout.value))
    assert (str(fout.value), "render.py" in gezegd, "geheim" in gezegd) == ("PdfFout", True, False)


def test_a_library_that_catches_the_limit_is_stopped_a_second_later():
    with pytest.raises(TimeoutError), tasks.limited(1):
        with suppress(TimeoutError):
            time.sleep(5)
        time.sleep(5)
