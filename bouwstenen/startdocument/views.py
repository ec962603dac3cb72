"""The startdocument on screen, and as a PDF to download."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import requires
from bouwstenen.core.spoor import Daad, note
from bouwstenen.startdocument.renderer import filename, to_pdf
from bouwstenen.startdocument.store import huisstijl_van, startdocument_van
from bouwstenen.toegang.rechten import Recht


@require_safe
@requires(Recht.LEZEN)
def startdocument(request: WijkteamRequest, gemeente: str, wijkteam: str) -> HttpResponse:
    """The preview: the same pieces of template as the PDF."""
    return render(request, "startdocument/startdocument.html", {"document": startdocument_van(request.wijkteam)})


@require_safe
@requires(Recht.LEZEN)
def pdf(request: WijkteamRequest, gemeente: str, wijkteam: str) -> HttpResponse:
    """The PDF, made while the user waits."""
    document = startdocument_van(request.wijkteam)
    response = HttpResponse(to_pdf(document, huisstijl_van(request.gemeente)), content_type="application/pdf")
    note(Daad.GEDOWNLOAD, request.wijkteam, door=request.user, bij="startdocument")
    response["Content-Disposition"] = f'attachment; filename="{filename(document)}"'
    return response
