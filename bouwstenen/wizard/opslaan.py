"""Carries out a page that was sent: what is right is saved, what is refused becomes klad, in one transaction."""

from dataclasses import dataclass

from django.db import transaction
from django.http import QueryDict

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.store import Uitkomst, aanwezig
from bouwstenen.antwoorden.store import klad as kladden
from bouwstenen.catalogus.schema import Pagina
from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.tekst import schoon
from bouwstenen.wizard.besluit import resolve
from bouwstenen.wizard.conflict import ConflictVraag, conflicten_van
from bouwstenen.wizard.forms import PaginaForm
from bouwstenen.wizard.klad import Plaats, plaats_van, questions_in
from bouwstenen.wizard.scherm import Scherm
from bouwstenen.wizard.terug import read_terug
from bouwstenen.wizard.widgets import BIJVELDEN, EIGEN_LABEL, question_of

LANGSTE_EIGEN_VRAAG = 300
HIER = ("wis", "intrekken", "weer-stellen", "vraag")  # buttons that lead to the same page


@dataclass(frozen=True)
class Opgeslagen:
    """What became of a page: `plaats` is where its refused text is kept now, `naar` the page it leads to."""

    scherm: Scherm
    form: PaginaForm
    uitkomst: Uitkomst
    conflicten: list[ConflictVraag]
    eigen_fout: str
    geweigerd: list[str]
    plaats: Plaats
    naar: Pagina | None

    @property
    def is_fout(self) -> bool:
        return bool(self.form.errors or self.eigen_fout)


@transaction.atomic
def save(request: WijkteamRequest, scherm: Scherm) -> Opgeslagen:
    """Save what is right and new; keep the rest as klad of the tab that sent it."""
    data, onbeslist = resolve(request.POST, scherm.pagina.vraag)
    form = PaginaForm(scherm.pagina.vraag, scherm.antwoorden, cleared(data, request.POST.get("actie", "")))
    hier = {"wijkteam": request.wijkteam, "door": request.user}
    uitkomst = store.save_antwoorden(ingediend=form.ingediend(), **hier)
    conflicten = conflicten_van(form, uitkomst, onbeslist)
    fout = eigen_vraag_fout(request, scherm)
    botst = {een.ingediend.vraag for een in uitkomst.conflicten}  # also what is decided on later
    over = form.typed([een for een in form.seen() if form.is_refused(een) or een.sleutel in botst])
    over |= {EIGEN_LABEL: request.POST.getlist(EIGEN_LABEL)} if fout else {}
    plaats = plaats_van(request.POST)
    tab, serie = kladden.settle_klad(
        pagina=scherm.pagina.sleutel, tab=plaats.tab, serie=plaats.serie, velden=over, **hier
    )
    scherm = scherm.with_saved(uitkomst.bewaard)
    naar = scherm.pagina if form.errors or fout or conflicten else leads_to(request, scherm)
    aanwezig.note_aanwezig(pagina=naar.sleutel if naar else "", **hier)
    return Opgeslagen(scherm, form, uitkomst, conflicten, fout, questions_in(over), Plaats(tab, serie), naar)


def cleared(data: QueryDict, actie: str) -> QueryDict:
    """The data without the choice whose "Keuze wissen" was pressed; a toelichting and a name stay."""
    soort, _, naam = actie.partition(":")
    if soort != "wis" or not naam:
        return data
    schoon_data = data.copy()
    for veld in data:
        if question_of(veld) == naam and not veld.endswith((*BIJVELDEN, "-naam")):
            del schoon_data[veld]
    return schoon_data


def eigen_vraag_fout(request: WijkteamRequest, scherm: Scherm) -> str:
    """Add, withdraw or ask again an own question; returns what is wrong with it, or ""."""
    actie, _, sleutel = request.POST.get("actie", "").partition(":")
    if not scherm.is_eigen:
        return ""
    if actie in ("intrekken", "weer-stellen"):
        store.set_eigen_vraag_withdrawn(
            wijkteam=request.wijkteam, deel=scherm.deel.sleutel, sleutel=sleutel, ingetrokken=actie == "intrekken"
        )
    label = schoon(request.POST.get(EIGEN_LABEL, "")).strip()
    if actie == "vraag" and not label:
        return "Schrijf eerst uw vraag op."
    if len(label) > LANGSTE_EIGEN_VRAAG:
        return f"Maak uw vraag korter: er staan {len(label)} tekens, {LANGSTE_EIGEN_VRAAG} mag."
    if label:
        store.ask_eigen_vraag(wijkteam=request.wijkteam, deel=scherm.deel.sleutel, label=label, door=request.user)
    return ""


def leads_to(request: WijkteamRequest, scherm: Scherm) -> Pagina | None:
    """The page that the button leads to; None when it leads away from the pages."""
    actie, _, naam = request.POST.get("actie", "verder").partition(":")
    if actie in HIER or (actie == "rij" and naam in {vraag.naam for vraag in scherm.pagina.vraag}):
        return scherm.pagina
    return None if actie == "later" or read_terug(request) else scherm.volgende
