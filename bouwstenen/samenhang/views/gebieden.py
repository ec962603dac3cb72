"""Wie dekt welk gebied: the areas that were chosen, who covers them, and the same through the old prestatievelden."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bouwstenen.antwoorden.store import huidige_antwoorden
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import requires
from bouwstenen.samenhang import dekking
from bouwstenen.samenhang.capaciteit.plek import plekken
from bouwstenen.samenhang.views.samenhang import rights
from bouwstenen.toegang.rechten import Recht

VRAGEN = (dekking.GEBIEDEN, dekking.LEDEN, dekking.DISCIPLINES)


@require_safe
@requires(Recht.LEZEN)
def gebieden(request: WijkteamRequest, gemeente: str, wijkteam: str) -> HttpResponse:
    """Two figures from the same answers, and links to the questions they come from."""
    antwoorden = huidige_antwoorden(request.wijkteam)
    waarden = {sleutel: antwoord.waarde for sleutel, antwoord in antwoorden.items()}
    rijen = dekking.dekking_van(waarden)
    context = {
        "figuur": dekking.dekkingsfiguur_van(waarden),
        "gekozen": [rij for rij in rijen if rij.gekozen],
        "niemand": [rij for rij in rijen if rij.open],
        "velden": dekking.veldenfiguur_van(waarden),
        "velden_bronnen": catalogus().bronnen_van(dekking.inhoud()["velden_bron"]),
        "plekken": plekken(VRAGEN),
        **rights(request),
    }
    return render(request, "samenhang/gebieden.html", context)
