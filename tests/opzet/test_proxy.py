"""Log-in limits count the visitor's address, also behind a proxy, and whoever guesses locks out nobody else."""

import pytest
from allauth.account.adapter import get_adapter
from django.core import mail
from django.core.cache import cache
from django.test import Client

STADHUIS = "203.0.113.9"  # everybody who works there comes from this address
THUIS = "192.0.2.7"
AANVALLER = "198.51.100.66"
WACHTWOORD = "oud-wachtwoord-123"
VERGETEN = "/account/wachtwoord-vergeten/"


def client_ip(rf, settings, proxies: int, forwarded: str) -> str:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = rf.get("/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR="10.0.0.1")
    return get_adapter(request).get_client_ip(request)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.9", "10.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.66, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.66, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (1, "", "10.0.0.1"),
    ],
)
def test_client_ip(rf, settings, proxies, forwarded, expected):
    """What a visitor makes up stands left in the header and is not believed."""
    assert client_ip(rf, settings, proxies, forwarded) == expected


@pytest.fixture(autouse=True)
def one_proxy(settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1


@pytest.fixture
def anna(anna):
    anna.set_password(WACHTWOORD)
    anna.save()
    return anna


def is_locked_out(ip: str, email: str, wachtwoord: str = "wrong") -> bool:
    """Whether one more log-in from this address is refused because of the earlier ones."""
    data = {"login": email, "password": wachtwoord}
    response = Client().post("/account/inloggen/", data, headers={"X-Forwarded-For": ip})
    if response.status_code == 302:
        return False
    [error] = response.context["form"].non_field_errors().as_data()
    return error.code == "too_many_login_attempts"


def guess(times: int, ip: str, email: str) -> list[bool]:
    return [is_locked_out(ip, email) for _ in range(times)]


def test_who_keeps_guessing_locks_out_no_colleague_and_nobody_elsewhere(anna):
    assert guess(120, STADHUIS, anna.email) == [False] * 10 + [True] * 110
    assert is_locked_out(STADHUIS, anna.email, WACHTWOORD)
    assert not is_locked_out(STADHUIS, "bram@voorbeeld.nl")
    assert not is_locked_out(THUIS, anna.email, WACHTWOORD)


def test_an_attacker_elsewhere_does_not_lock_out_the_owner(anna):
    guess(11, AANVALLER, anna.email)
    assert is_locked_out(AANVALLER, anna.email.upper(), WACHTWOORD)
    assert not is_locked_out(STADHUIS, anna.email, WACHTWOORD)


@pytest.mark.django_db
def test_who_tries_many_accounts_has_to_wait_too():
    attempts = [is_locked_out(AANVALLER, f"{number}@voorbeeld.nl") for number in range(102)]
    assert attempts == [False] * 100 + [True] * 2
    assert not is_locked_out(STADHUIS, "101@voorbeeld.nl")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("proxies", "forged"),
    [
        (0, "{n}.0.0.1"),
        (1, "{n}.0.0.1, 198.51.100.66"),
        (2, "{n}.0.0.1, 198.51.100.66, 10.0.0.2"),
        (1, "2001:db8::{n}"),  # one visitor has 2**64 of these
    ],
)
def test_who_makes_up_addresses_gains_nothing(settings, proxies, forged):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    attempts = [is_locked_out(forged.format(n=number), "anna@voorbeeld.nl") for number in range(1, 13)]
    assert attempts == [False] * 10 + [True] * 2


@pytest.mark.django_db
def test_filling_the_cache_wipes_no_counter():
    guess(10, AANVALLER, "anna@voorbeeld.nl")
    cache.set_many({f"zzz{number}": 1 for number in range(400)})
    assert is_locked_out(AANVALLER, "anna@voorbeeld.nl")


def test_a_new_password_ends_the_waiting(anna):
    guess(10, STADHUIS, anna.email)
    stadhuis = Client(headers={"X-Forwarded-For": STADHUIS})
    stadhuis.post(VERGETEN, {"email": anna.email})
    keuze = stadhuis.get(mail.outbox[0].body.split("http://testserver")[1].split()[0]).url
    stadhuis.post(keuze, {"password1": "nieuw-wachtwoord-1", "password2": "nieuw-wachtwoord-1"})
    assert not is_locked_out(STADHUIS, anna.email, "nieuw-wachtwoord-1")


def test_nobody_gets_a_heap_of_mails(anna, bram):
    stadhuis = Client(headers={"X-Forwarded-For": STADHUIS})
    answers = [stadhuis.post(VERGETEN, {"email": anna.email}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [302] * 3 + [429]
    assert [template.name for template in answers[-1].templates][:1] == ["429.html"]
    stadhuis.post(VERGETEN, {"email": bram.email})
    assert [bericht.to for bericht in mail.outbox] == [[anna.email]] * 3 + [[bram.email]]


def test_all_waiting_takes_the_quarter_of_an_hour_that_the_sentences_tell(settings):
    rates = [rate.split("/") for rates in settings.ACCOUNT_RATE_LIMITS.values() for rate in rates.split(",")]
    assert {window for _, window, _ in rates} == {"15m"}
    assert "Wacht een kwartier" in get_adapter().error_messages["too_many_login_attempts"]
