"""Chooses the few inzichten of a deel that say most to one wijkteam: for its startdocument."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Kolom, Vraag
from bouwstenen.catalogus.voorwaarden import stand
from bouwstenen.catalogus.waarden import GETYPT, is_leeg
from bouwstenen.inzichten.koppeling import Rang, inzichten_bij, koppeling
from bouwstenen.inzichten.schema import Inzicht

HOOGSTENS = 3
# How near an inzicht is to what a wijkteam answered, the nearest first.
BIJ_SIGNAAL, BIJ_KEUZE, BIJ_VRAAG, BIJ_ANDERE_KEUZE = range(4)

Plek = tuple[Inzicht, str]  # an inzicht with the vraag it is shown for


def inzichten_voor(deel: str, gegeven: Mapping[str, Any], bij: Collection[str]) -> tuple[Inzicht, ...]:
    """At most three inzichten for this deel; the same answers always give the same ones. () for an unknown deel.

    gegeven: the values by key of the vraag, shapes as in catalogus.waarden. bij: the vragen with a signal.
    What belongs to a signal comes first, then what is about an option that was chosen, then the most specific; what is
    only about options that were not chosen comes last. At most one a vraag and one of a kind, where possible.
    """
    over = dict(kandidaten(deel, gegeven, bij))
    gekozen: list[Plek] = []
    while over and len(gekozen) < HOOGSTENS:
        vragen, soorten = {vraag for _, vraag in gekozen}, {inzicht.soort for inzicht, _ in gekozen}
        beste = min(over, key=lambda plek: (plek[1] in vragen, over[plek][0], plek[0].soort in soorten, over[plek]))
        gekozen.append(beste)
        over = {plek: rang for plek, rang in over.items() if plek[0] != beste[0]}
    return tuple(inzicht for inzicht, _ in gekozen)


def kandidaten(
    deel: str, gegeven: Mapping[str, Any], bij: Collection[str]
) -> Iterator[tuple[Plek, tuple[int, Rang, int]]]:
    """Each inzicht with each vraag of the deel it belongs to, and how near it is there: the lowest is the nearest."""
    gevonden = catalogus().deel(deel)
    for plaats, vraag in enumerate(gevonden.vragen if gevonden else ()):
        if vraag.sleutel in bij or is_bereikbaar(vraag, gegeven):
            for inzicht in inzichten_bij(vraag.sleutel):
                groep = BIJ_SIGNAAL if vraag.sleutel in bij else nabijheid(inzicht, vraag, gegeven.get(vraag.sleutel))
                yield (inzicht, vraag.sleutel), (groep, koppeling().rang(inzicht, vraag.sleutel), plaats)


def is_bereikbaar(vraag: Vraag, gegeven: Mapping[str, Any]) -> bool:
    pagina = catalogus().pagina_van[vraag.sleutel]
    return stand((pagina.voorwaarde, vraag.voorwaarde), gegeven) != "verborgen"


def nabijheid(inzicht: Inzicht, vraag: Vraag, waarde: Any) -> int:
    """BIJ_KEUZE, BIJ_VRAAG or BIJ_ANDERE_KEUZE."""
    if not set(gekozen_regels(vraag, waarde)).isdisjoint(inzicht.dekking):
        return BIJ_KEUZE
    over_geheel = not set(vraag.dekking).isdisjoint(inzicht.dekking)
    return BIJ_VRAAG if over_geheel or is_leeg(waarde) else BIJ_ANDERE_KEUZE


def gekozen_regels(vraag: Vraag, waarde: Any) -> Iterator[str]:
    """The lines of the instrument behind the options that were chosen, and behind the columns that were used."""
    yield from opties_regels(vraag, waarde)
    rijen = waarde.get("rijen") if isinstance(waarde, dict) else None
    for rij in rijen if isinstance(rijen, list) else ():
        for kolom in vraag.kolommen:
            if isinstance(rij, dict) and rij.get(kolom.sleutel):
                yield from kolom.dekking
                yield from opties_regels(kolom, rij[kolom.sleutel])


def opties_regels(element: Vraag | Kolom, waarde: Any) -> Iterator[str]:
    sleutels = set(woorden(waarde)) if element.opties else ()
    for optie in element.opties:
        if optie.sleutel in sleutels:
            yield from optie.dekking


def woorden(waarde: Any) -> Iterator[str]:
    """Every key in a value that may be that of an option: not what was typed."""
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from woorden(deel)
    elif isinstance(waarde, dict):
        for naam, deel in waarde.items():
            if naam not in GETYPT:
                yield from woorden(deel)
