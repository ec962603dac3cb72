"""Behind a proxy the log-in limits count the visitor's address, so nobody can lock out everybody."""

import pytest
from allauth.account.adapter import get_adapter


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


def is_locked_out(client, ip: str, email: str) -> bool:
    """Whether one more failed log-in from this address is refused because of the earlier ones."""
    data = {"login": email, "password": "wrong"}
    response = client.post("/account/inloggen/", data, headers={"X-Forwarded-For": ip})
    [error] = response.context["form"].non_field_errors().as_data()
    return error.code == "too_many_login_attempts"


@pytest.mark.django_db
def test_one_attacker_does_not_lock_out_the_others(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    attempts = [is_locked_out(client, "198.51.100.66", f"{number}@example.nl") for number in range(12)]
    assert attempts == [False] * 10 + [True] * 2
    assert not is_locked_out(client, "203.0.113.9", "anna@example.nl")
