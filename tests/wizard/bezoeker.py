"""A user who visits the pages of one wijkteam, and what its answers are."""

from django.urls import reverse

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.store import Ingediend, klad
from bouwstenen.core.tenancy import enter_scope
from tests.wizard.formulier import Formulier


class Bezoeker:
    """Opens pages and sends them back, as `client` is logged in."""

    def __init__(self, client, wijkteam):
        self.client = client
        self.wijkteam = wijkteam

    def adres(self, deel, pagina="", *, naam="wizard_pagina"):
        delen = [self.wijkteam.gemeente.slug, self.wijkteam.slug, deel]
        return reverse(naam, args=[*delen, pagina] if pagina else delen)

    def get(self, deel, pagina, **query):
        return self.client.get(self.adres(deel, pagina), query)

    def open(self, deel, pagina, **query):
        response = self.get(deel, pagina, **query)
        assert response.status_code == 200
        return Formulier(response.text)

    def post(self, deel, pagina, velden, actie="verder"):
        return self.client.post(self.adres(deel, pagina), {**velden, "actie": actie})

    def bewaar(self, deel, pagina, velden, **bij):
        """What the script of the page sends while somebody types."""
        adres = self.adres(deel, pagina, naam="wizard_klad")
        return self.client.post(adres, {**velden, "klad-tab": "tab-van-de-browser", "klad-serie": "1", **bij})

    def controle(self, deel):
        return Formulier(self.client.get(self.adres(deel, naam="wizard_deel")).text)


def gegeven(wijkteam, door, vraag, waarde, toelichting=""):
    """Save an answer on top of whatever there is, without a page."""
    with enter_scope(wijkteam.gemeente):
        huidig = store.huidige_antwoorden(wijkteam).get(vraag)
        een = Ingediend(vraag=vraag, versie=huidig.versie if huidig else 0, waarde=waarde, toelichting=toelichting)
        store.save_antwoorden(wijkteam=wijkteam, ingediend=[een], door=door)


def antwoorden(wijkteam):
    """{vraag: (versie, waarde, toelichting)} of the newest versions."""
    with enter_scope(wijkteam.gemeente):
        huidig = store.huidige_antwoorden(wijkteam)
    return {vraag: (een.versie, een.waarde, een.toelichting) for vraag, een in huidig.items()}


def kladden(wijkteam, wie, pagina="opgave.vraagstuk"):
    """What is typed and not saved, newest first, as it would be posted."""
    with enter_scope(wijkteam.gemeente):
        return [een.velden for een in klad.kladden_van(wijkteam=wijkteam, pagina=pagina, door=wie)]


def geschiedenis(wijkteam, vraag):
    """[(versie, waarde, auteur)], newest first."""
    with enter_scope(wijkteam.gemeente):
        return [(een.versie, een.waarde, een.auteur_naam) for een in store.geschiedenis(wijkteam, vraag)]
