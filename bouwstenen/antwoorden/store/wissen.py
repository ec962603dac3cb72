"""Takes text away for good, the one exception to "nothing is ever lost": when the law asks for it."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.dispatch import Signal, receiver
from django.utils import timezone

from bouwstenen.antwoorden.models import Aanwezig, Antwoord, Klad
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.spoor import Daad, note
from bouwstenen.core.versies import VersieModel
from bouwstenen.toegang.models import Gebruiker
from bouwstenen.toegang.store.vertrek import vertrokken

KORTST = 3  # a shorter text says nothing about anybody
NIET_GETYPT = {"keuze", "keuzes", "volgorde", "nodig", "aanwezig", "id"}  # the parts of a value that hold keys

Versie = TypeVar("Versie", bound=VersieModel)
gewist = Signal()  # sent with `wijkteam`, in the same transaction: whoever keeps a copy of its text drops it


@transaction.atomic
def wis_versie(*, antwoord: Antwoord, reden: str, door: Gebruiker) -> bool:
    """Wipe the text of one version, also where somebody's klad repeats it; False when that was done before."""
    weg, rij = getypt(antwoord), wis_rij(rij=antwoord, reden=reden, door=door)
    if rij:
        wipe_kladden(rij, weg)
    return rij is not None


@transaction.atomic
def wis_rij(*, rij: Versie, reden: str, door: Gebruiker) -> Versie | None:
    """Wipe the text of one version, whatever it is a version of; the row as it is now, None when that was done before.

    The place for a row without klad; an answer goes through wis_versie.
    """
    rijen = type(rij).objects
    rij = rijen.select_for_update(of=("self",)).select_related("wijkteam__gemeente").get(pk=rij.pk)
    if rij.gewist_op:
        return None
    rij.gewist_op, rij.gewist_reden = timezone.now(), reden
    weg = {**rij.leeg, "gewist_op": rij.gewist_op, "gewist_reden": reden}
    # Past the guard of AppendOnlyQuerySet, here and nowhere else.
    QuerySet.update(rijen.filter(pk=rij.pk), **weg)
    cover(rij, door)
    gewist.send(sender=type(rij), wijkteam=rij.wijkteam)
    note(Daad.GEWIST, rij.wijkteam, door=door, bij=f"{getattr(rij, rij.onderwerp)}, versie {rij.versie}: {reden}")
    return rij


def cover(rij: VersieModel, door: Gebruiker) -> None:
    """Put an empty version over a wiped one that was the newest.

    Whoever has the page open still sends the old text, as an answer to the old version: now that is a conflict.
    """
    blijft = {naam: getattr(rij, naam) for naam in ("wijkteam", *rij.blijft, "gewist_op", "gewist_reden")}
    try:
        with transaction.atomic():
            type(rij).objects.create(**blijft, versie=rij.versie + 1, auteur=door)
    except IntegrityError:  # there is a newer version already
        pass


def wipe_kladden(rij: Antwoord, weg: list[str]) -> None:
    """Put the marker in the place of these texts in what was typed at the same question and not saved."""
    if not weg:
        return
    patroon, (deel, _, naam) = as_pattern(weg), rij.vraag.partition(".")
    for klad in Klad.objects.select_for_update().filter(wijkteam=rij.wijkteam, pagina__startswith=f"{deel}."):
        velden = {
            veld: [patroon.sub(lambda _: rij.gewist, tekst) for tekst in teksten]
            if veld.partition("-")[0] == naam
            else teksten
            for veld, teksten in klad.velden.items()
        }
        if velden != klad.velden:
            klad.velden = velden
            klad.save(update_fields=["velden"])


def as_pattern(teksten: list[str]) -> re.Pattern[str]:
    """Finds any of these texts as whole words, the longest first, however its white space was posted."""
    woorden = (r"\s+".join(map(re.escape, tekst.split())) for tekst in sorted(teksten, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(woorden)})(?!\w)")


def getypt(rij: VersieModel) -> list[str]:
    """What somebody typed in this version; chosen options are no text."""
    vraag = catalogus().vragen.get(getattr(rij, rij.onderwerp))
    opties = {optie.sleutel for kolom in vraag.kolommen for optie in kolom.opties} if vraag else set()
    teksten = (tekst for veld in rij.leeg for tekst in typed(getattr(rij, veld)))
    return [tekst for tekst in teksten if len(tekst.strip()) >= KORTST and tekst not in opties]


def typed(waarde: Any) -> Iterator[str]:
    """The texts inside a value, in the shapes that catalogus.waarden describes."""
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict):
        for naam, deel in waarde.items():
            if naam not in NIET_GETYPT:
                yield from typed(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from typed(deel)


def ook_in(rij: Versie) -> list[Versie]:
    """The other versions of the same thing that hold a text of this one, oldest first."""
    if not (weg := getypt(rij)):
        return []
    patroon = as_pattern(weg)
    return [een for een in type(rij).objects.andere(rij) if patroon.search("\n".join(getypt(een)))]


@receiver(vertrokken)
def forget_gebruiker(gebruiker: Gebruiker, **kwargs: Any) -> None:
    """Somebody left: drop what they typed and never saved, and where they were."""
    Klad.objects.filter(gebruiker=gebruiker).delete()
    Aanwezig.objects.filter(gebruiker=gebruiker).delete()
