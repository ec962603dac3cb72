"""The members of a gemeente and who is invited, for its beheerder."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from bouwstenen.core.http import WijkteamRequest, posted
from bouwstenen.core.policies import requires
from bouwstenen.toegang.forms.leden import RollenForm, UitnodigenForm
from bouwstenen.toegang.mail import mail_uitnodiging
from bouwstenen.toegang.rechten import Recht, in_woorden, rechten_bij
from bouwstenen.toegang.store import leden as store
from bouwstenen.toegang.store import uitnodigingen

NIET_VERSTUURD = (
    "De uitnodiging voor {email} is bewaard, maar de e-mail is niet verstuurd. "
    "Wacht even en klik dan bij deze uitnodiging op ‘Opnieuw versturen’."
)


@requires(Recht.BEHEREN)
def leden(request: WijkteamRequest, gemeente: str) -> HttpResponse:
    """Who is a member and who is invited; invite somebody, send an invitation again or withdraw it."""
    wachtend = list(uitnodigingen.open_uitnodigingen(request.gemeente))
    if request.POST.get("actie") in ("opnieuw", "intrekken"):
        return change_uitnodiging(request, wachtend)
    rijen = store.leden_van(request.gemeente)
    actief = [lid for lid in rijen if lid.heeft_toegang]
    form = UitnodigenForm(posted(request), leden=[lid.gebruiker.email for lid in actief])
    if form.is_valid():
        invite(request, request.gemeente, form, anders=NIET_VERSTUURD)
        return redirect("toegang_leden", gemeente)
    gestopt = [lid for lid in rijen if not lid.heeft_toegang]
    context = {"form": form, "leden": actief, "gestopt": gestopt, "uitnodigingen": wachtend}
    return render(request, "toegang/leden.html", context, status=422 if form.is_bound else 200)


def change_uitnodiging(request: WijkteamRequest, wachtend: list[Any]) -> HttpResponse:
    """Send an invitation again or withdraw it; it may have been answered since the page was shown."""
    rij = next((rij for rij in wachtend if str(rij.pk) == request.POST.get("uitnodiging")), None)
    if rij is None:
        messages.info(request, "Deze uitnodiging staat niet meer open. Er is niets veranderd.")
    elif request.POST["actie"] == "intrekken":
        if uitnodigingen.withdraw(uitnodiging=rij, door=request.user):
            messages.success(request, f"De uitnodiging voor {rij.email} is ingetrokken. De link werkt niet meer.")
    elif nieuw := uitnodigingen.invite_again(uitnodiging=rij, door=request.user):
        mail(request, nieuw, anders=NIET_VERSTUURD)
    return redirect("toegang_leden", request.gemeente.slug)


def invite(request: HttpRequest, gemeente: Any, form: UitnodigenForm, *, anders: str) -> None:
    """Make the invitation and mail it; `anders` is what the user reads when the mail can't be sent."""
    mail(request, uitnodigingen.invite(gemeente=gemeente, **form.cleaned_data, door=request.user), anders=anders)


def mail(request: HttpRequest, uitnodiging: Any, *, anders: str) -> None:
    if mail_uitnodiging(request, uitnodiging):
        messages.success(request, f"De uitnodiging is verstuurd naar {uitnodiging.email}.")
    else:
        messages.error(request, anders.format(email=uitnodiging.email))


@requires(Recht.BEHEREN)
def lid(request: WijkteamRequest, gemeente: str, lid: int) -> HttpResponse:
    """Give a member other roles, stop the access (`?stap=stoppen` asks first), or let them in again."""
    rij = store.lid_van(request.gemeente, lid)
    if rij is None:
        raise Http404
    if request.POST.get("actie") == "stoppen":
        return stop(request, rij)
    if request.GET.get("stap") == "stoppen" and rij.actief and request.method != "POST":
        return render(request, "toegang/lid_stoppen.html", {"lid": rij})
    return roles(request, rij)


def roles(request: WijkteamRequest, rij: Any) -> HttpResponse:
    form = RollenForm(posted(request), initial={"rollen": rij.rollen}, label_suffix="")
    if form.is_valid():
        rollen = form.cleaned_data["rollen"]
        actief = rij.actief or request.POST.get("actie") == "toelaten"
        try:
            store.change_lid(lid=rij, rollen=rollen, actief=actief, door=request.user)
        except ValidationError as fout:
            form.add_error("rollen", fout)
        else:
            messages.success(request, f"Opgeslagen. {rij.gebruiker} heeft nu deze rollen: {in_woorden(rollen)}.")
            weg = rij.gebruiker == request.user and Recht.BEHEREN not in rechten_bij(rollen)
            return redirect("overzicht_gemeente" if weg else "toegang_leden", request.gemeente.slug)
    return render(request, "toegang/lid.html", {"form": form, "lid": rij}, status=422 if form.is_bound else 200)


def stop(request: WijkteamRequest, rij: Any) -> HttpResponse:
    try:
        store.change_lid(lid=rij, rollen=rij.rollen, actief=False, door=request.user)
    except ValidationError as fout:
        context = {"lid": rij, "fouten": [{"anker": "", "tekst": fout.message}]}
        return render(request, "toegang/lid_stoppen.html", context, status=422)
    messages.success(request, f"{rij.gebruiker} heeft geen toegang meer tot {request.gemeente}.")
    return redirect("start") if rij.gebruiker == request.user else redirect("toegang_leden", request.gemeente.slug)
