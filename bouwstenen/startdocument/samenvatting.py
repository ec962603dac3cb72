"""The summary: per bouwsteen the few answers that say most, each on a line."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from bouwstenen.catalogus.schema import Deel, Vraag
from bouwstenen.catalogus.waarden import cel_tekst, is_leeg, regels
from bouwstenen.startdocument.gegevens import Kernregel

LENGTE = 140  # characters: four answers of this length keep six bouwstenen on one page
_MARKUP = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+|\*\*|__", re.MULTILINE)
_ZINNEN = re.compile(r"(.*[.?!])\s")  # up to the last end of a sentence


@cache
def kernvragen() -> dict[str, dict[str, str]]:
    """By deel: the short name of a line in the summary, by the key of its vraag."""
    return tomllib.loads((Path(__file__).parent / "samenvatting.toml").read_text(encoding="utf-8"))


def kernregels(deel: Deel, waarden: Mapping[str, Any], gevraagd: frozenset[str]) -> tuple[Kernregel, ...]:
    """The lines of one deel; a question that is not asked now is left out when it has no answer."""
    namen = kernvragen().get(deel.sleutel, {})
    vragen = {vraag.sleutel: vraag for vraag in deel.vragen if vraag.sleutel in namen}
    return tuple(
        Kernregel(naam=naam, tekst=kort(vragen[sleutel], waarden.get(sleutel)))
        for sleutel, naam in namen.items()
        if sleutel in vragen and (sleutel in gevraagd or not is_leeg(waarden.get(sleutel)))
    )


def kort(vraag: Vraag, waarde: Any) -> str:
    """The answer on a line or two, shortened where a reader would stop; "" when empty."""
    if is_leeg(waarde):
        return ""
    if vraag.soort == "tekst":
        return ingekort(_MARKUP.sub("", waarde))
    if vraag.soort == "tabel":
        eerste = vraag.kolommen[0]
        cellen = [tekst for rij in waarde["rijen"] if (tekst := cel_tekst(eerste, rij.get(eerste.sleutel)))]
        return opsomming(cellen or regels(vraag, waarde), ", ")
    return opsomming(regels(vraag, waarde), "; " if vraag.soort == "rangorde" else ", ")


def opsomming(delen: Sequence[str], teken: str) -> str:
    """As many whole parts as fit, and how many more there are."""
    for aantal in range(len(delen), 0, -1):
        rest = f" en nog {len(delen) - aantal}" if aantal < len(delen) else ""
        tekst = " ".join(teken.join(delen[:aantal]).split()) + rest
        if len(tekst) <= LENGTE:
            return tekst
    return ingekort(delen[0])


def ingekort(tekst: str) -> str:
    """On one line; whole sentences when they are not too short, else cut at a word with … behind it."""
    vlak = " ".join(tekst.split())
    if len(vlak) <= LENGTE:
        return vlak
    zinnen = _ZINNEN.match(vlak[: LENGTE + 1])
    if zinnen and len(zinnen[1]) >= LENGTE // 3:
        return zinnen[1]
    begin = vlak[: LENGTE - 1]
    return (begin.rpartition(" ")[0] or begin).rstrip(",;:.") + " …"
