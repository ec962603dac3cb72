"""Typed, not saved: reads what a page sends while somebody types, and keeps it for its tab."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import QueryDict

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.store import aanwezig
from bouwstenen.antwoorden.store import klad as kladden
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Pagina
from bouwstenen.wizard.besluit import resolve
from bouwstenen.wizard.voortgang import with_eigen
from bouwstenen.wizard.widgets import EIGEN_LABEL, VERSIE, question_of

TAB = re.compile(r"[A-Za-z0-9_-]{1,40}")
SERIE = re.compile(r"[0-9]{1,9}")
VELDNAAM = re.compile(r"[A-Za-z0-9_-]{1,200}")


@dataclass(frozen=True)
class Plaats:
    """The browser tab that a page stands in, and the number of what it sent last."""

    tab: str = ""
    serie: int = 0


GEEN_PLAATS = Plaats()  # a page that sent nothing yet


def plaats_van(data: QueryDict) -> Plaats:
    """The tab and the number of a POST; those that were made up count as none."""
    tab, serie = data.get("klad-tab", ""), data.get("klad-serie", "")
    return Plaats(tab, int(serie)) if TAB.fullmatch(tab) and SERIE.fullmatch(serie) else GEEN_PLAATS


def find_pagina(wijkteam: Any, deel: str, slug: str) -> Pagina | None:
    """The page with every question it can have, also the own ones that were withdrawn; asks no more than it must."""
    gevonden = catalogus().deel(deel)
    if gevonden is None:
        return None
    vast = next((pagina for pagina in gevonden.pagina if pagina.slug == slug), None)
    if vast is None:
        [*_, vast] = with_eigen(gevonden, store.eigen_vragen(wijkteam, ingetrokken=True))
    return vast if vast.slug == slug else None


def is_eigen(pagina: Pagina) -> bool:
    """Whether this is the page with the questions that the wijkteam asks itself."""
    return pagina.sleutel.endswith(".eigen_vragen")


def typed_on(pagina: Pagina, data: QueryDict) -> dict[str, list[str]]:
    """What was sent for the questions of this page, name by name; everything else is left out.

    Of a conflict page it is as if nothing was decided yet: what is taken over later, is a conflict again.
    """
    data, _ = resolve(data, pagina.vraag)
    vragen = {vraag.naam for vraag in pagina.vraag}
    velden = {naam: data.getlist(naam) for naam in data if question_of(naam) in vragen and VELDNAAM.fullmatch(naam)}
    eigen = {EIGEN_LABEL: data.getlist(EIGEN_LABEL)} if is_eigen(pagina) and data.get(EIGEN_LABEL) else {}
    return velden | eigen


def as_data(velden: Mapping[str, list[str]]) -> QueryDict:
    """A klad as a POST; a question that came without its version counts as shown in a version that never was."""
    data = QueryDict(mutable=True)
    for naam, waarden in velden.items():
        data.setlist(naam, waarden)
    for vraag in {question_of(naam) for naam in velden}:
        data.setdefault(vraag + VERSIE, "")
    return data


def questions_in(velden: Iterable[str]) -> list[str]:
    """The names of the questions that these fields belong to, each once."""
    return list(dict.fromkeys(question_of(naam) for naam in velden))


@transaction.atomic
def keep(*, wijkteam: Any, pagina: Pagina, data: QueryDict, door: Any) -> tuple[str | None, list[str]]:
    """Keep what a tab sent (unless it only says that its user is there) and tell who else is on the page.

    The tab under which it is kept: "" when nothing was sent to keep, None when the tab was submitted already.
    """
    plaats, hier = plaats_van(data), {"wijkteam": wijkteam, "pagina": pagina.sleutel, "door": door}
    tab: str | None = ""
    if plaats.tab:
        velden = typed_on(pagina, data)
        tab = kladden.keep_klad(**hier, tab=plaats.tab, serie=plaats.serie, velden=velden)
    aanwezig.note_aanwezig(**hier)
    return tab, aanwezig.names_on(**hier)


def who_is_here(namen: list[str]) -> str:
    """The sentence about the others on a page, as the page shows it and its script hears it; "" for nobody."""
    if len(namen) > 1:
        return f"{', '.join(namen[:-1])} en {namen[-1]} hebben deze pagina open."
    return f"{namen[0]} heeft deze pagina open." if namen else ""
