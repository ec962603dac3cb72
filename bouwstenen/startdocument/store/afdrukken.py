"""Keeps the PDFs of startdocumenten, and how far the making of each one is."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q
from django.db.models.functions import Length
from django.dispatch import receiver
from django.utils import timezone

from bouwstenen.antwoorden.models import Antwoord
from bouwstenen.antwoorden.store.wissen import gewist
from bouwstenen.startdocument.models import Afdruk
from bouwstenen.toegang.models import Wijkteam
from bouwstenen.toegang.store import wijkteams_in_scope

RUST = timedelta(minutes=1)  # whoever is still typing saves again within a minute
TERUG = timedelta(hours=1)  # what changed longer ago waits until somebody asks
BEWAAR = timedelta(days=30)


@transaction.atomic
def find_or_add(
    *, wijkteam: Wijkteam, kenmerk: str, html: str, vanzelf: bool = False, **velden: Any
) -> tuple[Afdruk, bool]:
    """The afdruk under this hash, and whether somebody must make it now: it is new, or making it failed."""
    alle = Afdruk.objects.zonder_inhoud().select_for_update()
    velden |= {"html": html, "vanzelf": vanzelf}
    afdruk, nieuw = alle.get_or_create(wijkteam=wijkteam, kenmerk=kenmerk, defaults=velden)
    if nieuw:
        return afdruk, True
    opnieuw = afdruk.stand == "mislukt"
    afdruk.gevraagd_op, afdruk.vanzelf = timezone.now(), afdruk.vanzelf and vanzelf
    if opnieuw:
        afdruk.in_rij_op, afdruk.begonnen_op, afdruk.mislukt_op = afdruk.gevraagd_op, None, None
    afdruk.save(update_fields=["gevraagd_op", "vanzelf", "in_rij_op", "begonnen_op", "mislukt_op"])
    return afdruk, opnieuw


def find(wijkteam: Wijkteam, kenmerk: str) -> Afdruk | None:
    """How far an afdruk of this wijkteam is, without its content but with its `grootte` in bytes."""
    alle = Afdruk.objects.zonder_inhoud().annotate(grootte=Length("pdf"))
    return alle.filter(wijkteam=wijkteam, kenmerk=kenmerk).first()


def pdf_van(afdruk: Afdruk) -> bytes:
    """The bytes of one that was made; b"" as long as it is not."""
    return bytes(Afdruk.objects.filter(pk=afdruk.pk).values_list("pdf", flat=True).first() or b"")


def is_verouderd(afdruk: Afdruk, wijkteam: Wijkteam) -> bool:
    """Whether something in the content of the wijkteam changed after what the afdruk holds."""
    later = Antwoord.objects.filter(wijkteam=wijkteam, gegeven_op__gt=afdruk.moment)
    return wijkteam.gewijzigd_op > afdruk.moment or later.exists()


def claim(pk: int) -> Afdruk | None:
    """The afdruk for the one worker that may make it now; None when it is made, in other hands, or gone."""
    if not Afdruk.objects.filter(pk=pk).te_maken().update(begonnen_op=timezone.now()):
        return None
    return Afdruk.objects.defer("pdf").get(pk=pk)


def keep(afdruk: Afdruk, pdf: bytes) -> None:
    """Keep what was made; when its text was wiped meanwhile, nothing is kept."""
    Afdruk.objects.filter(pk=afdruk.pk).update(pdf=pdf, html="", gemaakt_op=timezone.now(), mislukt_op=None)


def set_mislukt(afdruk: Afdruk) -> None:
    Afdruk.objects.filter(pk=afdruk.pk, gemaakt_op=None).update(mislukt_op=timezone.now())


def changed_wijkteams() -> list[Wijkteam]:
    """The wijkteams in scope that changed, rest since a minute, and were not asked for since."""
    nu = timezone.now()
    laatst: dict[int, datetime] = dict(
        Antwoord.objects.filter(gegeven_op__gte=nu - TERUG).values_list("wijkteam").annotate(op=Max("gegeven_op"))
    )
    anders = Wijkteam.objects.filter(gewijzigd_op__gte=nu - TERUG).values_list("pk", "gewijzigd_op")
    for pk, op in anders:
        laatst[pk] = max(op, laatst.get(pk, op))
    gevraagd = Afdruk.objects.filter(wijkteam__in=list(laatst)).values_list("wijkteam").annotate(op=Max("gevraagd_op"))
    actueel = {pk for pk, op in gevraagd if op >= laatst[pk]}
    rust = [pk for pk, op in laatst.items() if op <= nu - RUST and pk not in actueel]
    return list(wijkteams_in_scope().filter(pk__in=rust, gearchiveerd_op=None))


def prune() -> int:
    """Drop what nobody in scope asked for in thirty days, or at all since a newer one was made; returns how many."""
    nieuwer = Afdruk._base_manager.filter(wijkteam=OuterRef("wijkteam"), gevraagd_op__gt=OuterRef("gevraagd_op"))
    oud = Q(gevraagd_op__lt=timezone.now() - BEWAAR) | Q(Exists(nieuwer), vanzelf=True)
    return int(Afdruk.objects.filter(oud).delete()[0])


@receiver(gewist)
def forget_afdrukken(wijkteam: Wijkteam, **kwargs: Any) -> None:
    """Text of this wijkteam was wiped: no document may hold it any longer."""
    Afdruk.objects.filter(wijkteam=wijkteam).delete()
