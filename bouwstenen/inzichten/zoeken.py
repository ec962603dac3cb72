"""Finds inzichten: by deel, kind and gemeente, and by words that forgive capitals, accents and curly quotes."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from urllib.parse import urlencode

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.inzichten.koppeling import koppeling
from bouwstenen.inzichten.schema import SOORTEN, Inzicht

DEEL, SOORT, GEMEENTE, ZOEK = "deel", "soort", "gemeente", "zoek"
LANGSTE_ZOEK = 100  # letters; what is longer finds nothing that its beginning does not
AANHALING = str.maketrans("‘’“”", "''\"\"")


def plat(tekst: str) -> str:
    """Lower case without accents: "Coördinatie" and "COORDINATIE" are the same."""
    los = unicodedata.normalize("NFKD", tekst.translate(AANHALING).casefold())
    return "".join(teken for teken in los if not unicodedata.combining(teken))


def gemeente_naam(gemeente: str) -> str:
    """The gemeente without the wijk: "Zeist (Zeist-Oost)" is Zeist."""
    return gemeente.partition(" (")[0]


def gemeente_sleutel(gemeente: str) -> str:
    """A gemeente as it stands in an address: "wijk-bij-duurstede"."""
    return plat(gemeente_naam(gemeente)).replace(" ", "-")


@cache
def kenmerken(inzicht: Inzicht) -> Mapping[str, frozenset[str]]:
    """What each filter looks at; an inzicht belongs to every deel that asks something about it."""
    return {
        DEEL: frozenset(vraag.partition(".")[0] for vraag in koppeling().vragen_van[inzicht.sleutel]),
        SOORT: frozenset({inzicht.soort}),
        GEMEENTE: frozenset(gemeente_sleutel(gemeente) for gemeente in inzicht.gemeenten),
    }


@cache
def vindbaar(inzicht: Inzicht) -> str:
    """Where the words are sought: the text, the gemeenten, the sources in words, and the key that a link names."""
    bronnen = (str(bron) for bron in catalogus().bronnen_van(inzicht.bron))
    return plat(" ".join((inzicht.tekst, *inzicht.gemeenten, *bronnen, inzicht.sleutel)))


@cache
def waarden() -> Mapping[str, Mapping[str, str]]:
    """The values each filter can have, in the order in which they are shown, with their names."""
    gemeenten = {gemeente_naam(naam) for inzicht in koppeling().inzichten for naam in inzicht.gemeenten}
    return {
        DEEL: {deel.sleutel: deel.titel for deel in catalogus().delen},
        SOORT: {soort: soort for soort in SOORTEN},
        GEMEENTE: {gemeente_sleutel(naam): naam for naam in sorted(gemeenten)},
    }


@dataclass(frozen=True)
class Keus:
    """One link of a filter: what it leads to, and how many inzichten that are."""

    naam: str
    adres: str
    aantal: int
    aan: bool


@dataclass(frozen=True)
class Filter:
    """What somebody wants to see; `gekozen` holds at most one value a filter, and only values that exist."""

    gekozen: Mapping[str, str] = field(default_factory=dict)
    zoek: str = ""

    @cached_property
    def adres(self) -> str:
        """The query of its address, "?soort=dilemma&zoek=geld"; "?" shows everything."""
        return "?" + urlencode({**self.gekozen, **({ZOEK: self.zoek} if self.zoek else {})})

    @property
    def is_leeg(self) -> bool:
        return not (self.gekozen or self.zoek)

    def met(self, naam: str, waarde: str) -> "Filter":
        """The same with another value of this filter; "" takes it away."""
        rest = {een: keus for een, keus in self.gekozen.items() if een != naam}
        return replace(self, gekozen=rest | ({naam: waarde} if waarde else {}))

    def past(self, inzicht: Inzicht, *, zonder: str = "") -> bool:
        """Whether it must be shown; zonder: a filter that does not count."""
        eigen = kenmerken(inzicht)
        return all(waarde in eigen[naam] for naam, waarde in self.gekozen.items() if naam != zonder) and all(
            woord in vindbaar(inzicht) for woord in plat(self.zoek).split()
        )

    def vind(self, alle: Iterable[Inzicht]) -> tuple[Inzicht, ...]:
        return tuple(inzicht for inzicht in alle if self.past(inzicht))

    def keuzes(self, naam: str, alle: Iterable[Inzicht]) -> Iterator[Keus]:
        """The links of one filter: all, and each value that gives something with the rest as it is."""
        passend = [inzicht for inzicht in alle if self.past(inzicht, zonder=naam)]
        aantallen = Counter(waarde for inzicht in passend for waarde in kenmerken(inzicht)[naam])
        huidig = self.gekozen.get(naam, "")
        yield Keus("", self.met(naam, "").adres, len(passend), not huidig)
        for waarde, label in waarden()[naam].items():
            if aantallen[waarde] or waarde == huidig:
                yield Keus(label, self.met(naam, waarde).adres, aantallen[waarde], waarde == huidig)


def lees_filter(gegeven: Mapping[str, str]) -> Filter:
    """The filter that an address asks for; what does not exist is left out."""
    gekozen = {naam: gegeven.get(naam, "") for naam in waarden()}
    zoek = " ".join(gegeven.get(ZOEK, "").split())[:LANGSTE_ZOEK].strip()
    return Filter({naam: waarde for naam, waarde in gekozen.items() if waarde in waarden()[naam]}, zoek)
