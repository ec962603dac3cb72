"""Takes the names of people out of answers: a document tells roles, unless its user wants names too."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.schema import Catalogus, Vraag

WEGGELATEN = "naam weggelaten"  # when there is no role to show instead


def zonder_namen(catalogus: Catalogus, antwoorden: Mapping[str, HuidigAntwoord]) -> dict[str, HuidigAntwoord]:
    """The same answers without names typed at a `persoon` of the catalogue: "Teamleider: A. de Vries" → "Teamleider".

    Functions and organisations stay, and so do names inside sentences, which nobody can tell apart.
    """
    return {sleutel: without(catalogus.vragen.get(sleutel), antwoord) for sleutel, antwoord in antwoorden.items()}


def without(vraag: Vraag | None, antwoord: HuidigAntwoord) -> HuidigAntwoord:
    if vraag is None or not antwoord.waarde:
        return antwoord
    if vraag.persoon:
        return replace(antwoord, waarde=rol(antwoord.waarde))
    kolommen = {kolom.sleutel for kolom in vraag.kolommen if kolom.persoon}
    return replace(antwoord, waarde=without_in_rows(antwoord.waarde, kolommen)) if kolommen else antwoord


def rol(waarde: dict[str, str]) -> dict[str, str]:
    if not waarde.get("naam"):
        return waarde
    return {"keuze": waarde["keuze"]} if waarde.get("keuze") else {"naam": WEGGELATEN}


def without_in_rows(waarde: dict[str, Any], kolommen: set[str]) -> dict[str, Any]:
    rijen = waarde["rijen"]
    zonder = [{naam: rol(cel) if naam in kolommen and cel else cel for naam, cel in rij.items()} for rij in rijen]
    return {**waarde, "rijen": zonder}
