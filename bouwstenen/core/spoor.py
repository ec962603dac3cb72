"""Who did what: a row in the trace and a structured line in the log for each deed."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError

from bouwstenen.core.models import Spoorregel

logger = logging.getLogger("wijkteam.spoor")
OPDRACHT = "opdracht"  # where a deed comes from that no request asked for
_oorsprong: ContextVar[str] = ContextVar("oorsprong", default=OPDRACHT)


class Daad(StrEnum):
    """What somebody can do that the trace remembers; the value is stored, the label is for the reader.

    Labels go together with a result: "Inloggen: mislukt".
    """

    INGELOGD = "ingelogd", "Inloggen"
    UITGELOGD = "uitgelogd", "Uitloggen"
    TOEGANG = "toegang", "Iets doen zonder recht"
    WACHTWOORD = "wachtwoord", "Wachtwoord wijzigen"
    EMAIL = "email", "E-mailadres wijzigen"
    GEMAAKT = "gemaakt", "Maken"
    HERNOEMD = "hernoemd", "Naam wijzigen"
    GEARCHIVEERD = "gearchiveerd", "Archiveren"
    TERUGGEZET = "teruggezet", "Terugzetten uit het archief"
    RECHTEN = "rechten", "Rechten wijzigen"
    UITGENODIGD = "uitgenodigd", "Uitnodigen"
    UITNODIGING_INGETROKKEN = "uitnodiging_ingetrokken", "Uitnodiging intrekken"
    UITNODIGING_AANGENOMEN = "uitnodiging_aangenomen", "Uitnodiging aannemen"
    ACCOUNT_GESLOTEN = "account_gesloten", "Account sluiten"
    GEANONIMISEERD = "geanonimiseerd", "Account anoniem maken"
    GEDOWNLOAD = "gedownload", "Downloaden"
    GEWIST = "gewist", "Tekst wissen"
    HUISSTIJL = "huisstijl", "Huisstijl wijzigen"
    BEHEER = "beheer", "Andere wijziging door de platformbeheerder"

    label: str

    def __new__(cls, waarde: str, label: str = "") -> "Daad":
        daad = str.__new__(cls, waarde)
        daad._value_ = waarde
        daad.label = label
        return daad


class Resultaat(StrEnum):
    """How a deed ended."""

    GELUKT = "gelukt"
    GEWEIGERD = "geweigerd"
    MISLUKT = "mislukt"


@contextmanager
def from_oorsprong(adres: str) -> Iterator[None]:
    """Everything noted inside comes from this address."""
    token = _oorsprong.set(adres[:60])
    try:
        yield
    finally:
        _oorsprong.reset(token)


def note(
    daad: Daad,
    object_: Any,
    *,
    door: Any,
    gemeente: Any = None,
    resultaat: Resultaat = Resultaat.GELUKT,
    bij: str = "",
) -> None:
    """Remember a deed; keys instead of names, because a trace is kept longer than a name may be.

    object_: the row it was done to. gemeente: whose trace it is, when the row does not tell.
    door: the user, None when nobody was logged in. bij: roles and the like; never an answer or a secret.
    """
    regel = Spoorregel.objects.create(
        actie=daad.value,
        object=sleutel_van(object_),
        resultaat=resultaat.value,
        oorsprong=_oorsprong.get(),
        actor=door if getattr(door, "pk", None) else None,
        gemeente=gemeente or gemeente_van(object_),
        bijzonderheden=bij[:200],
    )
    velden = ("actie", "object", "resultaat", "oorsprong", "actor_id", "gemeente_id", "bijzonderheden")
    waarden = {veld: getattr(regel, veld) for veld in velden} | {"tijdstip": regel.tijdstip.isoformat()}
    logger.info(json.dumps(waarden, ensure_ascii=False))


@contextmanager
def note_refusal(daad: Daad, object_: Any, *, door: Any, gemeente: Any = None) -> Iterator[None]:
    """Remember that a deed inside was refused with a ValidationError; put the transaction of the deed inside this."""
    try:
        yield
    except ValidationError:
        note(daad, object_, door=door, gemeente=gemeente, resultaat=Resultaat.GEWEIGERD)
        raise


def sleutel_van(object_: Any) -> str:
    """The kind and the number of a row, such as "wijkteam:12"; "" for none."""
    return f"{object_._meta.model_name}:{object_.pk}" if object_ is not None else ""


def gemeente_van(object_: Any) -> Any:
    """The gemeente that a row is or belongs to; None for a row without one, such as a user."""
    if object_ is None or object_._meta.label == "bouwstenen.Gemeente":
        return object_
    return getattr(object_, "gemeente", None) or getattr(getattr(object_, "wijkteam", None), "gemeente", None)
