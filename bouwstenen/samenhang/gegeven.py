"""The answers as regels read them: what is unreachable or undecided is not given, and odd values never break."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import NOG_NIET
from bouwstenen.catalogus.voorwaarden import Stand, stand
from bouwstenen.catalogus.waarden import is_open

Rij = Mapping[str, Any]
NODIG = 3  # how hard a competentie is needed, from 1 to 5, before regels read it as chosen; eigen voorstel
GETAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")  # as the wizard stores it; longer ones would make sums overflow


@cache
def voorwaarden() -> dict[str, tuple[str, str]]:
    """The conditions of the page and of the vraag itself, for each vraag that is not always asked."""
    gids = catalogus()
    paren = {sleutel: (gids.pagina_van[sleutel].voorwaarde, vraag.voorwaarde) for sleutel, vraag in gids.vragen.items()}
    return {sleutel: paar for sleutel, paar in paren.items() if any(paar)}


class Gegeven:
    """The answers of one wijkteam.

    waarden: values by key of the vraag, shapes as in catalogus.waarden; unknown keys and shapes count as not given.
    Nothing here raises, whatever was stored.
    """

    def __init__(self, waarden: Mapping[str, Any]) -> None:
        self._waarden = waarden
        self._standen: dict[str, Stand] = {}
        self._gelezen: dict[str, Any] = {}  # many regels ask the same

    def stand(self, vraag: str) -> Stand:
        """Whether this vraag is asked now, with the form and the other choices of this wijkteam."""
        if vraag not in voorwaarden():
            return "gevraagd"
        if vraag not in self._standen:
            self._standen[vraag] = stand(voorwaarden()[vraag], self._waarden)
        return self._standen[vraag]

    def waarde(self, vraag: str) -> Any:
        """The value; None when it is empty, undecided or can't be reached now."""
        if vraag not in self._gelezen:
            verborgen = self.stand(vraag) == "verborgen"
            self._gelezen[vraag] = None if verborgen else besloten(self._waarden.get(vraag))
        return self._gelezen[vraag]

    def gevuld(self, vraag: str) -> bool:
        """Whether it was answered, also where it is only "ook handig"."""
        return self.waarde(vraag) is not None

    def leeg(self, *vragen: str, noemt_vorm: bool = False) -> bool:
        """Whether any of these was not given and should have been.

        A vraag that is only "ook handig" with this form raises nothing, unless the regel names the form (noemt_vorm).
        """
        return any(not self.gevuld(vraag) and (noemt_vorm or self.telt(vraag)) for vraag in vragen)

    def telt(self, vraag: str) -> bool:
        """Whether the emptiness of this vraag means something with the form that was chosen."""
        return self.stand(vraag) not in ("ook_handig", "vorm_open")

    def gekozen(self, vraag: str) -> tuple[str, ...]:
        """The keys that were chosen at a keuze, schaal, wie, meer or rangorde; () when nothing was."""
        waarde = self.waarde(vraag)
        if not isinstance(waarde, dict):
            return ()
        keuzes = waarde.get("keuzes") or waarde.get("volgorde") or [waarde.get("keuze")]
        return tuple(een for een in as_list(keuzes) if isinstance(een, str) and een != NOG_NIET)

    def bevat(self, vraag: str, *opties: str) -> bool:
        """Whether one of these options was chosen."""
        return any(optie in opties for optie in self.gekozen(vraag))

    def mist(self, vraag: str, *opties: str) -> bool:
        """Whether it was answered without any of these options: what was not answered is no choice against them."""
        return self.gevuld(vraag) and not self.bevat(vraag, *opties)

    def aantal(self, vraag: str) -> int:
        """How many options were chosen, or how many rows filled."""
        return len(self.rijen(vraag)) or len(self.gekozen(vraag))

    def schaal(self, vraag: str) -> int | None:
        """The step on a scale, of a competentie how hard it is needed; None when not given."""
        waarde = self.waarde(vraag)
        stap = waarde.get("nodig", waarde.get("keuze")) if isinstance(waarde, dict) else None
        return int(stap) if isinstance(stap, str) and stap.isascii() and stap.isdigit() and len(stap) < 4 else None

    def minstens(self, vraag: str, stap: int) -> bool:
        """Whether the step on a scale is this one or higher; False when not given."""
        gegeven = self.schaal(vraag)
        return gegeven is not None and gegeven >= stap

    def hoogstens(self, vraag: str, stap: int) -> bool:
        """Whether the step on a scale is this one or lower; False when not given."""
        gegeven = self.schaal(vraag)
        return gegeven is not None and gegeven <= stap

    def is_nodig(self, competentie: str) -> bool:
        """Whether a competentie was chosen: needed 3 or more."""
        return self.minstens(competentie, NODIG)

    def getal(self, vraag: str) -> Decimal | None:
        """The number in the unit of its vraag; None when not given."""
        return as_decimal(self.waarde(vraag))

    def geen_uren(self, vraag: str) -> bool:
        """Whether no hours were given, or zero."""
        return not self.getal(vraag)

    def drempel(self, vraag: str) -> Decimal | None:
        """A threshold: what the gemeente filled in, else our proposal in the catalogue, which the page shows."""
        eigen = self.getal(vraag)
        return as_decimal(catalogus().vragen[vraag].voorstel) if eigen is None else eigen

    def som(self, *vragen: str) -> Decimal | None:
        """The sum of the numbers that were given; None when none was."""
        getallen = [getal for vraag in vragen if (getal := self.getal(vraag)) is not None]
        return sum(getallen, Decimal(0)) if getallen else None

    def haalt(self, vraag: str, grens: str) -> bool:
        """Whether a number is a threshold or more; False when either is not given."""
        getal, drempel = self.getal(vraag), self.drempel(grens)
        return getal is not None and drempel is not None and getal >= drempel

    def is_groot_deel(self, deel: Decimal | None, geheel: str, grens: str) -> bool:
        """Whether a number is so many percents, a threshold, of the answer to a vraag, or more; False without one."""
        totaal, procent = self.getal(geheel), self.drempel(grens)
        if deel is None or totaal is None or procent is None or totaal <= 0:
            return False
        return deel * 100 >= procent * totaal

    def rijen(self, vraag: str) -> tuple[Rij, ...]:
        """The rows of a tabel that say something; () when there are none."""
        waarde = self.waarde(vraag)
        return tuple(waarde.get("rijen", ())) if isinstance(waarde, dict) else ()

    def cellen(self, vraag: str, kolom: str) -> tuple[str, ...]:
        """What was chosen or typed in one column, row by row; the options of a meer one by one, of a wie its option."""
        return tuple(een for rij in self.rijen(vraag) for een in cel_delen(rij.get(kolom)))

    def heeft_rij(self, vraag: str, kolom: str, *opties: str) -> bool:
        """Whether some row has one of these options in this column."""
        return any(een in opties for een in self.cellen(vraag, kolom))

    def mist_rij(self, vraag: str, kolom: str, *opties: str) -> bool:
        """Whether there are rows, and none has any of these options in this column."""
        return self.gevuld(vraag) and not self.heeft_rij(vraag, kolom, *opties)

    def tekst(self, *vragen: str) -> str:
        """What was typed at these text questions, in lower case; "" when nothing was."""
        return "\n".join(waarde.casefold() for vraag in vragen if isinstance(waarde := self.waarde(vraag), str))

    def noemt(self, woord: str, *vragen: str) -> bool:
        """Whether the text at one of these questions uses the word (lower case), or one that begins like it."""
        return woord in self.tekst(*vragen)


def as_list(waarde: Any) -> list[Any]:
    return list(waarde) if isinstance(waarde, list | tuple) else []


def as_decimal(waarde: Any) -> Decimal | None:
    """A number as the wizard stores it; None for anything else."""
    return Decimal(waarde) if isinstance(waarde, str) and GETAL.fullmatch(waarde) else None


def besloten(waarde: Any) -> Any:
    """A stored value without empty rows; None when nothing is left, or when it is undecided.

    A competentie of which one half is undecided still tells the other half.
    """
    if isinstance(waarde, str):
        return waarde if waarde.strip() else None
    if not isinstance(waarde, dict) or (is_open(waarde) and "nodig" not in waarde):
        return None
    if "rijen" in waarde:
        waarde = {"rijen": [rij for rij in as_list(waarde["rijen"]) if is_gevuld(rij)]}
    return waarde if any(waarde.values()) else None


def is_gevuld(rij: Any) -> bool:
    """Whether a row of a tabel says anything beside its id."""
    return isinstance(rij, dict) and any(cel for kolom, cel in rij.items() if kolom != "id")


def cel_delen(cel: Any) -> Iterator[str]:
    """The options or the text in one cell, whatever its column asks."""
    if isinstance(cel, dict):
        cel = cel.get("keuze")
    for deel in as_list(cel) or [cel]:
        if isinstance(deel, str) and deel.strip():
            yield deel.strip()
