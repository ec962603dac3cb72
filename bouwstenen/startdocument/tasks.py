"""Makes startdocumenten outside the request: asking for one, and the task that makes it."""

import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

from django.db import Error, OperationalError, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.pdf.kenmerk import kenmerk
from bouwstenen.pdf.render import html_to_pdf
from bouwstenen.startdocument.gegevens import STANDAARD, Keuze
from bouwstenen.startdocument.renderer import filename, title, to_html
from bouwstenen.startdocument.store import afdrukken, huisstijl_van, startdocument_van
from bouwstenen.toegang.store import alle_gemeenten

logger = logging.getLogger(__name__)

WACHTRIJ = 100  # jobs; the last one would be an hour's wait
LIMIET = 100  # seconds; the largest document we know takes less than one minute
EERST = 10  # the priority of a job that somebody waits for


class WachtrijVol(RuntimeError):
    """So many documents wait already that another one would not help anybody."""


def ask(*, wijkteam: Any, keuze: Keuze = STANDAARD, dringend: bool = True) -> Any:
    """The afdruk of the document as it is now: made before, under way, or put in the queue here.

    wijkteam: in scope. dringend: somebody waits for it. Raises WachtrijVol.
    """
    document = startdocument_van(wijkteam, keuze)
    html = to_html(document, huisstijl_van(wijkteam.gemeente), poster=keuze.poster)
    velden = {
        "titel": title(document, poster=keuze.poster),
        "bestandsnaam": filename(document, keuze),
        "moment": document.moment,
        "poster": keuze.poster,
        "met_namen": keuze.met_namen,
        "zonder_inzichten": keuze.zonder_inzichten,
        "vanzelf": not dringend,
    }
    sleutel = kenmerk(f"{html}{keuze}")  # the choice counts, so that an afdruk knows what was asked for
    with transaction.atomic():
        afdruk, te_maken = afdrukken.find_or_add(wijkteam=wijkteam, kenmerk=sleutel, html=html, **velden)
        if te_maken:
            check_ruimte(WACHTRIJ if dringend else WACHTRIJ // 2)
            maak_afdruk.using(priority=EERST if dringend else 0).enqueue(afdruk.pk, wijkteam.gemeente_id)
    return afdruk


def check_ruimte(hoogste: int) -> None:
    if DBTaskResult.objects.ready().count() >= hoogste:
        raise WachtrijVol


class Mislukt(RuntimeError):
    """No document was made; the message and the log hold nothing that anybody wrote."""


@task
def maak_afdruk(afdruk_id: int, gemeente_id: int) -> None:
    """Make one afdruk and keep it; does nothing when another job did so."""
    with enter_scope(alle_gemeenten().get(pk=gemeente_id)):
        afdruk = afdrukken.claim(afdruk_id)
        if afdruk is None:
            return
        try:
            with limited(LIMIET):
                pdf = html_to_pdf(afdruk.html, title=afdruk.titel, moment=afdruk.moment)
            afdrukken.keep(afdruk, pdf)
        except BaseException as fout:
            with suppress(Error):  # a full disk: then it counts as failed after two minutes
                afdrukken.set_mislukt(afdruk)
            raise without_words(fout) from None


def without_words(fout: BaseException) -> Mislukt:
    """What went wrong and where, for the log; not the words of errors that may quote an answer."""
    woorden = f": {fout}" if isinstance(fout, OSError | OperationalError | AttributeError | TypeError) else ""
    return Mislukt(f"{type(fout).__name__}{woorden}").with_traceback(fout.__traceback__)


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Stop with TimeoutError what takes longer; a worker runs its jobs in the main thread, where signals come."""

    def stop(*args: Any) -> None:
        raise TimeoutError(f"More than {seconds} seconds.")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)  # again each second, for a library may catch it
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def ask_changed() -> int:
    """Queue what changed, rests since a minute and was not asked for since; returns how many wijkteams."""
    with enter_scope(list(alle_gemeenten())):
        gewijzigd = afdrukken.changed_wijkteams()
        for wijkteam in gewijzigd:
            try:
                ask(wijkteam=wijkteam, dringend=False)
            except WachtrijVol:
                break
            except Exception as fout:  # one wijkteam that can't be drawn holds up no other
                fout = without_words(fout)
                logger.error("The startdocument of wijkteam %s can't be drawn.", wijkteam.pk, exc_info=fout)
    return len(gewijzigd)


def prune() -> int:
    """Drop documents that nobody asked for in thirty days, and jobs of a week ago, whatever became of them."""
    oud = timezone.now() - timedelta(days=7)
    DBTaskResult.objects.filter(enqueued_at__lt=oud).exclude(status=TaskResultStatus.READY).delete()
    with enter_scope(list(alle_gemeenten())):
        return afdrukken.prune()
