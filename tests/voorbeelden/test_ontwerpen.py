"""The designs themselves: their sources exist, their values are what the wizard stores, their language is right."""

from pathlib import Path

import pytest
from django.http import QueryDict

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.voorbeelden.loader import ONTWERPEN, load_ontwerpen, read_regels
from bouwstenen.voorbeelden.rolverdeling import ALLE
from bouwstenen.wizard.forms import PaginaForm
from tests.catalogus.test_taal import tutoyeert
from tests.wizard.formulier import Formulier

# How many lines each source has: the number of a source and its lines, a source per line.
REGELS = {
    bron: int(aantal)
    for bron, aantal in map(str.split, (Path(__file__).parent / "regels.txt").read_text().splitlines())
}
GELADEN = load_ontwerpen(ONTWERPEN, catalogus())
elk_ontwerp = pytest.mark.parametrize("ontwerp", GELADEN, ids=lambda ontwerp: ontwerp.slug)


def buiten_de_bron(bron):
    """The parts of a reference that lie past the end of their source."""
    return [regels for regels in read_regels(bron) if regels.tot > REGELS[regels.bron]]


def through_the_wizard(vraag, een):
    """What the wizard stores when a page that shows this answer is filled in the same way on an empty wijkteam."""
    gegeven = HuidigAntwoord(
        vraag=vraag.sleutel, versie=1, waarde=een.waarde, toelichting=een.toelichting,
        auteur_id=1, auteur_naam="", gegeven_op=None,
    )  # fmt: skip
    getoond = PaginaForm([vraag], {vraag.sleutel: gegeven})
    data = QueryDict(mutable=True)
    data[f"{vraag.naam}-versie"] = "0"
    for naam, waarden in Formulier("".join(str(veld) for veld in getoond)).velden.items():
        data.setlist(naam, waarden)
    form = PaginaForm([vraag], {}, data)
    assert form.errors == {}
    return form.cleaned_data[vraag.naam]


def test_the_five_gemeenten_of_the_study():
    assert {ontwerp.slug for ontwerp in GELADEN} == set(ALLE)


@elk_ontwerp
def test_every_line_that_is_named_exists(ontwerp):
    assert [een.vraag for een in ontwerp.antwoorden if buiten_de_bron(een.bron)] == []


@pytest.mark.parametrize(
    ("bron", "aantal"), [("002, regel 2356", 0), ("002, regel 2350–2357", 1), ("004, regel 1; 004, regel 168", 1)]
)
def test_a_line_past_the_end_is_found(bron, aantal):
    assert len(buiten_de_bron(bron)) == aantal


@elk_ontwerp
def test_every_value_is_what_the_wizard_would_store(ontwerp):
    vragen = catalogus().vragen
    bewaard = {een.vraag: through_the_wizard(vragen[een.vraag], een) for een in ontwerp.antwoorden}
    assert bewaard == {een.vraag: een.waarde for een in ontwerp.antwoorden}


@elk_ontwerp
def test_nothing_addresses_the_reader_with_je(ontwerp):
    assert tutoyeert(str(ontwerp)) == []
