"""Who a page was made for, signed into its form: so that text finds its owner when the log-in is gone."""

from dataclasses import dataclass
from typing import Any

from django.core import signing

SALT = "bouwstenen.wizard.van"
EEN_DAG = 24 * 60 * 60


@dataclass(frozen=True)
class Afzender:
    """The user, the wijkteam (their keys) and the page that a form belongs to."""

    gebruiker: int
    wijkteam: int
    pagina: str


def sign_van(gebruiker: Any, wijkteam: Any, pagina: str) -> str:
    return signing.dumps([gebruiker.pk, wijkteam.pk, pagina], salt=SALT)


def read_van(van: str, *, max_age: int | None = None) -> Afzender | None:
    """What was signed; None when it is forged, or older than max_age seconds."""
    try:
        return Afzender(*signing.loads(van, salt=SALT, max_age=max_age))
    except signing.BadSignature:
        return None
