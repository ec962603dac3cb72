"""What becomes of a POST that went wrong outside its view: the text goes back to whoever typed it.

Django calls these: see CSRF_FAILURE_VIEW and wijkteam/urls.py.
"""

import sys

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import ResolverMatch
from django.views import defaults

from bouwstenen.antwoorden.store import klad as kladden
from bouwstenen.core.fouten import BEZET, TE_VEEL, is_from_here, match_of, sent_text
from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import requires
from bouwstenen.toegang.rechten import Recht
from bouwstenen.wizard.aangeboden import changed
from bouwstenen.wizard.afzender import read_van
from bouwstenen.wizard.besluit import resolve
from bouwstenen.wizard.inloggen import keep_for_login
from bouwstenen.wizard.klad import plaats_van, questions_in, typed_on
from bouwstenen.wizard.scherm import load_scherm
from bouwstenen.wizard.views import show_again
from bouwstenen.wizard.weigeren import ANDER, show_text, text_of
from bouwstenen.wizard.widgets import EIGEN_LABEL

VEROUDERD = "De beveiliging van deze pagina was verlopen. Er is nog niets opgeslagen. Sla de pagina nog een keer op."
STRAKS = "30"  # seconds until a busy database may have time


def csrf_failure(request: WijkteamRequest, reason: str = "") -> HttpResponseBase:
    """The token is missing or too old. When our own page sent it, its user goes on with everything that was typed."""
    match = match_of(request)
    if match and is_from_here(request) and not reason.startswith(("Origin", "Referer")):
        if match.url_name == "wizard_pagina":
            return send_again(request, **match.kwargs)
        if match.url_name == "wizard_klad":
            return answer_script(request)
        return render(request, "403_csrf.html", text_of(request), status=403)
    return render(request, "403_csrf.html", status=403)


def send_again(request: WijkteamRequest, **kwargs: str) -> HttpResponseBase:
    """The page with what was typed and a new token, when it was made for this user."""
    if not request.user.is_authenticated:
        return keep_for_login(request, **kwargs) or redirect_to_login(request.path)
    afzender = read_van(request.POST.get("van", ""))
    if afzender is None:
        return render(request, "403_csrf.html", text_of(request), status=403)
    if afzender.gebruiker != request.user.pk:
        return show_text(request, ANDER, status=409)
    return show_typed(request, **kwargs)


@requires(Recht.INVULLEN)
def show_typed(request: WijkteamRequest, gemeente: str, wijkteam: str, deel: str, pagina: str) -> HttpResponse:
    scherm = load_scherm(request.wijkteam, deel, pagina, ingetrokken=True)
    if scherm is None:
        raise Http404("Deze pagina bestaat niet.")
    data, _ = resolve(request.POST, scherm.pagina.vraag)
    context = {
        "melding": VEROUDERD,
        "plaats": plaats_van(data),
        "klad_hier": questions_in(changed(request.wijkteam, scherm, typed_on(scherm.pagina, data))),
        "eigen_label": data.get(EIGEN_LABEL, ""),
    }
    return show_again(request, scherm, data, status=403, **context)


def answer_script(request: WijkteamRequest) -> HttpResponseBase:
    """The script that keeps what is typed gets a new token, when its page was made for this user."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    afzender = read_van(request.POST.get("van", ""))
    if afzender is None:
        return JsonResponse({"fout": "van"}, status=422)
    if afzender.gebruiker != request.user.pk:
        return JsonResponse({"ander": True}, status=409)
    return JsonResponse({"csrf": get_token(request)}, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Too much text or too many fields is something to mend (422); anything else is no request at all (400)."""
    match = match_of(request)
    if match and match.url_name == "wizard_klad":
        return JsonResponse({"fout": type(exception).__name__}, status=422)
    if not isinstance(exception, TE_VEEL):
        return defaults.bad_request(request, exception)
    data = sent_text(request) if isinstance(exception, TooManyFieldsSent) else None
    tab = keep_too_much(request, data, **match.kwargs) if data and match and match.url_name == "wizard_pagina" else ""
    context = {"bewaard_als": tab} if tab else text_of(request) if data else {}
    return HttpResponse(render_to_string("422.html", {**context, "pad": request.path}), status=422)


def keep_too_much(request: HttpRequest, data: QueryDict, **kwargs: str) -> str:
    """Keep what is too much to save, when its user may; returns its tab. Here the signed user stands for the token."""
    afzender, scherm = read_van(data.get("van", "")), None
    if afzender and afzender.gebruiker == request.user.pk and Recht.INVULLEN in request.rechten:
        scherm = load_scherm(request.wijkteam, kwargs["deel"], kwargs["pagina"], ingetrokken=True)
    if scherm is None or (afzender.wijkteam, afzender.pagina) != (request.wijkteam.pk, scherm.pagina.sleutel):
        return ""
    velden, plaats = changed(request.wijkteam, scherm, typed_on(scherm.pagina, data)), plaats_van(data)
    hier = {"wijkteam": request.wijkteam, "pagina": scherm.pagina.sleutel, "door": request.user}
    tab, _ = kladden.settle_klad(**hier, tab=plaats.tab, serie=plaats.serie, velden=velden)
    return tab


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    return refuse(request, exception, "404.html", status=404)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    return refuse(request, exception, "403.html", status=403)


def refuse(request: HttpRequest, exception: Exception, template: str, *, status: int) -> HttpResponseBase:
    """The page that says so, with what was typed; somebody else may have logged in since the page was opened."""
    afzender = read_van((sent_text(request) or {}).get("van", ""))
    if afzender and afzender.gebruiker != request.user.pk:
        return show_text(request, ANDER, status=409)
    return render(request, template, {"exception": str(exception), **text_of(request)}, status=status)


def server_error(request: HttpRequest) -> HttpResponseBase:
    """Our own mistake (500), or a database that is locked or away (503): gives the text back, without the database."""
    is_druk = isinstance(sys.exception(), BEZET)
    match = match_of(request)
    if is_druk and match and match.url_name == "wizard_klad":
        return JsonResponse({"fout": "druk"}, status=503, headers={"Retry-After": STRAKS})
    try:
        context = text_of(request)
    except Exception:  # what broke the page may break this too
        context = {}
    context["plek"] = match and match.kwargs
    if not is_druk:
        return HttpResponse(render_to_string(pages(match, 500), context), status=500)
    context |= {"pad": request.get_full_path(), "csrf_token": get_token(request)}
    return HttpResponse(render_to_string(pages(match, 503), context), status=503, headers={"Retry-After": STRAKS})


def pages(match: ResolverMatch | None, status: int) -> list[str]:
    """The templates to choose from: of the feature, such as startdocument/503.html, or else the one for all."""
    feature = (match and match.url_name or "").partition("_")[0]
    return [f"{feature}/{status}.html", f"{status}.html"]
