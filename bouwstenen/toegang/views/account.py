"""The own account: who you are, how you log in, and where you may work."""

from allauth.core.ratelimit import consume, respond_429
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from bouwstenen.core.http import WijkteamRequest, posted
from bouwstenen.core.policies import requires
from bouwstenen.toegang.forms.account import EmailForm, NaamForm
from bouwstenen.toegang.store import account as store
from bouwstenen.toegang.store import spoor


@requires()
def account(request: WijkteamRequest) -> HttpResponse:
    """Everything of the own account on one page; only the name is changed right here."""
    form = NaamForm(posted(request), initial={"naam": request.user.naam})
    if form.is_valid():
        store.change_naam(naam=form.cleaned_data["naam"], door=request.user)
        messages.success(request, "Uw naam is opgeslagen.")
        return redirect("toegang_account")
    context = {
        "form": form,
        "gemeenten": store.gemeenten_met_rollen(request.user),
        "inlogs": spoor.inlogs_van(request.user),
    }
    return render(request, "toegang/account.html", context, status=422 if form.is_bound else 200)


@requires()
def email(request: WijkteamRequest) -> HttpResponse:
    """Ask for another e-mail address: a link goes to it, and until somebody follows that nothing changes."""
    form = EmailForm(posted(request), gebruiker=request.user)
    if form.is_bound and not consume(request, action="manage_email"):  # also slows down who guesses the password here
        return respond_429(request)
    if form.is_valid():
        adres = form.cleaned_data["email"]
        if store.ask_email(email=adres, request=request, door=request.user):
            messages.info(request, f"Er is een e-mail gestuurd naar {adres}. Open de link die daarin staat.")
            return redirect("toegang_account")
        form.add_error(None, "De e-mail kon niet worden verstuurd. Probeer het later opnieuw.")
    return render(request, "toegang/account_email.html", {"form": form}, status=422 if form.is_bound else 200)


@requires()
def email_bevestigen(request: WijkteamRequest, token: str) -> HttpResponse:
    """Where the link leads: a button, because mail scanners follow links; and log-in, in case of a typing error."""
    adres = store.email_in_token(token, request.user)
    if adres and request.method == "POST":
        if store.change_email(email=adres, door=request.user):
            messages.success(request, f"Uw e-mailadres is gewijzigd. Log voortaan in met {adres}.")
            return redirect("toegang_account")
        adres = None
    return render(request, "toegang/account_email_bevestigen.html", {"adres": adres})
