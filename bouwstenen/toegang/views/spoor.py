"""The logboek of a gemeente: who did what, and when."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import requires
from bouwstenen.toegang.forms.spoor import LogboekForm
from bouwstenen.toegang.rechten import Recht
from bouwstenen.toegang.store import spoor as store

PER_PAGINA = 50


@require_safe
@requires(Recht.BEHEREN)
def spoor(request: WijkteamRequest, gemeente: str) -> HttpResponse:
    """The newest deeds first; what to show is in the address, so that it can be shared."""
    form = LogboekForm(request.GET, personen=store.personen(request.gemeente))
    form.is_valid()  # a choice that can't be is told at its field, and does not count
    keuze = {naam: waarde for naam, waarde in form.cleaned_data.items() if waarde}
    pagina = Paginator(store.logboek(request.gemeente, **keuze), PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {"form": form, "keuze": keuze, "pagina": pagina, "regels": store.regels(pagina)}
    return render(request, "toegang/spoor.html", context)
