"""Reads who saved what in a whole wijkteam, and when."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import QuerySet

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.antwoorden.models import Antwoord
from bouwstenen.antwoorden.store import as_gegeven
from bouwstenen.toegang.models import Gebruiker, Wijkteam

Paar = tuple[HuidigAntwoord, HuidigAntwoord | None]  # a version, and the one before it


def saved_versions(
    wijkteam: Wijkteam, *, wie: str = "", deel: str = "", van: date | None = None, tot: date | None = None
) -> QuerySet[Antwoord]:
    """Every version of every answer, newest first; van, tot: days, both included."""
    rijen = Antwoord.objects.filter(wijkteam=wijkteam)
    if wie:
        rijen = rijen.filter(auteur=int(wie))
    if deel:
        rijen = rijen.filter(vraag__startswith=f"{deel}.")
    if van:
        rijen = rijen.filter(gegeven_op__date__gte=van)
    if tot:
        rijen = rijen.filter(gegeven_op__date__lte=tot)
    return rijen.select_related("auteur").order_by("-gegeven_op", "-pk")


def with_previous(wijkteam: Wijkteam, rijen: Iterable[Antwoord]) -> list[Paar]:
    """These versions, each with the one before it, in one query more."""
    versies = [as_gegeven(rij) for rij in rijen]
    eerder = previous(wijkteam, versies)
    return [(een, eerder.get((een.vraag, een.versie - 1))) for een in versies]


def previous(wijkteam: Wijkteam, versies: Collection[HuidigAntwoord]) -> dict[tuple[str, int], HuidigAntwoord]:
    """The versions before these, and perhaps some more, by question and number."""
    rijen = Antwoord.objects.filter(
        wijkteam=wijkteam, vraag__in={een.vraag for een in versies}, versie__in={een.versie - 1 for een in versies}
    )
    return {(rij.vraag, rij.versie): as_gegeven(rij) for rij in rijen.select_related("auteur")}


def writers(wijkteam: Wijkteam) -> list[Gebruiker]:
    """Everybody who ever saved an answer of this wijkteam, by name."""
    auteurs = Antwoord.objects.filter(wijkteam=wijkteam).values("auteur")
    return list(Gebruiker.objects.filter(pk__in=auteurs).order_by("naam", "pk"))
