"""The history of one answer: who, when, what, and back to an older version."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from bouwstenen.antwoorden import store
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import requires
from bouwstenen.toegang.rechten import Recht


@requires(Recht.LEZEN, post=Recht.INVULLEN)
def vraag(request: WijkteamRequest, gemeente: str, wijkteam: str, vraag: str) -> HttpResponse:
    """All versions of the answer to one vraag; a POST puts an older one back as the newest."""
    gevonden = catalogus().vragen.get(vraag) or store.eigen_vraag(request.wijkteam, vraag)
    if gevonden is None:
        raise Http404("Deze vraag bestaat niet.")
    if request.method == "POST":
        return restore(request, vraag)
    pagina = catalogus().pagina_van.get(vraag)
    context = {
        "vraag": gevonden,
        "deel": catalogus().deel(gevonden.deel),
        "pagina_slug": pagina.slug if pagina else "eigen-vragen",
        "versies": store.geschiedenis(request.wijkteam, vraag),
        "mag_invullen": Recht.INVULLEN in request.rechten and request.wijkteam.gearchiveerd_op is None,
    }
    return render(request, "antwoorden/vraag.html", context)


def restore(request: WijkteamRequest, vraag: str) -> HttpResponse:
    versie, gezien = (request.POST.get(naam, "") for naam in ("versie", "gezien"))
    if not all(tekst.isascii() and tekst.isdigit() and len(tekst) < 10 for tekst in (versie, gezien)):
        raise Http404("Deze versie bestaat niet.")
    uitkomst = store.restore_version(
        wijkteam=request.wijkteam, vraag=vraag, versie=int(versie), gezien=int(gezien), door=request.user
    )
    if uitkomst is None:
        raise Http404("Deze versie bestaat niet.")
    if uitkomst.conflicten:
        messages.warning(request, "Er is net een nieuwer antwoord bewaard. Kijk hieronder of u nog wilt terugzetten.")
    elif uitkomst.bewaard:
        messages.success(request, f"Versie {versie} is teruggezet. De andere versies blijven bewaard.")
    return redirect(request.path)
