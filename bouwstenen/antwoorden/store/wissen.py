"""Takes text away for good, the one exception to "nothing is ever lost": when the law asks for it."""

import re
from collections.abc import Iterator
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.dispatch import Signal, receiver
from django.utils import timezone

from bouwstenen.antwoorden.models import Aanwezig, Antwoord, Klad
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.spoor import Daad, note
from bouwstenen.toegang.models import Gebruiker
from bouwstenen.toegang.store.vertrek import vertrokken

KORTST = 3  # a shorter text says nothing about anybody
NIET_GETYPT = {"keuze", "keuzes", "volgorde", "nodig", "aanwezig", "id"}  # the parts of a value that hold keys

gewist = Signal()  # sent with `wijkteam`, in the same transaction: whoever keeps a copy of its text drops it


@transaction.atomic
def wis_versie(*, antwoord: Antwoord, reden: str, door: Gebruiker) -> bool:
    """Wipe the text of one version, also where somebody's klad repeats it; False when that was done before."""
    rij = Antwoord.objects.select_for_update(of=("self",)).select_related("wijkteam__gemeente").get(pk=antwoord.pk)
    if rij.gewist_op:
        return False
    weg = getypt(rij)
    rij.gewist_op, rij.gewist_reden = timezone.now(), reden
    # Past the guard of AppendOnlyQuerySet, here and nowhere else.
    QuerySet.update(
        Antwoord.objects.filter(pk=rij.pk), waarde=None, toelichting="", gewist_op=rij.gewist_op, gewist_reden=reden
    )
    cover(rij, door)
    wipe_kladden(rij, weg)
    gewist.send(sender=Antwoord, wijkteam=rij.wijkteam)
    note(Daad.GEWIST, rij.wijkteam, door=door, bij=f"{rij.vraag}, versie {rij.versie}: {reden}")
    return True


def cover(rij: Antwoord, door: Gebruiker) -> None:
    """Put an empty version over a wiped one that was the newest.

    Whoever has the page open still sends the old text, as an answer to the old version: now that is a conflict.
    """
    try:
        with transaction.atomic():
            Antwoord.objects.create(
                wijkteam=rij.wijkteam,
                vraag=rij.vraag,
                versie=rij.versie + 1,
                auteur=door,
                gewist_op=rij.gewist_op,
                gewist_reden=rij.gewist_reden,
            )
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


def getypt(antwoord: Antwoord) -> list[str]:
    """What somebody typed in this version; chosen options are no text."""
    vraag = catalogus().vragen.get(antwoord.vraag)
    opties = {optie.sleutel for kolom in vraag.kolommen for optie in kolom.opties} if vraag else set()
    teksten = (antwoord.toelichting, *typed(antwoord.waarde))
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


def ook_in(antwoord: Antwoord) -> list[Antwoord]:
    """The other versions of the same answer that hold a text of this one, oldest first."""
    if not (weg := getypt(antwoord)):
        return []
    patroon = as_pattern(weg)
    andere = Antwoord.objects.filter(wijkteam=antwoord.wijkteam, vraag=antwoord.vraag).exclude(pk=antwoord.pk)
    return [rij for rij in andere.order_by("versie") if patroon.search("\n".join(getypt(rij)))]


@receiver(vertrokken)
def forget_gebruiker(gebruiker: Gebruiker, **kwargs: Any) -> None:
    """Somebody left: drop what they typed and never saved, and where they were."""
    Klad.objects.filter(gebruiker=gebruiker).delete()
    Aanwezig.objects.filter(gebruiker=gebruiker).delete()
