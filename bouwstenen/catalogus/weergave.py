"""An answer ready to be shown: as a text, as lines, or as the cells of a table."""

from dataclasses import dataclass
from typing import Any

from bouwstenen.catalogus.schema import Vraag
from bouwstenen.catalogus.waarden import cel_tekst, is_leeg, label_van, regels


@dataclass(frozen=True)
class Weergave:
    """Only one of the three is filled; all are empty when there is no answer. `tekst` has the light markup."""

    tekst: str = ""
    regels: tuple[str, ...] = ()
    genummerd: bool = False  # the order of the lines means something
    kop: tuple[str, ...] = ()
    rijen: tuple[tuple[str, ...], ...] = ()


def weergave(vraag: Vraag, waarde: Any) -> Weergave:
    """The answer to this vraag; columns of a tabel that are empty in every row are left out."""
    if is_leeg(waarde):
        return Weergave()
    if vraag.soort == "tekst":
        return Weergave(tekst=waarde)
    if vraag.soort == "rangorde":
        return Weergave(regels=tuple(label_van(vraag.opties, een) for een in waarde["volgorde"]), genummerd=True)
    if vraag.soort != "tabel":
        return Weergave(regels=tuple(regels(vraag, waarde)))
    kolommen = [kolom for kolom in vraag.kolommen if any(rij.get(kolom.sleutel) for rij in waarde["rijen"])]
    rijen = (tuple(cel_tekst(kolom, rij.get(kolom.sleutel)) for kolom in kolommen) for rij in waarde["rijen"])
    return Weergave(kop=tuple(kolom.label for kolom in kolommen), rijen=tuple(rijen))
