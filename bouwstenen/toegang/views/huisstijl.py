"""The house style of a gemeente: the page to choose it, and the stylesheet and logo that pages ask for."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import requires
from bouwstenen.toegang.forms.huisstijl import HuisstijlForm
from bouwstenen.toegang.kleuren import STANDAARD
from bouwstenen.toegang.rechten import Recht
from bouwstenen.toegang.store.huisstijl import logo_van, save_huisstijl

# The address changes with the content. Set behind the right: a page to log in must not be kept for a year.
for_a_year = cache_control(private=True, max_age=365 * 24 * 60 * 60, immutable=True)
OPGESLAGEN = {
    "logo": "Het logo is wel opgeslagen.",
    "logo weggehaald": "Het logo is wel weggehaald.",
    "kleuren": "De kleuren zijn wel opgeslagen.",
}


@requires(Recht.BEHEREN)
def huisstijl(request: WijkteamRequest, gemeente: str) -> HttpResponse:
    """Choose logo and colours; what is right is saved, also when something else is wrong."""
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = HuisstijlForm(*posted, gemeente=request.gemeente)
    goed = form.is_valid()
    if form.is_bound:
        gewijzigd = save_huisstijl(gemeente=request.gemeente, **form.instellingen, door=request.user)
        if goed:
            messages.success(request, "De huisstijl is opgeslagen. Iedereen in uw gemeente ziet die nu.")
            return redirect("toegang_huisstijl", gemeente)
        for deel in gewijzigd:
            messages.success(request, OPGESLAGEN[deel])
    context = {"form": form, "standaard": "".join(STANDAARD)}
    return render(request, "toegang/huisstijl.html", context, status=422 if form.is_bound else 200)


@require_safe
@requires(Recht.LEZEN)
@for_a_year
def stijlblad(request: WijkteamRequest, gemeente: str, kenmerk: str) -> HttpResponse:
    """The colours of the gemeente as CSS."""
    if kenmerk != request.gemeente.stijl_hash:
        raise Http404
    return HttpResponse(request.gemeente.stijlblad, content_type="text/css; charset=utf-8")


@require_safe
@requires(Recht.LEZEN)
@for_a_year
def logo(request: WijkteamRequest, gemeente: str, kenmerk: str) -> HttpResponse:
    """The logo of the gemeente, always the PNG of our own making."""
    png = logo_van(request.gemeente) if kenmerk == request.gemeente.logo_hash else None
    if png is None:
        raise Http404
    return HttpResponse(png, content_type="image/png", headers={"Content-Disposition": "inline"})
