"""Reads the designs of the study from TOML, strictly: whatever does not fit is an error with its file and vraag."""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bouwstenen.catalogus.schema import Catalogus, Vraag
from bouwstenen.voorbeelden.vormen import VormFout, check_waarde

ONTWERPEN = Path(__file__).parent / "ontwerpen"
BRON = re.compile(r"(?P<bron>\d{3}), regel (?P<van>\d+)(–(?P<tot>\d+))?")
LANGSTE_BRON = 200  # what Antwoord.herkomst holds
TEKSTEN = ("gemeente", "slug", "wijkteam")


class VoorbeeldFout(ValueError):
    """A design can't be read; the message names file and vraag."""


@dataclass(frozen=True, kw_only=True)
class Voorbeeld:
    """One answer as the study tells it; `bron` names the lines it rests on."""

    vraag: str
    waarde: Any
    bron: str
    toelichting: str = ""


@dataclass(frozen=True, kw_only=True)
class Ontwerp:
    """A wijkteam from the study with its answers, in a gemeente of its own."""

    gemeente: str
    slug: str
    wijkteam: str
    antwoorden: tuple[Voorbeeld, ...]


@dataclass(frozen=True)
class Regels:
    """Lines of a source: "002", from and up to and including."""

    bron: str
    van: int
    tot: int


def load_ontwerpen(map_: Path, catalogus: Catalogus) -> tuple[Ontwerp, ...]:
    """All designs in a folder, by file name; raises VoorbeeldFout at the first thing that is wrong."""
    return tuple(load_ontwerp(bestand, catalogus) for bestand in sorted(map_.glob("*.toml")))


def load_ontwerp(bestand: Path, catalogus: Catalogus) -> Ontwerp:
    """One file is one design; raises VoorbeeldFout when it does not fit the catalogue."""
    try:
        tabel = tomllib.loads(bestand.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fout:
        raise VoorbeeldFout(f"{bestand.name}: {fout}") from fout
    antwoorden = tabel.pop("antwoord", [])
    check_texts(tabel, TEKSTEN, TEKSTEN, bestand.name)
    gelezen = tuple(read_antwoord(antwoord, catalogus, bestand.name) for antwoord in antwoorden)
    check_once([antwoord.vraag for antwoord in gelezen], bestand.name)
    return Ontwerp(**tabel, antwoorden=gelezen)


def read_antwoord(tabel: dict[str, Any], catalogus: Catalogus, bestand: str) -> Voorbeeld:
    plaats = f"{bestand}, {tabel.get('vraag', 'vraag ontbreekt')}"
    velden = {naam: strip(waarde) for naam, waarde in tabel.items()}
    waarde = velden.pop("waarde", None)
    check_texts(velden, ("vraag", "bron", "toelichting"), ("vraag", "bron"), plaats)
    vraag = catalogus.vragen.get(velden["vraag"])
    if vraag is None:
        raise VoorbeeldFout(f"{plaats}: deze vraag staat niet in de catalogus")
    check_bron(velden["bron"], catalogus, plaats)
    check_antwoord(vraag, waarde, velden, plaats)
    return Voorbeeld(**velden, waarde=with_row_ids(vraag, waarde))


def check_antwoord(vraag: Vraag, waarde: Any, velden: Collection[str], plaats: str) -> None:
    """The value fits the vraag, and a toelichting is only given where the vraag has room for one."""
    if "toelichting" in velden and not vraag.met_toelichting:
        raise VoorbeeldFout(f"{plaats}: bij deze vraag hoort geen toelichting")
    try:
        check_waarde(vraag, waarde)
    except VormFout as fout:
        raise VoorbeeldFout(f"{plaats}: {fout}") from fout


def strip(waarde: Any) -> Any:
    """The same without white space around each text: TOML's long strings end in a newline."""
    if isinstance(waarde, str):
        return waarde.strip()
    if isinstance(waarde, list):
        return [strip(deel) for deel in waarde]
    return {naam: strip(deel) for naam, deel in waarde.items()} if isinstance(waarde, dict) else waarde


def check_texts(tabel: dict[str, Any], mag: Collection[str], moet: Collection[str], plaats: str) -> None:
    """The table has all of `moet`, nothing beside `mag`, and each is a text with something in it."""
    for naam in sorted(tabel.keys() - set(mag)):
        raise VoorbeeldFout(f"{plaats}: onbekende sleutel '{naam}'")
    for naam in moet:
        if naam not in tabel:
            raise VoorbeeldFout(f"{plaats}: sleutel '{naam}' ontbreekt")
    for naam, tekst in tabel.items():
        if not isinstance(tekst, str) or not tekst:
            raise VoorbeeldFout(f"{plaats}: '{naam}' moet tekst zijn, vond {tekst!r}")


def check_once(vragen: list[str], bestand: str) -> None:
    for vraag in vragen:
        if vragen.count(vraag) > 1:
            raise VoorbeeldFout(f"{bestand}, {vraag}: deze vraag staat er meer dan één keer")


def check_bron(bron: str, catalogus: Catalogus, plaats: str) -> None:
    if len(bron) > LANGSTE_BRON:
        raise VoorbeeldFout(f"{plaats}: bron is langer dan {LANGSTE_BRON} tekens")
    bekend = {bekende.sleutel for bekende in catalogus.bronnen}
    for regels in read_regels(bron, plaats):
        if regels.bron not in bekend:
            raise VoorbeeldFout(f"{plaats}: bron '{regels.bron}' bestaat niet")


def read_regels(bron: str, plaats: str = "bron") -> tuple[Regels, ...]:
    """ "002, regel 12–14; 002, regel 20" as line ranges; raises VoorbeeldFout when it is written otherwise."""
    gevonden = []
    for deel in bron.split("; "):
        match = BRON.fullmatch(deel)
        van, tot = (int(match["van"]), int(match["tot"] or match["van"])) if match else (0, 0)
        if not match or not 0 < van <= tot:
            raise VoorbeeldFout(f"{plaats}: bron '{deel}' moet er zo uitzien: 002, regel 12–14")
        gevonden.append(Regels(match["bron"], van, tot))
    return tuple(gevonden)


def with_row_ids(vraag: Vraag, waarde: Any) -> Any:
    """Rows of a tabel are named r1, r2 … in the order of the file."""
    if vraag.soort != "tabel":
        return waarde
    return {"rijen": [{"id": f"r{nummer}", **rij} for nummer, rij in enumerate(waarde["rijen"], 1)]}
