"""Text that was typed and is not saved: a row per browser tab, so that no tab overwrites another."""

import secrets
from collections.abc import Collection, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from bouwstenen.antwoorden.models import Klad
from bouwstenen.core.tekst import schoon_json
from bouwstenen.core.wachten import write_if_free
from bouwstenen.toegang.models import Gebruiker, Gemeente, Wijkteam

Velden = Mapping[str, list[str]]
LEEG_BLIJFT = timedelta(days=1)  # how long an empty row tells that its tab was submitted


def new_tab() -> str:
    """A name for a browser tab, as the script makes them too."""
    return secrets.token_urlsafe(16)


@transaction.atomic(savepoint=False)
def keep_klad(*, wijkteam: Wijkteam, pagina: str, tab: str, serie: int, velden: Velden, door: Gebruiker) -> str | None:
    """Keep what a tab sent; returns the tab it is kept under, or None when that tab was submitted already.

    Only a higher serie replaces what is there. Other text with a serie that is not higher was typed in a second tab
    of the same name: it gets a name of its own.
    """
    rijen = van_pagina(wijkteam, pagina, door).filter(tab=tab)
    schone = schoon_json(dict(velden))
    if replace(rijen.filter(serie__lt=serie), serie, schone):
        return tab
    forget_submitted(door)
    if insert(wijkteam, pagina, tab, serie, schone, door):
        return tab
    eerder = rijen.first()
    if eerder and eerder.velden in ({}, schone):
        return tab if eerder.velden else None
    insert(wijkteam, pagina, nieuw := new_tab(), serie, schone, door)
    return nieuw


@transaction.atomic(savepoint=False)
def settle_klad(
    *, wijkteam: Wijkteam, pagina: str, tab: str, serie: int, velden: Velden, door: Gebruiker
) -> tuple[str, int]:
    """The page of this tab was submitted: keep exactly what was refused; empty tells late sendings that it is done.

    Returns the tab and serie under which the refused text is kept. A page that named no tab gets one.
    """
    rijen = van_pagina(wijkteam, pagina, door)
    schone = schoon_json(dict(velden))
    if tab and replace(rijen.filter(tab=tab, serie__lte=serie), serie, schone):
        return tab, serie
    if not schone:
        klaar = Klad(wijkteam=wijkteam, pagina=pagina, tab=tab, serie=serie, gebruiker=door)
        Klad.objects.bulk_create([klaar] if tab else [], ignore_conflicts=True)
        return tab, serie
    if tab and insert(wijkteam, pagina, tab, serie, schone, door):
        return tab, serie
    for rij in rijen.exclude(tab=""):
        if rij.velden == schone:  # the same page, sent twice
            return rij.tab, rij.serie
    insert(wijkteam, pagina, nieuw := new_tab(), serie, schone, door)
    return nieuw, serie


def van_pagina(wijkteam: Wijkteam, pagina: str, door: Gebruiker) -> QuerySet[Klad]:
    return Klad.objects.filter(wijkteam=wijkteam, pagina=pagina, gebruiker=door)


def replace(rijen: QuerySet[Klad], serie: int, velden: dict[str, Any]) -> bool:
    """Compares and writes in one query, so that two sendings at once can't both win."""
    return bool(rijen.update(serie=serie, velden=velden, op=timezone.now()))


def insert(wijkteam: Wijkteam, pagina: str, tab: str, serie: int, velden: dict[str, Any], door: Gebruiker) -> bool:
    """False when this tab has a row already; the unique key decides."""
    try:
        with transaction.atomic():
            Klad.objects.create(wijkteam=wijkteam, pagina=pagina, tab=tab, serie=serie, velden=velden, gebruiker=door)
    except IntegrityError:
        return False
    return True


def forget_submitted(door: Gebruiker) -> None:
    """Remove the empty rows of this user that no late sending can be about any more."""
    Klad.objects.filter(gebruiker=door, velden={}, op__lt=timezone.now() - LEEG_BLIJFT).delete()


def kladden_van(*, wijkteam: Wijkteam, pagina: str, door: Gebruiker) -> list[Klad]:
    """The texts that this user typed on this page and that were not saved, newest first."""
    return [rij for rij in van_pagina(wijkteam, pagina, door).order_by("-op", "-pk") if rij.velden]


def eigen_kladden(*, gemeenten: Collection[Gemeente], door: Gebruiker) -> list[Klad]:
    """All text in these gemeenten that this user did not save, newest first; without the text itself."""
    rijen = Klad.objects.filter(
        gebruiker=door, wijkteam__gemeente__in=gemeenten, wijkteam__gearchiveerd_op=None
    ).exclude(velden={})
    return list(rijen.select_related("wijkteam__gemeente").defer("velden").order_by("-op", "-pk"))


def drop_klad(*, wijkteam: Wijkteam, pagina: str, tab: str, door: Gebruiker) -> None:
    """Empty the klad of one tab: its user threw it away."""
    van_pagina(wijkteam, pagina, door).filter(tab=tab).update(velden={}, op=timezone.now())


def drop_kladden(rijen: Collection[Klad]) -> None:
    """Empty these, unless something was added to them meanwhile; when the database is busy, another time."""
    for rij in rijen:
        ongewijzigd = Klad.objects.filter(pk=rij.pk, serie=rij.serie)
        write_if_free(partial(ongewijzigd.update, velden={}, op=timezone.now()))
