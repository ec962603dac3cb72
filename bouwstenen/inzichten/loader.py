"""Reads the inzichten from TOML, strictly: what does not fit the catalogue is an error with its file and key."""

import re
from functools import cache
from pathlib import Path

from bouwstenen.catalogus.dekking import elementen
from bouwstenen.catalogus.loader import DELEN, CatalogusFout, catalogus, check_unique, read_tables
from bouwstenen.catalogus.schema import Catalogus
from bouwstenen.inzichten.schema import SOORTEN, Begrip, Inzicht, Inzichten

INHOUD = Path(__file__).parent / "inhoud"
SLEUTEL = re.compile(r"INZ-\d{3}")
JAAR = re.compile(r"\d{4}(–\d{4})?")
REGELS = re.compile(r"\d{3}, regel \d+(–\d+)?(, \d+(–\d+)?)*")


@cache
def inzichten() -> Inzichten:
    """The inzichten of this installation; raises CatalogusFout when their files are not right."""
    return load_inzichten(INHOUD, catalogus())


def load_inzichten(map_: Path, gids: Catalogus) -> Inzichten:
    """Read all files of a folder, one per deel; raises CatalogusFout at the first thing that is wrong."""
    begrippen = read_tables(map_ / "begrippen.toml", "begrip", Begrip)
    check_unique([begrip.sleutel for begrip in begrippen], "begrippen.toml")
    gelezen = Inzichten((), {begrip.sleutel: begrip for begrip in begrippen})
    alle = tuple(een for deel in DELEN for een in load_bestand(map_ / f"{deel}.toml", gelezen, gids))
    check_unique([inzicht.sleutel for inzicht in alle], "inzichten")
    return Inzichten(alle, gelezen.begrippen)


def load_bestand(bestand: Path, gelezen: Inzichten, gids: Catalogus) -> tuple[Inzicht, ...]:
    gevonden = read_tables(bestand, "inzicht", Inzicht)
    bekend = bekende_regels(gids)
    for inzicht in gevonden:
        plaats = f"{bestand.name}, {inzicht.sleutel}"
        check_inzicht(inzicht, gids, plaats)
        for regel in inzicht.dekking:
            if regel not in bekend:
                raise CatalogusFout(f"{plaats}: '{regel}' staat niet in de catalogus")
        for sleutel in inzicht.begrippen:
            check_begrip(sleutel, inzicht, gelezen, plaats)
    return gevonden


def bekende_regels(gids: Catalogus) -> set[str]:
    """The lines of the instrument that something in the catalogue covers, with those of the extra questions."""
    gedekt = {regel for element in elementen(gids) for regel in element.dekking}
    return gedekt | {vraag.extra for vraag in gids.vragen.values() if vraag.extra}


def check_inzicht(inzicht: Inzicht, gids: Catalogus, plaats: str) -> None:
    if not SLEUTEL.fullmatch(inzicht.sleutel):
        raise CatalogusFout(f"{plaats}: een sleutel ziet er zo uit: INZ-001")
    if inzicht.soort not in SOORTEN:
        raise CatalogusFout(f"{plaats}: soort '{inzicht.soort}' bestaat niet")
    if not JAAR.fullmatch(inzicht.jaar):
        raise CatalogusFout(f"{plaats}: jaar '{inzicht.jaar}' moet zijn zoals 2015, of 2012–2013")
    if not inzicht.dekking:
        raise CatalogusFout(f"{plaats}: 'dekking' is leeg")
    if not REGELS.fullmatch(inzicht.bron) or not gids.bronnen_van(inzicht.bron):
        raise CatalogusFout(f"{plaats}: bron '{inzicht.bron}' is geen bron die er is, zoals 002, regel 12–14")


def check_begrip(sleutel: str, inzicht: Inzicht, gelezen: Inzichten, plaats: str) -> None:
    if sleutel not in gelezen.begrippen:
        raise CatalogusFout(f"{plaats}: begrip '{sleutel}' staat niet in begrippen.toml")
    if not komt_voor(gelezen.begrippen[sleutel], inzicht.tekst):
        raise CatalogusFout(f"{plaats}: begrip '{sleutel}' komt in de tekst niet voor")


def komt_voor(begrip: Begrip, tekst: str) -> bool:
    """Whether the text has one of the forms of this word, as a word of its own."""
    return any(re.search(rf"(?<!\w){re.escape(woord)}(?!\w)", tekst, re.IGNORECASE) for woord in begrip.woorden)
