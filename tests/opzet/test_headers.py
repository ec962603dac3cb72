"""Every page carries the security headers, the admin and error pages included."""

import pytest

POLICY = "base-uri 'none'; default-src 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def headers(response) -> dict[str, str]:
    policy = "; ".join(sorted(response.headers["Content-Security-Policy"].split("; ")))
    return {name: response.headers.get(name) for name in HEADERS} | {"Content-Security-Policy": policy}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/account/inloggen/", "/beheer/login/", "/bestaat-niet/"])
def test_security_headers(client, path):
    assert headers(client.get(path)) == HEADERS


@pytest.mark.django_db
def test_hsts_and_secure_cookies_over_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 60
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    settings.CSRF_COOKIE_SECURE = True
    assert client.get("/account/inloggen/")["Location"] == "https://testserver/account/inloggen/"
    response = client.get("/account/inloggen/", secure=True)
    assert response["Strict-Transport-Security"] == "max-age=60; includeSubDomains"
    assert {name: bool(cookie["secure"]) for name, cookie in response.cookies.items()} == {"csrftoken": True}
