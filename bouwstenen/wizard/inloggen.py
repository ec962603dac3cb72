"""Text that was sent after the log-in had ended: kept in the session, and klad of its user after log-in."""

import json
from typing import Any

from django.contrib import messages
from django.contrib.auth.signals import user_logged_in
from django.contrib.auth.views import redirect_to_login
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

from bouwstenen.antwoorden.store import klad as kladden
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.toegang import store as toegang
from bouwstenen.toegang.rechten import Recht
from bouwstenen.wizard.aangeboden import changed
from bouwstenen.wizard.afzender import EEN_DAG, read_van
from bouwstenen.wizard.klad import as_data, plaats_van, typed_on
from bouwstenen.wizard.scherm import load_scherm
from bouwstenen.wizard.terug import read_terug
from bouwstenen.wizard.weigeren import show_text, text_of

WACHT = "tekst_voor_inloggen"  # where it is kept in the session
EEN_UUR = 60 * 60
MEESTE_BYTES = 1_000_000
UITGELOGD = "U was uitgelogd, daarom is uw tekst nog niet opgeslagen. Log in: daarna staat hij weer op de pagina."
TERUG = "U was uitgelogd. Wat u typte, is niet weg."
TE_LAAT = "U was uitgelogd. Kopieer uw tekst, log in en plak hem dan op de pagina."


def keep_for_login(request: HttpRequest, gemeente: str, wijkteam: str, deel: str, pagina: str) -> HttpResponse | None:
    """Keep a page that was sent when nobody was logged in, and ask to log in; None when there is nothing to keep."""
    if request.method != "POST":
        return None
    afzender = read_van(request.POST.get("van", ""), max_age=EEN_DAG)
    tekst = {
        "van": [afzender.gebruiker, afzender.wijkteam, afzender.pagina] if afzender else [],
        "adres": [gemeente, wijkteam, deel, pagina],
        "velden": {naam: waarden for naam, waarden in request.POST.lists() if naam != "csrfmiddlewaretoken"},
    }
    tab = plaats_van(request.POST).tab or kladden.new_tab()
    alles = {**request.session.get(WACHT, {}), tab: tekst}
    if afzender is None or len(json.dumps(alles)) > MEESTE_BYTES:
        return show_text(request, TE_LAAT, status=403) if text_of(request).get("getypt") else None
    request.session[WACHT] = alles
    request.session.set_expiry(EEN_UUR)
    messages.warning(request, UITGELOGD)
    terug = read_terug(request)
    return redirect_to_login(f"{request.path}?klad={tab}" + (f"&{terug.query}" if terug else ""))


@receiver(user_logged_in)
def give_back(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """What this user typed becomes klad; what somebody else typed in this browser is dropped."""
    wachtend = request.session.pop(WACHT, {})
    if wachtend:
        request.session.set_expiry(None)
    if any([keep_for(user, tab, tekst) for tab, tekst in wachtend.items()]):
        messages.warning(request, TERUG, fail_silently=True)  # a log-in without a page has none


def keep_for(gebruiker: Any, tab: str, tekst: dict[str, Any]) -> bool:
    """Make it klad when the user may still fill in that page; never saves an answer."""
    (eigenaar, wijkteam_pk, sleutel), (gemeente, wijkteam, deel, slug) = tekst["van"], tekst["adres"]
    gevonden = toegang.gemeente_met_rechten(gebruiker, gemeente) if eigenaar == gebruiker.pk else None
    if gevonden is None or Recht.INVULLEN not in gevonden[1]:
        return False
    with enter_scope(gevonden[0]):
        team = toegang.wijkteam_met_slug(gevonden[0], wijkteam)
        scherm = load_scherm(team, deel, slug, ingetrokken=True) if team else None
        if scherm is None or (team.pk, scherm.pagina.sleutel) != (wijkteam_pk, sleutel):
            return False
        data = as_data(tekst["velden"])
        velden = changed(team, scherm, typed_on(scherm.pagina, data))
        hier = {"wijkteam": team, "pagina": sleutel, "door": gebruiker}
        return bool(velden and kladden.keep_klad(**hier, tab=tab, serie=plaats_van(data).serie, velden=velden))
