"""A POST that goes wrong outside its view: everything that was typed comes back, and only to who typed it."""

import sqlite3
from contextlib import closing, contextmanager

import psycopg
import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Lidmaatschap
from bouwstenen.wizard.afzender import sign_van
from tests.wizard.bezoeker import Bezoeker, antwoorden, gegeven, kladden
from tests.wizard.formulier import Formulier

PAGINA = ("opgave", "vraagstuk")
HIER, ELDERS = {"HTTP_ORIGIN": "http://testserver"}, {"HTTP_ORIGIN": "https://elders.example.com"}
VIA_ELDERS = {"HTTP_REFERER": "https://elders.example.com/"}


@pytest.fixture
def streng(kanaleneiland, anna):
    """Anna in a browser that is held to the token, as in production."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(anna)
    return Bezoeker(client, kanaleneiland)


@pytest.fixture
def velden(streng):
    return streng.open(*PAGINA).velden | {"vraagstuk": "Eenzame ouderen"}


def oud(velden):
    """The same page with a token from before a new log-in."""
    return velden | {"csrfmiddlewaretoken": "x" * 64}


# token ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bij", [HIER, {}, {"HTTP_REFERER": "http://testserver/utrecht/"}])
def test_old_token_shows_the_page_again_with_a_new_one(streng, kanaleneiland, velden, bij):
    response = streng.client.post(streng.adres(*PAGINA), oud(velden), **bij)
    blad = Formulier(response.text)
    assert (response.status_code, blad.velden["vraagstuk"], antwoorden(kanaleneiland)) == (403, ["Eenzame ouderen"], {})
    assert "Er is nog niets opgeslagen. Sla de pagina nog een keer op." in blad.zonder_opmaak
    assert blad.velden["klad"] == ["vraagstuk"]
    assert streng.client.post(streng.adres(*PAGINA), blad.velden, **HIER).status_code == 302
    assert antwoorden(kanaleneiland)["opgave.vraagstuk"] == (1, "Eenzame ouderen", "")


def test_old_token_without_any_cookie_is_kept_for_log_in(streng, velden):
    streng.client.cookies.clear()
    response = streng.client.post(streng.adres(*PAGINA), velden, **HIER)
    assert (response.status_code, "%3Fklad%3D" in response.url) == (302, True)


def test_conflict_page_with_an_old_token_is_a_conflict_again(streng, kanaleneiland, fatma, velden):
    gegeven(kanaleneiland, fatma, "opgave.vraagstuk", "Van Fatma")
    conflict = Formulier(streng.client.post(streng.adres(*PAGINA), velden, **HIER).text).velden
    blad = Formulier(streng.client.post(streng.adres(*PAGINA), oud(conflict), **HIER).text)
    assert blad.velden["vraagstuk"] == ["Eenzame ouderen"]
    assert streng.client.post(streng.adres(*PAGINA), blad.velden, **HIER).status_code == 409


@pytest.mark.parametrize(
    "bij", [ELDERS, {"HTTP_ORIGIN": "null"}, {"HTTP_REFERER": "http://testserver.elders.example/"}]
)
def test_another_site_gets_nothing_typed_into_a_form(streng, kanaleneiland, velden, bij):
    response = streng.client.post(streng.adres(*PAGINA), oud(velden), **bij)
    assert (response.status_code, "Eenzame" in response.text, antwoorden(kanaleneiland)) == (403, False, {})


def test_without_any_header_https_is_told_in_plain_words(streng, velden):
    """A page shown again would be refused again: this browser does not say where it comes from."""
    response = streng.client.post(streng.adres(*PAGINA), velden, secure=True)
    assert (response.status_code, "Uw gegevens zijn niet opgeslagen" in response.text) == (403, True)


@pytest.mark.parametrize("van", ["", "vals"])
def test_page_without_a_signature_only_shows_the_text(streng, velden, van):
    response = streng.client.post(streng.adres(*PAGINA), oud(velden) | {"van": van}, **HIER)
    assert (response.status_code, 'name="vraagstuk"' in response.text) == (403, False)
    assert "Eenzame ouderen" in response.text


def test_page_of_somebody_else_is_shown_to_copy(streng, kanaleneiland, fatma, velden):
    velden["van"] = sign_van(fatma, kanaleneiland, "opgave.vraagstuk")
    response = streng.client.post(streng.adres(*PAGINA), oud(velden), **HIER)
    assert (response.status_code, "van een andere gebruiker" in response.text) == (409, True)


def test_who_lost_the_right_does_not_see_the_page_but_keeps_the_text(streng, kanaleneiland, velden):
    with enter_scope(kanaleneiland.gemeente):
        Lidmaatschap.objects.update(rollen=["lezer"])
    response = streng.client.post(streng.adres(*PAGINA), oud(velden), **HIER)
    assert (response.status_code, "Dit is niet opgeslagen" in response.text, 'name="vraagstuk"' in response.text) == (
        403,
        True,
        False,
    )


def test_other_pages_are_told_in_plain_words(streng):
    response = streng.client.post("/account/inloggen/", {"password": "Geheim123456"}, **HIER)
    assert (response.status_code, "Geheim123456" in response.text) == (403, False)
    assert "Uw gegevens zijn niet opgeslagen" in response.text


def test_script_gets_a_new_token(streng, kanaleneiland, anna, velden):
    adres = streng.adres(*PAGINA, naam="wizard_klad")
    klad = velden | {"klad-tab": "tab", "klad-serie": "1"}
    response = streng.client.post(adres, oud(klad), **HIER)
    assert (response.status_code, list(response.json()), kladden(kanaleneiland, anna)) == (403, ["csrf"], [])
    klad["csrfmiddlewaretoken"] = response.json()["csrf"]
    assert streng.client.post(adres, klad, **HIER).status_code == 200


@pytest.mark.parametrize(
    ("wie", "bij", "status"),
    [("anna", ELDERS, 403), ("fatma", HIER, 409), ("", HIER, 422), (None, HIER, 302)],
)
def test_script_gets_no_token_for_anybody_else(streng, kanaleneiland, lid, fatma, anna, velden, wie, bij, status):
    klad = oud(velden)
    if wie is None:
        streng.client.cookies.clear()
    else:
        namen = {"anna": anna, "fatma": fatma}
        klad["van"] = sign_van(namen[wie], kanaleneiland, "opgave.vraagstuk") if wie else "vals"
    response = streng.client.post(streng.adres(*PAGINA, naam="wizard_klad"), klad, **bij)
    assert (response.status_code, b"csrf" in response.content and b"{" in response.content[:1]) == (status, False)


# no right any more ----------------------------------------------------------------------------------------------------


def test_archived_meanwhile_gives_the_text_back(streng, kanaleneiland, velden):
    with enter_scope(kanaleneiland.gemeente):
        kanaleneiland.gearchiveerd_op = timezone.now()
        kanaleneiland.save()
    response = streng.client.post(streng.adres(*PAGINA), velden, **HIER)
    assert (response.status_code, "Eenzame ouderen" in response.text) == (403, True)


def test_no_member_any_more_gives_the_text_back(streng, kanaleneiland, velden):
    with enter_scope(kanaleneiland.gemeente):
        Lidmaatschap.objects.update(actief=False)
    response = streng.client.post(streng.adres(*PAGINA), velden, **HIER)
    assert (response.status_code, "Eenzame ouderen" in response.text) == (404, True)


def test_name_of_a_wijkteam_comes_back_too(streng, kanaleneiland, velden):
    with enter_scope(kanaleneiland.gemeente):
        Lidmaatschap.objects.update(rollen=["lezer"])
    token = {"csrfmiddlewaretoken": velden["csrfmiddlewaretoken"]}
    response = streng.client.post("/utrecht/nieuw/", token | {"naam": "Leidsche Rijn"}, **HIER)
    assert (response.status_code, "Leidsche Rijn" in response.text) == (403, True)


# locked database ------------------------------------------------------------------------------------------------------


@contextmanager
def locked(wijkteam):
    """Somebody else is writing and does not stop; whoever waits, waits shortly."""
    opties = connection.settings_dict["OPTIONS"]
    bewaard = dict(opties)
    if connection.vendor == "sqlite":
        opties["timeout"] = 0.1
        connection.cursor().execute("PRAGMA busy_timeout = 100")
        ander = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        slot = "BEGIN IMMEDIATE"
    else:
        connection.cursor().execute("SET lock_timeout = '100ms'")
        ander = psycopg.connect(**{k: v for k, v in connection.get_connection_params().items() if k in PG})
        slot = "LOCK TABLE bouwstenen_antwoord, bouwstenen_klad, bouwstenen_aanwezig IN EXCLUSIVE MODE"
    with closing(ander):
        ander.execute(slot)
        yield
        ander.rollback()
    opties |= bewaard
    connection.close()


def is_locked(execute, sql, *rest):
    raise OperationalError("database is locked")


PG = ("dbname", "user", "password", "host", "port")


@pytest.mark.django_db(transaction=True)
def test_locked_database_gives_the_text_back_with_a_button(streng, kanaleneiland, velden):
    velden |= {"vraagstuk": "Eenzame\r\nouderen <b>", "krachten-ra-kracht": "De moskee", "krachten-rij": ["ra"]}
    streng.client.raise_request_exception = False
    with locked(kanaleneiland):
        response = streng.client.post(streng.adres(*PAGINA), velden | {"actie": "later"}, **HIER)
    blad = Formulier(response.text)
    assert (response.status_code, response["Retry-After"], blad.titel) == (503, "30", "Even geduld – Wijkteam")
    getypt = {naam: waarde for naam, waarde in velden.items() if naam != "csrfmiddlewaretoken"}
    for naam, waarde in getypt.items():
        assert blad.velden[naam] == (waarde if isinstance(waarde, list) else [waarde])
    assert [zin in blad.zonder_opmaak for zin in ("ouderen <b>", "De moskee", "Nog een keer opslaan")] == [True] * 3
    response = streng.client.post(streng.adres(*PAGINA), blad.velden, **HIER)
    assert (response.url, antwoorden(kanaleneiland)["opgave.vraagstuk"][1]) == (
        "/utrecht/kanaleneiland/",
        "Eenzame\nouderen <b>",
    )


@pytest.mark.django_db(transaction=True)
def test_locked_database_shows_pages_and_tells_the_script_to_come_back(streng, kanaleneiland, velden):
    streng.client.raise_request_exception = False
    with locked(kanaleneiland):
        assert streng.get("opgave", "kenmerken").status_code == 200
        klad = velden | {"klad-tab": "tab", "klad-serie": "1"}
        response = streng.client.post(streng.adres(*PAGINA, naam="wizard_klad"), klad, **HIER)
    assert (response.status_code, response.json()) == (503, {"fout": "druk"})


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("adres", "bij"),
    [
        ("/account/inloggen/", HIER),
        ("/account/wachtwoord/", HIER),
        ("/uw-account/", HIER),
        ("/uitnodiging/x/", HIER),
        ("/utrecht/nieuw/", ELDERS),
    ],
)
def test_locked_database_never_shows_a_password_nor_what_another_site_sent(bezoeker, adres, bij):
    bezoeker.client.raise_request_exception = False

    with connection.execute_wrapper(is_locked):
        response = bezoeker.client.post(adres, {"password": "Geheim123456", "naam": "Geheim123456"}, **bij)
    assert (response.status_code, "Geheim123456" in response.text) == (503, False)


@pytest.mark.django_db(transaction=True)
def test_page_for_a_locked_database_asks_the_database_nothing(bezoeker, velden):
    bezoeker.client.raise_request_exception = False
    gevraagd = []

    def refuse(execute, sql, *rest):
        gevraagd.append(sql)
        is_locked(execute, sql, *rest)

    with connection.execute_wrapper(refuse):
        response = bezoeker.client.post(bezoeker.adres(*PAGINA), velden, **HIER)
    assert (response.status_code, "Eenzame ouderen" in response.text, len(gevraagd)) == (503, True, 1)


@pytest.mark.parametrize("ook_daarna", [False, True])
def test_our_own_mistake_gives_the_text_back_too(streng, velden, monkeypatch, ook_daarna):
    streng.client.raise_request_exception = False

    def fail(execute, sql, *rest):
        raise RuntimeError("The disk is full.")

    if ook_daarna:
        monkeypatch.setattr(type(catalogus()), "pagina", fail)
    with connection.execute_wrapper(fail):
        response = streng.client.post(streng.adres(*PAGINA), velden, **HIER)
    assert (response.status_code, "Eenzame ouderen" in response.text) == (500, not ook_daarna)


# too many fields ------------------------------------------------------------------------------------------------------


def too_many(velden, aantal=20_001):
    lijst = [(naam, een) for naam, alle in velden.items() for een in (alle if isinstance(alle, list) else [alle])]
    lijst += [("krachten-rij", f"r{nummer:x}") for nummer in range(aantal)]
    return "&".join(f"{naam}={een}" for naam, een in lijst).encode()


def send(streng, velden, **bij):
    soort = "application/x-www-form-urlencoded"
    return streng.client.post(streng.adres(*PAGINA), too_many(velden), content_type=soort, **bij)


def test_too_many_fields_are_kept_and_nothing_is_saved(streng, kanaleneiland, anna):
    velden = streng.open(*PAGINA).velden | {"vraagstuk": "Eenzaam"}
    response = send(streng, velden, **HIER)
    [klad] = kladden(kanaleneiland, anna)
    assert (response.status_code, klad["vraagstuk"], len(klad["krachten-rij"])) == (422, ["Eenzaam"], 20_004)
    [terug] = [link for link in Formulier(response.text).links if "?klad=" in link]
    assert (terug.startswith(streng.adres(*PAGINA)), antwoorden(kanaleneiland)) == (True, {})


@pytest.mark.parametrize(
    ("van", "bij", "getoond"), [("vals", HIER, True), ("vals", VIA_ELDERS, False), (None, VIA_ELDERS, False)]
)
def test_too_many_fields_that_can_not_be_kept_are_shown(streng, kanaleneiland, anna, van, bij, getoond):
    velden = streng.open(*PAGINA).velden | {"vraagstuk": "Eenzaam"} | ({"van": van} if van else {})
    response = send(streng, velden, **bij)
    assert (response.status_code, "Eenzaam" in response.text, kladden(kanaleneiland, anna)) == (422, getoond, [])


def test_too_many_fields_of_somebody_else_are_not_kept(streng, kanaleneiland, anna, fatma):
    velden = streng.open(*PAGINA).velden | {"vraagstuk": "Eenzaam"}
    velden["van"] = sign_van(fatma, kanaleneiland, "opgave.vraagstuk")
    assert send(streng, velden, **HIER).status_code == 422
    assert [kladden(kanaleneiland, wie) for wie in (anna, fatma)] == [[], []]


def test_too_many_fields_are_not_kept_for_who_may_not_fill_in(streng, kanaleneiland, anna):
    velden = streng.open(*PAGINA).velden | {"vraagstuk": "Eenzaam"}
    with enter_scope(kanaleneiland.gemeente):
        Lidmaatschap.objects.update(rollen=["lezer"])
    response = send(streng, velden, **HIER)
    assert (response.status_code, "Eenzaam" in response.text, kladden(kanaleneiland, anna)) == (422, True, [])


def test_far_too_many_fields_are_not_read(streng):
    lichaam = b"a&" * 300_000 + b"vraagstuk=Eenzaam&vraagstuk-versie=0"
    soort = "application/x-www-form-urlencoded"
    response = streng.client.post(streng.adres(*PAGINA), lichaam, content_type=soort)
    assert (response.status_code, "knop ‘Vorige’" in response.text) == (422, True)
