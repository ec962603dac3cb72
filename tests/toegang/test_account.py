"""The own account: name, e-mail address, gemeenten and log-ins, and every mail about it."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings as project
from django.core import mail
from django.template.loader import render_to_string

from bouwstenen.core.spoor import Daad, Spoorregel
from bouwstenen.toegang.store import account as store
from tests.catalogus.test_taal import WOORDEN
from tests.factories import LidmaatschapFactory

WACHTWOORD = "oud-wachtwoord-123"
ACCOUNT = "/uw-account/"
EMAIL = "/uw-account/e-mail/"
NIEUW = "anna@nieuw.nl"
MAILS = project.BASE_DIR / "templates" / "account" / "email"


@pytest.fixture
def als(client_for):
    """als(anna): her client; she has a password now."""

    def make(gebruiker):
        gebruiker.set_password(WACHTWOORD)
        gebruiker.save()
        return client_for(gebruiker)

    return make


def fouten(response) -> tuple[int, dict]:
    return response.status_code, response.context["form"].errors


def meldingen(response) -> list[str]:
    return [str(melding) for melding in response.context["messages"]]


def ask(client, email=NIEUW, wachtwoord=WACHTWOORD):
    return client.post(EMAIL, {"email": email, "wachtwoord": wachtwoord}, follow=True)


def link() -> str:
    """The path of the link in the last mail."""
    return re.search(r"http://testserver(/uw-account/\S+)", mail.outbox[-1].body)[1]


def posted() -> list[tuple[str, list[str]]]:
    """The subject and the address of each mail."""
    return [(bericht.subject, bericht.to) for bericht in mail.outbox]


# The page


def test_the_page_shows_who_you_are_and_where_you_work(client_for, daan, utrecht):
    response = client_for(daan).get(ACCOUNT)
    assert response.context["form"].initial == {"naam": "Daan"}
    assert [(g.slug, rollen) for g, rollen in response.context["gemeenten"]] == [
        ("utrecht", ["Teamcoach"]),
        ("zeist", ["Teamcoach"]),
    ]
    assert '<a href="/utrecht/">Utrecht</a>: teamcoach' in response.content.decode()


def test_a_gemeente_without_a_role_is_no_link(client_for, lid, utrecht):
    gijs = lid("gijs")
    LidmaatschapFactory(gemeente=utrecht, gebruiker=gijs, rollen=[])
    inhoud = client_for(gijs).get(ACCOUNT).content.decode()
    assert "Utrecht: u hebt nog geen rol." in inhoud
    assert 'href="/utrecht/"' not in inhoud


def test_the_page_takes_as_many_queries_for_one_gemeente_as_for_three(
    client_for, lid, utrecht, zeist, django_assert_num_queries, django_assert_max_num_queries
):
    een, drie = lid("een", (utrecht, "lezer")), lid("drie", (utrecht, "lezer"), (zeist, "lezer"))
    LidmaatschapFactory(gebruiker=drie)
    client = client_for(een)
    with django_assert_max_num_queries(10) as geteld:
        client.get(ACCOUNT)
    client = client_for(drie)
    with django_assert_num_queries(len(geteld)):
        client.get(ACCOUNT)


def test_the_header_leads_to_it(client_for, anna):
    assert (
        '<a class="wt-kop__persoon" href="/uw-account/">Anna</a>' in client_for(anna).get("/utrecht/").content.decode()
    )


def test_own_log_ins_are_shown_and_those_of_others_are_not(client, als, anna, bram):
    for gebruiker, wachtwoord in [(anna, "verkeerd"), (anna, WACHTWOORD), (bram, WACHTWOORD)]:
        als(gebruiker)
        client.post("/account/inloggen/", {"login": gebruiker.email, "password": wachtwoord})
        client.logout() if gebruiker == bram else None
    client.post("/account/inloggen/", {"login": anna.email, "password": WACHTWOORD})
    inlogs = client.get(ACCOUNT).context["inlogs"]
    assert [(inlog.oorsprong, inlog.gelukt) for inlog in inlogs] == [
        ("127.0.0.1", True), ("127.0.0.1", True), ("127.0.0.1", False),
    ]  # fmt: skip


# The name


def test_change_the_name(client_for, anna):
    response = client_for(anna).post(ACCOUNT, {"naam": " Anna\n van  Dam "}, follow=True)
    anna.refresh_from_db()
    assert (anna.naam, meldingen(response)) == ("Anna van Dam", ["Uw naam is opgeslagen."])
    regel = Spoorregel.objects.get(actie=Daad.HERNOEMD)
    assert (regel.object, regel.actor, regel.bijzonderheden) == (f"gebruiker:{anna.pk}", anna, "")


@pytest.mark.parametrize(
    ("naam", "fout"),
    [
        ("", "Vul uw naam in."),
        ("\x00\x07", "Vul uw naam in."),
        ("a" * 151, "Maak uw naam korter: er staan 151 tekens, 150 mag."),
    ],
)
def test_a_name_that_is_refused(client_for, anna, naam, fout):
    assert fouten(client_for(anna).post(ACCOUNT, {"naam": naam})) == (422, {"naam": [fout]})
    anna.refresh_from_db()
    assert anna.naam == "Anna"


# The e-mail address


def test_change_the_address(als, anna, client):
    mij = als(anna)
    response = ask(mij, email=" Anna@NIEUW.nl ")
    assert meldingen(response) == ["Er is een e-mail gestuurd naar anna@nieuw.nl. Open de link die daarin staat."]
    assert posted() == [("Bevestig uw nieuwe e-mailadres voor Wijkteam", [NIEUW])]

    adres = link()
    assert "Wilt u voortaan inloggen met anna@nieuw.nl?" in mij.get(adres).content.decode()
    anna.refresh_from_db()
    assert anna.email == "anna@voorbeeld.nl"  # a mail scanner follows links: looking changes nothing

    response = mij.post(adres, follow=True)
    assert meldingen(response) == ["Uw e-mailadres is gewijzigd. Log voortaan in met anna@nieuw.nl."]
    assert posted()[1:] == [("Uw e-mailadres voor Wijkteam is gewijzigd", ["anna@voorbeeld.nl"])]
    anna.refresh_from_db()
    assert anna.email == NIEUW
    regel = Spoorregel.objects.get(actie=Daad.EMAIL)
    assert (regel.object, regel.actor, regel.bijzonderheden) == (f"gebruiker:{anna.pk}", anna, "")


def test_until_it_is_confirmed_only_the_old_address_logs_in_and_then_only_the_new_one(als, anna, client_for):
    def logs_in() -> list[bool]:
        data = [{"login": email, "password": WACHTWOORD} for email in ("anna@voorbeeld.nl", NIEUW)]
        return [client_for(None).post("/account/inloggen/", een).status_code == 302 for een in data]

    mij = als(anna)
    ask(mij)
    assert logs_in() == [True, False]
    mij.post(link())
    assert logs_in() == [False, True]


def test_an_address_that_is_not_confirmed_gets_no_mail_about_the_password(als, anna, client):
    ask(als(anna))
    client.post("/account/wachtwoord-vergeten/", {"email": NIEUW})
    assert len(mail.outbox) == 1


def test_gebruiker_email_stays_the_only_address(als, anna, client):
    """A row of allauth's EmailAddress would log in too."""
    mij = als(anna)
    client.post("/account/inloggen/", {"login": anna.email, "password": WACHTWOORD})
    client.post("/account/wachtwoord-vergeten/", {"email": anna.email})
    ask(mij)
    mij.post(link())
    assert (len(mail.outbox), EmailAddress.objects.count()) == (3, 0)


def test_an_address_of_somebody_else_is_only_told_to_them(als, anna, carla):
    mij = als(anna)
    vrij = ask(mij)
    bezet = ask(mij, email="CARLA@voorbeeld.nl")
    assert meldingen(bezet) == [meldingen(vrij)[0].replace(NIEUW, carla.email)]
    assert posted()[1:] == [("Dit e-mailadres heeft al een account bij Wijkteam", [carla.email])]
    assert "/uw-account/" not in mail.outbox[-1].body


def test_two_who_confirm_the_same_address(als, anna, bram):
    clients = [als(anna), als(bram)]
    links = [ask(client) and link() for client in clients]
    eerste, tweede = [client.post(adres, follow=True) for client, adres in zip(clients, links, strict=True)]
    assert meldingen(eerste) == ["Uw e-mailadres is gewijzigd. Log voortaan in met anna@nieuw.nl."]
    assert (tweede.context["adres"], tweede.context["request"].user.email) == (None, "bram@voorbeeld.nl")
    bram.refresh_from_db()
    assert bram.email == "bram@voorbeeld.nl"


def change_password(anna, client):
    anna.set_password("ander-wachtwoord-123")
    anna.save()
    client.force_login(anna)


def log_in_as_somebody_else(anna, client):
    client.force_login(anna.__class__.objects.get(email="bram@voorbeeld.nl"))


def use_it(anna, client):
    client.post(link())


def use_another(anna, client):
    oud = mail.outbox[-1]
    ask(client, email="anna@anders.nl")
    client.post(link())
    mail.outbox.append(oud)


@pytest.mark.parametrize("eerst", [change_password, log_in_as_somebody_else, use_it, use_another])
def test_a_link_that_works_no_more(als, anna, bram, eerst):
    mij = als(anna)
    ask(mij)
    eerst(anna, mij)
    mail.outbox.append(next(bericht for bericht in mail.outbox if bericht.to == [NIEUW]))
    voor = list(anna.__class__.objects.order_by("pk").values_list("email", flat=True))
    response = mij.post(link())
    assert "Deze link werkt niet" in response.content.decode()
    assert list(anna.__class__.objects.order_by("pk").values_list("email", flat=True)) == voor


def test_a_link_that_is_too_old_or_made_up(als, anna, settings):
    token = store.email_token(anna, NIEUW)
    assert store.email_in_token(token, anna) == NIEUW
    assert store.email_in_token(token[:-1] + ("A" if token[-1] != "A" else "B"), anna) is None
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert store.email_in_token(token, anna) is None


def test_a_link_asks_to_log_in_first(client, als, anna):
    ask(als(anna))
    assert unquote(client.get(link()).url) == f"/account/inloggen/?next={link()}"


@pytest.mark.parametrize(
    ("velden", "fouten_"),
    [
        ({}, {"email": ["Vul een e-mailadres in, zoals naam@gemeente.nl."], "wachtwoord": ["Vul uw wachtwoord in."]}),
        ({"email": "anna"}, {"email": ["Vul een e-mailadres in, zoals naam@gemeente.nl."]}),
        ({"email": '"a\x0bb"@x.nl'}, {"email": ["Vul een e-mailadres in, zoals naam@gemeente.nl."]}),
        ({"email": "a@" + "ü" * 60 + ".nl"}, {"email": ["Vul een e-mailadres in, zoals naam@gemeente.nl."]}),
        ({"email": "a@x.nl\nBcc: evil@x.nl"}, {"email": ["Vul een e-mailadres in, zoals naam@gemeente.nl."]}),
        (
            {"email": f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.nl"},
            {"email": ["Maak het e-mailadres korter: er staan 307 tekens, 254 mag."]},
        ),
        (
            {"email": "ANNA@voorbeeld.nl"},
            {"email": ["Dit is het e-mailadres dat u nu hebt. Vul een ander e-mailadres in."]},
        ),
        ({"wachtwoord": "verkeerd"}, {"wachtwoord": ["Dit is niet uw wachtwoord. Vul het opnieuw in."]}),
    ],
)
def test_what_is_refused(als, anna, velden, fouten_):
    mij = als(anna)
    data = {"email": NIEUW, "wachtwoord": WACHTWOORD} | velden if velden else {}
    assert fouten(mij.post(EMAIL, data)) == (422, fouten_)
    assert mail.outbox == []


def test_who_guesses_the_password_here_has_to_wait(als, anna, bram):
    mij = als(anna)
    statussen = [mij.post(EMAIL, {"email": NIEUW, "wachtwoord": "verkeerd"}).status_code for _ in range(11)]
    assert statussen == [422] * 10 + [429]
    assert "Wacht een kwartier" in ask(mij).content.decode()
    assert ask(als(bram)).status_code == 200


# The mails


def break_mail_server(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 1


def test_without_a_mail_server_no_link_is_promised(als, anna, settings):
    mij = als(anna)
    break_mail_server(settings)
    antwoord = ask(mij)
    assert fouten(antwoord) == (422, {"__all__": ["De e-mail kon niet worden verstuurd. Probeer het later opnieuw."]})


def test_without_a_mail_server_the_rest_works_and_tells_nobody_who_has_an_account(als, anna, client, settings):
    mij = als(anna)
    ask(mij)
    break_mail_server(settings)
    vergeten = [client.post("/account/wachtwoord-vergeten/", {"email": een}) for een in (anna.email, "niemand@x.nl")]
    assert [antwoord.status_code for antwoord in vergeten] == [302, 302]
    mij.post(link())
    anna.refresh_from_db()
    assert anna.email == NIEUW


def test_mails_about_the_password(als, anna, client):
    client.post("/account/wachtwoord-vergeten/", {"email": anna.email})
    adres = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    nieuw = {"password1": "nieuw-wachtwoord-1", "password2": "nieuw-wachtwoord-1"}
    client.post(client.get(adres).url, nieuw)
    als(anna).post("/account/wachtwoord/", nieuw | {"oldpassword": WACHTWOORD})
    assert posted() == [
        ("Kies een nieuw wachtwoord voor Wijkteam", [anna.email]),
        ("Uw wachtwoord voor Wijkteam is gewijzigd", [anna.email]),
        ("Uw wachtwoord voor Wijkteam is gewijzigd", [anna.email]),
    ]


def mail_teksten() -> dict[str, str]:
    """Every mail that we have words for."""
    context = {"nieuw": NIEUW, "link": "LINK", "password_reset_url": "LINK", "ip": "192.0.2.1"}
    return {pad.name: render_to_string(f"account/email/{pad.name}", context).strip() for pad in MAILS.iterdir()}


def english(tekst: str) -> bool:
    return bool(re.search(r"\b(you|your|the|this|please|hello|password|link is|click|thank)\b", tekst, re.IGNORECASE))


def test_every_mail_is_in_our_words():
    teksten = mail_teksten()
    namen = {Path(naam).stem.removesuffix("_message").removesuffix("_subject") for naam in teksten}
    assert set(teksten) == {f"{naam}_{deel}.txt" for naam in namen for deel in ("subject", "message")}
    verkeerd = {naam for naam, tekst in teksten.items() if not tekst or english(tekst) or WOORDEN.search(tekst)}
    assert verkeerd == set()


def test_the_guard_bites():
    assert english("Click to reset your password") and WOORDEN.search("Kies je wachtwoord")
    assert not english("Kies een nieuw wachtwoord")


def test_mails_say_how_long_a_link_works(settings):
    werkt = [naam for naam, tekst in mail_teksten().items() if "De link werkt drie dagen" in tekst]
    assert sorted(werkt) == ["email_change_message.txt", "password_reset_key_message.txt"]
    assert settings.PASSWORD_RESET_TIMEOUT == 3 * 24 * 60 * 60
