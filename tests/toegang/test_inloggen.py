"""What an attacker tries at the door: at log-in, log-out and a new password."""

from urllib.parse import quote_plus

import pytest
from allauth.account.adapter import get_adapter
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core import mail
from django.db import transaction
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bouwstenen.toegang import allauth_urls

WACHTWOORD = "oud-wachtwoord-123"
NIEUW = {"password1": "nieuw-wachtwoord-1", "password2": "nieuw-wachtwoord-1"}
INLOGGEN = "/account/inloggen/"
VERGETEN = "/account/wachtwoord-vergeten/"
KIEZEN = "the page behind the link of VERGETEN"


@pytest.fixture
def anna(anna):
    anna.set_password(WACHTWOORD)
    anna.save()
    return anna


def log_in(client, gebruiker, wachtwoord=WACHTWOORD, **velden):
    return client.post(INLOGGEN, {"login": gebruiker.email, "password": wachtwoord} | velden)


def link() -> str:
    """The path of the link in the last mail."""
    return mail.outbox[-1].body.split("http://testserver")[1].split()[0]


def ask_link(gebruiker) -> str:
    Client().post(VERGETEN, {"email": gebruiker.email})
    return link()


def works(adres: str) -> bool:
    """Whether this link lets somebody choose a password."""
    return Client().get(adres).status_code == 302


# Pages


def default_pages(response) -> list[str]:
    """The templates of this page that came with allauth."""
    return [t.name for t in response.templates if t.origin and "site-packages/allauth" in t.origin.name]


@pytest.mark.django_db
def test_every_page_of_allauth_is_in_our_look(anna, client_for):
    seen = {}
    for pattern in allauth_urls.urlpatterns:
        kwargs = dict.fromkeys(pattern.pattern.regex.groupindex, "1")
        for gebruiker in (None, anna):
            for method in ("get", "post"):
                response = getattr(client_for(gebruiker), method)(reverse(pattern.name, kwargs=kwargs), follow=True)
                seen[pattern.name, method, bool(gebruiker)] = response
    adres = client_for(None).get(ask_link(anna), follow=True)
    assert [t.name for t in adres.templates][:1] == ["account/password_reset_from_key.html"]
    standaard = {wat: default_pages(response) for wat, response in seen.items() if default_pages(response)}
    assert standaard == {}
    assert {response.status_code for response in seen.values()} == {200, 405, 422}


def test_the_guard_bites():
    class Response:
        templates = (get_template("account/signup.html").template,)

    assert default_pages(Response) == ["account/signup.html"]


@pytest.mark.django_db
@pytest.mark.parametrize("pad", [INLOGGEN, "/account/wachtwoord/"])
def test_the_way_to_a_new_password_is_below_the_button(client_for, anna, pad):
    inhoud = client_for(anna if pad != INLOGGEN else None).get(pad).content.decode()
    knop, vergeten = inhoud.index('<button type="submit"'), inhoud.index("Wachtwoord vergeten?")
    assert (knop < vergeten, inhoud.count("Wachtwoord vergeten?")) == (True, 1)


# Sessions


def test_log_in_gives_another_session_and_keeps_what_was_in_it(client, anna):
    """An attacker may have planted the session; who was logged out may have typed something in it."""
    sessie = client.session
    sessie["getypt"] = "Dichtbij"
    sessie.save()
    client.cookies["sessionid"] = sessie.session_key
    log_in(client, anna)
    nieuw = client.session
    assert (nieuw["getypt"], nieuw[SESSION_KEY]) == ("Dichtbij", str(anna.pk))
    assert nieuw.session_key != sessie.session_key
    assert not sessie.exists(sessie.session_key)


def test_log_in_forgets_sessions_that_are_over(client, anna):
    over, nog_niet = (SessionStore({"getypt": "Dichtbij"}) for _ in range(2))
    over.set_expiry(-1)
    for sessie in (over, nog_niet):
        sessie.create()
        sessie.save()
    log_in(client, anna)
    assert [SessionStore().exists(sessie.session_key) for sessie in (over, nog_niet)] == [False, True]


def logged_in(client) -> bool:
    return client.get("/utrecht/").status_code == 200


def test_another_password_ends_the_sessions_on_other_devices(client_for, anna):
    hier, elders = client_for(anna), client_for(anna)
    response = hier.post("/account/wachtwoord/", NIEUW | {"oldpassword": WACHTWOORD})
    assert response.url == "/uw-account/"
    assert [logged_in(hier), logged_in(elders)] == [True, False]


def test_a_password_chosen_by_mail_ends_every_session(client, client_for, anna):
    elders = client_for(anna)
    client.post(client.get(ask_link(anna)).url, NIEUW)
    assert [logged_in(client), logged_in(elders)] == [False, False]


def test_log_out_ends_the_session(client, anna):
    log_in(client, anna)
    sleutel = client.session.session_key
    client.post("/account/uitloggen/")
    client.cookies["sessionid"] = sleutel
    assert not logged_in(client)


def test_cookies_can_not_be_read_by_scripts_or_sent_by_other_sites(client, anna, settings):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True  # as with HTTPS=1, see opzet/test_settings.py
    client.get(INLOGGEN, secure=True)
    client.post(INLOGGEN, {"login": anna.email, "password": WACHTWOORD}, secure=True)
    seen = {naam: (c["httponly"], c["samesite"], c["secure"]) for naam, c in client.cookies.items()}
    assert seen == dict.fromkeys(["csrftoken", "sessionid"], (True, "Lax", True))


# Where it sends people

ELDERS = [
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "http:evil.example",
    "javascript:alert(1)",
    "data:text/html,hoi",
    "\x00//evil.example",
    "\t//evil.example",
    "//[",
    "http://testserver@evil.example",
    "/" + "a" * 20_000,
]


@pytest.mark.parametrize("elders", ELDERS)
def test_nobody_is_sent_to_another_site(client, anna, elders):
    assert log_in(client, anna, next=elders).url == "/"
    assert client.get(INLOGGEN, {"next": elders}).url == "/"
    assert client.post("/account/uitloggen/", {"next": elders}).url == INLOGGEN


@pytest.mark.parametrize("pad", ["/utrecht/?a=b", "/%00", "/a\r\nSet-Cookie: a=b"])
def test_a_path_of_this_site_is_followed_and_adds_no_header(client, anna, pad):
    response = log_in(client, anna, next=pad)
    assert (response.status_code, response.url.startswith("/"), "\n" in response.url) == (302, True, False)
    assert "a" not in response.cookies


# Passwords by mail


def test_the_link_is_for_a_name_of_this_site_only(client, anna):
    response = client.post(VERGETEN, {"email": anna.email}, headers={"Host": "evil.example"})
    assert (response.status_code, mail.outbox) == (400, [])


def test_a_header_that_names_another_host_is_not_believed(client, anna):
    client.post(VERGETEN, {"email": anna.email}, headers={"X-Forwarded-Host": "evil.example"})
    assert "evil" not in mail.outbox[0].body


@pytest.mark.django_db
def test_a_field_adds_no_header_to_a_mail(client, anna):
    response = client.post(VERGETEN, {"email": f"{anna.email}\nBcc: evil@x.nl"})
    assert (response.status_code, mail.outbox) == (422, [])


def test_a_link_works_once(client, anna):
    adres = ask_link(anna)
    assert works(adres)
    client.post(client.get(adres).url, NIEUW)
    assert not works(adres)


@pytest.mark.parametrize("veld", ["email", "password"])
def test_a_link_works_no_more_after_another_address_or_password(anna, veld):
    adres = ask_link(anna)
    setattr(anna, veld, "anders@voorbeeld.nl")
    anna.save()
    assert not works(adres)


@pytest.mark.django_db
@pytest.mark.parametrize("uid", ["zzzzzzzzzzzzz", "z" * 200, "0", "1"])
def test_a_made_up_link_says_so(client, uid):
    assert client.get(f"{VERGETEN}{uid}-geen-sleutel/").context["token_fail"]


def test_who_asks_for_a_link_does_not_learn_who_has_an_account(anna, lid):
    gesloten = lid("gesloten", is_active=False)
    adressen = [anna.email, gesloten.email, "niemand@voorbeeld.nl"]
    antwoorden = [Client().post(VERGETEN, {"email": adres}, follow=True) for adres in adressen]
    assert len({(a.status_code, a.redirect_chain[0], a.content) for a in antwoorden}) == 1
    assert [bericht.to for bericht in mail.outbox] == [[anna.email]]


# Accounts


def test_a_closed_account_tells_so_only_to_who_knows_the_password(client, anna):
    def answers(email: str, wachtwoord: str) -> tuple:
        response = client.post(INLOGGEN, {"login": email, "password": wachtwoord})
        form = response.context["form"] if response.context else None
        return response.status_code, form.errors if form else response.url

    onbekend = answers("niemand@voorbeeld.nl", "verkeerd")
    assert (onbekend[0], answers(anna.email, "verkeerd")) == (422, onbekend)
    anna.is_active = False
    anna.save()
    assert answers(anna.email, "verkeerd") == onbekend
    assert answers(anna.email, WACHTWOORD) == (302, "/account/gesloten/")
    assert not logged_in(client)


def test_nobody_signs_up(rf):
    assert [p.name for p in allauth_urls.urlpatterns if "signup" in p.name] == []
    assert not get_adapter().is_open_for_signup(rf.get("/"))


# Anything at all in any field

FORMULIEREN = {
    INLOGGEN: ["login", "password", "next"],
    "/account/uitloggen/": ["next"],
    "/account/wachtwoord/": ["oldpassword", "password1", "password2", "next"],
    VERGETEN: ["email", "next"],
    KIEZEN: ["password1", "password2", "next"],
    "/uw-account/": ["naam"],
    "/uw-account/e-mail/": ["email", "wachtwoord"],
}
OPEN = (INLOGGEN, VERGETEN, KIEZEN)
LANG = "a" * 10**6
TEKST = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(categories=["Cs", "Cc", "Zl", "Zp"]), max_size=5),
    st.emails(),
    st.sampled_from([LANG, "\x00", f"{LANG}@voorbeeld.nl", "a@voorbeeld.nl", WACHTWOORD, "nieuw-wachtwoord-1", "//["]),
)


def body(velden: list[tuple[str, str]]) -> str:
    """A form as a browser of an attacker sends it: also bytes that are no text."""
    return "&".join(f"{naam}={quote_plus(waarde.encode('utf-8', 'surrogatepass'))}" for naam, waarde in velden)


@pytest.mark.parametrize("pad", FORMULIEREN)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
@example(data=None)
def test_no_form_breaks(pad, anna, settings, data):
    settings.ACCOUNT_RATE_LIMITS = False
    velden = [(veld, LANG) for veld in FORMULIEREN[pad] * 2]
    if data:
        velden = data.draw(st.lists(st.tuples(st.sampled_from(FORMULIEREN[pad]), TEKST), max_size=6))
    with transaction.atomic():
        client = Client()
        if pad not in OPEN:
            client.force_login(anna)
        hier = client.get(ask_link(anna)).url if pad == KIEZEN else pad
        response = client.post(hier, body(velden), content_type="application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    assert response.status_code in (200, 302, 422)
