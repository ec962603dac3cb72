"""Chooses the few inzichten of a deel that say most to one wijkteam: for its startdocument."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
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


@dataclass(frozen=True)
class Kandidaat:
    """An inzicht at one of its vragen. rang, plaats: how specific it is there, and where the vraag stands."""

    inzicht: Inzicht
    vraag: Vraag
    rang: Rang
    plaats: int
    over_geheel: bool  # about the vraag as a whole, and not only about an option or a column of it


Plek = tuple[int, Rang, int, Kandidaat]  # how near it is to the answers, the lowest the nearest


def inzichten_voor(deel: str, gegeven: Mapping[str, Any], bij: Collection[str]) -> tuple[Inzicht, ...]:
    """At most three inzichten for this deel; the same answers always give the same ones. () for an unknown deel.

    gegeven: the values by key of the vraag, shapes as in catalogus.waarden. bij: the vragen with a signal.
    What belongs to a signal comes first, then what is about an option that was chosen, then the most specific; what
    is only about options that were not chosen comes last. At most one a vraag and one of a kind, while there is choice.
    """
    over = list(plekken(deel, gegeven, bij))
    gekozen: list[Kandidaat] = []
    while over and len(gekozen) < HOOGSTENS:
        vragen, soorten = {een.vraag.sleutel for een in gekozen}, {een.inzicht.soort for een in gekozen}
        *_, beste = min(over, key=lambda plek: order(plek, vragen, soorten))
        gekozen.append(beste)
        over = [plek for plek in over if plek[3].inzicht is not beste.inzicht]
    return tuple(een.inzicht for een in gekozen)


def order(plek: Plek, vragen: Collection[str], soorten: Collection[str]) -> tuple[bool, int, bool, Rang, int]:
    """What comes first beside what was chosen already."""
    groep, rang, plaats, een = plek
    return een.vraag.sleutel in vragen, groep, een.inzicht.soort in soorten, rang, plaats


def plekken(deel: str, gegeven: Mapping[str, Any], bij: Collection[str]) -> Iterator[Plek]:
    """Each inzicht with each vraag of the deel it belongs to, as far as these can be reached or have a signal."""
    for vraag, alle in kandidaten(deel):
        waarde, met_signaal = gegeven.get(vraag.sleutel), vraag.sleutel in bij
        if met_signaal or is_bereikbaar(vraag, gegeven):
            regels = frozenset(gekozen_regels(vraag, waarde))
            for een in alle:
                yield BIJ_SIGNAAL if met_signaal else nabijheid(een, regels, waarde), een.rang, een.plaats, een


@cache
def kandidaten(deel: str) -> tuple[tuple[Vraag, tuple[Kandidaat, ...]], ...]:
    """The inzichten of each vraag of the deel: the same for everybody."""
    gevonden = catalogus().deel(deel)
    vragen = gevonden.vragen if gevonden else ()
    return tuple((vraag, tuple(kandidaten_bij(vraag, plaats))) for plaats, vraag in enumerate(vragen))


def kandidaten_bij(vraag: Vraag, plaats: int) -> Iterator[Kandidaat]:
    for inzicht in inzichten_bij(vraag.sleutel):
        over_geheel = not set(vraag.dekking).isdisjoint(inzicht.dekking)
        yield Kandidaat(inzicht, vraag, koppeling().rang(inzicht, vraag.sleutel), plaats, over_geheel)


def is_bereikbaar(vraag: Vraag, gegeven: Mapping[str, Any]) -> bool:
    pagina = catalogus().pagina_van[vraag.sleutel]
    return stand((pagina.voorwaarde, vraag.voorwaarde), gegeven) != "verborgen"


def nabijheid(een: Kandidaat, regels: Collection[str], waarde: Any) -> int:
    """BIJ_KEUZE, BIJ_VRAAG or BIJ_ANDERE_KEUZE; regels: the lines behind what was chosen."""
    if any(regel in regels for regel in een.inzicht.dekking):
        return BIJ_KEUZE
    return BIJ_VRAAG if een.over_geheel or is_leeg(waarde) else BIJ_ANDERE_KEUZE


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
