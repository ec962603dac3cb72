"""The pages that belong to no gemeente."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings as project

PROBES = """
import json, django
django.setup()
from django.test import Client
answers = [Client().get(f"/_healthz/{name}", headers={"host": "wijkteam.example.nl"}) for name in ("livez", "readyz")]
print(json.dumps([[answer.status_code, answer.text] for answer in answers]))
"""


def as_regels(response) -> dict[str, str]:
    return dict(regel.split(": ", 1) for regel in response.text.splitlines())


@pytest.mark.parametrize("adres", ["/privacy/", "/toegankelijkheid/"])
@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("wijkteam@example.nl", '<a href="mailto:wijkteam@example.nl">wijkteam@example.nl</a>'),
        ("https://example.nl/hulp", '<a href="https://example.nl/hulp" rel="nofollow">https://example.nl/hulp</a>'),
        ("", None),
    ],
)
def test_the_contact_of_the_settings_is_on_the_page(client, db, settings, adres, contact, link):
    settings.CONTACT = contact
    pagina = client.get(adres).text
    assert pagina.count("aan de beheerder van uw gemeente, of aan") == (1 if link else 0)
    assert not link or f"of aan {link}." in pagina


def test_the_pages_are_in_the_footer(client, db):
    voet = client.get("/account/inloggen/").text.partition("<footer")[2]
    assert '<a href="/privacy/">Privacy</a> <a href="/toegankelijkheid/">Toegankelijkheid</a>' in voet


def test_security_txt(client, db):
    response = client.get("/.well-known/security.txt", secure=True)
    regels = as_regels(response)
    over = datetime.fromisoformat(regels.pop("Expires")) - datetime.now(UTC)
    assert timedelta(days=30) < over < timedelta(days=365)
    assert (response.headers["Content-Type"], regels) == (
        "text/plain; charset=utf-8",
        {
            "Contact": "mailto:security@voorbeeld.nl",
            "Preferred-Languages": "nl, en",
            "Canonical": "https://testserver/.well-known/security.txt",
        },
    )


def test_security_txt_is_not_there_without_a_contact(client, db, settings):
    settings.SECURITY_CONTACT = ""
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize(("adres", "queries"), [("/_healthz/livez", 0), ("/_healthz/readyz", 1)])
def test_a_probe_costs_next_to_nothing(client, db, settings, django_assert_num_queries, adres, queries):
    """Also over plain HTTP when everything else is sent to HTTPS."""
    settings.SECURE_SSL_REDIRECT = True
    with django_assert_num_queries(queries):
        response = client.get(adres)
    assert (response.status_code, response.text, response.headers["Cache-Control"]) == (200, "ok", "no-store")
    assert not response.cookies


def test_probes_when_the_database_is_away(tmp_path):
    """As in production: a process of its own, whose database can't be opened. It lives, and is not ready."""
    variables = {
        "ALLOWED_HOSTS": "wijkteam.example.nl",
        "DATABASE_URL": f"sqlite:///{tmp_path}/is-niet-hier/wijkteam.sqlite3",
        "DJANGO_SETTINGS_MODULE": "wijkteam.settings",
        "HTTPS": "1",
    }
    command, environment = [sys.executable, "-c", PROBES], os.environ | variables
    process = subprocess.run(command, cwd=project.BASE_DIR, env=environment, capture_output=True, text=True, check=True)
    assert json.loads(process.stdout) == [[200, "ok"], [503, "unavailable"]]
