"""What every test gets: no network outside this machine (see pyproject.toml) and the fixtures below."""

import pytest
from django.test import Client

from tests.factories import GebruikerFactory, GemeenteFactory, LidmaatschapFactory, WijkteamFactory

# cast: the people and places that every test knows -------------------------------------------------------------------


@pytest.fixture
def utrecht(db):
    return GemeenteFactory(slug="utrecht", naam="Utrecht")


@pytest.fixture
def zeist(db):
    return GemeenteFactory(slug="zeist", naam="Zeist")


@pytest.fixture
def kanaleneiland(utrecht):
    return WijkteamFactory(gemeente=utrecht, slug="kanaleneiland", naam="Kanaleneiland")


@pytest.fixture
def lid():
    """lid("anna", (utrecht, "beleidsadviseur"), ...): a user with a role per gemeente."""

    def make(naam, *lidmaatschappen, **fields):
        gebruiker = GebruikerFactory(email=f"{naam}@voorbeeld.nl", naam=naam.capitalize(), **fields)
        for gemeente, rol in lidmaatschappen:
            LidmaatschapFactory(gemeente=gemeente, gebruiker=gebruiker, rollen=[rol])
        return gebruiker

    return make


@pytest.fixture
def anna(lid, utrecht):
    return lid("anna", (utrecht, "beleidsadviseur"))


@pytest.fixture
def bram(lid, utrecht):
    return lid("bram", (utrecht, "lezer"))


@pytest.fixture
def carla(lid, zeist):
    return lid("carla", (zeist, "beleidsadviseur"))


@pytest.fixture
def daan(lid, utrecht, zeist):
    return lid("daan", (utrecht, "teamcoach"), (zeist, "teamcoach"))


@pytest.fixture
def els(lid, db):
    return lid("els", is_staff=True)


@pytest.fixture
def fatma(lid, utrecht):
    return lid("fatma", (utrecht, "beheerder"))


@pytest.fixture
def client_for():
    """client_for(anna): a test client in which she is logged in; client_for(None) is anonymous."""

    def make(gebruiker):
        client = Client()
        if gebruiker:
            client.force_login(gebruiker)
        return client

    return make


# end of the cast ------------------------------------------------------------------------------------------------------
