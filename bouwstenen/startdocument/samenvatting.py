"""The summary: per bouwsteen the few answers that say most, each on a line."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bouwstenen.catalogus.schema import Deel, Vraag
from bouwstenen.catalogus.waarden import cel_tekst, is_leeg, regels
from bouwstenen.startdocument.gegevens import Kernregel

LENGTE = 120  # characters: four lines a bouwsteen keep the six of them on one page
_MARKUP = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+|\*\*|__", re.MULTILINE)


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
    """The answer on one line, shortened at a word; "" when empty."""
    if is_leeg(waarde):
        return ""
    if vraag.soort == "tekst":
        return ingekort(_MARKUP.sub("", waarde))
    if vraag.soort == "tabel":
        eerste = vraag.kolommen[0]
        cellen = (cel_tekst(eerste, rij.get(eerste.sleutel)) for rij in waarde["rijen"])
        return ingekort(", ".join(filter(None, cellen)) or "; ".join(regels(vraag, waarde)))
    return ingekort(("; " if vraag.soort == "rangorde" else ", ").join(regels(vraag, waarde)))


def ingekort(tekst: str) -> str:
    """On one line; cut at a word, with … when something is left out."""
    vlak = " ".join(tekst.split())
    if len(vlak) <= LENGTE:
        return vlak
    begin = vlak[: LENGTE - 1]
    return (begin.rpartition(" ")[0] or begin).rstrip(",;:.") + " …"
