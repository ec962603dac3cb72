"""Somebody who left is made anonymous: what they wrote stays, who they were goes."""

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django_scopes import scopes_disabled  # noqa: TID251 -- to see what the beheer door did

from bouwstenen.antwoorden.store import geschiedenis
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Aanwezig, Gebruiker, Klad, Lidmaatschap, Spoorregel, Uitnodiging
from bouwstenen.toegang.store.vertrek import EERST_SLUITEN, anonimiseer
from tests.factories import LidmaatschapFactory
from tests.wizard.bezoeker import gegeven


@pytest.fixture
def vertrokken(anna, bram, utrecht, zeist, kanaleneiland, client_for, fatma):
    """Anna left: her account is closed, and everything she left behind is still there."""
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "Eenzaamheid")
    LidmaatschapFactory(gemeente=zeist, gebruiker=anna)
    with enter_scope([utrecht, zeist]):
        for wie in (anna, bram):
            Klad.objects.create(wijkteam=kanaleneiland, gebruiker=wie, pagina="opgave.vraagstuk", velden={"a": ["b"]})
            Aanwezig.objects.create(wijkteam=kanaleneiland, gebruiker=wie, pagina="opgave.vraagstuk")
        for email, door in (("anna@voorbeeld.nl", fatma), ("gijs@voorbeeld.nl", anna), ("hans@voorbeeld.nl", fatma)):
            Uitnodiging.objects.create(gemeente=zeist, email=email, uitgenodigd_door=door)
    for wie in (anna, bram):
        client_for(wie)
    anna.is_active = False
    anna.save()
    return anna


@pytest.fixture
def adres(vertrokken):
    return f"/beheer/bouwstenen/gebruiker/{vertrokken.pk}/"


def test_who_they_were_goes_and_what_they_wrote_stays(client_for, els, vertrokken, adres, kanaleneiland, bram):
    beheer = client_for(els)
    beheer.post(f"{adres}anoniem/")
    weg = Gebruiker.objects.get(pk=vertrokken.pk)
    assert (weg.naam, weg.email) == ("oud-medewerker", f"oud-medewerker-{weg.pk}@ongeldig.invalid")
    assert (weg.has_usable_password(), weg.is_active, weg.geanonimiseerd_op is None) == (False, False, False)
    with scopes_disabled():
        assert list(Lidmaatschap.objects.filter(gebruiker=weg).values_list("actief", flat=True)) == [False, False]
        assert [rij.gebruiker for rij in (*Klad.objects.all(), *Aanwezig.objects.all())] == [bram, bram]
        versies = [(een.waarde, een.auteur_naam) for een in geschiedenis(kanaleneiland, "opgave.vraagstuk")]
        rijen = Uitnodiging.objects.order_by("pk").values_list("email", "ingetrokken_op")
        uitnodigingen = [(email, ingetrokken is not None) for email, ingetrokken in rijen]
    assert versies == [("Eenzaamheid", "oud-medewerker")]
    assert uitnodigingen == [(weg.email, True), ("gijs@voorbeeld.nl", True), ("hans@voorbeeld.nl", False)]
    over = {sessie.get_decoded()["_auth_user_id"] for sessie in Session.objects.all()}
    assert over == {str(bram.pk), str(els.pk)}


def test_it_is_traced_without_the_name(client_for, els, vertrokken, adres):
    client_for(els).post(f"{adres}anoniem/")
    rijen = Spoorregel.objects.order_by("pk").values_list("actie", "gemeente__slug", "actor__naam")
    assert list(rijen) == [
        ("rechten", "utrecht", "Els"),
        ("rechten", "zeist", "Els"),
        ("uitnodiging_ingetrokken", "zeist", "Els"),
        ("uitnodiging_ingetrokken", "zeist", "Els"),
        ("geanonimiseerd", None, "Els"),
    ]
    assert Spoorregel.objects.filter(bijzonderheden__icontains="anna").count() == 0


def test_the_page_asks_first(client_for, els, vertrokken, adres):
    beheer = client_for(els)
    assert f"{adres}anoniem/" in beheer.get(f"{adres}change/").text
    assert "Wilt u Anna anoniem maken?" in beheer.get(f"{adres}anoniem/").text
    assert Gebruiker.objects.get(pk=vertrokken.pk).naam == "Anna"


def test_it_happens_once(client_for, els, vertrokken, adres):
    beheer = client_for(els)
    for _ in range(2):
        beheer.post(f"{adres}anoniem/")
    assert Spoorregel.objects.filter(actie="geanonimiseerd").count() == 1
    assert "anoniem/" not in beheer.get(f"{adres}change/").text


def test_who_still_works_here_keeps_their_name(client_for, els, bram):
    with pytest.raises(ValidationError, match=EERST_SLUITEN):
        anonimiseer(gebruiker=bram, door=els)
    adres = f"/beheer/bouwstenen/gebruiker/{bram.pk}/"
    beheer = client_for(els)
    assert "anoniem/" not in beheer.get(f"{adres}change/").text
    assert EERST_SLUITEN in beheer.post(f"{adres}anoniem/", follow=True).text
    assert Gebruiker.objects.get(pk=bram.pk).naam == "Bram"


def test_an_anonymous_account_stays_closed(client_for, els, vertrokken, adres):
    beheer = client_for(els)
    beheer.post(f"{adres}anoniem/")
    data = {"naam": "Anna", "email": "anna@voorbeeld.nl", "is_active": "on"}
    data |= {"lidmaatschap_set-TOTAL_FORMS": 0, "lidmaatschap_set-INITIAL_FORMS": 0}
    wachtwoord = {"password1": "een-lang-wachtwoord", "password2": "een-lang-wachtwoord", "usable_password": "true"}
    pogingen = [beheer.post(f"{adres}change/", data), beheer.post(f"{adres}password/", wachtwoord)]
    assert [poging.status_code for poging in pogingen] == [403, 403]
    weg = Gebruiker.objects.get(pk=vertrokken.pk)
    assert (weg.is_active, weg.has_usable_password()) == (False, False)


def test_unknown_accounts_are_not_found(client_for, els):
    assert client_for(els).get("/beheer/bouwstenen/gebruiker/999999/anoniem/").status_code == 404
