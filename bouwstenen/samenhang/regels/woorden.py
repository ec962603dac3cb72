"""Reads the words of the regels from TOML, strictly: what does not fit the catalogue is an error with its regel."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bouwstenen.catalogus.loader import CatalogusFout, catalogus, read_tables
from bouwstenen.catalogus.schema import Catalogus
from bouwstenen.samenhang.signaal import ERNSTEN, Ernst

INHOUD = Path(__file__).parent.parent / "inhoud" / "regels"
SLEUTEL = re.compile(r"REG-\d{3}")


@dataclass(frozen=True, kw_only=True)
class Woorden:
    """What a regel says.

    vragen: the questions that cause it, the one to adapt first in front. gevraagd: where only words could decide, the
    question with ja or nee (or a short list) that we ask instead. weggelaten: why it is not built, on one line.
    """

    sleutel: str
    ernst: Ernst
    bron: str
    melding: str = ""
    waarom: str = ""
    vragen: tuple[str, ...] = field(default=())
    gevraagd: tuple[str, ...] = field(default=())
    weggelaten: str = ""


@cache
def woorden() -> dict[str, Woorden]:
    """The words of all regels by key; raises CatalogusFout at the first thing that is wrong."""
    return load_woorden(INHOUD, catalogus())


def load_woorden(map_: Path, gids: Catalogus) -> dict[str, Woorden]:
    """Read all files of a folder, one per deel; raises CatalogusFout at the first thing that is wrong."""
    alle: dict[str, Woorden] = {}
    for bestand in sorted(map_.glob("*.toml")):
        for een in load_bestand(bestand, gids):
            if een.sleutel in alle:
                raise CatalogusFout(f"{bestand.name}: {een.sleutel} staat er meer dan één keer")
            alle[een.sleutel] = een
    return dict(sorted(alle.items()))


def load_bestand(bestand: Path, gids: Catalogus) -> tuple[Woorden, ...]:
    alle = read_tables(bestand, "regel", Woorden)
    for een in alle:
        check_woorden(een, gids, f"{bestand.name}, {een.sleutel}")
    return alle


def check_woorden(een: Woorden, gids: Catalogus, plaats: str) -> None:
    if not SLEUTEL.fullmatch(een.sleutel):
        raise CatalogusFout(f"{plaats}: een sleutel ziet er zo uit: REG-001")
    if een.ernst not in ERNSTEN:
        raise CatalogusFout(f"{plaats}: ernst '{een.ernst}' bestaat niet")
    if not een.weggelaten and not (een.melding and een.waarom and een.vragen):
        raise CatalogusFout(f"{plaats}: melding, waarom en vragen zijn nodig, of 'weggelaten' met een reden")
    for sleutel in (*een.vragen, *een.gevraagd):
        if sleutel not in gids.vragen:
            raise CatalogusFout(f"{plaats}: vraag '{sleutel}' bestaat niet")
        if een.vragen.count(sleutel) != 1:
            raise CatalogusFout(f"{plaats}: vraag '{sleutel}' hoort precies één keer bij 'vragen'")
