"""Accepting an invitation, and every way in which somebody could come in uninvited."""

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import StringIO
from threading import Barrier

import pytest
from django.core.signing import Signer, dumps
from django.db import connection
from django.test import Client
from django.utils import timezone

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Gebruiker, Lidmaatschap, Spoorregel, Uitnodiging
from bouwstenen.toegang.store import archive_gemeente, uitnodigingen
from tests.factories import GebruikerFactory, GemeenteFactory, LidmaatschapFactory
from tests.toegang.uitnodigen import (
    ACCOUNT,
    GIJS,
    WACHTWOORD,
    kop,
    leden,
    link_van,
    meldingen,
    rij_van,
    spoor,
)

# Coming in without an account


def test_who_has_no_account_makes_one_and_is_in(client, utrecht, uitnodiging, link):
    pagina = client.get(link)
    assert (pagina.status_code, kop(pagina), pagina["Cache-Control"]) == (
        200, "Meedoen met Utrecht", "max-age=0, no-cache, no-store, must-revalidate, private",
    )  # fmt: skip
    client.session["voor"] = "het inloggen"
    antwoord = client.post(link, ACCOUNT, follow=True)
    assert antwoord.redirect_chain == [("/utrecht/", 302)]
    assert meldingen(antwoord) == ["Welkom bij Utrecht. U kunt nu meedoen."]
    gijs = Gebruiker.objects.get(email="gijs@voorbeeld.nl")
    assert (gijs.naam, gijs.check_password(WACHTWOORD), gijs.is_staff) == ("Gijs de Vries", True, False)
    assert gijs.last_login is not None  # the signal of a log-in fired
    assert leden(utrecht)[1] == ("gijs@voorbeeld.nl", ["lezer", "teamcoach"], True)
    sleutel = f"uitnodiging:{uitnodiging.pk}"
    rollen = "lezer, teamcoach"
    assert spoor("uitnodiging_aangenomen") == [
        ("uitnodiging_aangenomen", sleutel, "gijs@voorbeeld.nl", "gelukt", rollen)
    ]
    assert [(wie, bij) for *_, wie, _, bij in spoor("rechten")] == [("gijs@voorbeeld.nl", rollen)]


def test_logging_in_gives_a_new_session(client, link):
    client.get(link)
    sessie = client.session
    sessie["van"] = "een ander"
    sessie.save()
    client.cookies["sessionid"] = sessie.session_key
    client.post(link, ACCOUNT)
    assert client.cookies["sessionid"].value != sessie.session_key


@pytest.mark.parametrize(
    ("data", "fouten"),
    [
        (
            {},
            {
                "naam": "Vul uw naam in.",
                "password1": "Vul een nieuw wachtwoord in.",
                "password2": "Vul het nieuwe wachtwoord nog een keer in.",
            },
        ),
        ({"naam": "\u200b \x00"}, {"naam": "Vul uw naam in."}),
        ({"naam": "x" * 151}, {"naam": "Maak uw naam korter: er staan 151 tekens, 150 mag."}),
        ({"password2": "drie-rode-fietsen"}, {"password2": "Vul twee keer hetzelfde wachtwoord in."}),
        ({"password1": "kort"}, {"password1": "Maak uw wachtwoord langer. Gebruik minstens 12 tekens."}),
        ({"password1": "384756201938"}, {"password1": "Gebruik in uw wachtwoord ook letters."}),
        (
            {"password1": "gijs@voorbeeld.nl"},
            {"password1": "Kies een wachtwoord dat niet lijkt op uw e-mailadres."},
        ),
        (
            {"password1": "q1w2e3r4t5y6"},
            {
                "password1": "Kies een ander wachtwoord. Veel mensen gebruiken dit wachtwoord, daarom is het te raden.",
            },
        ),
    ],
)
def test_what_is_wrong_with_a_new_account(client, link, data, fouten):
    antwoord = client.post(link, ACCOUNT | data if data else {})
    assert antwoord.status_code == 422
    assert {veld: lijst for veld, lijst in antwoord.context["form"].errors.items() if veld in fouten} == {
        veld: [fout] for veld, fout in fouten.items()
    }
    assert list(Gebruiker.objects.filter(email="gijs@voorbeeld.nl")) == []


def test_what_is_sent_along_changes_nothing_else(client, utrecht, zeist, link):
    extra = {"email": "fatma@voorbeeld.nl", "rollen": ["beheerder"], "is_staff": "on", "gemeente": zeist.pk, "pk": "1"}
    client.post(link, ACCOUNT | extra)
    gijs = Gebruiker.objects.get(naam="Gijs de Vries")
    assert (gijs.email, gijs.is_staff) == ("gijs@voorbeeld.nl", False)
    assert (leden(utrecht)[1][1], leden(zeist)) == (["lezer", "teamcoach"], [])


# Coming in with an account


def test_who_has_an_account_logs_in_and_joins(client, utrecht, zeist, uitnodiging, link, lid):
    gijs = lid("gijs", (zeist, "lezer"))
    gijs.set_password(WACHTWOORD)
    gijs.save()
    pagina = client.get(link)
    knop = re.search(r'href="(/account/inloggen/\?next=[^"]+)"', pagina.content.decode())[1]
    pagina = client.post(knop, {"login": gijs.email, "password": WACHTWOORD}, follow=True)
    assert pagina.redirect_chain == [(link, 302)]
    assert leden(utrecht) == [("fatma@voorbeeld.nl", ["beheerder"], True)]  # looking is not joining
    antwoord = client.post(link, follow=True)
    assert (antwoord.redirect_chain, meldingen(antwoord)) == (
        [("/utrecht/", 302)], ["Welkom bij Utrecht. U kunt nu meedoen."],
    )  # fmt: skip
    assert leden(utrecht)[1] == ("gijs@voorbeeld.nl", ["lezer", "teamcoach"], True)


@pytest.mark.parametrize("email", ["GIJS@voorbeeld.nl", "gijs@voorbeeld.nl"])
def test_an_account_is_found_whatever_the_capitals(client, link, email):
    Gebruiker.objects.bulk_create([Gebruiker(email=email, naam="Gijs")])
    antwoord = client.post(link, ACCOUNT)
    assert (antwoord.status_code, "U hebt al een account" in antwoord.content.decode()) == (403, True)
    assert Gebruiker.objects.filter(email__iexact=email).count() == 1


def test_an_invitation_for_somebody_else(client_for, utrecht, link, bram, lid):
    lid("gijs")
    for method in ("get", "post"):
        client = client_for(bram)
        antwoord = getattr(client, method)(link)
        assert antwoord.status_code == (200 if method == "get" else 403)
        assert "U bent ingelogd als <strong>bram@voorbeeld.nl</strong>" in antwoord.content.decode()
    assert leden(utrecht) == [("fatma@voorbeeld.nl", ["beheerder"], True), ("bram@voorbeeld.nl", ["lezer"], True)]
    assert client.post("/account/uitloggen/", {"next": link}).url == link


def test_who_is_logged_in_makes_no_account_for_somebody_else(client_for, link, bram):
    antwoord = client_for(bram).post(link, ACCOUNT)
    assert antwoord.status_code == 403
    assert list(Gebruiker.objects.filter(email="gijs@voorbeeld.nl")) == []


def test_the_store_lets_in_nobody_but_the_invited(utrecht, uitnodiging, bram, lid):
    gijs = lid("gijs", is_active=False)
    assert [uitnodigingen.accept(uitnodiging=uitnodiging, door=wie) for wie in (bram, gijs)] == [False, False]
    assert rij_van(uitnodiging).aangenomen_op is None


def test_a_closed_account_is_told_whom_to_ask(client, utrecht, link, lid):
    lid("gijs", is_active=False)
    antwoorden = [client.get(link), client.post(link, ACCOUNT)]
    assert [(antwoord.status_code, kop(antwoord)) for antwoord in antwoorden] == [(403, "Uw account is gesloten")] * 2
    assert "Vertel dit aan Fatma (fatma@voorbeeld.nl)." in antwoorden[0].content.decode()
    assert len(leden(utrecht)) == 1


@pytest.mark.parametrize(
    ("eerder", "actief", "daarna"),
    [
        (["beleidsadviseur"], True, ["lezer", "teamcoach", "beleidsadviseur"]),
        (["beheerder"], False, ["lezer", "teamcoach"]),  # a role from before does not come back unseen
    ],
)
def test_an_existing_lidmaatschap(client_for, utrecht, uitnodiging, link, lid, eerder, actief, daarna):
    gijs = lid("gijs")
    LidmaatschapFactory(gemeente=utrecht, gebruiker=gijs, rollen=eerder, actief=actief)
    client_for(gijs).post(link)
    assert leden(utrecht)[1] == ("gijs@voorbeeld.nl", daarna, True)


# Links that let nobody in


def test_a_link_works_once_also_in_another_browser(client, utrecht, link):
    client.post(link, ACCOUNT)
    ander = Client()
    antwoorden = [ander.get(link), ander.post(link, ACCOUNT | {"naam": "Iemand anders"}), client.post(link)]
    assert [(antwoord.status_code, kop(antwoord)) for antwoord in antwoorden] == [
        (410, "Deze uitnodiging is al gebruikt")
    ] * 3
    assert Gebruiker.objects.get(email="gijs@voorbeeld.nl").naam == "Gijs de Vries"
    assert "_auth_user_id" not in ander.session


def test_who_looked_before_it_was_used_is_too_late(utrecht, uitnodiging, lid):
    gijs, daarna = lid("gijs"), {"uitnodiging": uitnodiging}
    assert [uitnodigingen.accept(**daarna, door=gijs) for _ in range(2)] == [True, False]
    assert uitnodigingen.accept_as_new(**daarna, naam="Gijs", wachtwoord=WACHTWOORD) is None
    assert len(spoor("uitnodiging_aangenomen")) == 1


def test_who_stopped_does_not_come_back_with_the_old_link(client, client_for, utrecht, uitnodiging, link):
    gijs = uitnodigingen.accept_as_new(uitnodiging=uitnodiging, naam="Gijs", wachtwoord=WACHTWOORD)
    with enter_scope(utrecht):
        Lidmaatschap.objects.filter(gebruiker=gijs).update(actief=False)
    assert client_for(gijs).post(link).status_code == 410
    assert leden(utrecht)[1] == ("gijs@voorbeeld.nl", ["lezer", "teamcoach"], False)


@pytest.mark.parametrize(
    ("sinds", "status"), [(timedelta(days=13, hours=23), 200), (timedelta(days=14), 410), (timedelta(days=99), 410)]
)
def test_a_link_works_for_fourteen_days(client, utrecht, uitnodiging, link, sinds, status):
    with enter_scope(utrecht):
        Uitnodiging.objects.update(verstuurd_op=timezone.now() - sinds)
    assert client.get(link).status_code == status
    assert client.post(link, ACCOUNT).status_code == (302 if status == 200 else 410)


def test_a_gemeente_that_stopped_lets_nobody_in(client, client_for, utrecht, uitnodiging, link, lid, els):
    archive_gemeente(gemeente=utrecht, door=els)
    antwoorden = [client.get(link), client.post(link, ACCOUNT), client_for(lid("gijs")).post(link)]
    assert [(antwoord.status_code, kop(antwoord)) for antwoord in antwoorden] == [
        (410, "Deze uitnodiging werkt niet meer")
    ] * 3
    assert len(leden(utrecht)) == 1


def forged(pk):
    """Tokens that were not made for this invitation by this site."""
    goed = uitnodigingen.token_van(Uitnodiging(pk=pk))
    zout = "bouwstenen.toegang.uitnodiging"
    yield from (f"{pk + 1}:{goed.partition(':')[2]}", f"{goed}x", goed[:-1], goed.swapcase(), str(pk), f"{pk}:", "x")
    yield Signer(salt="een.ander.zout").sign(str(pk))
    yield Signer(salt=zout, key="een-andere-sleutel").sign(str(pk))
    yield dumps(pk, salt=zout)
    yield Signer().sign(str(pk))
    yield from ("%00", "%ff", "é", "1:2:3", "-1:x", "9" * 400)


def test_a_forged_link_is_unknown(client, utrecht, uitnodiging):
    for token in forged(uitnodiging.pk):
        antwoorden = [client.get(f"/uitnodiging/{token}/"), client.post(f"/uitnodiging/{token}/", ACCOUNT)]
        assert (token, [antwoord.status_code for antwoord in antwoorden]) == (token, [404, 404])
    assert (len(leden(utrecht)), "Deze uitnodiging werkt niet" in kop(antwoorden[0])) == (1, True)


def test_a_signed_link_without_its_row_is_unknown(client, db):
    assert client.get(link_van(Uitnodiging(pk=999_999))).status_code == 404


@pytest.mark.parametrize("met_account", [False, True])
@pytest.mark.django_db(transaction=True)
def test_two_at_once_come_in_once(met_account):
    gemeente, samen = GemeenteFactory(slug="utrecht"), Barrier(2)
    with enter_scope(gemeente):
        rij = uitnodigingen.invite(gemeente=gemeente, **GIJS, door=GebruikerFactory())
    clients = [Client(), Client()]
    if met_account:
        gijs = GebruikerFactory(email=GIJS["email"])
        for client in clients:
            client.force_login(gijs)

    def come_in(client):
        try:
            samen.wait()
            return client.post(link_van(rij), ACCOUNT).headers.get("Location")
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        naar = list(pool.map(come_in, clients))
    assert naar.count("/utrecht/") == 1  # the other one is told that it was used
    assert leden(gemeente) == [(GIJS["email"], GIJS["rollen"], True)]
    assert len(spoor("uitnodiging_aangenomen")) == 1


@pytest.mark.django_db(transaction=True)
def test_two_gemeenten_invite_the_same_person_who_answers_both_at_once():
    gemeenten, samen, door = [GemeenteFactory() for _ in range(2)], Barrier(2), GebruikerFactory()

    def rij(gemeente):
        with enter_scope(gemeente):
            return uitnodigingen.invite(gemeente=gemeente, **GIJS, door=door)

    def come_in(uitnodiging):
        try:
            samen.wait()
            return Client().post(link_van(uitnodiging), ACCOUNT).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        statussen = list(pool.map(come_in, [rij(gemeente) for gemeente in gemeenten]))
    assert set(statussen) <= {302, 403}
    assert Gebruiker.objects.filter(email=GIJS["email"]).count() == 1


# Keeping the link to who got it


def test_a_link_is_in_no_trace_and_in_no_log(client, client_for, bram, link):
    console = logging.getLogger("django").handlers[0]
    oud = console.setStream(StringIO())
    try:
        assert client.post(link, ACCOUNT | {"password1": "kort"}).status_code == 422
        assert client_for(bram).post(link).status_code == 403
        gelogd = console.stream.getvalue()
    finally:
        console.setStream(oud)
    client.post(link, ACCOUNT)
    token = link.split("/")[2]
    sporen = str(list(Spoorregel.objects.values_list()))
    assert ("/uitnodiging/…/" in gelogd, token in gelogd, token in sporen) == (True, False, False)


def test_a_link_is_not_told_to_another_site(client, link):
    assert client.get(link)["Referrer-Policy"] == "same-origin"
