"""Writes accessible SVG: presentation attributes only, which a strict CSP allows, and everything that is typed escaped.

There are no ids, so any number of figures may stand on one page. Lengths are in units of the drawing, BREEDTE wide: on
the narrowest screen (288 pixels for a figure) a letter of GEWOON units is still more than 11 pixels high.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor
from typing import Any, NewType

from bouwstenen.core.tekst import schoon
from bouwstenen.figuren.kleuren import INKT, WIT

Deel = NewType("Deel", str)  # a piece of SVG: what is in it is escaped
Stijl = Mapping[str, Any]  # presentation attributes

BREEDTE = 480
GEWOON, GROOT = 19, 21  # sizes of letters
REGEL = 1.2  # the height of a line, times the size of its letters
LETTERTYPE = "'Source Sans 3', 'Segoe UI', Arial, sans-serif"  # SVG in a PDF inherits no font
VET = 600


@dataclass(frozen=True)
class Figuur:
    """A drawing and a table with the same data; `koppen` are the heads of the columns, `rijen` hold plain text.

    svg: markup of ours, all that is typed in it escaped. noot: one or more sentences under the drawing, or "".
    """

    titel: str
    beschrijving: str
    svg: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    noot: str = ""

    @property
    def tabel(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The rows with the head of its column beside each cell, for where there is no room for columns."""
        return tuple(tuple(zip(self.koppen, rij, strict=True)) for rij in self.rijen)


def element(naam: str, *binnen: Deel, **attributen: str | float | None) -> Deel:
    """<naam attributen>binnen</naam>; `_` in a name stands for a hyphen, an attribute that is None is left out."""
    gegeven = [(sleutel, waarde) for sleutel, waarde in attributen.items() if waarde is not None]
    kop = "".join(f' {sleutel.strip("_").replace("_", "-")}="{_waarde(waarde)}"' for sleutel, waarde in gegeven)
    return Deel(f"<{naam}{kop}>{''.join(binnen)}</{naam}>" if binnen else f"<{naam}{kop}/>")


def letters(tekst: str) -> Deel:
    """Text as it may stand inside an element: on one line, escaped, without what XML can't hold."""
    return Deel(escape(" ".join(schoon(tekst).split()), quote=False))


def _waarde(waarde: str | float) -> str:
    return escape(waarde, quote=False).replace('"', "&quot;") if isinstance(waarde, str) else getal(waarde)


def getal(waarde: float) -> str:
    """A length with at most one decimal: the same on every machine."""
    tekst = f"{waarde:.1f}".removesuffix(".0")
    return "0" if tekst == "-0" else tekst


def punten(*paren: tuple[float, float]) -> str:
    """Points as a polygon wants them."""
    return " ".join(f"{getal(x)},{getal(y)}" for x, y in paren)


def blad(titel: str, beschrijving: str, onder: float, *binnen: Deel, boven: float = 0) -> str:
    """The whole drawing from `boven` to `onder`, on white: on a dark screen or coloured paper it looks the same."""
    boven, onder = floor(boven), ceil(onder)
    return element(
        "svg",
        element("title", letters(titel)),
        element("desc", letters(beschrijving)),
        element("rect", y=boven or None, width=BREEDTE, height=onder - boven, fill=WIT),
        *binnen,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 {boven} {BREEDTE} {onder - boven}",
        width=BREEDTE,
        height=onder - boven,
        role="img",
        font_family=LETTERTYPE,
    )


def cirkel(x: float, y: float, straal: float, **stijl: str | float | None) -> Deel:
    return element("circle", cx=x, cy=y, r=straal, **stijl)


def lijn(van: tuple[float, float], naar: tuple[float, float], **stijl: str | float | None) -> Deel:
    return element("path", d=f"M{punten(van)}L{punten(naar)}", fill="none", **stijl)


def blok(
    regels: Sequence[str],
    x: float,
    y: float,
    *,
    grootte: float = GEWOON,
    vet: bool = False,
    kleur: str = INKT,
    anker: str | None = None,
) -> Deel:
    """Lines under each other; y is the baseline of the first, anker "middle" or "end" where x is not the start."""
    stijl = {"font_size": grootte, "font_weight": VET if vet else None, "fill": kleur, "text_anchor": anker}
    return Deel(
        "".join(
            element("text", letters(regel), x=x, y=y + nummer * grootte * REGEL, **stijl)
            for nummer, regel in enumerate(regels)
        )
    )
