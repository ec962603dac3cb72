"""An answer as plain values, for the parts that know no database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, kw_only=True)
class HuidigAntwoord:
    """The newest version of one answer; `waarde` has the shape that catalogus.waarden describes, None when empty."""

    vraag: str
    versie: int
    waarde: Any
    toelichting: str
    auteur_id: int
    auteur_naam: str
    gegeven_op: datetime
    herkomst: str = ""
    gewist: str = ""  # what stands in the place of a text that was wiped, "" when nothing was
