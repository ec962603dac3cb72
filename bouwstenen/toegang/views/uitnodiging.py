"""The page behind the link in an invitation."""

from typing import Any

from allauth.account.utils import perform_login
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from bouwstenen.core.http import WijkteamRequest, posted
from bouwstenen.core.policies import public
from bouwstenen.toegang.forms.uitnodiging import AccountMakenForm
from bouwstenen.toegang.store import uitnodigingen as store


@never_cache
@public(reason="who is invited may have no account yet; the signed token in the address stands for the invitation")
def uitnodiging(request: WijkteamRequest, token: str) -> HttpResponseBase:
    """Say where the invited person stands, and let them join by POST."""
    rij = store.uitnodiging_bij(token)
    if rij is None:
        return closed(request, None, "ongeldig", 404)
    if rij.stand != "open":
        return closed(request, rij, rij.stand, 410)
    account = store.account_van(rij)
    if account is None and not request.user.is_authenticated:
        return make_account(request, token, rij)
    if account is not None and not account.is_active:
        return closed(request, rij, "gesloten", 403)
    if account is not None and account == request.user:
        return join(request, token, rij)
    # The account is there, but who looks is not logged in, or is somebody else.
    status = 403 if request.method == "POST" else 200
    return render(request, "toegang/uitnodiging_inloggen.html", {"uitnodiging": rij}, status=status)


def closed(request: WijkteamRequest, rij: Any, waarom: str, status: int) -> HttpResponse:
    return render(request, "toegang/uitnodiging_dicht.html", {"uitnodiging": rij, "waarom": waarom}, status=status)


def join(request: WijkteamRequest, token: str, rij: Any) -> HttpResponse:
    """The invited person is logged in; one press of a button is enough."""
    if request.method != "POST":
        return render(request, "toegang/uitnodiging_meedoen.html", {"uitnodiging": rij})
    if not store.accept(uitnodiging=rij, door=request.user):
        return redirect("toegang_uitnodiging", token)  # which tells what happened meanwhile
    return redirect(welcome(request, rij))


def make_account(request: WijkteamRequest, token: str, rij: Any) -> HttpResponseBase:
    """The invited person has no account: name and password make one, and they are in."""
    form = AccountMakenForm(posted(request), account=store.nieuw_account(rij))
    if not form.is_valid():
        context = {"form": form, "uitnodiging": rij}
        return render(request, "toegang/uitnodiging.html", context, status=422 if form.is_bound else 200)
    naam, wachtwoord = form.cleaned_data["naam"], form.cleaned_data["password1"]
    gebruiker = store.accept_as_new(uitnodiging=rij, naam=naam, wachtwoord=wachtwoord)
    if gebruiker is None:
        return redirect("toegang_uitnodiging", token)
    return perform_login(request, gebruiker, redirect_url=welcome(request, rij))


def welcome(request: WijkteamRequest, rij: Any) -> str:
    """Say so, and tell where to go."""
    messages.success(request, f"Welkom bij {rij.gemeente}. U kunt nu meedoen.")
    return reverse("overzicht_gemeente", args=[rij.gemeente.slug])
