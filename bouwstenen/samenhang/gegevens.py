"""An afweging as plain values, for the parts that know no database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

# bewust: chosen so on purpose · bespreken: on the agenda · open: nothing is decided (any more)
Besluit = Literal["bewust", "bespreken", "open"]
BESLUITEN: tuple[Besluit, ...] = get_args(Besluit)
Grond = Mapping[str, int]  # the version of each answer a decision is about, by the key of its vraag; 0: no answer


@dataclass(frozen=True, kw_only=True)
class HuidigeAfweging:
    """One version of the decision about the signaal of a regel, mostly the newest.

    door: who decided, a function or a body. tot: the last day it holds, None for no end. melding: what the signaal
    said then. gewist: what stands in the place of reden and door when these were wiped, "" when they were not.
    """

    regel: str
    versie: int
    besluit: Besluit
    melding: str
    reden: str
    door: str
    op: date
    tot: date | None
    grond: Grond
    auteur_id: int
    auteur_naam: str
    gegeven_op: datetime
    gewist: str = ""
