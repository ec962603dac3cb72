"""Text that its user did not save, offered when the page is opened again: with what it would change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.antwoorden.verschil import Budget, Stuk, shorten, verschil
from bouwstenen.catalogus.schema import Vraag
from bouwstenen.wizard.forms import PaginaForm
from bouwstenen.wizard.getypt import answer_in_words, in_words
from bouwstenen.wizard.klad import as_data, questions_in
from bouwstenen.wizard.scherm import Scherm
from bouwstenen.wizard.widgets import BIJVELDEN, EIGEN_LABEL, question_of

Velden = dict[str, list[str]]
LANG = 2_000  # characters
WEG = "Een vraag die niet meer op deze pagina staat"


@dataclass(frozen=True)
class Anders:
    """One question: the answer of now against what was typed."""

    label: str
    stukken: list[Stuk]


@dataclass(frozen=True)
class Aanbod:
    """The klad of one tab, with how it differs from the answers of now."""

    klad: Any
    vragen: list[Anders]

    @property
    def is_lang(self) -> bool:
        """Whether the difference is too much to show in front of the page."""
        return sum(len(stuk.tekst) for vraag in self.vragen for stuk in vraag.stukken) > LANG


def offers(scherm: Scherm, kladden: Iterable[Any]) -> Iterator[Aanbod]:
    """What each klad would change; without questions when that is nothing, or the same as one before it."""
    budget, eerder = Budget(), list[Velden]()
    for klad in kladden:
        verschillen = differences(scherm, klad.velden) if klad.velden not in eerder else ()
        eerder.append(klad.velden)
        yield Aanbod(
            klad,
            [Anders(label, list(shorten(verschil(oud, nieuw, budget)))) for label, oud, nieuw in verschillen],
        )


def differences(scherm: Scherm, velden: Velden) -> Iterator[tuple[str, str, str]]:
    """The label, the answer of now and what was typed, for each question where these differ."""
    data = as_data(velden)
    form = PaginaForm(scherm.vragen_bij(data), scherm.antwoorden, data)
    for vraag in form.seen():
        huidig = scherm.antwoorden.get(vraag.sleutel)
        if form.is_refused(vraag) or not is_same(form, vraag, huidig):
            oud = answer_in_words(vraag, huidig.waarde, huidig.toelichting) if huidig else ""
            yield vraag.label, oud, in_words(form, vraag)
    bekend = {vraag.naam for vraag in form.vragen}
    for naam in questions_in(velden):
        if naam not in bekend and (tekst := loose_text(velden, naam)):
            yield "Een eigen vraag toevoegen" if naam == question_of(EIGEN_LABEL) else WEG, "", tekst


def changed(wijkteam: Any, scherm: Scherm, velden: Velden) -> Velden:
    """Only the questions of which the answer differs from the version that the page showed."""
    data = as_data(velden)
    form = PaginaForm(scherm.vragen_bij(data), scherm.antwoorden, data)
    gelijk = set()
    for vraag in form.seen():
        getoond = version_shown(wijkteam, scherm, vraag, form.posted_version(vraag))
        if not form.is_refused(vraag) and is_same(form, vraag, getoond):
            gelijk.add(vraag.naam)
    return {naam: waarden for naam, waarden in velden.items() if question_of(naam) not in gelijk}


def version_shown(wijkteam: Any, scherm: Scherm, vraag: Vraag, versie: int) -> HuidigAntwoord | None:
    huidig = scherm.antwoorden.get(vraag.sleutel)
    if huidig is None or huidig.versie == versie:
        return huidig
    return next((een for een in store.geschiedenis(wijkteam, vraag.sleutel) if een.versie == versie), None)


def loose_text(velden: Velden, naam: str) -> str:
    """What was typed at a question that is not on the page."""
    eigen = [veld for veld in velden if question_of(veld) == naam and not veld.endswith(BIJVELDEN[1:])]
    return "\n".join(tekst for veld in eigen for tekst in velden[veld] if tekst)


def is_same(form: PaginaForm, vraag: Vraag, antwoord: HuidigAntwoord | None) -> bool:
    """Whether what was typed says the same as this answer."""
    getypt = (form.cleaned_data[vraag.naam], form.toelichting_bij(vraag))
    return getypt == ((antwoord.waarde, antwoord.toelichting) if antwoord else (None, ""))
