"""What a page shows of an answer: a text, lines, numbered lines or a table; only one of them."""

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.weergave import Weergave, weergave

CIJFERS = {"rijen": [{"id": "r1", "onderwerp": "65-plus", "waarde": "17.5", "jaar": "2024"}]}
GEVALLEN = [
    ("opgave.vraagstuk", None, Weergave()),
    ("opgave.vraagstuk", "Veel **schulden**", Weergave(tekst="Veel **schulden**")),
    ("vormgeving.vorm", {"keuze": "integraal"}, Weergave(regels=("Integraal team",))),
    (
        "opgave.doelen",
        {"volgorde": ["kwetsbaar", "veerkracht"]},
        Weergave(regels=("Kwetsbare inwoners ondersteunen", "Bewoners sociaal veerkrachtiger maken"), genummerd=True),
    ),
    (
        "gebiedsanalyse.cijfers",
        CIJFERS,
        Weergave(kop=("Onderwerp en eenheid", "Waarde", "Jaar"), rijen=(("65-plus", "17,5", "2024"),)),
    ),
]


@pytest.mark.parametrize(("sleutel", "waarde", "verwacht"), GEVALLEN)
def test_weergave(sleutel, waarde, verwacht):
    assert weergave(catalogus().vragen[sleutel], waarde) == verwacht
