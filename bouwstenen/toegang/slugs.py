"""The names of gemeenten and wijkteams in the URL: chosen once, and never the same as a fixed word of the site."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.utils.text import slugify

# Every fixed first and second path segment of the site (a test compares with urls.py), and those that are planned.
GERESERVEERD = (
    "_healthz",
    "account",
    "antwoorden",
    "beheer",
    "dialoog",
    "gebied",
    "health",
    "huisstijl",
    "instellingen",
    "inzichten",
    "leden",
    "logboek",
    "media",
    "nieuw",
    "ontwikkelplan",
    "overzicht",
    "privacy",
    "samenhang",
    "startdocument",
    "static",
    "toegankelijkheid",
    "uitnodiging",
    "uw-account",
    "wizard",
)
LENGTE = 60


def vrije_slug(naam: str, bezet: Collection[str]) -> str:
    """A slug for this name that is not taken and not reserved: "kanaleneiland", else "kanaleneiland-2" and on."""
    begin = slugify(naam)[:LENGTE].strip("-") or "wijkteam"
    slug, nummer = begin, 1
    while slug in GERESERVEERD or slug in bezet:
        nummer += 1
        slug = f"{begin}-{nummer}"
    return slug


def check_niet_gereserveerd(slug: str) -> None:
    """Validator for slugs that are typed by hand."""
    if slug in GERESERVEERD:
        raise ValidationError("Dit woord gebruikt de website zelf al. Kies een ander woord.")
