"""One signaal: what was decided about it, and the form to write down a deliberate choice."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from bouwstenen.core.http import GEEN_VERSIE, WijkteamRequest, posted, version_in
from bouwstenen.core.policies import requires
from bouwstenen.samenhang import store
from bouwstenen.samenhang.forms import AfwegingForm, grond_in, initial_for
from bouwstenen.samenhang.regels import REGELS
from bouwstenen.samenhang.scherm import lines_for
from bouwstenen.samenhang.stand import grond_van
from bouwstenen.samenhang.views.samenhang import VOORBIJ, load, place_of, rights, tell
from bouwstenen.toegang.rechten import Recht

UITGELOGD = "U was uitgelogd, daarom is dit besluit niet bewaard. Kopieer uw tekst, log in en plak hem op de pagina."


def give_back(request: HttpRequest, **kwargs: str) -> HttpResponse | None:
    """Nobody is logged in any more: what was typed goes back to whoever typed it."""
    getypt = [{"label": veld.label, "tekst": veld.data} for veld in AfwegingForm(posted(request)) if veld.data]
    if not getypt:
        return None
    return render(request, "niet_opgeslagen.html", {"reden": UITGELOGD, "getypt": getypt}, status=403)


@requires(Recht.LEZEN, post=Recht.INVULLEN, anoniem=give_back)
def afweging(request: WijkteamRequest, gemeente: str, wijkteam: str, regel: str) -> HttpResponse:
    """The history and the form; a POST adds a decision, `intrekken` takes the newest one back."""
    if regel not in REGELS:
        raise Http404("Dit signaal bestaat niet.")
    if request.POST.get("actie") == "intrekken":
        return withdraw(request, regel)
    antwoorden, stand = load(request)
    beoordeling = stand.bij(regel)
    form = AfwegingForm(posted(request), initial=initial_for(beoordeling))
    grond = grond_van(REGELS[regel].woorden.vragen, antwoorden)
    context: dict[str, Any] = {
        "regel": regel,
        "lijn": lines_for([beoordeling], antwoorden)[0] if beoordeling else None,
        "grond": grond_in(request.POST, grond) if form.is_bound else grond,
        "form": form,
        **rights(request),
    }
    if form.is_bound and form.is_valid():
        return save(request, form, context)
    return show(request, context, status=422 if form.is_bound else 200)


def show(request: WijkteamRequest, context: dict[str, Any], *, status: int) -> HttpResponse:
    """The page; one that was sent keeps the version that it showed."""
    eerder = store.geschiedenis(request.wijkteam, context["regel"])
    nieuwste = eerder[0].versie if eerder else 0
    versie = version_in(request.POST, "versie") if request.method == "POST" else nieuwste
    return render(request, "samenhang/afweging.html", {**context, "eerder": eerder, "versie": versie}, status=status)


def save(request: WijkteamRequest, form: AfwegingForm, context: dict[str, Any]) -> HttpResponse:
    lijn, regel = context["lijn"], context["regel"]
    ingediend = store.Ingediend(
        regel=regel,
        versie=version_in(request.POST, "versie"),
        besluit="bewust",
        melding=lijn.signaal.melding if lijn else "",
        grond=context["grond"],
        **form.cleaned_data,
    )
    uitkomst = store.save_afweging(wijkteam=request.wijkteam, ingediend=ingediend, door=request.user)
    if uitkomst.botst:
        huidig = uitkomst.huidig
        botsing = {"huidig": huidig, "versie": huidig.versie if huidig else 0}
        return render(request, "samenhang/botsing.html", {**context, **botsing}, status=409)
    if uitkomst.bewaard:
        messages.success(request, "Het besluit is bewaard." if lijn else f"Het besluit is bewaard. {VOORBIJ}")
    return redirect(place_of(request, regel))


def withdraw(request: WijkteamRequest, regel: str) -> HttpResponse:
    """Nothing is decided about it any more; what was decided stays in the history."""
    versie, eerder = version_in(request.POST, "versie"), store.geschiedenis(request.wijkteam, regel)
    if versie == GEEN_VERSIE or not eerder:
        raise Http404("Dit besluit bestaat niet.")
    terug = store.Ingediend(
        regel=regel,
        versie=versie,
        besluit="open",
        melding=eerder[0].melding,
        op=timezone.localdate(),
        grond=eerder[0].grond,
    )
    uitkomst = store.save_afweging(wijkteam=request.wijkteam, ingediend=terug, door=request.user)
    tell(request, uitkomst, "Het besluit is ingetrokken. Het blijft staan bij ‘Eerdere besluiten’.")
    return redirect(place_of(request, regel))
