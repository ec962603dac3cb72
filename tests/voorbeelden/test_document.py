"""The startdocument of every voorbeeld is a valid and accessible PDF."""

from datetime import UTC, datetime

import pytest

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.startdocument.builder import build_startdocument
from bouwstenen.startdocument.renderer import to_pdf
from bouwstenen.voorbeelden.loader import ONTWERPEN, load_ontwerpen
from tests.pdf.controle import problems

MOMENT = datetime(2025, 3, 14, 10, 0, tzinfo=UTC)

pytestmark = pytest.mark.once


def as_antwoord(voorbeeld):
    return HuidigAntwoord(
        vraag=voorbeeld.vraag,
        versie=1,
        waarde=voorbeeld.waarde,
        toelichting=voorbeeld.toelichting,
        auteur_id=1,
        auteur_naam="Voorbeeld naar onderzoek",
        gegeven_op=MOMENT,
        herkomst=voorbeeld.bron,
    )


@pytest.mark.parametrize("ontwerp", load_ontwerpen(ONTWERPEN, catalogus()), ids=lambda ontwerp: ontwerp.slug)
def test_pdf_of_a_voorbeeld(ontwerp):
    document = build_startdocument(
        catalogus=catalogus(),
        gemeente_naam=ontwerp.gemeente,
        wijkteam_naam=ontwerp.wijkteam,
        antwoorden={een.vraag: as_antwoord(een) for een in ontwerp.antwoorden},
        eigen_vragen={},
        begonnen_op=MOMENT,
    )
    assert problems(to_pdf(document)) == {}
