""" "Kan dit ook?": what the team should do beside the hours it has, and what was agreed about that per goal."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import requires
from bouwstenen.samenhang.capaciteit import VERWACHTINGEN, capaciteit_van
from bouwstenen.samenhang.capaciteit.plek import Plek
from bouwstenen.samenhang.capaciteit.uitgangspunten import DOELEN
from bouwstenen.samenhang.views.samenhang import load, rights
from bouwstenen.toegang.rechten import Recht

OVER_TIJD = range(49, 61)  # the regels about hours and what fits in them


@require_safe
@requires(Recht.LEZEN)
def capaciteit(request: WijkteamRequest, gemeente: str, wijkteam: str) -> HttpResponse:
    """The check; nothing is typed here, every number has a link to its question."""
    antwoorden, stand = load(request)
    waarden = {sleutel: antwoord.waarde for sleutel, antwoord in antwoorden.items()}
    som, doelen = capaciteit_van(waarden), catalogus().vragen[DOELEN]
    over_tijd = {f"REG-{nummer:03}" for nummer in OVER_TIJD}
    context = {
        "capaciteit": som,
        "afspraken": Plek(VERWACHTINGEN),
        "vastgelegd": antwoorden.get(VERWACHTINGEN),
        "zonder_afspraak": [optie for een in som.zonder_afspraak if (optie := doelen.optie(een))],
        "beoordelingen": [een for een in stand.beoordelingen if een.signaal.sleutel in over_tijd and not een.is_bewust],
        **rights(request),
    }
    return render(request, "samenhang/capaciteit.html", context)
