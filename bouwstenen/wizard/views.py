"""The pages of the wizard: one view shows and saves every page, one shows a deel to check it."""

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.store import Uitkomst
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import requires
from bouwstenen.core.tekst import schoon, schoon_json
from bouwstenen.nlds.fouten import fouten
from bouwstenen.toegang.rechten import Recht
from bouwstenen.wizard.conflict import ConflictVraag, conflicten_van, resolve
from bouwstenen.wizard.controle import build_controle
from bouwstenen.wizard.forms import PaginaForm
from bouwstenen.wizard.scherm import Scherm, load_scherm, regels
from bouwstenen.wizard.widgets import BIJVELDEN, KLAD, VERSIE, was_shown

LANGSTE_EIGEN_VRAAG = 300


@requires(Recht.INVULLEN)
def pagina(request: WijkteamRequest, gemeente: str, wijkteam: str, deel: str, pagina: str) -> HttpResponse:
    """Show a page, or save what was filled in on it."""
    # A question that was withdrawn while its page stood open still takes the answer.
    scherm = load_scherm(request.wijkteam, deel, pagina, ingetrokken=request.method == "POST")
    if scherm is None:
        raise Http404("Deze pagina bestaat niet.")
    if request.method == "POST":
        return save_pagina(request, scherm)
    if not scherm.stap:
        messages.info(request, f"De pagina ‘{scherm.pagina.titel}’ is nu niet nodig, door een antwoord dat u gaf.")
        return redirect("wizard_deel", gemeente, wijkteam, deel)
    klad = store.klad_van(wijkteam=request.wijkteam, pagina=scherm.pagina.sleutel, door=request.user)
    data = as_data(klad.velden) if klad and request.GET.get("klad") == "overnemen" else None
    extra = request.GET.get("rijen", "")
    form = PaginaForm(scherm.pagina.vraag, scherm.antwoorden, data, extra_rijen=extra)
    hier = {naam.partition("-")[0] for naam in data or ()}
    return render_pagina(request, scherm, form, klad=None if data else klad, klad_hier=hier)


def as_data(velden: dict[str, list[str]]) -> QueryDict:
    data = QueryDict(mutable=True)
    for naam, waarden in velden.items():
        data.setlist(naam, waarden)
    return data


def render_pagina(
    request: WijkteamRequest, scherm: Scherm, form: PaginaForm, *, status: int = 200, **context: Any
) -> HttpResponse:
    groepen = regels(scherm, form)
    eigen_fout = context.get("eigen_fout")
    context |= {
        "scherm": scherm,
        "regels": groepen,
        "verdieping_open": any(regel.is_open for regel in groepen["verdieping"]),
        "fouten": [*fouten(form), *([{"anker": "eigen-label", "tekst": eigen_fout}] if eigen_fout else [])],
    }
    return render(request, "wizard/pagina.html", context, status=status)


def save_pagina(request: WijkteamRequest, scherm: Scherm) -> HttpResponse:
    """Save what is right and new; show what is not, with everything that was typed still there."""
    if request.POST.get("actie") == "klad-weg":
        store.drop_klad(wijkteam=request.wijkteam, pagina=scherm.pagina.sleutel, door=request.user)
        return redirect(request.path)
    data, onbeslist = resolve(request.POST, scherm.pagina.vraag)
    data = cleared(data, request.POST.get("actie", ""))
    form = PaginaForm(scherm.pagina.vraag, scherm.antwoorden, data)
    uitkomst = store.save_antwoorden(wijkteam=request.wijkteam, ingediend=form.ingediend(), door=request.user)
    conflicten = conflicten_van(form, uitkomst, onbeslist)
    fout = eigen_vraag_fout(request, scherm)
    geweigerd = [vraag for vraag in form.seen() if form.is_refused(vraag)] + [een.vraag for een in conflicten]
    keep_refused(request, scherm, form.typed(geweigerd))
    if form.errors or fout:
        return show_errors(request, scherm, form, uitkomst, fout, klad_hier={vraag.naam for vraag in geweigerd})
    if conflicten:
        return show_conflicts(request, scherm, conflicten, uitkomst)
    if uitkomst.bewaard:
        messages.success(request, f"Bewaard om {timezone.localtime():%H:%M}.")
    return follow(request, scherm.with_saved(uitkomst.bewaard))


def show_conflicts(
    request: WijkteamRequest, scherm: Scherm, conflicten: list[ConflictVraag], uitkomst: Uitkomst
) -> HttpResponse:
    """Both answers side by side (409)."""
    fout = [
        {"anker": een.besluiten[0]["id"], "tekst": f"Kies welk antwoord u wilt bewaren bij: {een.vraag.label}"}
        for een in conflicten
        if een.onbeslist
    ]
    context = {"scherm": scherm, "conflicten": conflicten, "bewaard": uitkomst.bewaard, "fouten": fout}
    return render(request, "wizard/conflict.html", context, status=409)


def cleared(data: QueryDict, actie: str) -> QueryDict:
    """The data without the choice whose "Keuze wissen" was pressed; a toelichting and a name stay."""
    soort, _, naam = actie.partition(":")
    if soort != "wis" or not naam:
        return data
    schoon_data = data.copy()
    for veld in data:
        if veld.partition("-")[0] == naam and not veld.endswith((*BIJVELDEN, "-naam")):
            del schoon_data[veld]
    return schoon_data


def keep_refused(request: WijkteamRequest, scherm: Scherm, getypt: dict[str, list[str]]) -> None:
    """What could not be saved goes into the klad before anything else is shown."""
    store.keep_klad(
        wijkteam=request.wijkteam,
        pagina=scherm.pagina.sleutel,
        velden=schoon_json(getypt),
        verwerkt=request.POST.getlist(KLAD),
        door=request.user,
    )


def show_errors(
    request: WijkteamRequest,
    scherm: Scherm,
    form: PaginaForm,
    uitkomst: Uitkomst,
    eigen_fout: str,
    *,
    klad_hier: Collection[str],
) -> HttpResponse:
    """The page again (422), with the new versions of what was saved."""
    scherm = load_scherm(request.wijkteam, scherm.deel.sleutel, scherm.pagina.slug, ingetrokken=True) or scherm
    data = form.data.copy()
    for antwoord in uitkomst.bewaard:
        data[antwoord.vraag.partition(".")[2] + VERSIE] = str(antwoord.versie)
    vragen = [een for een in scherm.pagina.vraag if een not in scherm.ingetrokken or was_shown(data, een.naam)]
    context = {
        "bewaard": uitkomst.bewaard,
        "eigen_fout": eigen_fout,
        "eigen_label": request.POST.get("eigen-label", "") if eigen_fout else "",
        "klad_hier": klad_hier,
    }
    return render_pagina(request, scherm, PaginaForm(vragen, scherm.antwoorden, data), status=422, **context)


def eigen_vraag_fout(request: WijkteamRequest, scherm: Scherm) -> str:
    """Add, withdraw or ask again an own question; returns what is wrong with it, or ""."""
    actie, _, sleutel = request.POST.get("actie", "").partition(":")
    if not scherm.is_eigen:
        return ""
    if actie in ("intrekken", "weer-stellen"):
        store.set_eigen_vraag_withdrawn(
            wijkteam=request.wijkteam, deel=scherm.deel.sleutel, sleutel=sleutel, ingetrokken=actie == "intrekken"
        )
    label = schoon(request.POST.get("eigen-label", "")).strip()
    if actie == "vraag" and not label:
        return "Schrijf eerst uw vraag op."
    if len(label) > LANGSTE_EIGEN_VRAAG:
        return f"Maak uw vraag korter: er staan {len(label)} tekens, {LANGSTE_EIGEN_VRAAG} mag."
    if label:
        store.ask_eigen_vraag(wijkteam=request.wijkteam, deel=scherm.deel.sleutel, label=label, door=request.user)
    return ""


def follow(request: WijkteamRequest, scherm: Scherm) -> HttpResponse:
    """Where the button leads: the next page, the task list, or this page again at the same place."""
    actie, _, naam = request.POST.get("actie", "verder").partition(":")
    hier = (request.gemeente.slug, request.wijkteam.slug)
    if actie == "later":
        return redirect("overzicht_wijkteam", *hier)
    if actie == "rij" and naam in {vraag.naam for vraag in scherm.pagina.vraag}:
        return redirect(f"{request.path}?rijen={naam}#vraag-{naam}")
    if actie in ("wis", "intrekken", "weer-stellen", "vraag"):
        return redirect(f"{request.path}#vraag-{naam}" if actie == "wis" else request.path)
    if scherm.volgende:
        return redirect("wizard_pagina", *hier, scherm.deel.sleutel, scherm.volgende.slug)
    return redirect("wizard_deel", *hier, scherm.deel.sleutel)


@requires(Recht.LEZEN)
def deel(request: WijkteamRequest, gemeente: str, wijkteam: str, deel: str) -> HttpResponse:
    """Check a deel: every answer, what is missing, and links to change it."""
    gevonden = catalogus().deel(deel)
    if gevonden is None:
        raise Http404("Dit onderdeel bestaat niet.")
    controle = build_controle(request.wijkteam, gevonden)
    mag = Recht.INVULLEN in request.rechten and request.wijkteam.gearchiveerd_op is None
    context = {"controle": controle, "mag_invullen": mag}
    return render(request, "wizard/deel.html", context)


@require_POST
@requires(Recht.INVULLEN)
def klaar(request: WijkteamRequest, gemeente: str, wijkteam: str, deel: str) -> HttpResponse:
    """Mark a deel "Klaar zo", or take that mark away."""
    if catalogus().deel(deel) is None:
        raise Http404("Dit onderdeel bestaat niet.")
    klaar = request.POST.get("klaar") == "ja"
    store.set_klaar(wijkteam=request.wijkteam, deel=deel, klaar=klaar, door=request.user)
    return redirect("overzicht_wijkteam", gemeente, wijkteam)
