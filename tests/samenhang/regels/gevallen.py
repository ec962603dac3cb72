"""What the tables of the regels have in common: answers that fire a regel, and the one change that keeps it silent."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from bouwstenen.catalogus.voorwaarden import VORM
from bouwstenen.samenhang.regels import REGELS
from bouwstenen.samenhang.regels.regel import Regel


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


def zonder_geval(module: ModuleType, gevallen: Iterable[Geval]) -> set[str]:
    """The regels of a module that no row tries."""
    return {een.sleutel for een in vars(module).values() if isinstance(een, Regel)} - {een.regel for een in gevallen}


def onvermeld(geval: Geval) -> set[str]:
    """The vragen of a row that its regel does not name: an afweging would not notice that their answer changed.

    The vorm may be left out: of many regels it only decides whether an empty answer counts.
    """
    return {*geval.wel, *geval.anders} - {VORM, *REGELS[geval.regel].woorden.vragen}
