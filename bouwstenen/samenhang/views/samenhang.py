"""Samenhang: the signalen of a wijkteam, what is decided about each, and the agenda of what is to be discussed."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bouwstenen.antwoorden.store import huidige_antwoorden
from bouwstenen.core.http import GEEN_VERSIE, WijkteamRequest, version_in
from bouwstenen.core.policies import requires
from bouwstenen.samenhang import store
from bouwstenen.samenhang.regels import REGELS
from bouwstenen.samenhang.scherm import Antwoorden, lines_for
from bouwstenen.samenhang.stand import Samenhang, grond_van
from bouwstenen.toegang.rechten import Recht

VOORBIJ = "Dit signaal speelt nu niet meer, door een antwoord dat intussen is gewijzigd."
INGEHAALD = "Er is net een ander besluit over dit signaal bewaard. Kijk hieronder wat er nu staat."


def rights(request: WijkteamRequest) -> dict[str, bool]:
    """What this user may do here now, for the templates."""
    open_ = request.wijkteam.gearchiveerd_op is None
    return {f"mag_{naam}": open_ and Recht[naam.upper()] in request.rechten for naam in ("invullen", "reageren")}


def load(request: WijkteamRequest) -> tuple[Antwoorden, Samenhang]:
    """The answers of the wijkteam and how it stands, in two queries."""
    antwoorden = huidige_antwoorden(request.wijkteam)
    return antwoorden, store.samenhang_van(request.wijkteam, antwoorden)


@require_safe
@requires(Recht.LEZEN)
def samenhang(request: WijkteamRequest, gemeente: str, wijkteam: str) -> HttpResponse:
    """All signalen by ernst and deel, and what was chosen on purpose."""
    antwoorden, stand = load(request)
    soorten = ("spanningen", "aandachtspunten", "ontbreekt", "bewust")
    context = {
        "samenhang": stand,
        "is_begonnen": any(antwoord.waarde for antwoord in antwoorden.values()),
        **{soort: lines_for(getattr(stand, soort), antwoorden) for soort in soorten},
        **rights(request),
    }
    return render(request, "samenhang/samenhang.html", context)


@requires(Recht.LEZEN, post=Recht.REAGEREN)
def bespreken(request: WijkteamRequest, gemeente: str, wijkteam: str) -> HttpResponse:
    """The agenda, to print; a POST puts a signaal on it or takes it off."""
    if request.method == "POST":
        return change_agenda(request)
    antwoorden, stand = load(request)
    context = {"agenda": lines_for(stand.agenda, antwoorden), "vandaag": timezone.localdate(), **rights(request)}
    return render(request, "samenhang/bespreken.html", context)


def change_agenda(request: WijkteamRequest) -> HttpResponse:
    regel, versie = request.POST.get("regel", ""), version_in(request.POST, "versie")
    if regel not in REGELS or versie == GEEN_VERSIE:
        raise Http404("Dit signaal bestaat niet.")
    if request.POST.get("actie") == "eraf":
        uitkomst = store.take_off_agenda(wijkteam=request.wijkteam, regel=regel, versie=versie, door=request.user)
        tell(request, uitkomst, "Dit punt staat niet meer op de agenda.")
    else:
        put_on_agenda(request, regel, versie)
    if request.POST.get("terug") == "bespreken":
        return redirect("samenhang_bespreken", request.gemeente.slug, request.wijkteam.slug)
    return redirect(place_of(request, regel))


def put_on_agenda(request: WijkteamRequest, regel: str, versie: int) -> None:
    """Unless it was chosen on purpose: whoever may only react does not undo that."""
    antwoorden, stand = load(request)
    beoordeling = stand.bij(regel)
    if beoordeling is None:
        messages.info(request, VOORBIJ)
    elif beoordeling.is_bewust:
        messages.warning(request, INGEHAALD)
    elif beoordeling.stand != "bespreken":
        punt = store.Ingediend(
            regel=regel,
            versie=versie,
            besluit="bespreken",
            melding=beoordeling.signaal.melding,
            op=timezone.localdate(),
            grond=grond_van(beoordeling.signaal.vragen, antwoorden),
        )
        uitkomst = store.save_afweging(wijkteam=request.wijkteam, ingediend=punt, door=request.user)
        tell(request, uitkomst, "Dit punt staat op de agenda.")


def tell(request: WijkteamRequest, uitkomst: store.Uitkomst, gelukt: str) -> None:
    """What became of a decision of which nothing was typed."""
    if uitkomst.botst:
        messages.warning(request, INGEHAALD)
    elif uitkomst.bewaard:
        messages.success(request, gelukt)


def place_of(request: WijkteamRequest, regel: str) -> str:
    """The address of a signaal on the page Samenhang."""
    return f"{reverse('samenhang_samenhang', args=[request.gemeente.slug, request.wijkteam.slug])}#{regel}"
