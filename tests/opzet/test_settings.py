"""The settings refuse to start half configured, and follow the environment."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {
    "ALLOWED_HOSTS": "wijkteam.example.nl",
    "DATABASE_URL": "sqlite://:memory:",
    "FORWARDED_PROTO_HEADER": "",
    "HTTPS": "1",
    "SECRET_KEY": "x" * 60,
    "TRUSTED_PROXY_COUNT": "0",
}


def start(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in a process of its own; variables that are set win over a `.env` that may lie in the project."""
    variables = os.environ | PRODUCTION | environment
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=settings.BASE_DIR, env=variables, capture_output=True, text=True, check=False)


def read(*names: str, **environment: str) -> list:
    """The values of settings in a process with these variables."""
    values = ", ".join(f"settings.{name}" for name in names)
    code = f"import json; from wijkteam import settings; print(json.dumps([{values}]))"
    process = start(code, **environment)
    assert process.stderr == ""
    return json.loads(process.stdout)


@pytest.mark.parametrize(
    ("variable", "sentence"),
    [
        ("SECRET_KEY", "SECRET_KEY is missing. Set it to a long random text"),
        ("ALLOWED_HOSTS", "ALLOWED_HOSTS is missing. Set it to the host names of this site"),
    ],
)
def test_a_missing_setting_stops_with_what_to_set(variable, sentence):
    process = start("import wijkteam.settings", **{variable: ""})
    assert process.returncode == 1
    assert sentence in process.stderr


def test_a_security_contact_is_an_address_as_rfc_9116_wants_it():
    process = start("import wijkteam.settings", SECURITY_CONTACT="security@example.nl")
    assert process.returncode == 1
    assert "SECURITY_CONTACT must start with mailto: or https://" in process.stderr


def test_production_is_https_only():
    names = ["SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "DEBUG"]
    assert read(*names) == [True, 31_536_000, True, True, False]


def test_without_https_only_loopback_names_are_served():
    names = ["ALLOWED_HOSTS", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE"]
    loopback = ["127.0.0.1", "localhost", "[::1]"]
    assert read(*names, HTTPS="0", ALLOWED_HOSTS="wijkteam.example.nl") == [loopback, False, 0, False]


def test_without_https_gunicorn_refuses_an_address_that_others_can_reach():
    process = start("import runpy; runpy.run_path('gunicorn.conf.py')", HTTPS="0", HOST="0.0.0.0")  # noqa: S104 — it is refused
    assert (process.returncode, process.stderr.strip()) == (
        1,
        "HTTPS=0 is for this computer only: set HOST=127.0.0.1, or set HTTPS=1 and ALLOWED_HOSTS.",
    )


def test_sqlite_has_the_production_options():
    [database] = read("DATABASES['default']['OPTIONS']")
    assert database == {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
    assert read("DATABASES['default']['CONN_MAX_AGE']") == [60]


def test_database_url_switches_to_postgresql():
    [database] = read("DATABASES['default']", DATABASE_URL="postgres://app:secret@127.0.0.1:5433/wijkteam")
    assert {key: database[key] for key in ("ENGINE", "NAME", "PORT", "CONN_MAX_AGE")} == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "wijkteam",
        "PORT": 5433,
        "CONN_MAX_AGE": 60,
    }


def test_postgresql_ends_a_wait_for_a_lock_and_leaves_other_options_alone():
    url = "postgres://app:secret@127.0.0.1:5433/wijkteam?sslmode=require"
    assert read("DATABASES['default']['OPTIONS']", DATABASE_URL=url) == [
        {"sslmode": "require", "options": "-c lock_timeout=10s -c statement_timeout=50s"}
    ]


def test_proxy_settings():
    names = ["ALLAUTH_TRUSTED_PROXY_COUNT", "CSRF_TRUSTED_ORIGINS", "SECURE_PROXY_SSL_HEADER"]
    variables = {
        "TRUSTED_PROXY_COUNT": "2",
        "CSRF_TRUSTED_ORIGINS": "https://a.example.nl,https://b.example.nl",
        "FORWARDED_PROTO_HEADER": "X-Forwarded-Proto",
    }
    expected = [2, ["https://a.example.nl", "https://b.example.nl"], ["HTTP_X_FORWARDED_PROTO", "https"]]
    assert read(*names, **variables) == expected


def test_mail_is_printed_until_a_mail_server_is_set():
    backends = [read("EMAIL_BACKEND", EMAIL_HOST=host)[0] for host in ("", "mail.example.nl")]
    assert backends == [f"django.core.mail.backends.{name}.EmailBackend" for name in ("console", "smtp")]


def test_what_weasyprint_quotes_of_a_document_stays_out_of_the_log():
    code = "import logging, django; django.setup(); logging.getLogger('weasyprint').error('An answer.')"
    productie, ontwikkeling = (start(code, DJANGO_SETTINGS_MODULE="wijkteam.settings", DEBUG=debug) for debug in "01")
    assert (productie.stderr, "An answer." in ontwikkeling.stderr) == ("", True)
