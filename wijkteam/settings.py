"""Settings, all from the environment or from `.env`; README lists every variable.

The safe choice is the default: without any variable the site insists on HTTPS and stops until it knows its names.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]

env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)  # a variable that is already set wins


# What kind of installation is this?

DEBUG = env.bool("DEBUG", False)
DEMO = env.bool("DEMO", False)  # allows the voorbeelden and their accounts, whose passwords are public
HTTPS = env.bool("HTTPS", True)

SECRET_KEY = env.str("SECRET_KEY", "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is missing. Set it to a long random text, for example the output of: "
        'python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
    )

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", []) if HTTPS else LOOPBACK
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "ALLOWED_HOSTS is missing. Set it to the host names of this site, separated by commas, "
        "for example ALLOWED_HOSTS=wijkteam.example.nl. (For a try on your own computer: set HTTPS=0.)"
    )


# Behind a proxy

# Number of proxies in front of the site. Log-in limits count per address. Too low: all behind the proxy share one
# address and a single attacker locks out all. Too high: an attacker can make up addresses.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [])
if FORWARDED_PROTO_HEADER := env.str("FORWARDED_PROTO_HEADER", ""):
    SECURE_PROXY_SSL_HEADER = ("HTTP_" + FORWARDED_PROTO_HEADER.upper().replace("-", "_"), "https")


# The app

ROOT_URLCONF = "wijkteam.urls"
WSGI_APPLICATION = "wijkteam.wsgi.application"
AUTH_USER_MODEL = "bouwstenen.Gebruiker"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "bouwstenen",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "bouwstenen.toegang.middleware.DeurMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,  # Django caches compiled templates by itself; crispy is five times slower without that
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # our widgets have templates of their own
CRISPY_ALLOWED_TEMPLATE_PACKS = "nlds"
CRISPY_TEMPLATE_PACK = "nlds"
CRISPY_FAIL_SILENTLY = False

# A page may hold a text of 100,000 characters and a table of 200 rows.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["bouwstenen.core.upload.BeginHandler"]  # a logo is the one file that is asked for
DATA_UPLOAD_MAX_NUMBER_FILES = 5


# Database and cache

DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{BASE_DIR}/var/wijkteam.sqlite3")}
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}  # opening one takes longer than many a query
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON;",
        "transaction_mode": "IMMEDIATE",  # two writers wait for each other instead of failing halfway
        "timeout": 20,
    }
else:
    # Whoever waits too long for a lock gets a page with the typed text, instead of a page that never comes.
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c lock_timeout=10s -c statement_timeout=50s"

# Work that takes longer than a visitor likes to wait, done by `manage.py documentenmaker`.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
RENDER_WORKERS = env.int("RENDER_WORKERS", 1)

# Log-in limits are counted here: shared by all processes and kept at a restart. A full cache throws rows away, so with
# the standard 300 an attacker would wipe the counters by guessing at 300 accounts.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}


# Log-in

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"
SESSION_COOKIE_AGE = 12 * 60 * 60  # one working day

ACCOUNT_ADAPTER = "bouwstenen.toegang.adapters.AccountAdapter"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # a reset asked for an unknown address mails nobody
ACCOUNT_FORMS = {
    "change_password": "bouwstenen.toegang.forms.WachtwoordWijzigenForm",
    "login": "bouwstenen.toegang.forms.InlogForm",
    "reset_password": "bouwstenen.toegang.forms.WachtwoordVergetenForm",
    "reset_password_from_key": "bouwstenen.toegang.forms.NieuwWachtwoordForm",
}
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by a beheerder, who knows the address
ACCOUNT_EMAIL_NOTIFICATIONS = True  # whose password or e-mail address changes, gets a mail about it
ACCOUNT_LOGIN_METHODS = {"email"}
# allauth's own generator makes rows of EmailAddress, and those log in too. Gebruiker.email is the only address here.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 -- a class
# Failed log-ins count per account and address together (the key, see AccountAdapter). So who keeps guessing locks out
# only that account from only that address: not its owner elsewhere, and not the colleagues of a town hall that shares
# one address. The limit per address comes second, because a guess that the first one refuses does not count for it; it
# slows down who tries many accounts. Each window is a quarter of an hour: all sentences tell people to wait that long.
ACCOUNT_RATE_LIMITS = {
    "login": "600/15m/ip",  # all log-ins; a town hall at nine o'clock stays below it
    "login_failed": "10/15m/key,100/15m/ip",
    "reset_password": "3/15m/key,100/15m/ip",
    "reset_password_from_key": "100/15m/ip",
    "change_password": "10/15m/user",
    "manage_email": "10/15m/user",
}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None


# Security headers and cookies

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^_healthz/"]  # probes come past the proxy, over plain HTTP
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 365 * 24 * 60 * 60) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "bouwstenen.wizard.fouten.csrf_failure"
CSRF_COOKIE_HTTPONLY = True  # our scripts take the token from the form

# HSTS preloading is a promise for the whole domain of a gemeente: theirs to make, not ours.
SILENCED_SYSTEM_CHECKS = ["security.W021"]


# Language, static files, mail, logging

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

EMAIL_HOST = env.str("EMAIL_HOST", "")
EMAIL_PORT = env.int("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", True)
EMAIL_TIMEOUT = 10
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "wijkteam@localhost")

# Whom to ask: CONTACT is shown on the pages about privacy and accessibility, SECURITY_CONTACT in security.txt.
CONTACT = env.str("CONTACT", "")
SECURITY_CONTACT = env.str("SECURITY_CONTACT", "")
if SECURITY_CONTACT and not SECURITY_CONTACT.startswith(("mailto:", "https://")):
    raise ImproperlyConfigured(
        "SECURITY_CONTACT must start with mailto: or https://, for example mailto:security@example.nl."
    )

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "class": "bouwstenen.core.log.ZonderLinks",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain"},
        "errors": {"class": "logging.StreamHandler", "formatter": "plain", "level": "ERROR"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "wijkteam.spoor": {"level": "INFO"},  # who did what, each line one JSON object
        # A worker puts these on INFO: a line for each start, stop and job.
        "django_tasks": {"handlers": ["errors"], "propagate": False},
        "django_tasks_db": {"handlers": ["errors"], "propagate": False},
        "weasyprint": {"level": "WARNING" if DEBUG else "CRITICAL"},  # it quotes the document, and so perhaps an answer
    },
}
