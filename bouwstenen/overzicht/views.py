"""The way in: choose a gemeente, see how far its wijkteams are, and the task list of one wijkteam."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from bouwstenen.core.http import WijkteamRequest, posted
from bouwstenen.core.policies import GEARCHIVEERD, requires
from bouwstenen.overzicht.forms import WijkteamForm
from bouwstenen.overzicht.onthouden import unsaved
from bouwstenen.overzicht.stand import Taak, load_standen
from bouwstenen.samenhang.store import samenhang_van
from bouwstenen.toegang import store as toegang
from bouwstenen.toegang.rechten import Recht, rechten_bij

# The headings of the task list: before, during and after the bouwstenen.
GROEPEN = ("Begin bij het gebied", "De zes bouwstenen", "Rond het plan af")


@require_safe
@requires()
def start(request: WijkteamRequest) -> HttpResponse:
    """Choose a gemeente; with one gemeente there is nothing to choose."""
    if len(request.gemeenten) == 1 and not request.user.is_staff:
        return redirect("overzicht_gemeente", request.gemeenten[0].slug)
    actief = toegang.wijkteams_in_scope().filter(gearchiveerd_op=None)
    aantal = Counter(wijkteam.gemeente_id for wijkteam in actief)
    gemeenten = [(gemeente, aantal[gemeente.pk]) for gemeente in request.gemeenten]
    context = {"gemeenten": gemeenten, "niet_opgeslagen": unsaved(invulbaar(request), request.user)}
    return render(request, "overzicht/start.html", context)


def invulbaar(request: WijkteamRequest) -> list[Any]:
    """The own gemeenten in which this user may fill in."""
    return [gemeente for gemeente in request.gemeenten if Recht.INVULLEN in rechten_bij(gemeente.rollen)]


@require_safe
@requires()
def wijkteams(request: WijkteamRequest) -> HttpResponse:
    """All wijkteams of all own gemeenten, with how far they are."""
    standen = load_standen(toegang.wijkteams_in_scope().filter(gearchiveerd_op=None))
    groepen = [(g, [stand for stand in standen if stand.wijkteam.gemeente_id == g.pk]) for g in request.gemeenten]
    context = {"groepen": groepen, "niet_opgeslagen": unsaved(invulbaar(request), request.user)}
    return render(request, "overzicht/wijkteams.html", context)


@require_safe
@requires(Recht.LEZEN)
def gemeente(request: WijkteamRequest, gemeente: str) -> HttpResponse:
    """The wijkteams of one gemeente; the archived ones apart."""
    alle = toegang.wijkteams_van(request.gemeente)
    mag_invullen = Recht.INVULLEN in request.rechten
    context = {
        "niet_opgeslagen": unsaved([request.gemeente] if mag_invullen else [], request.user),
        "standen": load_standen(alle.filter(gearchiveerd_op=None)),
        "gearchiveerd": alle.exclude(gearchiveerd_op=None),
        "mag_invullen": mag_invullen,
        "mag_beheren": Recht.BEHEREN in request.rechten,
    }
    return render(request, "overzicht/gemeente.html", context)


@require_safe
@requires(Recht.LEZEN)
def wijkteam(request: WijkteamRequest, gemeente: str, wijkteam: str) -> HttpResponse:
    """The task list of a wijkteam: every deel with its status, and where this user goes on."""
    [stand] = load_standen([request.wijkteam])
    mag = Recht.INVULLEN in request.rechten
    context: dict[str, Any] = {
        "stand": stand,
        "groepen": groups(stand.taken),
        "samenhang": samenhang_van(request.wijkteam, stand.antwoorden),
        "mag_beheren": mag,
        "mag_invullen": mag and request.wijkteam.gearchiveerd_op is None,
        "verder": stand.verder(request.user.pk),
        "eerder": stand.eigen_laatste(request.user.pk),
    }
    return render(request, "overzicht/wijkteam.html", context)


def groups(taken: Iterable[Taak]) -> list[tuple[str, list[Taak]]]:
    """The tasks under their headings; the catalogue has them in this order."""
    return [(kop, list(groep)) for kop, (_, groep) in zip(GROEPEN, groupby(taken, is_bouwsteen), strict=True)]


def is_bouwsteen(taak: Taak) -> bool:
    return taak.deel.bouwsteen


@requires(Recht.INVULLEN)
def nieuw(request: WijkteamRequest, gemeente: str) -> HttpResponse:
    """Make a wijkteam."""
    form = WijkteamForm(posted(request), bezet=names(request))
    if form.is_valid():
        gemaakt = toegang.create_wijkteam(gemeente=request.gemeente, naam=form.cleaned_data["naam"], door=request.user)
        messages.success(request, f"{gemaakt.naam} staat klaar. Begin waar u wilt.")
        return redirect("overzicht_wijkteam", gemeente, gemaakt.slug)
    return render(request, "overzicht/nieuw.html", {"form": form}, status=422 if form.is_bound else 200)


def names(request: WijkteamRequest) -> list[str]:
    """The names of the other wijkteams of the gemeente."""
    return [team.naam for team in toegang.wijkteams_van(request.gemeente) if team != request.wijkteam]


@requires(Recht.INVULLEN, allow_archived=True)
def instellingen(request: WijkteamRequest, gemeente: str, wijkteam: str) -> HttpResponse:
    """Rename a wijkteam, put it in the archive (`?stap=archiveren` asks first), or take it out."""
    actie = request.POST.get("actie", "hernoemen") if request.method == "POST" else ""
    if actie == "terugzetten":
        return restore(request)
    if actie and request.wijkteam.gearchiveerd_op:
        raise PermissionDenied(GEARCHIVEERD)
    if actie == "archiveren":
        return archive(request)
    if request.GET.get("stap") == "archiveren" and not request.wijkteam.gearchiveerd_op:
        return render(request, "overzicht/archiveren.html")
    return rename(request)


def rename(request: WijkteamRequest) -> HttpResponse:
    form = WijkteamForm(posted(request), bezet=names(request), naam=request.wijkteam.naam)
    if form.is_valid():
        toegang.rename_wijkteam(wijkteam=request.wijkteam, naam=form.cleaned_data["naam"], door=request.user)
        messages.success(request, f"Het wijkteam heet nu {request.wijkteam.naam}.")
        return redirect("overzicht_wijkteam", request.gemeente.slug, request.wijkteam.slug)
    return render(request, "overzicht/instellingen.html", {"form": form}, status=422 if form.is_bound else 200)


def archive(request: WijkteamRequest) -> HttpResponse:
    toegang.archive_wijkteam(wijkteam=request.wijkteam, door=request.user)
    messages.success(request, f"{request.wijkteam.naam} staat nu in het archief. Alles is bewaard.")
    return redirect("overzicht_gemeente", request.gemeente.slug)


def restore(request: WijkteamRequest) -> HttpResponse:
    toegang.restore_wijkteam(wijkteam=request.wijkteam, door=request.user)
    messages.success(request, f"{request.wijkteam.naam} is terug. U kunt weer verder met invullen.")
    return redirect("overzicht_wijkteam", request.gemeente.slug, request.wijkteam.slug)
