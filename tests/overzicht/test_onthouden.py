"""Text that is not saved is listed where its user comes in, with the page it belongs to."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bouwstenen.antwoorden.store import klad
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Lidmaatschap
from tests.factories import LidmaatschapFactory, WijkteamFactory
from tests.wizard.formulier import Formulier

KOP = "U hebt nog tekst die niet is opgeslagen"
TITEL = f"{catalogus().deel('opgave').titel}: {catalogus().pagina('opgave.vraagstuk').titel}"


def type_in(wijkteam, wie, pagina="opgave.vraagstuk", tab="tab", velden=None):
    with enter_scope(wijkteam.gemeente):
        velden = {"vraagstuk": ["Eenzaam"]} if velden is None else velden
        klad.keep_klad(wijkteam=wijkteam, pagina=pagina, tab=tab, serie=1, velden=velden, door=wie)


def listed(client, adres):
    """The links to pages of the wizard, in order."""
    blad = Formulier(client.get(adres).text)
    links = [link for link in blad.links if "/wizard/" in link]
    assert (KOP in blad.zonder_opmaak) == bool(links)
    return links


@pytest.fixture
def vollenhove(zeist):
    return WijkteamFactory(gemeente=zeist, slug="vollenhove", naam="Vollenhove")


@pytest.fixture
def twee(anna, zeist):
    """Anna fills in for Zeist too."""
    LidmaatschapFactory(gemeente=zeist, gebruiker=anna, rollen=["beleidsadviseur"])


def test_text_of_all_gemeenten_is_listed_newest_first(client_for, anna, kanaleneiland, vollenhove, twee):
    type_in(kanaleneiland, anna)
    type_in(vollenhove, anna, "opgave.eigen_vragen")
    type_in(kanaleneiland, anna, tab="tweede tab")
    client = client_for(anna)
    alles = ["/utrecht/kanaleneiland/wizard/opgave/vraagstuk/", "/zeist/vollenhove/wizard/opgave/eigen-vragen/"]
    assert [listed(client, adres) for adres in ("/", "/overzicht/", "/utrecht/", "/zeist/")] == [
        alles,
        alles,
        alles[:1],
        alles[1:],
    ]
    assert f"Kanaleneiland, {TITEL}" in Formulier(client.get("/utrecht/").text).zonder_opmaak


def test_nothing_is_said_when_there_is_nothing(client_for, anna, fatma, kanaleneiland):
    type_in(kanaleneiland, fatma)
    type_in(kanaleneiland, anna, velden={})
    type_in(kanaleneiland, anna, "opgave.verdwenen")
    type_in(kanaleneiland, anna, "verdwenen.eigen_vragen")
    assert listed(client_for(anna), "/utrecht/") == []


def test_what_can_not_be_filled_in_any_more_is_not_listed(client_for, anna, kanaleneiland, vollenhove, twee):
    for wijkteam in (kanaleneiland, vollenhove):
        type_in(wijkteam, anna)
    with enter_scope(kanaleneiland.gemeente):
        kanaleneiland.gearchiveerd_op = timezone.now()
        kanaleneiland.save()
    with enter_scope(vollenhove.gemeente):
        Lidmaatschap.objects.update(rollen=["lezer"])
    client = client_for(anna)
    assert [listed(client, adres) for adres in ("/", "/overzicht/", "/utrecht/", "/zeist/")] == [[]] * 4


@pytest.mark.parametrize("adres", ["/overzicht/", "/utrecht/"])
def test_three_texts_take_as_many_queries_as_one(client_for, anna, kanaleneiland, django_assert_num_queries, adres):
    client = client_for(anna)
    type_in(kanaleneiland, anna)
    with CaptureQueriesContext(connection) as een:
        client.get(adres)
    for pagina in ("opgave.doelen", "opgave.kenmerken"):
        type_in(kanaleneiland, anna, pagina)
    with django_assert_num_queries(len(een)):
        client.get(adres)
