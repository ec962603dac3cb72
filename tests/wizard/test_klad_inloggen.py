"""The log-in ended while a page stood open: its text waits for its user, and for nobody else."""

import time

import pytest
from django.contrib.sessions.models import Session
from django.core import signing

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Lidmaatschap
from bouwstenen.wizard import afzender
from tests.factories import LidmaatschapFactory, WijkteamFactory
from tests.wizard.bezoeker import Bezoeker, antwoorden, gegeven, kladden
from tests.wizard.formulier import Formulier

PAGINA = ("opgave", "vraagstuk")
WACHTWOORD = "correct-paard-batterij"


@pytest.fixture(autouse=True)
def wachtwoorden(anna, fatma, carla):
    for wie in (anna, fatma, carla):
        wie.set_password(WACHTWOORD)
        wie.save()


@pytest.fixture
def verlopen(bezoeker, kanaleneiland, fatma):
    """Anna's page, with an answer on it and her text at another question; her session is gone."""
    gegeven(kanaleneiland, fatma, "opgave.potentie", "Sterke buren")
    velden = bezoeker.open(*PAGINA).velden | {"vraagstuk": "Eenzame\x00 ouderen"}
    bezoeker.client.cookies.clear()
    return velden


def login(client, wie, adres):
    return client.post(adres, {"login": wie.email, "password": WACHTWOORD}, follow=True)


def test_text_is_back_on_the_page_after_log_in(bezoeker, kanaleneiland, anna, verlopen):
    response = bezoeker.post(*PAGINA, verlopen)
    assert (response.status_code, response.url.startswith("/account/inloggen/?next=")) == (302, True)
    assert "Log in: daarna staat hij weer op de pagina." in bezoeker.client.get(response.url).text
    response = login(bezoeker.client, anna, response.url)
    blad = Formulier(response.text)
    assert response.redirect_chain[-1][0].startswith(bezoeker.adres(*PAGINA) + "?klad=")
    assert "U was uitgelogd. Wat u typte, is niet weg." in blad.zonder_opmaak
    assert "Hieronder staat wat u eerder typte. Het is nog niet opgeslagen." in blad.zonder_opmaak
    assert (blad.velden["vraagstuk"], blad.velden["klad"]) == (["Eenzame ouderen"], ["vraagstuk"])
    assert [een["vraagstuk"] for een in kladden(kanaleneiland, anna)] == [["Eenzame ouderen"]]
    assert list(antwoorden(kanaleneiland)) == ["opgave.potentie"]
    assert bezoeker.post(*PAGINA, blad.velden).status_code == 302
    assert (antwoorden(kanaleneiland)["opgave.vraagstuk"][1], kladden(kanaleneiland, anna)) == ("Eenzame ouderen", [])


def test_what_a_colleague_saved_meanwhile_stays(bezoeker, kanaleneiland, anna, fatma, verlopen):
    """Only what Anna changed comes back: at the question she left alone the newer answer stands."""
    adres = bezoeker.post(*PAGINA, verlopen).url
    gegeven(kanaleneiland, fatma, "opgave.potentie", "Nog sterkere buren")
    blad = Formulier(login(bezoeker.client, anna, adres).text)
    assert (blad.velden["potentie"], blad.velden["vraagstuk"]) == (["Nog sterkere buren"], ["Eenzame ouderen"])


def test_text_replaces_what_the_same_tab_had_kept(bezoeker, kanaleneiland, anna, verlopen):
    bezoeker.client.force_login(anna)
    bezoeker.bewaar(*PAGINA, {"vraagstuk": "Eenzame", "vraagstuk-versie": "0"}, van=verlopen["van"])
    bezoeker.client.cookies.clear()
    verlopen |= {"klad-tab": "tab-van-de-browser", "klad-serie": "2"}
    login(bezoeker.client, anna, bezoeker.post(*PAGINA, verlopen).url)
    assert [een["vraagstuk"] for een in kladden(kanaleneiland, anna)] == [["Eenzame ouderen"]]


def test_two_pages_wait_together(bezoeker, kanaleneiland, anna):
    tweede = ("opgave", "kenmerken")
    bladen = {pagina: bezoeker.open(*pagina).velden for pagina in (PAGINA, tweede)}
    bezoeker.client.cookies.clear()
    bezoeker.post(*tweede, bladen[tweede] | {"kenmerken_sociaal": "Veel jongeren"})
    login(bezoeker.client, anna, bezoeker.post(*PAGINA, bladen[PAGINA] | {"vraagstuk": "Schulden"}).url)
    assert [len(kladden(kanaleneiland, anna, f"opgave.{naam}")) for naam in ("vraagstuk", "kenmerken")] == [1, 1]


def test_nothing_changed_is_nothing_to_keep(bezoeker, kanaleneiland, anna, verlopen):
    blad = login(bezoeker.client, anna, bezoeker.post(*PAGINA, verlopen | {"vraagstuk": ""}).url)
    assert ("U was uitgelogd." in blad.text, kladden(kanaleneiland, anna)) == (False, [])


def test_somebody_else_who_logs_in_gets_nothing(bezoeker, kanaleneiland, anna, fatma, verlopen):
    blad = login(bezoeker.client, fatma, bezoeker.post(*PAGINA, verlopen).url)
    assert ("Eenzame" in blad.text, blad.status_code) == (False, 200)
    assert [kladden(kanaleneiland, wie) for wie in (anna, fatma)] == [[], []]
    bezoeker.client.logout()
    login(bezoeker.client, anna, "/account/inloggen/")
    assert kladden(kanaleneiland, anna) == []


@pytest.mark.parametrize("rollen", [["lezer"], None])
def test_who_may_not_fill_in_any_more_keeps_no_text(bezoeker, kanaleneiland, anna, verlopen, rollen):
    adres = bezoeker.post(*PAGINA, verlopen).url
    with enter_scope(kanaleneiland.gemeente):
        Lidmaatschap.objects.update(**({"rollen": rollen} if rollen else {"actief": False}))
    assert login(bezoeker.client, anna, adres).status_code == (403 if rollen else 404)
    assert kladden(kanaleneiland, anna) == []


def test_text_never_moves_to_another_wijkteam_or_page(bezoeker, kanaleneiland, anna, zeist, verlopen):
    """The signature, not the address, says where it belongs; also in a gemeente where Anna may fill in too."""
    LidmaatschapFactory(gemeente=zeist, gebruiker=anna, rollen=["beleidsadviseur"])
    ander = WijkteamFactory(gemeente=zeist, slug="kanaleneiland")
    for adres in ("/zeist/kanaleneiland/wizard/opgave/vraagstuk/", bezoeker.adres("opgave", "doelen")):
        response = bezoeker.client.post(adres, verlopen | {"doelen-versie": "0", "doelen-kwetsbaar": "1"})
        login(bezoeker.client, anna, response.url)
        bezoeker.client.cookies.clear()
    assert [kladden(ander, anna), kladden(kanaleneiland, anna), kladden(kanaleneiland, anna, "opgave.doelen")] == [
        []
    ] * 3


def test_session_with_text_lives_an_hour(bezoeker, verlopen):
    bezoeker.post(*PAGINA, verlopen)
    assert bezoeker.client.session.get_expiry_age() == 3600
    sessie = Session.objects.get(session_key=bezoeker.client.session.session_key)
    assert 3500 < sessie.expire_date.timestamp() - time.time() < 3700


@pytest.mark.parametrize("velden", [{}, {"vraagstuk": "", "vraagstuk-versie": "0"}])
def test_without_text_it_is_an_ordinary_log_in(bezoeker, velden):
    bezoeker.client.cookies.clear()
    response = bezoeker.post(*PAGINA, velden)
    assert response.url == f"/account/inloggen/?next={bezoeker.adres(*PAGINA)}"
    assert bezoeker.client.cookies.keys() == set()


def too_old(monkeypatch, verlopen):
    monkeypatch.setattr(signing.time, "time", lambda nu=time.time: nu() + afzender.EEN_DAG + 60)


def too_big(monkeypatch, verlopen):
    verlopen["vraagstuk"] = "Eenzame" + "x" * 1_000_000


def forged(monkeypatch, verlopen):
    verlopen["van"] = "vals"


@pytest.mark.parametrize("stuk", [too_old, too_big, forged])
def test_what_can_not_wait_is_shown_to_copy(bezoeker, verlopen, monkeypatch, stuk):
    stuk(monkeypatch, verlopen)
    response = bezoeker.post(*PAGINA, verlopen)
    assert (response.status_code, "Eenzame" in response.text, "Kopieer uw tekst, log in" in response.text) == (
        403,
        True,
        True,
    )
    assert Session.objects.count() == 1  # the one that Anna had


def test_page_of_somebody_else_is_not_saved_under_this_name(bezoeker, als, kanaleneiland, anna, fatma, verlopen):
    response = als(fatma).post(*PAGINA, verlopen)
    assert (response.status_code, "Eenzame" in response.text) == (409, True)
    assert ("Deze pagina was van een andere gebruiker." in response.text, "Anna" in response.text) == (True, False)
    assert list(antwoorden(kanaleneiland)) == ["opgave.potentie"]
    assert [kladden(kanaleneiland, wie) for wie in (anna, fatma)] == [[], []]


def test_also_when_this_user_can_not_reach_the_page(client_for, kanaleneiland, carla, verlopen):
    response = Bezoeker(client_for(carla), kanaleneiland).post(*PAGINA, verlopen)
    assert (response.status_code, "Eenzame" in response.text) == (409, True)
