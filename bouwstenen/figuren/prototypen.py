"""The three prototypes of the study as team diagrams, from prototypen.toml: the same drawing as an own team."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from bouwstenen.figuren.team import Bereik, Domein, Pijl, Team, Teamdiagram, Uitleg

BESTAND = Path(__file__).parent / "prototypen.toml"
DELEN: dict[str, type] = {"domeinen": Domein, "teams": Team, "bereik": Bereik, "pijlen": Pijl, "legenda": Uitleg}
K = TypeVar("K")


@cache
def prototypen() -> tuple[Teamdiagram, ...]:
    """Teammodel, front-/backofficemodel and netwerkmodel; raises TypeError when a key is unknown or missing."""
    return tuple(_diagram(tabel) for tabel in tomllib.loads(BESTAND.read_text(encoding="utf-8"))["figuur"])


def _diagram(tabel: dict[str, Any]) -> Teamdiagram:
    delen: dict[str, Any] = {
        naam: tuple(_build(soort, een) for een in tabel.pop(naam, [])) for naam, soort in DELEN.items()
    }
    return _build(Teamdiagram, tabel | delen)


def _build(soort: type[K], tabel: dict[str, Any]) -> K:
    return soort(**{naam: tuple(waarde) if isinstance(waarde, list) else waarde for naam, waarde in tabel.items()})
