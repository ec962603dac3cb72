"""What the tables of the regels have in common: answers that fire a regel, and the one change that keeps it silent."""

from dataclasses import dataclass
from typing import Any

from bouwstenen.samenhang.regels import REGELS


@dataclass(frozen=True)
class Geval:
    """One row: these answers fire the regel; with the change they do not; `leeg`: so do no answers at all."""

    regel: str
    wel: dict[str, Any]
    anders: dict[str, Any]
    leeg: bool = False

    def __str__(self) -> str:
        return self.regel


def gaat_af(regel: str, waarden: dict[str, Any]) -> bool:
    signaal = REGELS[regel](waarden)
    assert signaal is None or signaal.sleutel == regel
    return signaal is not None


def uitkomst(geval: Geval) -> tuple[bool, bool, bool]:
    """Whether it fires with the answers of the row, with the change, and without any answer."""
    assert len(geval.anders) == 1, "just beside it is one change"
    return gaat_af(geval.regel, geval.wel), gaat_af(geval.regel, geval.wel | geval.anders), gaat_af(geval.regel, {})
