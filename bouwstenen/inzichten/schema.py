"""The shape of what others learned: inzichten, and the words in them that need a line of explanation."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

Soort = Literal["cijfer", "praktijkvoorbeeld", "dilemma", "waarschuwing", "les"]
SOORTEN: tuple[Soort, ...] = get_args(Soort)
DILEMMA: Soort = "dilemma"


@dataclass(frozen=True, kw_only=True)
class Inzicht:
    """One thing that research or a municipality learned.

    dekking: the lines of the instrument it is about, the nearest first ("VOR-01"); the questions follow from them.
    jaar: what it describes, a year or a period ("2015", "2012–2013"): of the text, else of its source.
    """

    sleutel: str  # INZ-001
    soort: Soort
    jaar: str
    tekst: str
    bron: str  # "002, regel 12–14, 20"; in words through Catalogus.bronnen_van
    dekking: tuple[str, ...]
    gemeenten: tuple[str, ...] = ()  # sometimes with the wijk: "Zeist (Zeist-Oost)"
    begrippen: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Begrip:
    """A word that is dated, or that not every reader knows; `woorden` are the forms it has in a text."""

    sleutel: str
    naam: str
    woorden: tuple[str, ...]
    uitleg: str
    bron: str


@dataclass(frozen=True)
class Inzichten:
    """All of it, in the order of the instrument."""

    alle: tuple[Inzicht, ...]
    begrippen: Mapping[str, Begrip]

    @cached_property
    def bij_sleutel(self) -> dict[str, Inzicht]:
        return {inzicht.sleutel: inzicht for inzicht in self.alle}
