"""Somebody who is invited, the link in the mail, and what became of it."""

import re

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Lidmaatschap, Spoorregel, Uitnodiging
from bouwstenen.toegang.store import uitnodigingen

LEDEN = "/utrecht/leden/"
GIJS = {"email": "gijs@voorbeeld.nl", "rollen": ["lezer", "teamcoach"]}
WACHTWOORD = "drie-blauwe-fietsen"
ACCOUNT = {"naam": "Gijs de Vries", "password1": WACHTWOORD, "password2": WACHTWOORD}


def link_van(uitnodiging):
    return f"/uitnodiging/{uitnodigingen.token_van(uitnodiging)}/"


def link_uit(bericht):
    return re.search(r"http://testserver(/uitnodiging/\S+/)\n", bericht.body)[1]


def rij_van(uitnodiging):
    with enter_scope(uitnodiging.gemeente):
        return Uitnodiging.objects.get(pk=uitnodiging.pk)


def alle(gemeente):
    with enter_scope(gemeente):
        return [(rij.email, rij.rollen, rij.stand) for rij in Uitnodiging.objects.order_by("pk")]


def leden(gemeente):
    with enter_scope(gemeente):
        rijen = Lidmaatschap.objects.order_by("pk").select_related("gebruiker")
        return [(rij.gebruiker.email, rij.rollen, rij.actief) for rij in rijen]


def spoor(*acties):
    rijen = Spoorregel.objects.filter(actie__in=acties).order_by("pk")
    return [(rij.actie, rij.object, rij.actor and rij.actor.email, rij.resultaat, rij.bijzonderheden) for rij in rijen]


def meldingen(antwoord):
    return [str(melding) for melding in antwoord.context["messages"]]


def kop(antwoord):
    return re.search(r"<h1>(.*?)</h1>", antwoord.content.decode())[1]
