"""What others learned, to look through: all inzichten with filters, and the dilemmas as cards to print."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import requires
from bouwstenen.core.tekst import schoon
from bouwstenen.inzichten import kaarten
from bouwstenen.inzichten.koppeling import koppeling
from bouwstenen.inzichten.schema import DILEMMA, Inzicht
from bouwstenen.inzichten.weergave import toon_alle
from bouwstenen.inzichten.zoeken import DEEL, GEMEENTE, SOORT, ZOEK, Filter, lees_filter

PER_PAGINA = 30
GEEN_DILEMMAS = "Bij deze keuze zijn er geen dilemma’s om te printen. Kies een ander onderdeel of een andere gemeente."


@require_safe
@requires()
def inzichten(request: WijkteamRequest) -> HttpResponse:
    """All inzichten; what to show is in the address, so that it can be shared."""
    keus, alle = asked(request.GET), koppeling().inzichten
    pagina = Paginator(keus.vind(alle), PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "keus": keus,
        "filters": {naam: list(keus.keuzes(naam, alle)) for naam in (DEEL, SOORT, GEMEENTE)},
        "pagina": pagina,
        "bladeren": neighbours(pagina, keus),
        "getoond": toon_alle(pagina),
        **cards(keus),
    }
    return render(request, "inzichten/inzichten.html", context)


@require_safe
@requires()
def gesprekskaarten(request: WijkteamRequest) -> HttpResponse:
    """The dilemmas of the filter as a PDF; without any, back to the page that tells so."""
    keus = kaarten.alleen(asked(request.GET))
    if not kaarten.dilemmas(keus):
        messages.info(request, GEEN_DILEMMAS)
        return redirect(reverse("inzichten_inzichten") + keus.adres)
    headers = {"Content-Disposition": f'inline; filename="{kaarten.bestandsnaam(keus)}"'}
    return HttpResponse(kaarten.pdf(keus), content_type="application/pdf", headers=headers)


def cards(keus: Filter) -> dict[str, Any]:
    """How many dilemmas there are to print, and where; nothing when what is shown is not what would be printed."""
    aantal = len(kaarten.dilemmas(keus))
    if keus.zoek or keus.gekozen.get(SOORT, DILEMMA) != DILEMMA or not aantal:
        return {}
    return {"dilemmas": aantal, "kaarten": reverse("inzichten_gesprekskaarten") + kaarten.alleen(keus).adres}


def asked(gegeven: QueryDict) -> Filter:
    """The filter in the address."""
    return lees_filter({naam: schoon(gegeven.get(naam, "")) for naam in (DEEL, SOORT, GEMEENTE, ZOEK)})


def neighbours(pagina: "Page[Inzicht]", keus: Filter) -> dict[str, str]:
    """The addresses of the pages before and after this one, as far as there are any."""
    voor = keus.adres if keus.is_leeg else f"{keus.adres}&"
    nummers = {
        "vorige": pagina.previous_page_number() if pagina.has_previous() else 0,
        "volgende": pagina.next_page_number() if pagina.has_next() else 0,
    }
    return {naam: f"{voor}pagina={nummer}" for naam, nummer in nummers.items() if nummer}
