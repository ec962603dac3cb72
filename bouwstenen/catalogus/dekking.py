"""Compares the catalogue with the list of everything the instrument asks: is each line covered, and by its kind?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bouwstenen.catalogus.schema import Catalogus, Gedekt, Kolom, Optie, Pagina, Uitleg, Vraag
from bouwstenen.core.lijst import lees_lijst

KOLOMMEN = ("id", "soort", "invoertype")
GEEN_INVOER = "geen invoer"
# What covers a line of this soort without giving a reason; any other soort always needs one.
EIGEN_SOORT: dict[str, type[Gedekt]] = {
    "keuzeoptie": Optie,
    "kernvraag": Vraag,
    "deelvraag": Vraag,
    "competentie": Vraag,
}


@dataclass(frozen=True)
class Rij:
    """One line of the list."""

    id: str
    soort: str
    invoertype: str


@dataclass(frozen=True)
class Uitslag:
    """The ids that are wrong, in the order of the list (`verzonnen`: of the alphabet)."""

    niet_gedekt: tuple[str, ...]
    verkeerde_soort: tuple[str, ...]
    verzonnen: tuple[str, ...]

    @property
    def meldingen(self) -> Iterator[str]:
        """What is wrong, a line for each id."""
        for oordeel in ("niet_gedekt", "verkeerde_soort", "verzonnen"):
            yield from (f"{sleutel}: {oordeel.replace('_', ' ')}" for sleutel in getattr(self, oordeel))

    def __str__(self) -> str:
        return (
            f"{len(self.niet_gedekt)} niet gedekt, {len(self.verkeerde_soort)} verkeerde soort zonder reden, "
            f"{len(self.verzonnen)} verzonnen"
        )


def lees_rijen(regels: Iterable[str]) -> tuple[Rij, ...]:
    """The rows of a tab-separated list with at least the columns id, soort and invoertype; raises LijstFout."""
    return tuple(Rij(**rij) for rij in lees_lijst(regels, KOLOMMEN))


def vergelijk(catalogus: Catalogus, rijen: Iterable[Rij]) -> Uitslag:
    """What of the list is not covered, what is covered by another kind without a reason, and what is no line at all."""
    lijst = {rij.id: rij for rij in rijen}
    gedekt: dict[str, list[Gedekt]] = {}
    for element in elementen(catalogus):
        for sleutel in {*element.dekking, *element.dekking_reden}:
            gedekt.setdefault(sleutel, []).append(element)
    return Uitslag(
        niet_gedekt=tuple(sleutel for sleutel in lijst if sleutel not in gedekt),
        verkeerde_soort=tuple(
            rij.id
            for rij in lijst.values()
            if rij.id in gedekt and not any(dekt(element, rij) for element in gedekt[rij.id])
        ),
        verzonnen=tuple(sorted(gedekt.keys() - lijst.keys())),
    )


def dekt(element: Gedekt, rij: Rij) -> bool:
    """Whether this element covers the row: it is of the kind the row asks for, or it states why not."""
    if rij.id not in element.dekking:
        return False
    soort = Uitleg if rij.invoertype.startswith(GEEN_INVOER) else EIGEN_SOORT.get(rij.soort)
    return bool(soort and isinstance(element, soort)) or bool(element.dekking_reden.get(rij.id))


def elementen(catalogus: Catalogus) -> Iterator[Gedekt]:
    """Everything in the catalogue that can cover a line."""
    for deel in catalogus.delen:
        for pagina in deel.pagina:
            yield from van_pagina(pagina)


def van_pagina(pagina: Pagina) -> Iterator[Gedekt]:
    yield from pagina.uitleg
    yield from pagina.verwijzing
    for vraag in pagina.vraag:
        yield from van_vraag(vraag)


def van_vraag(vraag: Vraag) -> Iterator[Gedekt]:
    """The vraag itself first, then its options and columns."""
    yield from met_opties(vraag)
    for kolom in vraag.kolommen:
        yield from met_opties(kolom)


def met_opties(element: Vraag | Kolom) -> Iterator[Gedekt]:
    yield element
    yield from element.opties
