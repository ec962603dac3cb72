"""Compares the inzichten with the list they come from: is each there, with its facts and source, and `u` for `je`?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bouwstenen.core.lijst import lees_lijst
from bouwstenen.inzichten.schema import Inzicht, Inzichten

KOLOMMEN = ("id", "dekking_ids", "soort", "gemeente", "tekst", "bron")
TUTOYEERT = re.compile(r"\b(je|jij|jou|jouw|jouwe|jullie|jezelf|jijzelf)\b", re.IGNORECASE)
ZIN = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True)
class Uitslag:
    """meldingen: what differs, a line each. totaal: how many inzichten the list has; goed: how many are as it says."""

    meldingen: tuple[str, ...]
    totaal: int
    goed: int
    herschreven: int

    def __str__(self) -> str:
        return f"{self.goed} van {self.totaal} inzichten, {self.herschreven} herschreven van je naar u"


def vergelijk(gids: Inzichten, regels: Iterable[str]) -> Uitslag:
    """What differs from a tab-separated list with these columns; raises LijstFout when one of them is missing."""
    rijen = {rij["id"]: rij for rij in lees_lijst(regels, KOLOMMEN)}
    fout = {sleutel: list(verschillen(gids.bij_sleutel.get(sleutel), rij)) for sleutel, rij in rijen.items()}
    meldingen = [f"{sleutel}: {wat}" for sleutel, alle in fout.items() for wat in alle]
    meldingen += [f"{sleutel}: staat niet in de lijst" for sleutel in sorted(gids.bij_sleutel.keys() - rijen.keys())]
    return Uitslag(
        tuple(meldingen),
        len(rijen),
        sum(not alle for alle in fout.values()),
        sum(rij["tekst"] != gids.bij_sleutel[sleutel].tekst for sleutel, rij in rijen.items() if not fout[sleutel]),
    )


def verschillen(inzicht: Inzicht | None, rij: dict[str, str]) -> Iterator[str]:
    if inzicht is None:
        yield "ontbreekt"
        return
    hier = {
        "dekking_ids": ";".join(inzicht.dekking),
        "soort": inzicht.soort,
        "gemeente": "; ".join(inzicht.gemeenten),
        "bron": f"(bron: {inzicht.bron})",
    }
    yield from (f"{naam} is anders: {waarde}" for naam, waarde in hier.items() if waarde != rij[naam])
    if not is_herschreven(rij["tekst"], inzicht.tekst):
        yield f"tekst is anders: {inzicht.tekst}"


def is_herschreven(oud: str, nieuw: str) -> bool:
    """Whether the new text is the old one, but for the sentences that addressed the reader with `je`."""
    voor, na = ZIN.split(oud), ZIN.split(nieuw)
    return len(voor) == len(na) and all(is_net(een, ander) for een, ander in zip(voor, na, strict=True))


def is_net(oud: str, nieuw: str) -> bool:
    """Whether one sentence has no `je`, and is the same or had one and still has the same figures."""
    return not TUTOYEERT.search(nieuw) and (
        oud == nieuw or (bool(TUTOYEERT.search(oud)) and figures(oud) == figures(nieuw))
    )


def figures(tekst: str) -> list[str]:
    return re.findall(r"\d+", tekst)
