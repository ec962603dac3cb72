"""The signalen of each voorbeeld, as they were read against the study and approved; a list per voorbeeld in golden/.

`python -m tests.samenhang.voorbeeldsignalen` writes the lists anew. Read first what changes: a signaal that makes no
sense is a fault in a regel or in the data.
"""

from pathlib import Path

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.samenhang.signalen import signalen_van
from bouwstenen.voorbeelden.loader import ONTWERPEN, Ontwerp, load_ontwerpen

GOLDEN = Path(__file__).parent / "golden"


def ontwerpen() -> tuple[Ontwerp, ...]:
    return load_ontwerpen(ONTWERPEN, catalogus())


def bestand_van(ontwerp: Ontwerp) -> Path:
    return GOLDEN / f"{ontwerp.slug.removeprefix('voorbeeld-')}.txt"


def regels_van(ontwerp: Ontwerp) -> list[str]:
    """Its signalen in order, a line each."""
    gevonden = signalen_van({een.vraag: een.waarde for een in ontwerp.antwoorden})
    return [f"{een.sleutel} {een.ernst}: {een.melding}" for een in gevonden]


if __name__ == "__main__":
    for ontwerp in ontwerpen():
        bestand_van(ontwerp).write_text("".join(f"{regel}\n" for regel in regels_van(ontwerp)), encoding="utf-8")
