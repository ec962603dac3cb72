"""Keeps the processes running that make documents, and has made by itself what changed."""

import ctypes
import logging
import os
import signal
import subprocess
import sys
import time
from typing import Any

from django.conf import settings
from django.db import Error, close_old_connections

from bouwstenen.startdocument.tasks import LIMIET, ask_changed, prune, without_words

logger = logging.getLogger("wijkteam.documentenmaker")

# Seconds
TIK = 0.5  # between two looks at the workers
RONDE = 15  # between two looks at what changed
OPRUIMEN = 60 * 60
GEZOND = 60  # a worker that failed sooner than this makes the next one wait twice as long
LANGSTE_PAUZE = 60
# How a worker is ended, and how long it may take: the first signal lets it finish its job, the second has it drop that.
EINDE = ((signal.SIGTERM, LIMIET + 10), (signal.SIGTERM, 5), (signal.SIGKILL, 5))

TAKEN = 50  # jobs of one process: memory grows slowly with each
NICE = 10  # who turns a page goes first; with every core at work a document still gets a tenth of one
PR_SET_PDEATHSIG = 1
libc = ctypes.CDLL(None)


class Werker:
    """A place for one worker: a process of its own, so that no document can harm the others or the supervisor."""

    def __init__(self, taken: int = TAKEN) -> None:
        self.taken = taken
        self.proces: subprocess.Popen[bytes] | None = None
        self.begonnen = self.vanaf = self.pauze = 0.0

    def has_failed(self) -> bool:
        """Whether its process ended since the last look, and not because it did its number of jobs."""
        if self.proces is None or (status := self.proces.poll()) is None:
            return False
        self.ended(status, time.monotonic())
        return status != 0

    def ended(self, status: int, nu: float) -> None:
        self.proces = None
        if status == 0:
            self.pauze = 0
        else:
            self.pauze = 1 if nu - self.begonnen > GEZOND else min(2 * self.pauze or 1, LANGSTE_PAUZE)
            logger.warning("A worker ended with status %s; the next one starts in %.0f s.", status, self.pauze)
        self.vanaf = nu + self.pauze

    def start_when_due(self) -> None:
        if self.proces is None and time.monotonic() >= self.vanaf:
            self.start()

    def start(self) -> None:
        supervisor = os.getpid()

        def prepare() -> None:
            os.nice(NICE)
            if sys.platform == "linux":  # whatever becomes of the supervisor, its workers finish their job and end
                libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
                if os.getppid() != supervisor:  # gone before the line above
                    os._exit(1)

        opdracht = [sys.executable, settings.BASE_DIR / "manage.py", "db_worker", "--no-reload", "--no-startup-delay"]
        self.begonnen = time.monotonic()
        self.proces = subprocess.Popen(  # noqa: S603 -- a fixed command
            [*opdracht, "--interval", "1", "--max-tasks", str(self.taken)],
            preexec_fn=prepare,  # safe: the supervisor has no threads
            process_group=0,  # Ctrl-C is for the supervisor, which passes it on
            stdin=subprocess.DEVNULL,
        )


class Documentenmaker:
    """The supervisor: it draws no document itself, and goes on when the database is away.

    ouder: the process that started it; without that process it ends at once.
    """

    def __init__(self, aantal: int, *, taken: int = TAKEN, ouder: int | None = None) -> None:
        self.werkers = [Werker(taken) for _ in range(aantal)]
        self.ouder = ouder
        self.signalen = 0
        self.bereikbaar = True
        self.ronde_op = self.opruimen_op = 0.0

    def run(self) -> None:
        """Work until a SIGTERM or SIGINT: then the workers finish their job first; a second one ends all at once."""
        for sein in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sein, self.stop)
        try:
            while not self.haast():
                self.tend()
                time.sleep(TIK)
        finally:
            self.end()

    def stop(self, *args: Any) -> None:
        self.signalen += 1

    def haast(self) -> int:
        """0: no reason to end. 1: end, and let the workers finish their job. 2 or more: at once."""
        return 2 if self.ouder and os.getppid() != self.ouder else self.signalen

    def tend(self) -> None:
        """What is due now. While the database is away no worker is started, for that would fail too."""
        failed = [werker for werker in self.werkers if werker.has_failed()]
        if failed or time.monotonic() >= self.ronde_op:
            self.ronde()
            self.ronde_op = time.monotonic() + RONDE
        if self.bereikbaar:
            for werker in self.werkers:
                werker.start_when_due()

    def ronde(self) -> None:
        """Ask for what changed, and now and then drop what is old."""
        try:
            ask_changed()
            if time.monotonic() >= self.opruimen_op:
                prune()
                self.opruimen_op = time.monotonic() + OPRUIMEN
            self.bereikbaar = True
        except Exception as fout:  # whatever goes wrong in a round, the workers go on
            self.bereikbaar = not isinstance(fout, Error)
            kaal = without_words(fout)
            logger.error("Nothing is asked for or dropped: %s", kaal, exc_info=kaal if self.bereikbaar else None)
        finally:
            close_old_connections()

    def end(self) -> None:
        """End the workers: patiently, or as fast as whoever stops us wants it."""
        processen = [werker.proces for werker in self.werkers if werker.proces]
        for stap, (sein, geduld) in enumerate(EINDE, 1):
            for proces in processen:
                proces.send_signal(sein)
            tot = time.monotonic() + geduld
            while processen and time.monotonic() < tot:
                time.sleep(TIK / 2)
                processen = [proces for proces in processen if proces.poll() is None]
                if self.haast() > stap:
                    break
