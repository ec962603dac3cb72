"""Short ways to write answers, in the shapes of catalogus.waarden."""

from typing import Any

NOG_NIET = {"keuze": "nog_niet"}


def keuze(optie: str) -> dict[str, str]:
    """The answer to a keuze, a schaal or a wie."""
    return {"keuze": optie}


def meer(*opties: str) -> dict[str, list[str]]:
    return {"keuzes": list(opties)}


def volgorde(*opties: str) -> dict[str, list[str]]:
    return {"volgorde": list(opties)}


def nodig(stap: int, **andere: str) -> dict[str, str]:
    """How hard a competentie is needed; aanwezig="2" tells how much there is."""
    return {"nodig": str(stap), **andere}


def tabel(*rijen: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {"rijen": [{"id": f"r{nummer}", **rij} for nummer, rij in enumerate(rijen, 1)]}
