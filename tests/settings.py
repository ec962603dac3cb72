"""The production settings with the few changes that tests need; `.env` of the person who runs them plays no part."""

import os
import tempfile
from pathlib import Path

TEST_ENVIRONMENT = {
    "ALLOWED_HOSTS": "",
    "CONTACT": "",
    "DEBUG": "0",
    "DEMO": "1",
    "EMAIL_HOST": "",
    "FORWARDED_PROTO_HEADER": "",
    "HTTPS": "0",
    "CSRF_TRUSTED_ORIGINS": "",
    "SECRET_KEY": "only-for-tests-" + "x" * 50,
    "SECURITY_CONTACT": "mailto:security@voorbeeld.nl",
    "TRUSTED_PROXY_COUNT": "0",
}
os.environ.update(TEST_ENVIRONMENT)
os.environ.setdefault("DATABASE_URL", "sqlite:///var/test.sqlite3")  # `make test` sets it for its run on PostgreSQL

from wijkteam.settings import *  # noqa: E402, F403 — the environment must be set first
from wijkteam.settings import DATABASES, LOGGING, STORAGES  # noqa: E402 — for the same reason

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, for tests only
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
LOGGING = LOGGING | {"loggers": LOGGING["loggers"] | {"weasyprint": {}}}  # tests look at its warnings
WHITENOISE_AUTOREFRESH = True  # serve static/ as it is, without collectstatic
WHITENOISE_USE_FINDERS = True

# SQLite as a file with the production options: in memory threads share one connection and races fail half the time.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": Path(tempfile.gettempdir()) / f"wijkteam-test-{os.getpid()}.sqlite3"}
