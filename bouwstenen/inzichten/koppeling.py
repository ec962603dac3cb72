"""Which inzichten belong to which vraag: through the lines of the instrument that both are about.

A line covers a vraag, an option or a column of it, an uitleg, or a verwijzing of a page. What is about an uitleg
belongs to the first vraag of its page, what is about a verwijzing to the vraag whose answer it shows.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from bouwstenen.catalogus.dekking import van_vraag
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Catalogus, Pagina, Vraag
from bouwstenen.inzichten.loader import inzichten
from bouwstenen.inzichten.schema import Inzicht

# Lines of an uitleg for which another vraag is nearer than the first one of its page.
DICHTER_BIJ = {"GEB-01": "gebiedsanalyse.schaal", "INR-10": "vormgeving.vorm"}

Rang = tuple[bool, bool, int, int, str]


@dataclass(frozen=True)
class Koppeling:
    """The links of a catalogue with inzichten.

    plekken: for each line of the instrument the keys of its vragen, with whether it is an option or a column there.
    """

    plekken: Mapping[str, Mapping[str, bool]]
    inzichten: tuple[Inzicht, ...]
    paginas: Mapping[str, Pagina]

    @cached_property
    def vragen_van(self) -> dict[str, tuple[str, ...]]:
        """The vragen of an inzicht by its key, in the order of its lines."""
        return {
            inzicht.sleutel: tuple(dict.fromkeys(vraag for regel in inzicht.dekking for vraag in self.op(regel)))
            for inzicht in self.inzichten
        }

    @cached_property
    def bij_vraag(self) -> dict[str, tuple[Inzicht, ...]]:
        """The inzichten of a vraag by its key, the most specific ones first; a vraag without any is not in it."""
        per_vraag: dict[str, list[Inzicht]] = {}
        for inzicht in self.inzichten:
            for vraag in self.vragen_van[inzicht.sleutel]:
                per_vraag.setdefault(vraag, []).append(inzicht)
        return {vraag: tuple(sorted(alle, key=lambda een: self.rang(een, vraag))) for vraag, alle in per_vraag.items()}

    @cached_property
    def op_pagina(self) -> dict[str, tuple[Inzicht, ...]]:
        """As bij_vraag, but an inzicht of several vragen of one page stands there once: where it is most specific."""
        return {
            vraag: eigen
            for vraag, alle in self.bij_vraag.items()
            if (eigen := tuple(inzicht for inzicht in alle if self.beste(inzicht, self.paginas[vraag]) == vraag))
        }

    def op(self, regel: str) -> Mapping[str, bool]:
        return self.plekken.get(regel, {})

    def precies(self, inzicht: Inzicht, vraag: str) -> bool:
        """Whether it is about an option or a column of this vraag, and not only about the vraag as a whole."""
        return any(self.op(regel).get(vraag) for regel in inzicht.dekking)

    def rang(self, inzicht: Inzicht, vraag: str) -> Rang:
        """How specific it is there; the lowest is the most.

        First what is about this vraag before all, then what is about an option or a column, then what belongs to few
        vragen, then what names this vraag early.
        """
        plaats = next(nummer for nummer, regel in enumerate(inzicht.dekking) if vraag in self.op(regel))
        vragen = self.vragen_van[inzicht.sleutel]
        return plaats > 0, not self.precies(inzicht, vraag), len(vragen), plaats, inzicht.sleutel

    def beste(self, inzicht: Inzicht, pagina: Pagina) -> str:
        """The vraag of this page where it is most specific: no verdieping if possible, then the lowest rang."""
        hier = [een for een in pagina.vraag if een.sleutel in self.vragen_van[inzicht.sleutel]]
        return min(hier, key=lambda een: (een.verdieping, self.rang(inzicht, een.sleutel))).sleutel


def koppel(gids: Catalogus, alle: Iterable[Inzicht]) -> Koppeling:
    """The links between the vragen of this catalogue and these inzichten."""
    plekken: dict[str, dict[str, bool]] = {}
    for deel in gids.delen:
        for pagina in deel.pagina:
            for regel, vraag, precies in van_pagina(pagina):
                hier = plekken.setdefault(regel, {})
                hier[vraag] = hier.get(vraag, False) or precies
    return Koppeling(plekken, tuple(alle), gids.pagina_van)


def van_pagina(pagina: Pagina) -> Iterator[tuple[str, str, bool]]:
    """Each line that is covered here, its vraag, and whether it is about an option or a column of that."""
    for vraag in pagina.vraag:
        yield from ((regel, vraag.sleutel, precies) for regel, precies in van(vraag))
    for uitleg in pagina.uitleg:
        yield from ((regel, DICHTER_BIJ.get(regel, pagina.vraag[0].sleutel), False) for regel in uitleg.dekking)
    for verwijzing in pagina.verwijzing:
        yield from ((regel, verwijzing.naar, False) for regel in verwijzing.dekking)


def van(vraag: Vraag) -> Iterator[tuple[str, bool]]:
    if vraag.extra:
        yield vraag.extra, False
    for element in van_vraag(vraag):
        yield from ((regel, element is not vraag) for regel in element.dekking)


@cache
def koppeling() -> Koppeling:
    """The links of this installation."""
    return koppel(catalogus(), inzichten().alle)


def inzichten_bij(vraag: str) -> tuple[Inzicht, ...]:
    """What others learned about this vraag, the most specific first; () when that is nothing."""
    return koppeling().bij_vraag.get(vraag, ())
