"""The difference between two texts, word by word inside the sentences and lines that changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import accumulate
from typing import Literal

ZIN = re.compile(r"(?<=\n)|(?<=[.!?]\s)")  # where a new sentence or line begins
WOORD = re.compile(r"\s+|\w+|[^\w\s]")
LANG = 60  # words: what stayed is shown around a change, not more of it
MEESTE_WERK = 1_000_000  # comparisons: less than half a second, whatever the texts are


@dataclass(frozen=True)
class Stuk:
    """A passage that stayed, went away or came; gelijk + weg is the old text, gelijk + nieuw the new one.

    For the screen also: a long passage that stayed and is not shown (rest), and what is only in this one of two texts.
    """

    soort: Literal["gelijk", "weg", "nieuw", "rest", "alleen"]
    tekst: str

    @property
    def woorden(self) -> int:
        return len(self.tekst.split())


class Budget:
    """How much may still be compared; what does not fit any more counts as changed in whole."""

    def __init__(self, over: int = MEESTE_WERK):
        self.over = over

    def take(self, werk: int) -> bool:
        mag = werk <= self.over
        self.over -= werk if mag else 0
        return mag


class Vergelijker(SequenceMatcher[str]):
    """difflib that stops looking for equal parts when the budget is spent: its worst case takes hours."""

    def __init__(self, oud: Sequence[str], nieuw: Sequence[str], budget: Budget):
        super().__init__(str.isspace, oud, nieuw)
        self.budget = budget
        plaatsen: dict[str, list[int]] = self.b2j  # type: ignore[attr-defined]  # not in its stub, but documented
        self.werk = list(accumulate((1 + len(plaatsen.get(een, ())) for een in oud), initial=20))

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        ahi = len(self.werk) - 1 if ahi is None else ahi
        if not self.budget.take(20 + self.werk[ahi] - self.werk[alo]):
            return Match(alo, blo, 0)
        return super().find_longest_match(alo, ahi, blo, bhi)


Paar = tuple[bool, str, str]  # equal or not, the old text, the new text


def verschil(oud: str, nieuw: str, budget: Budget | None = None) -> tuple[Stuk, ...]:
    """What stayed, went and came, in the order of reading; of each change the old words before the new ones.

    A page with many differences gives all of them one budget.
    """
    budget, paren = budget or Budget(), list[Paar]()
    for gelijk, a, b in compare(ZIN.split(oud), ZIN.split(nieuw), budget):
        paren += [(True, a, b)] if gelijk else compare(WOORD.findall(a), WOORD.findall(b), budget)
    return tuple(join(paren))


def compare(oud: Sequence[str], nieuw: Sequence[str], budget: Budget) -> Iterator[Paar]:
    """The parts that are equal and the parts that are not; a beginning and an end in common cost next to nothing."""
    kort = min(len(oud), len(nieuw))
    begin = next((i for i in range(kort) if oud[i] != nieuw[i]), kort)
    eind = next((i for i in range(kort - begin) if oud[-1 - i] != nieuw[-1 - i]), kort - begin)
    a, b = oud[begin : len(oud) - eind], nieuw[begin : len(nieuw) - eind]
    yield True, "".join(oud[:begin]), "".join(nieuw[:begin])
    for soort, i1, i2, j1, j2 in Vergelijker(a, b, budget).get_opcodes() if a and b else [("", 0, len(a), 0, len(b))]:
        yield soort == "equal", "".join(a[i1:i2]), "".join(b[j1:j2])
    yield True, "".join(oud[len(oud) - eind :]), "".join(nieuw[len(nieuw) - eind :])


def join(paren: Sequence[Paar]) -> Iterator[Stuk]:
    """Whole passages; one word that stayed between two changes goes with them, so that a reader meets one change."""
    gelijk = weg = erbij = ""
    for is_gelijk, a, b in paren:
        if is_gelijk:
            gelijk += a
        elif (weg or erbij) and len(gelijk.split()) <= 1 and "\n" not in gelijk:
            gelijk, weg, erbij = "", weg + gelijk + a, erbij + gelijk + b
        elif a or b:
            yield from stukken(weg, erbij, gelijk)
            gelijk, weg, erbij = "", a, b
    yield from stukken(weg, erbij, gelijk)


def stukken(weg: str, erbij: str, gelijk: str) -> Iterator[Stuk]:
    """A change and what stayed after it, without what is empty."""
    alle = (Stuk("weg", weg), Stuk("nieuw", erbij), Stuk("gelijk", gelijk))
    return (stuk for stuk in alle if stuk.tekst)


def shorten(stukken: Sequence[Stuk]) -> Iterator[Stuk]:
    """The same, without the middle of a long passage that stayed; its sentences next to a change are still there."""
    for nummer, stuk in enumerate(stukken):
        zinnen = [zin for zin in ZIN.split(stuk.tekst) if zin] if stuk.soort == "gelijk" else []
        begin, eind = (2 if nummer else 0), len(zinnen) - (2 if nummer < len(stukken) - 1 else 0)
        midden = Stuk("rest", "".join(zinnen[begin:eind]))
        if midden.woorden > LANG:
            randen = Stuk("gelijk", "".join(zinnen[:begin])), midden, Stuk("gelijk", "".join(zinnen[eind:]))
            yield from (een for een in randen if een.tekst)
        else:
            yield stuk
