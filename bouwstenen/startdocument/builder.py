"""Builds the startdocument: catalogue and answers in, frozen dataclasses out."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import groupby
from typing import Any

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.schema import Catalogus, Deel, Pagina, Vraag
from bouwstenen.catalogus.waarden import is_leeg
from bouwstenen.startdocument.gegevens import Blok, Groep, Hoofdstuk, Item, Kern, Startdocument
from bouwstenen.startdocument.items import build_item
from bouwstenen.startdocument.samenvatting import kernregels
from bouwstenen.wizard.voortgang import counted, stand_van, waarden_van, with_eigen

Antwoorden = Mapping[str, HuidigAntwoord]
EigenVragen = Mapping[str, tuple[Vraag, ...]]


def build_startdocument(
    *,
    catalogus: Catalogus,
    gemeente_naam: str,
    wijkteam_naam: str,
    antwoorden: Antwoorden,
    eigen_vragen: EigenVragen,
    gewijzigd_op: datetime,
    status: str = "concept",
) -> Startdocument:
    """The whole document.

    wijkteam_naam: with its kind, "Buurtteam Kanaleneiland". antwoorden: by key of the vraag, shapes as in
    catalogus.waarden. eigen_vragen: by deel. gewijzigd_op: aware; when anything but an answer changed, such as a name.
    """
    waarden = waarden_van(antwoorden)
    nummers = {deel.sleutel: nummer for nummer, deel in enumerate(bouwstenen(catalogus), 1)}
    return Startdocument(
        gemeente_naam=gemeente_naam,
        wijkteam_naam=wijkteam_naam,
        status=status,
        moment=max([gewijzigd_op, *(antwoord.gegeven_op for antwoord in antwoorden.values())]),
        samenvatting=tuple(kern(deel, nummers[deel.sleutel], waarden) for deel in bouwstenen(catalogus)),
        hoofdstukken=tuple(
            hoofdstuk(deel, nummers.get(deel.sleutel), antwoorden, waarden, eigen_vragen) for deel in catalogus.delen
        ),
        bronnen=tuple(str(bron) for bron in catalogus.bronnen),
    )


def bouwstenen(catalogus: Catalogus) -> list[Deel]:
    return [deel for deel in catalogus.delen if deel.bouwsteen]


def kern(deel: Deel, nummer: int, waarden: Mapping[str, Any]) -> Kern:
    gevraagd = frozenset(vraag.sleutel for vraag in counted(deel.pagina, waarden))
    return Kern(nummer=nummer, titel=deel.titel, anker=anker(deel.sleutel), regels=kernregels(deel, waarden, gevraagd))


def hoofdstuk(
    deel: Deel, nummer: int | None, antwoorden: Antwoorden, waarden: Mapping[str, Any], eigen: EigenVragen
) -> Hoofdstuk:
    groepen = (groep(pagina, antwoorden, waarden) for pagina in with_eigen(deel, eigen))
    return Hoofdstuk(
        anker=anker(deel.sleutel),
        titel=deel.titel,
        nummer=nummer,
        groepen=tuple(een for een in groepen if een.blokken),
    )


def groep(pagina: Pagina, antwoorden: Antwoorden, waarden: Mapping[str, Any]) -> Groep:
    return Groep(
        anker=anker(pagina.sleutel),
        titel=pagina.titel,
        blokken=tuple(blokken(pagina, antwoorden, waarden)),
    )


def blokken(pagina: Pagina, antwoorden: Antwoorden, waarden: Mapping[str, Any]) -> Iterator[Blok]:
    """The items of a pagina; competenties that follow each other become one table."""
    for koppen, items in groupby(visible(pagina, antwoorden, waarden), key=lambda paar: paar[0]):
        samen = tuple(item for _, item in items)
        if koppen:
            yield Blok(items=samen, koppen=koppen)
        else:
            yield from (Blok(items=(item,)) for item in samen)


def visible(
    pagina: Pagina, antwoorden: Antwoorden, waarden: Mapping[str, Any]
) -> Iterator[tuple[tuple[str, ...], Item]]:
    """The items that belong in the document, with the heads of their columns (competenties only).

    A question without answer is shown when it is asked now; one that is extra, hidden or only useful is left out.
    """
    for vraag in pagina.vraag:
        stand = stand_van(pagina, vraag, waarden)
        antwoord = antwoorden.get(vraag.sleutel)
        if has_content(antwoord) or (stand == "gevraagd" and not vraag.verdieping):
            koppen = tuple(schaal.label for schaal in vraag.schalen)
            yield koppen, build_item(vraag, antwoord, stand)


def has_content(antwoord: HuidigAntwoord | None) -> bool:
    return antwoord is not None and bool(antwoord.toelichting or antwoord.gewist or not is_leeg(antwoord.waarde))


def anker(sleutel: str) -> str:
    """A key as the target of a link: words, because screen readers read them aloud."""
    return sleutel.replace(".", "-").replace("_", "-")
