"""A signaal: what a regel says when answers pull at each other, or when one is missing."""

from dataclasses import dataclass
from typing import Literal, get_args

# spanning: two answers that do not go together · aandachtspunt: to talk about · ontbreekt: still to be filled in
Ernst = Literal["spanning", "aandachtspunt", "ontbreekt"]
ERNSTEN: tuple[Ernst, ...] = get_args(Ernst)


@dataclass(frozen=True, kw_only=True)
class Signaal:
    """One regel that fires; `vragen` are the keys of the questions that caused it, the first one to adapt first."""

    sleutel: str  # REG-001
    ernst: Ernst
    melding: str
    waarom: str
    bron: str  # "003, regel 51–55; 002, regel 12"
    vragen: tuple[str, ...]

    @property
    def deel(self) -> str:
        """The key of the deel it is listed under."""
        return self.vragen[0].partition(".")[0]
