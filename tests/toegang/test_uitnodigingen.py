"""Invitations: who sends them, what the mail says, and that nothing that is typed breaks it."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Gebruiker, Gemeente, Uitnodiging
from bouwstenen.toegang.store import archive_gemeente, uitnodigingen
from tests.factories import GebruikerFactory, GemeenteFactory
from tests.toegang.uitnodigen import (
    ACCOUNT,
    GIJS,
    LEDEN,
    WACHTWOORD,
    alle,
    leden,
    link_uit,
    link_van,
    meldingen,
    spoor,
)

# Inviting


def test_a_beheerder_invites_by_mail(beheer, utrecht, fatma):
    antwoord = beheer.post(LEDEN, GIJS | {"email": " Gijs@Voorbeeld.NL"}, follow=True)
    assert meldingen(antwoord) == ["De uitnodiging is verstuurd naar gijs@voorbeeld.nl."]
    assert alle(utrecht) == [("gijs@voorbeeld.nl", ["lezer", "teamcoach"], "open")]
    [rij] = antwoord.context["uitnodigingen"]
    assert spoor("uitgenodigd") == [
        ("uitgenodigd", f"uitnodiging:{rij.pk}", "fatma@voorbeeld.nl", "gelukt", "lezer, teamcoach")
    ]
    [bericht] = mail.outbox
    tot = timezone.localtime(rij.verstuurd_op + timedelta(days=14))
    assert (bericht.to, bericht.reply_to) == (["gijs@voorbeeld.nl"], ["fatma@voorbeeld.nl"])
    assert bericht.subject == "Fatma nodigt u uit voor de wijkteams van Utrecht"
    assert link_uit(bericht) == link_van(rij)
    assert f"tot {date_format(tot, 'j F Y')} om {tot:%H:%M} uur" in bericht.body
    for zin in ("Fatma nodigt u uit", "Uw rol: Lezer, Teamcoach.", "Verwachtte u dit niet? Dan hoeft u niets te doen."):
        assert bericht.body.count(zin) == 1


@pytest.mark.parametrize(
    ("data", "fouten"),
    [
        ({}, {"email": "Vul een e-mailadres in, zoals naam@gemeente.nl.", "rollen": "Kies minstens één rol."}),
        (GIJS | {"email": "gijs"}, {"email": "Vul een e-mailadres in, zoals naam@gemeente.nl."}),
        (
            GIJS | {"email": f"{'g' * 60}@{'v' * 60}.{'v' * 60}.{'v' * 60}.{'v' * 60}.nl"},
            {"email": "Maak het e-mailadres korter: er staan 307 tekens, 254 mag."},
        ),
        (GIJS | {"rollen": ["is_staff"]}, {"rollen": "Kies rollen uit de lijst."}),
        (
            GIJS | {"email": "FATMA@voorbeeld.nl"},
            {"email": "Deze persoon is al lid. Klik in de lijst op de naam als u de rollen wilt wijzigen."},
        ),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_sent(beheer, utrecht, data, fouten):
    antwoord = beheer.post(LEDEN, data)
    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors == {veld: [fout] for veld, fout in fouten.items()}
    assert (alle(utrecht), mail.outbox) == ([], [])


@pytest.mark.parametrize(
    "extra", ["\r\nBcc: kwaad@voorbeeld.nl", "\nBcc: kwaad@voorbeeld.nl", "%0aBcc: x@x.nl", "\x00"]
)
def test_no_headers_through_the_address(beheer, utrecht, extra):
    beheer.post(LEDEN, GIJS | {"email": f"gijs@voorbeeld.nl{extra}"})
    assert [ontvanger for bericht in mail.outbox for ontvanger in bericht.recipients()] in ([], ["gijs@voorbeeld.nl"])
    with enter_scope(utrecht), pytest.raises(ValidationError):
        uitnodigingen.invite(
            gemeente=utrecht, email="gijs@voorbeeld.nl\r\nBcc: x@x.nl", rollen=["lezer"], door=GebruikerFactory()
        )


@pytest.mark.parametrize("eind", ["\r\n", "\n", "\r", "\x0b", "\u2028"])
def test_no_headers_through_a_name(db, client_for, lid, eind):
    gemeente = GemeenteFactory(slug="utrecht", naam=f"Utrecht{eind}Bcc: kwaad@voorbeeld.nl")
    beheerder = lid("fatma", (gemeente, "beheerder"))
    Gebruiker.objects.filter(pk=beheerder.pk).update(naam=f"Fatma{eind}Bcc: kwaad@voorbeeld.nl")
    client_for(beheerder).post(LEDEN, GIJS)
    [bericht] = mail.outbox
    assert bericht.recipients() == ["gijs@voorbeeld.nl"]
    namen = "Fatma Bcc: kwaad@voorbeeld.nl nodigt u uit voor de wijkteams van Utrecht Bcc: kwaad@voorbeeld.nl"
    assert (bericht.subject, bericht.message()["Bcc"]) == (namen, None)


def test_when_the_mail_server_fails_the_invitation_stays(beheer, utrecht, settings):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        "127.0.0.1",
        1,
    )
    antwoord = beheer.post(LEDEN, GIJS, follow=True)
    assert meldingen(antwoord) == [
        "De uitnodiging voor gijs@voorbeeld.nl is bewaard, maar de e-mail is niet verstuurd. "
        "Wacht even en klik dan bij deze uitnodiging op ‘Opnieuw versturen’."
    ]
    assert alle(utrecht) == [("gijs@voorbeeld.nl", ["lezer", "teamcoach"], "open")]


def test_a_newer_invitation_takes_the_place_of_the_older(beheer, client, utrecht):
    beheer.post(LEDEN, GIJS)
    beheer.post(LEDEN, {"email": "GIJS@voorbeeld.nl", "rollen": ["beheerder"]})
    assert alle(utrecht) == [
        ("gijs@voorbeeld.nl", ["lezer", "teamcoach"], "ingetrokken"),
        ("gijs@voorbeeld.nl", ["beheerder"], "open"),
    ]
    assert [client.get(link_uit(bericht)).status_code for bericht in mail.outbox] == [410, 200]


def test_sent_again_with_a_new_link(beheer, client, utrecht, uitnodiging, link):
    with enter_scope(utrecht):
        Uitnodiging.objects.update(verstuurd_op=timezone.now() - timedelta(days=20))
    assert "De link is verlopen." in beheer.get(LEDEN).content.decode()
    antwoord = beheer.post(LEDEN, {"actie": "opnieuw", "uitnodiging": uitnodiging.pk}, follow=True)
    assert meldingen(antwoord) == ["De uitnodiging is verstuurd naar gijs@voorbeeld.nl."]
    assert [stand for *_, stand in alle(utrecht)] == ["ingetrokken", "open"]
    assert [client.get(een).status_code for een in (link, link_uit(mail.outbox[0]))] == [410, 200]


def test_withdrawn(beheer, client, utrecht, uitnodiging, link):
    antwoord = beheer.post(LEDEN, {"actie": "intrekken", "uitnodiging": uitnodiging.pk}, follow=True)
    assert meldingen(antwoord) == ["De uitnodiging voor gijs@voorbeeld.nl is ingetrokken. De link werkt niet meer."]
    assert list(antwoord.context["uitnodigingen"]) == []
    assert (client.post(link, ACCOUNT).status_code, leden(utrecht)) == (
        410,
        [("fatma@voorbeeld.nl", ["beheerder"], True)],
    )
    assert spoor("uitnodiging_ingetrokken") == [
        ("uitnodiging_ingetrokken", f"uitnodiging:{uitnodiging.pk}", "fatma@voorbeeld.nl", "gelukt", "")
    ]


@pytest.mark.parametrize("actie", ["opnieuw", "intrekken"])
def test_only_what_waits_here_is_sent_again_or_withdrawn(beheer, client_for, utrecht, zeist, uitnodiging, lid, actie):
    gijs = lid("gijs", (zeist, "beheerder"))
    for client, pad, pk in (
        (client_for(gijs), "/zeist/leden/", uitnodiging.pk),
        (beheer, LEDEN, "9" * 30),
        (beheer, LEDEN, "x"),
        (beheer, LEDEN, ""),
    ):
        antwoord = client.post(pad, {"actie": actie, "uitnodiging": pk}, follow=True)
        assert meldingen(antwoord) == ["Deze uitnodiging staat niet meer open. Er is niets veranderd."]
    assert [stand for *_, stand in alle(utrecht)] == ["open"]


@pytest.mark.parametrize("doe", [uitnodigingen.invite_again, uitnodigingen.withdraw])
def test_what_was_accepted_a_moment_ago_stays_so(utrecht, uitnodiging, fatma, doe):
    uitnodigingen.accept_as_new(uitnodiging=uitnodiging, naam="Gijs", wachtwoord=WACHTWOORD)
    with enter_scope(utrecht):
        assert not doe(uitnodiging=uitnodiging, door=fatma)
    assert [stand for *_, stand in alle(utrecht)] == ["gebruikt"]


# The first beheerder


def test_the_platform_beheerder_invites_the_first_beheerder(client_for, els, client):
    gemeente = GemeenteFactory(slug="zeist", naam="Zeist")
    beheer, pad = client_for(els), f"/beheer/bouwstenen/gemeente/{gemeente.pk}/uitnodigen/"
    assert f'href="{pad}"' in beheer.get(f"/beheer/bouwstenen/gemeente/{gemeente.pk}/change/").content.decode()
    pagina = beheer.get(pad)
    assert pagina.context["form"]["rollen"].value() == ["beheerder"]
    assert beheer.post(pad, {"email": "gijs"}).status_code == 422
    antwoord = beheer.post(pad, {"email": "gijs@voorbeeld.nl", "rollen": ["beheerder"]}, follow=True)
    assert antwoord.redirect_chain == [(f"/beheer/bouwstenen/gemeente/{gemeente.pk}/change/", 302)]
    assert meldingen(antwoord) == ["De uitnodiging is verstuurd naar gijs@voorbeeld.nl."]
    client.post(link_uit(mail.outbox[0]), ACCOUNT)
    assert (leden(gemeente), client.get("/zeist/leden/").status_code) == (
        [("gijs@voorbeeld.nl", ["beheerder"], True)], 200,
    )  # fmt: skip


def test_a_member_of_another_gemeente_can_become_beheerder(client_for, els, utrecht, carla):
    pad = f"/beheer/bouwstenen/gemeente/{utrecht.pk}/uitnodigen/"
    assert client_for(els).post(pad, {"email": carla.email, "rollen": ["beheerder"]}).status_code == 302
    client_for(carla).post(link_uit(mail.outbox[0]))
    assert leden(utrecht) == [("carla@voorbeeld.nl", ["beheerder"], True)]


def test_nobody_is_invited_to_a_gemeente_that_stopped_or_is_unknown(client_for, els, utrecht):
    archive_gemeente(gemeente=utrecht, door=els)
    beheer = client_for(els)
    assert "uitnodigen/" not in beheer.get(f"/beheer/bouwstenen/gemeente/{utrecht.pk}/change/").content.decode()
    for pk in (utrecht.pk, 0, "9" * 30):
        assert beheer.post(f"/beheer/bouwstenen/gemeente/{pk}/uitnodigen/", GIJS).status_code == 404
    assert alle(utrecht) == []


@pytest.mark.parametrize("rol", ["lezer", "teamcoach", "beleidsadviseur", "beheerder"])
def test_the_admin_is_not_for_members(client_for, utrecht, lid, rol):
    client = client_for(lid("gijs", (utrecht, rol)))
    assert client.post(f"/beheer/bouwstenen/gemeente/{utrecht.pk}/uitnodigen/", GIJS).status_code == 403
    assert alle(utrecht) == []


# Whatever is typed

TEKST = st.text(max_size=60) | st.sampled_from(["gijs@voorbeeld.nl", "a@b", "a@\u0130.nl", "x" * 400, "é@é.nl", "\r\n"])
HYPOTHESIS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@HYPOTHESIS
@given(
    email=TEKST | st.emails(), rollen=st.lists(st.sampled_from(["lezer", "beheerder"]) | TEKST, max_size=4), actie=TEKST
)
def test_the_form_to_invite_never_breaks(beheer, email, rollen, actie):
    antwoord = beheer.post(LEDEN, {"email": email, "rollen": rollen, "actie": actie, "uitnodiging": actie})
    assert antwoord.status_code in (302, 422)
    assert all("\n" not in kop for bericht in mail.outbox for kop in (bericht.subject, *bericht.to))


@HYPOTHESIS
@given(naam=TEKST, een=TEKST, twee=TEKST)
def test_the_form_to_make_an_account_never_breaks(link, naam, een, twee):
    antwoord = Client().post(link, {"naam": naam, "password1": een, "password2": twee})
    assert antwoord.status_code in (302, 410, 422)


@HYPOTHESIS
@given(token=st.text(min_size=1, max_size=80))
def test_a_token_never_breaks(db, token):
    assert Client().get(f"/uitnodiging/{quote(token, safe='')}/").status_code in (302, 404)


def test_gemeenten_have_their_own_invitations(utrecht, zeist, uitnodiging):
    assert Gemeente.objects.filter(uitnodiging=uitnodiging.pk).get() == utrecht
    assert alle(zeist) == []
