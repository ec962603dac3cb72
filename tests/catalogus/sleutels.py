"""The frozen list of keys on which answers hang; run `python -m tests.catalogus.sleutels` to add the new ones.

A line is a vraag (`deel.naam`), a kolom (`deel.naam/kolom`) or an option of one of these (`...=optie`). A key that is
no longer asked stays in the list, with `vervallen ` before it, so that nobody uses it again for something else.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Catalogus, Vraag

LIJST = Path(__file__).parent / "sleutels.txt"
VERVALLEN = "vervallen "


def sleutels(inhoud: Catalogus) -> set[str]:
    """Every key of the catalogue, written as in the list."""
    return {sleutel for vraag in inhoud.vragen.values() for sleutel in sleutels_van(vraag)}


def sleutels_van(vraag: Vraag) -> Iterator[str]:
    yield vraag.sleutel
    yield from (f"{vraag.sleutel}={optie.sleutel}" for optie in vraag.stappen)
    for kolom in vraag.kolommen:
        yield f"{vraag.sleutel}/{kolom.sleutel}"
        yield from (f"{vraag.sleutel}/{kolom.sleutel}={optie.sleutel}" for optie in kolom.opties)


def verdwenen(regels: Iterable[str], aanwezig: set[str]) -> set[str]:
    """Keys that are in the list but no longer in the catalogue, and are not marked vervallen."""
    return {regel for regel in regels if not regel.startswith(VERVALLEN)} - aanwezig


def hergebruikt(regels: Iterable[str], aanwezig: set[str]) -> set[str]:
    """Keys that are marked vervallen and yet are in the catalogue."""
    return {regel.removeprefix(VERVALLEN) for regel in regels if regel.startswith(VERVALLEN)} & aanwezig


def nieuw(regels: Iterable[str], aanwezig: set[str]) -> set[str]:
    """Keys of the catalogue that the list does not hold yet."""
    return aanwezig - {regel.removeprefix(VERVALLEN) for regel in regels}


def lees() -> list[str]:
    return LIJST.read_text(encoding="utf-8").splitlines() if LIJST.exists() else []


if __name__ == "__main__":
    regels = lees()
    alle = sorted({*regels, *nieuw(regels, sleutels(catalogus()))}, key=lambda regel: regel.removeprefix(VERVALLEN))
    LIJST.write_text("".join(f"{regel}\n" for regel in alle), encoding="utf-8")
