"""The pages of the wizard: one view shows and saves every page, one shows a deel to check it."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.store import aanwezig
from bouwstenen.antwoorden.store import klad as kladden
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import requires
from bouwstenen.nlds.fouten import fouten
from bouwstenen.samenhang.gevolg import Gevolg, gevolg_van
from bouwstenen.toegang.rechten import Recht
from bouwstenen.wizard import klad as klad_van
from bouwstenen.wizard.aangeboden import offers
from bouwstenen.wizard.afzender import read_van, sign_van
from bouwstenen.wizard.controle import build_controle
from bouwstenen.wizard.forms import PaginaForm
from bouwstenen.wizard.inloggen import keep_for_login
from bouwstenen.wizard.klad import GEEN_PLAATS, Plaats, as_data, questions_in
from bouwstenen.wizard.opslaan import Opgeslagen, save
from bouwstenen.wizard.scherm import Scherm, load_scherm, regels
from bouwstenen.wizard.terug import read_terug
from bouwstenen.wizard.weigeren import ANDER, show_text
from bouwstenen.wizard.widgets import EIGEN_LABEL, VERSIE

OVERGENOMEN = "Hieronder staat wat u eerder typte. Het is nog niet opgeslagen."


@requires(Recht.INVULLEN, anoniem=keep_for_login)
def pagina(request: WijkteamRequest, gemeente: str, wijkteam: str, deel: str, pagina: str) -> HttpResponse:
    """Show a page, or save what was filled in on it."""
    # A question that was withdrawn while its page stood open still takes the answer.
    bewaren = request.method == "POST"
    scherm = load_scherm(request.wijkteam, deel, pagina, ingetrokken=bewaren, alles=bewaren)
    if scherm is None:
        raise Http404("Deze pagina bestaat niet.")
    if not bewaren:
        return show_pagina(request, scherm)
    afzender = read_van(request.POST.get("van", ""))
    if afzender and afzender.gebruiker != request.user.pk:
        return show_text(request, ANDER, status=409)
    return save_pagina(request, scherm)


def show_pagina(request: WijkteamRequest, scherm: Scherm) -> HttpResponse:
    """The page with the current answers, or with what was typed earlier (`?klad=<tab>`)."""
    hier = {"wijkteam": request.wijkteam, "pagina": scherm.pagina.sleutel, "door": request.user}
    eerder = kladden.kladden_van(**hier)
    if not scherm.stap and not eerder:
        messages.info(request, f"De pagina ‘{scherm.pagina.titel}’ is nu niet nodig, door een antwoord dat u gaf.")
        return redirect("wizard_deel", request.gemeente.slug, request.wijkteam.slug, scherm.deel.sleutel)
    # Taken over: what was typed stands in the page. The rest is offered, unless it says what is saved by now.
    over = next((een for een in eerder if een.tab == request.GET.get("klad")), None)
    data = as_data(over.velden) if over else None
    form = PaginaForm(scherm.pagina.vraag, scherm.antwoorden, data, extra_rijen=request.GET.get("rijen", ""))
    aanbod = list(offers(scherm, (een for een in eerder if een is not over)))
    kladden.drop_kladden([een.klad for een in aanbod if not een.vragen])
    context = {
        "plaats": Plaats(over.tab, over.serie) if over else GEEN_PLAATS,
        "klad_hier": questions_in(over.velden) if over else [],
        "eigen_label": data.get(EIGEN_LABEL, "") if data else "",
        "melding": OVERGENOMEN if over else "",
        "aanbod": [een for een in aanbod if een.vragen],
        "aanwezig": klad_van.who_is_here(aanwezig.look_around(**hier)),
    }
    return render_pagina(request, scherm, form, **context)


def render_pagina(
    request: WijkteamRequest, scherm: Scherm, form: PaginaForm, *, status: int = 200, **context: Any
) -> HttpResponse:
    groepen = regels(scherm, form)
    eigen_fout = context.get("eigen_fout")
    genoemd = (request.GET.get("vraag"), request.GET.get("rijen"))  # a question that the address leads to
    context |= {
        "scherm": scherm,
        "regels": groepen,
        "verdieping_open": any(regel.is_open or regel.vraag.naam in genoemd for regel in groepen["verdieping"]),
        "fouten": [*fouten(form), *([{"anker": EIGEN_LABEL, "tekst": eigen_fout}] if eigen_fout else [])],
        "van": sign_van(request.user, request.wijkteam, scherm.pagina.sleutel),
        "terug": read_terug(request),
    }
    return render(request, "wizard/pagina.html", context, status=status)


def save_pagina(request: WijkteamRequest, scherm: Scherm) -> HttpResponse:
    """Save what is right and new; show what is not, with everything that was typed still there."""
    actie, _, tab = request.POST.get("actie", "").partition(":")
    if actie == "klad-weg":
        kladden.drop_klad(wijkteam=request.wijkteam, pagina=scherm.pagina.sleutel, tab=tab, door=request.user)
        return redirect(same_page(request))
    opgeslagen = save(request, scherm)
    if opgeslagen.is_fout:
        return show_errors(request, opgeslagen)
    if opgeslagen.conflicten:
        return show_conflicts(request, opgeslagen)
    if opgeslagen.uitkomst.bewaard:
        messages.success(request, saved_line(request, gevolg_van(scherm.waarden, opgeslagen.scherm.waarden)))
    if opgeslagen.geweigerd:
        messages.info(request, "Waar u later over beslist, staat als niet-opgeslagen tekst op de pagina.")
    return follow(request, opgeslagen)


def show_conflicts(request: WijkteamRequest, opgeslagen: Opgeslagen) -> HttpResponse:
    """Both answers side by side (409)."""
    scherm = opgeslagen.scherm
    context = {
        "scherm": scherm,
        "conflicten": opgeslagen.conflicten,
        "bewaard": opgeslagen.uitkomst.bewaard,
        "fouten": [een.fout for een in opgeslagen.conflicten if een.onbeslist],
        "plaats": opgeslagen.plaats,
        "klad_hier": opgeslagen.geweigerd,
        "van": sign_van(request.user, request.wijkteam, scherm.pagina.sleutel),
        "terug": read_terug(request),
    }
    return render(request, "wizard/conflict.html", context, status=409)


def show_errors(request: WijkteamRequest, opgeslagen: Opgeslagen) -> HttpResponse:
    """The page again (422), with the new versions of what was saved."""
    eerst = opgeslagen.scherm
    scherm = load_scherm(request.wijkteam, eerst.deel.sleutel, eerst.pagina.slug, ingetrokken=True) or eerst
    data = opgeslagen.form.data.copy()
    for antwoord in opgeslagen.uitkomst.bewaard:
        data[antwoord.vraag.partition(".")[2] + VERSIE] = str(antwoord.versie)
    context = {
        "bewaard": opgeslagen.uitkomst.bewaard,
        "eigen_fout": opgeslagen.eigen_fout,
        "eigen_label": request.POST.get(EIGEN_LABEL, "") if opgeslagen.eigen_fout else "",
        "klad_hier": opgeslagen.geweigerd,
        "plaats": opgeslagen.plaats,
    }
    return show_again(request, scherm, data, status=422, **context)


def show_again(
    request: WijkteamRequest, scherm: Scherm, data: QueryDict, *, status: int, **context: Any
) -> HttpResponse:
    """The page with everything that was typed on it; a question that was withdrawn only when it stood there."""
    form = PaginaForm(scherm.vragen_bij(data), scherm.antwoorden, data)
    return render_pagina(request, scherm, form, status=status, **context)


def saved_line(request: WijkteamRequest, gevolg: Gevolg) -> str:
    """What was saved and what that does to the signalen, with a link to them unless the button leads there."""
    terug, hier = read_terug(request), (request.gemeente.slug, request.wijkteam.slug)
    samenhang = "" if terug and terug.plek == "samenhang" else reverse("samenhang_samenhang", args=hier)
    context = {"nu": timezone.now(), "gevolg": gevolg, "samenhang": samenhang}
    return render_to_string("wizard/_bewaard_om.html", context)


def follow(request: WijkteamRequest, opgeslagen: Opgeslagen) -> HttpResponse:
    """Where the button leads: on, back to where the page was opened from, or this page again at the same place."""
    actie, _, naam = request.POST.get("actie", "verder").partition(":")
    hier = (request.gemeente.slug, request.wijkteam.slug)
    deel, naar, terug = opgeslagen.scherm.deel, opgeslagen.naar, read_terug(request)
    if naar is None and actie == "later":
        return redirect("overzicht_wijkteam", *hier)
    if naar is None:
        return redirect(terug.adres(*hier)) if terug else redirect("wizard_deel", *hier, deel.sleutel)
    if naar != opgeslagen.scherm.pagina:
        return redirect("wizard_pagina", *hier, deel.sleutel, naar.slug)
    rijen = naam if actie == "rij" else ""
    return redirect(same_page(request, rijen=rijen) + (f"#vraag-{naam}" if actie in ("rij", "wis") else ""))


def same_page(request: WijkteamRequest, *, rijen: str = "") -> str:
    """The address of this page, with the place that saving leads to."""
    zoek = {"rijen": rijen, "terug": str(read_terug(request) or "")}
    query = urlencode({naam: waarde for naam, waarde in zoek.items() if waarde})
    return f"{request.path}?{query}" if query else request.path


@require_POST
@requires(Recht.INVULLEN)
def klad(request: WijkteamRequest, gemeente: str, wijkteam: str, deel: str, pagina: str) -> HttpResponse:
    """Keep what is being typed, and tell who else has the page open (the script of the page calls this)."""
    gevonden = klad_van.find_pagina(request.wijkteam, deel, pagina)
    if gevonden is None:
        raise Http404("Deze pagina bestaat niet.")
    afzender = read_van(request.POST.get("van", ""))
    if afzender is None or (afzender.wijkteam, afzender.pagina) != (request.wijkteam.pk, gevonden.sleutel):
        return JsonResponse({"fout": "van"}, status=422)
    if afzender.gebruiker != request.user.pk:
        return JsonResponse({"ander": True}, status=409)
    plaats = klad_van.plaats_van(request.POST)
    if not plaats.tab and "aanwezig" not in request.POST:
        return JsonResponse({"fout": "klad-tab, klad-serie"}, status=422)
    tab, namen = klad_van.keep(wijkteam=request.wijkteam, pagina=gevonden, data=request.POST, door=request.user)
    if tab is None:
        return JsonResponse({"klaar": True}, status=409)
    antwoord = {"om": f"{timezone.localtime():%H:%M}", "aanwezig": klad_van.who_is_here(namen)}
    return JsonResponse(antwoord) if tab == plaats.tab else JsonResponse({"tab": tab, **antwoord}, status=409)


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
