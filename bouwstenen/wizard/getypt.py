"""What was typed on a page, in words: to show it when it could not be saved, or not yet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Vraag
from bouwstenen.catalogus.waarden import leesbaar
from bouwstenen.wizard.forms import PaginaForm
from bouwstenen.wizard.klad import questions_in
from bouwstenen.wizard.widgets import BESLUIT, CONFLICT, EIGEN_LABEL, VERSIE

EIGEN = re.compile(r"eigen_([0-9]{1,6})")
NIET_GETYPT = (VERSIE, CONFLICT, BESLUIT, "-rij")


@dataclass(frozen=True)
class Getypt:
    """One answer as it was typed."""

    label: str
    tekst: str


def typed_in_words(deel: str, slug: str, data: QueryDict) -> list[Getypt]:
    """The answers of a wizard page that was sent; needs no database, so own questions go by their number."""
    pagina = catalogus().pagina(f"{deel}.{slug.replace('-', '_')}")
    form = PaginaForm(pagina.vraag if pagina else eigen_vragen_in(deel, data), {}, data)
    alle = [Getypt(vraag.label, in_words(form, vraag)) for vraag in form.seen()]
    return [een for een in [*alle, Getypt("Een eigen vraag", data.get(EIGEN_LABEL, ""))] if een.tekst]


def eigen_vragen_in(deel: str, data: QueryDict) -> Sequence[Vraag]:
    nummers = [gevonden[1] for naam in questions_in(data) if (gevonden := EIGEN.fullmatch(naam))]
    return [
        Vraag(sleutel=f"{deel}.eigen_{nummer}", soort="tekst", label=f"Eigen vraag {nummer}", bron="")
        for nummer in nummers
    ]


def in_words(form: PaginaForm, vraag: Vraag) -> str:
    """The answer as its readers would see it; what is wrong with it, part by part as it was typed."""
    if form.is_refused(vraag):
        delen = form.typed([vraag]).items()
        return "\n".join(
            tekst for naam, teksten in delen for tekst in teksten if tekst and not naam.endswith(NIET_GETYPT)
        )
    return answer_in_words(vraag, form.cleaned_data[vraag.naam], form.toelichting_bij(vraag))


def answer_in_words(vraag: Vraag, waarde: object, toelichting: str) -> str:
    return "\n".join(deel for deel in (leesbaar(vraag, waarde), toelichting) if deel)
