"""Turns one question and its answer into an item of the document."""

from collections.abc import Callable, Sequence
from math import sqrt
from typing import Any

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.schema import ANDERS, Vraag
from bouwstenen.catalogus.voorwaarden import Stand
from bouwstenen.catalogus.waarden import (
    NOG_NIET_LABEL,
    cel_tekst,
    is_ingevuld,
    is_leeg,
    is_open,
    label_van,
    leesbaar,
)
from bouwstenen.startdocument.gegevens import Cel, Item, Kop, Status, Tabel

TWAALF, LETTERS = 12, 7  # columns of the grid of a table; letters in one of them
LEEG = "–"  # an empty cell: never quite nothing, a screen reader would lose count


def build_item(vraag: Vraag, antwoord: HuidigAntwoord | None, stand: Stand) -> Item:
    """One item; without antwoord, or with an empty one, its status is "leeg"."""
    waarde = antwoord.waarde if antwoord else None
    return Item(
        vraag=vraag.sleutel,
        soort=vraag.soort,
        titel=vraag.label,
        status=status_van(vraag, waarde),
        stand=stand,
        telt=stand == "gevraagd" and not vraag.verdieping,
        toelichting=antwoord.toelichting if antwoord else "",
        gewist=antwoord.gewist if antwoord else "",
        voorbeeld=bool(antwoord and antwoord.herkomst),
        **({} if is_leeg(waarde) else INHOUD[vraag.soort](vraag, waarde)),
    )


def status_van(vraag: Vraag, waarde: Any) -> Status:
    if is_leeg(waarde):
        return "leeg"
    if is_open(waarde):
        return "onbeslist"
    return "ingevuld" if is_ingevuld(vraag, waarde) else "deels"


def gekozen(vraag: Vraag, waarde: Any) -> tuple[str, ...]:
    """The keys of the chosen options of a keuze, schaal, meer or rangorde."""
    if "keuze" in waarde:
        return (waarde["keuze"],)
    return tuple(waarde.get("keuzes") or waarde.get("volgorde") or ())


def keuzes(vraag: Vraag, waarde: Any) -> dict[str, Any]:
    """The chosen options, and the ones not chosen; when undecided only the latter."""
    sleutels = gekozen(vraag, waarde)
    rest = tuple(optie.label for optie in vraag.stappen if optie.sleutel not in (*sleutels, ANDERS))
    if is_open(waarde):
        return {"niet_gekozen": rest}
    labels = (label_van(vraag.stappen, sleutel, waarde.get("anders", "")) for sleutel in sleutels)
    return {"keuzes": tuple(labels), "niet_gekozen": rest}


def schaal(vraag: Vraag, waarde: Any) -> dict[str, Any]:
    """A scale of named steps is a choice; of numbers only the place on it says something."""
    if not vraag.tot:
        return keuzes(vraag, waarde)
    return {} if is_open(waarde) else {"regel": leesbaar(vraag, waarde)}


def wie(vraag: Vraag, waarde: Any) -> dict[str, Any]:
    rest = tuple(optie.label for optie in vraag.opties if optie.sleutel != waarde.get("keuze"))
    return {"regel": leesbaar(vraag, waarde), "niet_gekozen": rest}


def competentie(vraag: Vraag, waarde: Any) -> dict[str, Any]:
    """Needed and there, as "4 van 5"; "" for a half that is empty."""
    return {"helften": tuple(helft(waarde.get(schaal.sleutel, "")) for schaal in vraag.schalen)}


def helft(cijfer: str) -> str:
    if not cijfer:
        return ""
    return f"{cijfer} van 5" if cijfer.isdigit() else NOG_NIET_LABEL


def tabel(vraag: Vraag, waarde: Any) -> dict[str, Any]:
    """All rows; a column that is empty in every row is left out."""
    kolommen = [kolom for kolom in vraag.kolommen if any(rij.get(kolom.sleutel) for rij in waarde["rijen"])]
    teksten = [[cel_tekst(kolom, rij.get(kolom.sleutel)) or LEEG for kolom in kolommen] for rij in waarde["rijen"]]
    breedtes = breedtes_van([[kolom.label, *cellen] for kolom, *cellen in zip(kolommen, *teksten, strict=True)])
    koppen = tuple(
        Kop(label=kolom.label, soort=kolom.soort, breedte=breedte)
        for kolom, breedte in zip(kolommen, breedtes, strict=True)
    )
    rijen = (tuple(Cel(kop=kop, tekst=tekst) for kop, tekst in zip(koppen, rij, strict=True)) for rij in teksten)
    return {"tabel": Tabel(koppen=koppen, rijen=tuple(rijen))}


def breedtes_van(kolommen: Sequence[Sequence[str]]) -> list[int]:
    """How many twelfths of a table each column gets, from the texts in it.

    First what its longest word needs; then one by one to the column whose text is highest for its width.
    """
    eerlijk = TWAALF // max(len(kolommen), 1)
    breedtes = [min(eerlijk, max(map(woordbreedte, teksten))) for teksten in kolommen]
    gewichten = [sqrt(sum(map(len, teksten))) for teksten in kolommen]
    while kolommen and sum(breedtes) < TWAALF:
        hoogtes = [gewicht / breedte for gewicht, breedte in zip(gewichten, breedtes, strict=True)]
        breedtes[hoogtes.index(max(hoogtes))] += 1
    return breedtes


def woordbreedte(tekst: str) -> int:
    """The twelfths that the longest word of a text needs, and the space to the next column."""
    return 1 + (max(map(len, tekst.split()), default=0) + 2) // LETTERS


INHOUD: dict[str, Callable[[Vraag, Any], dict[str, Any]]] = {
    "tekst": lambda vraag, waarde: {"tekst": waarde},
    "getal": lambda vraag, waarde: {"regel": leesbaar(vraag, waarde)},
    "keuze": keuzes,
    "meer": keuzes,
    "rangorde": keuzes,
    "schaal": schaal,
    "wie": wie,
    "competentie": competentie,
    "tabel": tabel,
}
