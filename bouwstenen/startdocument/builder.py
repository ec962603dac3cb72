"""Builds the startdocument: catalogue, answers and samenhang in, frozen dataclasses out."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.schema import Catalogus, Deel, Pagina, Vraag
from bouwstenen.catalogus.waarden import is_leeg
from bouwstenen.figuren.team import Teamdiagram
from bouwstenen.figuren.teamdiagram import teken
from bouwstenen.inzichten.keuze import inzichten_voor
from bouwstenen.inzichten.weergave import toon_alle
from bouwstenen.samenhang.capaciteit import capaciteit_van
from bouwstenen.samenhang.stand import Samenhang
from bouwstenen.samenhang.teamfiguur import teamdiagram_van
from bouwstenen.startdocument.gegevens import Blok, Groep, Haalbaar, Hoofdstuk, Item, Kern, Startdocument
from bouwstenen.startdocument.items import build_item
from bouwstenen.startdocument.samenhang import build_keuzes
from bouwstenen.startdocument.samenvatting import kernregels
from bouwstenen.wizard.voortgang import counted, stand_van, waarden_van, with_eigen

Antwoorden = Mapping[str, HuidigAntwoord]
EigenVragen = Mapping[str, tuple[Vraag, ...]]
AFSPRAKEN = "afronding.verwachtingen"  # the page about what the team does and does not do


def build_startdocument(
    *,
    catalogus: Catalogus,
    gemeente_naam: str,
    wijkteam_naam: str,
    antwoorden: Antwoorden,
    eigen_vragen: EigenVragen,
    gewijzigd_op: datetime,
    samenhang: Samenhang,
    met_inzichten: bool = True,
    status: str = "concept",
) -> Startdocument:
    """The whole document.

    wijkteam_naam: with its kind, "Buurtteam Kanaleneiland". antwoorden: by key of the vraag, shapes as in
    catalogus.waarden. eigen_vragen: by deel. gewijzigd_op: aware; when anything but an answer changed, such as a name.
    samenhang: how the wijkteam stands. met_inzichten: with what others learned, at most three a bouwsteen.
    """
    waarden = waarden_van(antwoorden)
    bij = questions_with_a_signal(samenhang) if met_inzichten else None
    diagram = teamdiagram_van(waarden, wijkteam_naam)
    nummers = {deel.sleutel: nummer for nummer, deel in enumerate(bouwstenen(catalogus), 1)}
    return Startdocument(
        gemeente_naam=gemeente_naam,
        wijkteam_naam=wijkteam_naam,
        status=status,
        moment=max([gewijzigd_op, *(antwoord.gegeven_op for antwoord in antwoorden.values())]),
        samenvatting=tuple(kern(deel, nummers[deel.sleutel], waarden) for deel in bouwstenen(catalogus)),
        hoofdstukken=tuple(
            hoofdstuk(deel, nummers.get(deel.sleutel), antwoorden, waarden, eigen_vragen, bij)
            for deel in catalogus.delen
        ),
        team=teken(diagram),
        teambeeld=teken(in_het_klein(diagram)),
        keuzes=build_keuzes(catalogus, samenhang),
        haalbaar=Haalbaar(capaciteit=capaciteit_van(waarden), afspraken=afspraken(catalogus, antwoorden, waarden)),
        bronnen=tuple(str(bron) for bron in catalogus.bronnen),
    )


def questions_with_a_signal(samenhang: Samenhang) -> frozenset[str]:
    return frozenset(vraag for een in samenhang.beoordelingen if not een.is_bewust for vraag in een.signaal.vragen)


def in_het_klein(diagram: Teamdiagram) -> Teamdiagram:
    """Without the words that are too small to read on a part of a page; the whole picture stands further on."""
    return replace(diagram, legenda=(), domeinen=tuple(replace(domein, onder="") for domein in diagram.domeinen))


def bouwstenen(catalogus: Catalogus) -> list[Deel]:
    return [deel for deel in catalogus.delen if deel.bouwsteen]


def kern(deel: Deel, nummer: int, waarden: Mapping[str, Any]) -> Kern:
    gevraagd = frozenset(vraag.sleutel for vraag in counted(deel.pagina, waarden))
    return Kern(nummer=nummer, titel=deel.titel, anker=anker(deel.sleutel), regels=kernregels(deel, waarden, gevraagd))


def hoofdstuk(
    deel: Deel,
    nummer: int | None,
    antwoorden: Antwoorden,
    waarden: Mapping[str, Any],
    eigen: EigenVragen,
    bij: Collection[str] | None,
) -> Hoofdstuk:
    """bij: the questions with a signal, for the inzichten of a bouwsteen; None leaves those out."""
    paginas = (pagina for pagina in with_eigen(deel, eigen) if pagina.sleutel != AFSPRAKEN)
    groepen = (groep(pagina, antwoorden, waarden) for pagina in paginas)
    return Hoofdstuk(
        anker=anker(deel.sleutel),
        titel=deel.titel,
        nummer=nummer,
        groepen=tuple(een for een in groepen if een.blokken),
        inzichten=() if bij is None or not nummer else tuple(toon_alle(inzichten_voor(deel.sleutel, waarden, bij))),
    )


def afspraken(catalogus: Catalogus, antwoorden: Antwoorden, waarden: Mapping[str, Any]) -> Groep | None:
    """The page that has a chapter of its own, beside the hours; None when nothing was said there."""
    pagina = catalogus.pagina(AFSPRAKEN)
    gevonden = groep(pagina, antwoorden, waarden) if pagina else None
    return gevonden if gevonden and gevonden.blokken else None


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
