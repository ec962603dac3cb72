"""Reads the trace: the log-ins of one user, and the logboek of a gemeente."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db.models import Q, QuerySet

from bouwstenen.core.models import Spoorregel
from bouwstenen.core.spoor import OPDRACHT, Daad, Resultaat
from bouwstenen.toegang.models import Gebruiker, Gemeente, Lidmaatschap, Uitnodiging, Wijkteam

# Where the name of an object stands. The trace holds keys only, so a name that was taken away is gone here too.
NAMEN: Mapping[str, tuple[Any, str]] = MappingProxyType(
    {
        "gebruiker": (Gebruiker, "naam"),
        "gemeente": (Gemeente, "naam"),
        "lidmaatschap": (Lidmaatschap, "gebruiker__naam"),
        "uitnodiging": (Uitnodiging, "email"),
        "wijkteam": (Wijkteam, "naam"),
    }
)


@dataclass(frozen=True)
class Inlog:
    """One time that somebody logged in to an account, or tried to."""

    tijdstip: datetime
    oorsprong: str
    gelukt: bool


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One deed as a reader sees it, with the names of today."""

    tijdstip: datetime
    wie: str
    wat: str
    waaraan: str
    bij: str
    resultaat: Resultaat
    oorsprong: str


def inlogs_van(gebruiker: Gebruiker, limit: int = 20) -> list[Inlog]:
    """The newest log-ins of this user, those that failed too."""
    rijen = Spoorregel.objects.filter(actie=Daad.INGELOGD.value, object=f"gebruiker:{gebruiker.pk}")[:limit]
    return [Inlog(rij.tijdstip, rij.oorsprong, rij.resultaat == Resultaat.GELUKT) for rij in rijen]


def gebruiker_met_email(email: str) -> Gebruiker | None:
    """Whose account this is."""
    return Gebruiker.objects.filter(email__iexact=email).first()


def logboek(
    gemeente: Gemeente, *, wie: int | None = None, daad: str = "", van: date | None = None, tot: date | None = None
) -> QuerySet[Spoorregel]:
    """What was done in this gemeente and with the accounts of its members, newest first; needs it in scope.

    wie: the key of a user who did it, or whose account it was. van, tot: days, both included.
    """
    leden = Lidmaatschap.objects.filter(gemeente=gemeente, actief=True).values_list("gebruiker_id", flat=True)
    accounts = [f"gebruiker:{pk}" for pk in leden]
    rijen = Spoorregel.objects.filter(Q(gemeente=gemeente) | Q(gemeente=None, object__in=accounts))
    if wie:
        rijen = rijen.filter(Q(actor=wie) | Q(object=f"gebruiker:{wie}"))
    if daad:
        rijen = rijen.filter(actie=daad)
    if van:
        rijen = rijen.filter(tijdstip__date__gte=van)
    if tot:
        rijen = rijen.filter(tijdstip__date__lte=tot)
    return rijen.select_related("actor")


def personen(gemeente: Gemeente) -> list[Gebruiker]:
    """Everybody who is or was a member, or did something in this gemeente, by name; needs it in scope."""
    daders = Spoorregel.objects.filter(gemeente=gemeente).values("actor")
    leden = Lidmaatschap.objects.filter(gemeente=gemeente).values("gebruiker")
    return list(Gebruiker.objects.filter(Q(pk__in=leden) | Q(pk__in=daders)))


def regels(rijen: Iterable[Spoorregel]) -> list[Regel]:
    """Rows of the trace with their names, in one query per kind of object."""
    rijen = list(rijen)
    namen = names_of({rij.object for rij in rijen})
    return [
        Regel(
            tijdstip=rij.tijdstip,
            wie=rij.actor.naam if rij.actor else "Systeem" if rij.oorsprong == OPDRACHT else "Onbekend",
            wat=Daad(rij.actie).label,
            waaraan=namen.get(rij.object, ""),
            bij=rij.bijzonderheden,
            resultaat=Resultaat(rij.resultaat),
            oorsprong=rij.oorsprong,
        )
        for rij in rijen
    ]


def names_of(objecten: Iterable[str]) -> dict[str, str]:
    """The name of each object such as "wijkteam:12", as far as it has one."""
    per_soort = defaultdict(set)
    for object_ in objecten:
        soort, _, pk = object_.partition(":")
        per_soort[soort].add(pk)
    return {
        f"{soort}:{pk}": naam
        for soort, (model, veld) in NAMEN.items()
        if soort in per_soort
        for pk, naam in model.objects.filter(pk__in=per_soort[soort]).values_list("pk", veld)
    }
