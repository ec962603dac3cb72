"""Checks that a value has the shape its vraag asks for (the shapes: catalogus.waarden)."""

import re
from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Any

from bouwstenen.catalogus.schema import ANDERS, NOG_NIET, Kolom, Optie, Vraag

GETAL = re.compile(r"-?\d{1,15}(\.\d{1,9})?")
STAPPEN = tuple(str(stap) for stap in range(1, 6))


class VormFout(ValueError):
    """A value does not fit its vraag; the message says what is wrong with it."""


def check_waarde(vraag: Vraag, waarde: Any) -> None:
    """Raise VormFout unless this is a filled-in answer to the vraag, exactly as the wizard would store it."""
    _CHECKS[vraag.soort](vraag, waarde)


def require(klopt: bool, melding: str) -> None:
    if not klopt:
        raise VormFout(melding)


def check_tekst(waarde: Any) -> None:
    require(isinstance(waarde, str) and waarde.strip() == waarde != "", f"verwacht tekst, vond {waarde!r}")


def check_getal(soort: Vraag | Kolom, waarde: Any) -> None:
    require(
        isinstance(waarde, str) and bool(GETAL.fullmatch(waarde)), f'verwacht een getal als "28.5", vond {waarde!r}'
    )
    te_laag = soort.minimum is not None and Decimal(waarde) < soort.minimum
    te_hoog = soort.maximum is not None and Decimal(waarde) > soort.maximum
    require(not te_laag and not te_hoog, f"getal {waarde} valt buiten de grenzen")


def check_keys(waarde: Any, mag: Collection[str]) -> None:
    """A table with at least one of these keys and no other."""
    require(isinstance(waarde, dict) and bool(waarde), f"verwacht een tabel, vond {waarde!r}")
    for sleutel in waarde:
        require(sleutel in mag, f"onbekende sleutel '{sleutel}'")


def check_keuze(opties: tuple[Optie, ...], sleutel: Any, *, nog_niet: bool = True) -> None:
    bekend = [*(optie.sleutel for optie in opties), *([NOG_NIET] if nog_niet else [])]
    require(isinstance(sleutel, str) and sleutel in bekend, f"optie {sleutel!r} bestaat niet")


def check_keuzes(opties: tuple[Optie, ...], sleutels: Any) -> None:
    """Some options, each once."""
    require(isinstance(sleutels, list) and bool(sleutels), f"verwacht een lijst van opties, vond {sleutels!r}")
    for sleutel in sleutels:
        check_keuze(opties, sleutel, nog_niet=False)
    require(len(set(sleutels)) == len(sleutels), "een optie staat er twee keer")


def check_op_volgorde(opties: tuple[Optie, ...], sleutels: Any) -> None:
    """Some options, in the order of the catalogue."""
    check_keuzes(opties, sleutels)
    op_volgorde = [optie.sleutel for optie in opties if optie.sleutel in sleutels]
    require(sleutels == op_volgorde, f"zet de opties in de volgorde van de catalogus: {op_volgorde}")


def check_anders(waarde: dict[str, Any], gekozen: Collection[str]) -> None:
    """A text at "anders" needs that option, and the option needs its text."""
    require(("anders" in waarde) == (ANDERS in gekozen), "'anders' hoort bij de optie 'anders', met een tekst")
    if "anders" in waarde:
        check_tekst(waarde["anders"])


def check_een(vraag: Vraag, waarde: Any) -> None:
    check_keys(waarde, ("keuze", "anders"))
    check_keuze(vraag.stappen, waarde.get("keuze"))
    check_anders(waarde, (waarde["keuze"],))


def check_meer(vraag: Vraag, waarde: Any) -> None:
    check_keys(waarde, ("keuzes", "anders"))
    check_op_volgorde(vraag.opties, waarde.get("keuzes"))
    check_anders(waarde, waarde["keuzes"])


def check_wie(opties: tuple[Optie, ...], waarde: Any, *, nog_niet: bool = True) -> None:
    check_keys(waarde, ("keuze", "naam"))
    if "keuze" in waarde:
        check_keuze(opties, waarde["keuze"], nog_niet=nog_niet)
    if "naam" in waarde:
        check_tekst(waarde["naam"])


def check_rangorde(vraag: Vraag, waarde: Any) -> None:
    check_keys(waarde, ("volgorde",))
    check_keuzes(vraag.opties, waarde["volgorde"])


def check_competentie(vraag: Vraag, waarde: Any) -> None:
    check_keys(waarde, [schaal.sleutel for schaal in vraag.schalen])
    for stap in waarde.values():
        require(stap in (*STAPPEN, NOG_NIET), f"stap {stap!r} bestaat niet")


def check_tabel(vraag: Vraag, waarde: Any) -> None:
    check_keys(waarde, ("rijen",))
    require(isinstance(waarde["rijen"], list) and bool(waarde["rijen"]), "verwacht rijen")
    kolommen = {kolom.sleutel: kolom for kolom in vraag.kolommen}
    for nummer, rij in enumerate(waarde["rijen"], 1):
        try:
            check_keys(rij, kolommen)
            for sleutel, cel in rij.items():
                check_cel(kolommen[sleutel], cel)
        except VormFout as fout:
            raise VormFout(f"rij {nummer}: {fout}") from fout


def check_cel(kolom: Kolom, cel: Any) -> None:
    checks: dict[str, Callable[[], None]] = {
        "tekst": lambda: check_tekst(cel),
        "getal": lambda: check_getal(kolom, cel),
        "keuze": lambda: check_keuze(kolom.opties, cel, nog_niet=False),
        "meer": lambda: check_op_volgorde(kolom.opties, cel),
        "wie": lambda: check_wie(kolom.opties, cel, nog_niet=False),
    }
    checks[kolom.soort]()


_CHECKS: dict[str, Callable[[Vraag, Any], None]] = {
    "tekst": lambda vraag, waarde: check_tekst(waarde),
    "getal": check_getal,
    "keuze": check_een,
    "schaal": check_een,
    "meer": check_meer,
    "wie": lambda vraag, waarde: check_wie(vraag.opties, waarde),
    "rangorde": check_rangorde,
    "competentie": check_competentie,
    "tabel": check_tabel,
}
