"""Reads the catalogue from TOML, strictly: an unknown, missing or misspelt key is an error with its place."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_origin

from bouwstenen.catalogus import schema
from bouwstenen.catalogus.voorwaarden import VOORWAARDEN

INHOUD = Path(__file__).parent / "inhoud"
DELEN = (
    "gebiedsanalyse",
    "opgave",
    "vormgeving",
    "inrichting",
    "werkprincipes",
    "aansturing",
    "competenties",
    "afronding",
)
# Which dataclass the tables under a key become.
TABELLEN: dict[str, type] = {
    "pagina": schema.Pagina,
    "vraag": schema.Vraag,
    "uitleg": schema.Uitleg,
    "verwijzing": schema.Verwijzing,
    "opties": schema.Optie,
    "kolommen": schema.Kolom,
}
# The TOML type behind each type of field; everything else is a list.
VORMEN: dict[Any, type] = {
    str: str,
    bool: bool,
    int: int,
    int | None: int,
    schema.Redenen: dict,
}
SLEUTEL = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?")
BEZIG: dict[str, tuple[str, ...]] = {"opties": ("keuze", "meer", "schaal", "rangorde"), "kolommen": ("tabel",)}
K = TypeVar("K")


class CatalogusFout(ValueError):
    """The catalogue can't be read; the message names file, table and key."""


@cache
def catalogus() -> schema.Catalogus:
    """The catalogue of this installation; raises CatalogusFout when its files are not right."""
    return load_catalogus(INHOUD)


def load_catalogus(map_: Path) -> schema.Catalogus:
    """Read all files of a folder; raises CatalogusFout at the first thing that is wrong."""
    delen = tuple(load_deel(map_ / f"{naam}.toml") for naam in DELEN)
    gelezen = schema.Catalogus(delen, load_bronnen(map_ / "bronnen.toml"))
    check_links(gelezen)
    return gelezen


def read(bestand: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(bestand.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as fout:
        raise CatalogusFout(f"{bestand.name}: {fout}") from fout


def load_bronnen(bestand: Path) -> tuple[schema.Bron, ...]:
    return read_tables(bestand, "bron", schema.Bron)


def read_tables(bestand: Path, naam: str, klasse: type[K]) -> tuple[K, ...]:
    """The tables of a file that holds only tables of this name: [[naam]]."""
    tabel = read(bestand)
    for andere in sorted(tabel.keys() - {naam}):
        raise CatalogusFout(f"{bestand.name}: onbekende sleutel '{andere}'")
    return tuple(build(klasse, een, f"{bestand.name}, {naam}") for een in tabel.get(naam, []))


def load_deel(bestand: Path) -> schema.Deel:
    """One file is one deel; `competentieschalen` is shared by all its vragen of soort competentie."""
    tabel = read(bestand)
    schalen = tuple(
        build(schema.Schaaldeel, schaal, f"{bestand.name}, competentieschalen")
        for schaal in tabel.pop("competentieschalen", [])
    )
    deel = build(schema.Deel, tabel, bestand.name)
    if deel.sleutel != bestand.stem:
        raise CatalogusFout(f"{bestand.name}: sleutel is '{deel.sleutel}', verwacht '{bestand.stem}'")
    paginas = tuple(replace(p, vraag=tuple(with_schalen(v, schalen) for v in p.vraag)) for p in deel.pagina)
    deel = replace(deel, pagina=paginas)
    for pagina in paginas:
        check_pagina(deel, pagina, bestand.name)
    return deel


def with_schalen(vraag: schema.Vraag, schalen: tuple[schema.Schaaldeel, ...]) -> schema.Vraag:
    return replace(vraag, schalen=schalen) if vraag.soort == "competentie" else vraag


def build(klasse: type[K], tabel: Mapping[str, Any], waar: str) -> K:
    """Turn a TOML table into a dataclass; nested tables become dataclasses too."""
    if not isinstance(tabel, dict):
        raise CatalogusFout(f"{waar}: verwacht een tabel, vond {tabel!r}")
    velden = {veld.name: veld for veld in fields(klasse)}  # type: ignore[arg-type]
    plaats = f"{waar}, {tabel.get('sleutel', '')}".rstrip(", ")
    check_keys(tabel, velden, plaats)
    return klasse(**{naam: convert(velden[naam], naam, waarde, plaats) for naam, waarde in tabel.items()})


def check_keys(tabel: Mapping[str, Any], velden: Mapping[str, Field[Any]], plaats: str) -> None:
    for naam in sorted(tabel.keys() - velden.keys()):
        raise CatalogusFout(f"{plaats}: onbekende sleutel '{naam}'")
    for naam, veld in velden.items():
        if naam not in tabel and veld.default is MISSING and veld.default_factory is MISSING:
            raise CatalogusFout(f"{plaats}: sleutel '{naam}' ontbreekt")


def convert(veld: Field[Any], naam: str, waarde: Any, plaats: str) -> Any:
    """The value of one key as its field wants it: exactly its type, and nothing but text inside a plain list."""
    verwacht = str if get_origin(veld.type) is Literal else VORMEN.get(veld.type, list)
    klopt = type(waarde) is verwacht  # not isinstance: a bool is no int here
    if not klopt:
        raise CatalogusFout(f"{plaats}: '{naam}' moet {verwacht.__name__} zijn, vond {waarde!r}")
    if verwacht is list and naam in TABELLEN:
        return tuple(build(TABELLEN[naam], deel, f"{plaats}, {naam}") for deel in waarde)
    if verwacht is list:
        return tuple(tekst(deel, naam, plaats) for deel in waarde)
    if verwacht is dict:
        return MappingProxyType({sleutel: tekst(deel, naam, plaats) for sleutel, deel in waarde.items()})
    return waarde


def tekst(waarde: Any, naam: str, plaats: str) -> str:
    if not isinstance(waarde, str):
        raise CatalogusFout(f"{plaats}: '{naam}' bevat {waarde!r}, verwacht tekst")
    return waarde


def check_pagina(deel: schema.Deel, pagina: schema.Pagina, bestand: str) -> None:
    for sleutel in (pagina.sleutel, *(vraag.sleutel for vraag in pagina.vraag)):
        if not SLEUTEL.fullmatch(sleutel) or sleutel.partition(".")[0] != deel.sleutel:
            raise CatalogusFout(f"{bestand}: sleutel '{sleutel}' moet beginnen met '{deel.sleutel}.'")
    check_voorwaarde(pagina.voorwaarde, f"{bestand}, {pagina.sleutel}")
    for vraag in pagina.vraag:
        check_vraag(vraag, f"{bestand}, {vraag.sleutel}")


def check_voorwaarde(naam: str, plaats: str) -> None:
    if naam and naam not in VOORWAARDEN:
        raise CatalogusFout(f"{plaats}: voorwaarde '{naam}' bestaat niet")


def check_vraag(vraag: schema.Vraag, plaats: str) -> None:
    """The keys of a vraag fit its soort."""
    check_voorwaarde(vraag.voorwaarde, plaats)
    if vraag.soort not in schema.SOORTEN:
        raise CatalogusFout(f"{plaats}: soort '{vraag.soort}' bestaat niet")
    for naam, soorten in BEZIG.items():
        if vraag.soort in soorten and not getattr(vraag, naam):
            raise CatalogusFout(f"{plaats}: '{naam}' ontbreekt bij soort '{vraag.soort}'")
        if vraag.soort not in (*soorten, "wie") and getattr(vraag, naam):
            raise CatalogusFout(f"{plaats}: '{naam}' hoort niet bij soort '{vraag.soort}'")
    check_persoon(vraag, plaats)
    if vraag.voorstel and not (vraag.soort == "getal" and vraag.voorstel.isdecimal()):
        raise CatalogusFout(f"{plaats}: 'voorstel' moet een getal zijn, bij soort 'getal'")
    for kolom in vraag.kolommen:
        check_kolom(kolom, plaats)
    check_unique([optie.sleutel for optie in vraag.opties], plaats)
    check_unique([kolom.sleutel for kolom in vraag.kolommen], plaats)


def check_kolom(kolom: schema.Kolom, plaats: str) -> None:
    if kolom.soort not in schema.KOLOMSOORTEN:
        raise CatalogusFout(f"{plaats}, {kolom.sleutel}: soort '{kolom.soort}' bestaat niet")
    if kolom.soort in ("keuze", "meer") and not kolom.opties:
        raise CatalogusFout(f"{plaats}, {kolom.sleutel}: 'opties' ontbreekt")
    check_persoon(kolom, f"{plaats}, {kolom.sleutel}")
    check_unique([optie.sleutel for optie in kolom.opties], f"{plaats}, {kolom.sleutel}")


def check_persoon(een: schema.Vraag | schema.Kolom, plaats: str) -> None:
    if een.persoon and een.soort != "wie":
        raise CatalogusFout(f"{plaats}: 'persoon' hoort niet bij soort '{een.soort}'")


def check_unique(sleutels: list[str], plaats: str) -> None:
    for sleutel in sleutels:
        if sleutels.count(sleutel) > 1:
            raise CatalogusFout(f"{plaats}: sleutel '{sleutel}' komt meer dan één keer voor")
        if sleutel == schema.NOG_NIET:
            raise CatalogusFout(f"{plaats}: '{sleutel}' komt er vanzelf bij")


def check_links(gelezen: schema.Catalogus) -> None:
    """Keys are unique over all files, and every verwijzing leads somewhere."""
    check_unique([vraag.sleutel for deel in gelezen.delen for vraag in deel.vragen], "catalogus")
    check_unique([pagina.sleutel for deel in gelezen.delen for pagina in deel.pagina], "catalogus")
    for pagina in (pagina for deel in gelezen.delen for pagina in deel.pagina):
        for verwijzing in pagina.verwijzing:
            if verwijzing.naar not in gelezen.vragen:
                raise CatalogusFout(f"{pagina.sleutel}: verwijzing naar onbekende vraag '{verwijzing.naar}'")
