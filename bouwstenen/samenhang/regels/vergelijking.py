"""Compares the regels with the list they come from: is each built, asked or left out, with its weight and source?"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bouwstenen.core.lijst import lees_lijst
from bouwstenen.samenhang.regels.woorden import Woorden

KOLOMMEN = ("id", "ernst", "bron")
MEEST_WEGGELATEN = 6


@dataclass(frozen=True)
class Rij:
    """One line of the list."""

    id: str
    ernst: str
    bron: str

    @property
    def regels(self) -> str:
        """The source without the words around it: "(bron: 003, regel 12)" is "003, regel 12"."""
        return self.bron.removeprefix("(bron: ").removesuffix(")")


@dataclass(frozen=True)
class Uitslag:
    """How many of the lines became what, and what is wrong."""

    lijst: int
    gebouwd: int
    gevraagd: int
    weggelaten: int
    meldingen: tuple[str, ...]

    def __str__(self) -> str:
        samen = self.gebouwd + self.gevraagd + self.weggelaten
        delen = f"{self.gebouwd} gebouwd, {self.gevraagd} gevraagd, {self.weggelaten} weggelaten"
        return f"{samen} van {self.lijst}: {delen}"


def lees_rijen(regels: Iterable[str]) -> tuple[Rij, ...]:
    """The rows of a tab-separated list with at least the columns id, ernst and bron; raises LijstFout."""
    return tuple(Rij(**rij) for rij in lees_lijst(regels, KOLOMMEN))


def gebreken(woorden: Mapping[str, Woorden], condities: Collection[str]) -> Iterator[str]:
    """What does not fit between words and conditions, a line each; condities: the key of each condition."""
    for sleutel in sorted({*woorden, *condities}):
        een = woorden.get(sleutel)
        if een is None or (een.weggelaten and sleutel in condities):
            yield f"{sleutel}: voorwaarde zonder woorden"
        elif sleutel not in condities and not een.weggelaten:
            yield f"{sleutel}: woorden zonder voorwaarde"
        if sum(conditie == sleutel for conditie in condities) > 1:
            yield f"{sleutel}: meer dan één voorwaarde"
        if een is not None and set(een.gevraagd) - set(een.vragen):
            yield f"{sleutel}: 'gevraagd' staat niet bij 'vragen'"


def vergelijk(woorden: Mapping[str, Woorden], condities: Collection[str], rijen: Iterable[Rij]) -> Uitslag:
    """Count the lines that were built, asked and left out, and tell what is wrong."""
    lijst = {rij.id: rij for rij in rijen}
    van_lijst = [een for sleutel, een in woorden.items() if sleutel in lijst]
    gebouwd = [een for een in van_lijst if een.sleutel in condities and not een.weggelaten]
    weggelaten = sum(bool(een.weggelaten) for een in van_lijst)
    gevraagd = sum(bool(een.gevraagd) for een in gebouwd)
    te_veel = [f"{weggelaten} weggelaten, en het mogen er {MEEST_WEGGELATEN} zijn"] * (weggelaten > MEEST_WEGGELATEN)
    fouten = (*gebreken(woorden, condities), *verschillen(woorden, {*woorden, *condities}, lijst), *te_veel)
    return Uitslag(len(lijst), len(gebouwd) - gevraagd, gevraagd, weggelaten, fouten)


def verschillen(woorden: Mapping[str, Woorden], sleutels: Iterable[str], lijst: Mapping[str, Rij]) -> Iterator[str]:
    """What is in the list and not here, or the other way around, and where weight or source is another one."""
    for sleutel in sorted({*sleutels, *lijst}):
        een, rij = woorden.get(sleutel), lijst.get(sleutel)
        if rij is None:
            yield f"{sleutel}: verzonnen"
        elif een is None:
            yield f"{sleutel}: niet gebouwd, gevraagd of weggelaten"
        else:
            for naam, hier, daar in (("ernst", een.ernst, rij.ernst), ("bron", een.bron, rij.regels)):
                if hier != daar:
                    yield f"{sleutel}: {naam} is '{hier}', in de lijst '{daar}'"
