"""The history of answers, of one vraag and of a whole wijkteam: who, when, what, and back to an older version."""

from collections.abc import Sequence
from itertools import zip_longest

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.forms import GeschiedenisForm
from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.antwoorden.store import tijdlijn
from bouwstenen.antwoorden.verschil import Budget
from bouwstenen.antwoorden.wijziging import Wijziging, change
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Vraag
from bouwstenen.core.http import GEEN_VERSIE, WijkteamRequest, version_in
from bouwstenen.core.policies import requires
from bouwstenen.toegang.rechten import Recht

PER_PAGINA = 50


@require_safe
@requires(Recht.LEZEN)
def wijkteam(request: WijkteamRequest, gemeente: str, wijkteam: str) -> HttpResponse:
    """All versions of all answers, newest first; what to show is in the address, so that it can be shared."""
    form = GeschiedenisForm(request.GET, personen=tijdlijn.writers(request.wijkteam))
    form.is_valid()  # a choice that can't be is told at its field, and does not count
    keuze = {naam: waarde for naam, waarde in form.cleaned_data.items() if waarde}
    rijen = tijdlijn.saved_versions(request.wijkteam, **keuze)
    blad = Paginator(rijen, PER_PAGINA).get_page(request.GET.get("pagina"))
    paren, budget = tijdlijn.with_previous(request.wijkteam, blad), Budget()
    vragen = {**catalogus().vragen, **own_questions(request)}
    context = {
        "form": form,
        "keuze": keuze,
        "pagina": blad,
        "wijzigingen": [change(vragen.get(een.vraag), een, vorige, budget) for een, vorige in paren],
    }
    return render(request, "antwoorden/wijkteam.html", context)


def own_questions(request: WijkteamRequest) -> dict[str, Vraag]:
    """The questions the wijkteam asks itself, those withdrawn too: their history stays."""
    eigen = store.eigen_vragen(request.wijkteam, ingetrokken=True)
    return {vraag.sleutel: vraag for vragen in eigen.values() for vraag in vragen}


@requires(Recht.LEZEN, post=Recht.INVULLEN)
def vraag(request: WijkteamRequest, gemeente: str, wijkteam: str, vraag: str) -> HttpResponse:
    """All versions of the answer to one vraag and how they differ; a POST puts an older one back as the newest."""
    gevonden = catalogus().vragen.get(vraag) or store.eigen_vraag(request.wijkteam, vraag)
    if gevonden is None:
        raise Http404("Deze vraag bestaat niet.")
    if request.method == "POST":
        return restore(request, vraag)
    pagina = catalogus().pagina_van.get(vraag)
    versies, budget = store.geschiedenis(request.wijkteam, vraag), Budget()
    context = {
        "vraag": gevonden,
        "deel": catalogus().deel(gevonden.deel),
        "pagina_slug": pagina.slug if pagina else "eigen-vragen",
        "vergelijking": comparison(gevonden, versies, request.GET.get("van"), request.GET.get("naar"), budget),
        "vergelijkt": "van" in request.GET or "naar" in request.GET,
        "versies": [change(gevonden, *paar, budget) for paar in zip_longest(versies, versies[1:])],
        "mag_invullen": Recht.INVULLEN in request.rechten and request.wijkteam.gearchiveerd_op is None,
    }
    return render(request, "antwoorden/vraag.html", context)


def comparison(
    vraag: Vraag, versies: Sequence[HuidigAntwoord], van: str | None, naar: str | None, budget: Budget
) -> Wijziging | None:
    """Two versions against each other, when there are two: those that were asked, or the newest two."""
    if len(versies) < 2:
        return None
    per_nummer = {str(versie.versie): versie for versie in versies}
    return change(vraag, per_nummer.get(naar or "", versies[0]), per_nummer.get(van or "", versies[1]), budget)


def restore(request: WijkteamRequest, vraag: str) -> HttpResponse:
    versie, gezien = (version_in(request.POST, naam) for naam in ("versie", "gezien"))
    if GEEN_VERSIE in (versie, gezien):
        raise Http404("Deze versie bestaat niet.")
    uitkomst = store.restore_version(
        wijkteam=request.wijkteam, vraag=vraag, versie=versie, gezien=gezien, door=request.user
    )
    if uitkomst is None:
        raise Http404("Deze versie bestaat niet.")
    if uitkomst.conflicten:
        messages.warning(request, "Er is net een nieuwer antwoord bewaard. Kijk hieronder of u nog wilt terugzetten.")
    elif uitkomst.bewaard:
        messages.success(request, f"Versie {versie} is teruggezet. De andere versies blijven bewaard.")
    return redirect(request.path)
