"""What a change of answers does to the signalen: how many came, and how many went."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bouwstenen.samenhang.signalen import signalen_van

STIL = "ontbreekt"  # what is still to be filled in comes and goes with every page: it is no news


@dataclass(frozen=True)
class Gevolg:
    """Numbers of spanningen and aandachtspunten; false when nothing came or went."""

    nieuw: int = 0
    opgelost: int = 0

    def __bool__(self) -> bool:
        return bool(self.nieuw or self.opgelost)


def gevolg_van(eerst: Mapping[str, Any], daarna: Mapping[str, Any]) -> Gevolg:
    """eerst, daarna: all values by key of the vraag, shapes as in catalogus.waarden."""
    oud, nieuw = ({een.sleutel for een in signalen_van(w) if een.ernst != STIL} for w in (eerst, daarna))
    return Gevolg(len(nieuw - oud), len(oud - nieuw))
