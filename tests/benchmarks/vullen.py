"""Fills a database as a country would: gemeenten with three wijkteams each, and ten versions of every answer."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management import call_command
from django.db import connection, transaction
from django_scopes import scopes_disabled  # noqa: TID251 -- the benchmark fills the gemeenten of a whole country

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Kolom, Vraag
from bouwstenen.models import Aanwezig, Afweging, Antwoord, Gebruiker, Gemeente, Klad, Lidmaatschap, Wijkteam
from bouwstenen.samenhang.regels import REGELS

TEAMS, VERSIES = 3, 10
RIJEN, RIJEN_KORT = 30, 4
BEGIN = datetime(2026, 1, 5, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
ZIN = "De bewoners van deze wijk weten de weg naar het team te vinden, want het zit in het buurthuis. "
VAST = {  # so that every wijkteam reaches the same pages
    "vormgeving.vorm": "integraal",
    "inrichting.een_of_meer_teams": "meerdere",
    "competenties.complexe_vragen": "ja",
}


def fill(aantal: int) -> None:
    """Make the tables and `aantal` gemeenten; gemeente 1 is the same whatever their number.

    Version after version, as time goes: the rows of one wijkteam lie scattered among those of all others.
    """
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    with scopes_disabled(), transaction.atomic():
        teams = make_teams(aantal)
        paginas = [pagina.sleutel for deel in catalogus().delen for pagina in deel.pagina]
        Klad.objects.bulk_create(
            Klad(wijkteam=team, gebruiker=wie, pagina=pagina, tab="t") for team, wie in teams for pagina in paginas
        )
        Aanwezig.objects.bulk_create(Aanwezig(wijkteam=team, gebruiker=wie, pagina="") for team, wie in teams)
        for versie in range(1, VERSIES + 1):
            inhoud = {sleutel: waarde(vraag, versie) for sleutel, vraag in catalogus().vragen.items()}
            for team, wie in teams:
                Antwoord.objects.bulk_create(answers(team, wie, versie, inhoud))
                Afweging.objects.bulk_create(decisions(team, wie, versie))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # a database in use has statistics


def make_teams(aantal: int) -> list[tuple[Wijkteam, Gebruiker]]:
    """Every wijkteam with who fills it in; a teamcoach reads along."""
    nummers = range(1, aantal + 1)
    gemeenten = Gemeente.objects.bulk_create(
        Gemeente(slug=f"gemeente-{nummer}", naam=f"Gemeente {nummer}") for nummer in nummers
    )
    gebruikers = {
        rol: Gebruiker.objects.bulk_create(
            Gebruiker(email=f"{rol}-{nummer}@voorbeeld.nl", naam=f"{rol.capitalize()} {nummer}") for nummer in nummers
        )
        for rol in ("beleidsadviseur", "teamcoach")
    }
    Lidmaatschap.objects.bulk_create(
        Lidmaatschap(gemeente=gemeente, gebruiker=wie, rollen=[rol])
        for rol, wie_allen in gebruikers.items()
        for gemeente, wie in zip(gemeenten, wie_allen, strict=True)
    )
    teams = Wijkteam.objects.bulk_create(
        Wijkteam(gemeente=gemeente, slug=f"team-{nummer}", naam=f"Wijk {nummer}", gewijzigd_op=BEGIN)
        for gemeente in gemeenten
        for nummer in range(1, TEAMS + 1)
    )
    adviseurs = [wie for wie in gebruikers["beleidsadviseur"] for _ in range(TEAMS)]
    return list(zip(teams, adviseurs, strict=True))


def answers(team: Wijkteam, wie: Gebruiker, versie: int, inhoud: dict[str, Any]) -> Iterable[Antwoord]:
    """One version of every answer of a wijkteam."""
    for nummer, (sleutel, waarde) in enumerate(inhoud.items()):
        yield Antwoord(
            wijkteam=team,
            vraag=sleutel,
            versie=versie,
            waarde=waarde,
            toelichting=tekst(versie, 1) if catalogus().vragen[sleutel].met_toelichting else "",
            auteur=wie,
            gegeven_op=BEGIN + timedelta(days=versie, minutes=nummer),
        )


def decisions(team: Wijkteam, wie: Gebruiker, versie: int) -> Iterable[Afweging]:
    """One version of a decision about every third regel."""
    for regel in list(REGELS)[::3]:
        yield Afweging(
            wijkteam=team,
            regel=regel,
            versie=versie,
            besluit="bewust" if versie % 2 else "bespreken",
            reden=tekst(versie, 2),
            door="Het college",
            op=BEGIN.date(),
            auteur=wie,
        )


def tekst(versie: int, zinnen: int) -> str:
    return f"Versie {versie}. {ZIN * zinnen}".strip()


def waarde(vraag: Vraag, versie: int) -> Any:
    """An answer in the shape of its soort (catalogus.waarden), another one in every version."""
    sleutels = [optie.sleutel for optie in vraag.stappen]
    match vraag.soort:
        case "tekst":
            return tekst(versie, 4)
        case "getal":
            return str((vraag.minimum or 0) + versie)
        case "tabel":
            nummers = range(RIJEN if vraag.extra == "EX-33" else RIJEN_KORT)
            return {"rijen": [row(vraag.kolommen, nummer, versie) for nummer in nummers]}
        case "competentie":
            return {schaal.sleutel: str(1 + versie % 5) for schaal in vraag.schalen}
        case "meer":
            return {"keuzes": sleutels[: 1 + versie % len(sleutels)]}
        case "rangorde":
            return {"volgorde": sleutels[versie % 3 :]}
    een = {"keuze": VAST.get(vraag.sleutel, sleutels[versie % len(sleutels)])}
    return een | ({"naam": f"Afdeling {versie}"} if vraag.soort == "wie" else {})


def row(kolommen: Iterable[Kolom], nummer: int, versie: int) -> dict[str, Any]:
    return {"id": f"r{nummer:x}"} | {kolom.sleutel: cell(kolom, nummer, versie) for kolom in kolommen}


def cell(kolom: Kolom, nummer: int, versie: int) -> Any:
    sleutels = [optie.sleutel for optie in kolom.opties]
    match kolom.soort:
        case "tekst":
            return f"{kolom.label} {nummer}, versie {versie}"
        case "getal":
            return str((kolom.minimum or 0) + nummer % 5)
        case "keuze":
            return sleutels[nummer % len(sleutels)]
        case "meer":
            return sleutels[:2]
        case "wie":
            return {"keuze": sleutels[nummer % len(sleutels)], "naam": ""}
