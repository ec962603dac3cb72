"""The startdocument on screen, and as a PDF that is made outside the request."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import requires
from bouwstenen.core.spoor import Daad, note
from bouwstenen.startdocument.forms import DownloadForm
from bouwstenen.startdocument.gegevens import Keuze
from bouwstenen.startdocument.store import afdrukken, startdocument_van
from bouwstenen.startdocument.tasks import WachtrijVol, ask
from bouwstenen.toegang.rechten import Recht

STRAKS = "180"  # seconds until a full queue may have room


@require_safe
@requires(Recht.LEZEN)
def startdocument(request: WijkteamRequest, gemeente: str, wijkteam: str) -> HttpResponse:
    """The preview: the same pieces of template as the PDF."""
    return show(request, DownloadForm())


@requires(Recht.LEZEN)
def pdf(request: WijkteamRequest, gemeente: str, wijkteam: str) -> HttpResponse:
    """Ask for a PDF; who had to log in first comes back by GET and asks again."""
    if request.method != "POST":
        return redirect("startdocument_startdocument", gemeente, wijkteam)
    form = DownloadForm(request.POST)
    return hand_over(request, form.keuze) if form.is_valid() else show(request, form)


@requires(Recht.LEZEN)
def afdruk(request: WijkteamRequest, gemeente: str, wijkteam: str, kenmerk: str) -> HttpResponse:
    """How far it is; sending the form asks for the same choice again, from the answers of now."""
    gevraagd = find(request, kenmerk)
    if request.method == "POST":
        return hand_over(request, gevraagd.keuze)
    stand = gevraagd.stand
    verouderd = stand == "klaar" and afdrukken.is_verouderd(gevraagd, request.wijkteam)
    return render(request, "startdocument/afdruk.html", {"afdruk": gevraagd, "stand": stand, "verouderd": verouderd})


@require_safe
@requires(Recht.LEZEN)
def bestand(request: WijkteamRequest, gemeente: str, wijkteam: str, kenmerk: str) -> HttpResponse:
    """The PDF. No cache keeps it: each download is asked for, with the right of that moment, and leaves a trace."""
    gemaakt = find(request, kenmerk)
    inhoud = afdrukken.pdf_van(gemaakt)
    if not inhoud:
        return redirect("startdocument_afdruk", gemeente, wijkteam, kenmerk)
    note(Daad.GEDOWNLOAD, request.wijkteam, door=request.user, bij=str(gemaakt.keuze))
    headers = {
        "Content-Disposition": content_disposition_header(True, gemaakt.bestandsnaam),
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(inhoud, content_type="application/pdf", headers=headers)


def show(request: WijkteamRequest, form: DownloadForm) -> HttpResponse:
    context = {"document": startdocument_van(request.wijkteam), "form": form}
    return render(request, "startdocument/startdocument.html", context, status=422 if form.is_bound else 200)


def hand_over(request: WijkteamRequest, keuze: Keuze) -> HttpResponse:
    """To the file when it is there, else to the page that tells how far it is."""
    try:
        gevraagd = ask(wijkteam=request.wijkteam, keuze=keuze)
    except WachtrijVol:
        plek = {"gemeente": request.gemeente.slug, "wijkteam": request.wijkteam.slug}
        vol = render(request, "startdocument/503.html", {"plek": plek, "vol": True}, status=503)
        vol["Retry-After"] = STRAKS
        return vol
    naam = "startdocument_bestand" if gevraagd.stand == "klaar" else "startdocument_afdruk"
    return redirect(naam, request.gemeente.slug, request.wijkteam.slug, gevraagd.kenmerk)


def find(request: WijkteamRequest, kenmerk: str) -> Any:
    """The afdruk of this wijkteam, or 404."""
    gevonden = afdrukken.find(request.wijkteam, kenmerk)
    if gevonden is None:
        raise Http404("Dit document bestaat niet meer.")
    return gevonden
