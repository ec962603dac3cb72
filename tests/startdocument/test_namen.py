"""A document tells roles; names of people only when somebody wants them in it."""

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.startdocument.gegevens import Keuze
from bouwstenen.startdocument.namen import zonder_namen
from bouwstenen.startdocument.store import startdocument_van
from tests.startdocument.voorbeeldantwoorden import antwoord
from tests.wizard.bezoeker import gegeven

HUISARTS = "inrichting.huisarts"  # a person may be named here
LEIDING = "aansturing.leiding"  # a function or an organisation is asked here
ACTIES = "afronding.acties"


@pytest.mark.parametrize(
    ("vraag", "waarde", "zonder"),
    [
        (HUISARTS, {"keuze": "teamlid", "naam": "Jan Bos"}, {"keuze": "teamlid"}),
        (HUISARTS, {"naam": "Jan Bos"}, {"naam": "naam weggelaten"}),
        (HUISARTS, {"keuze": "teamlid"}, {"keuze": "teamlid"}),
        (HUISARTS, None, None),
        (LEIDING, {"keuze": "gemeente", "naam": "wijkmanager"}, {"keuze": "gemeente", "naam": "wijkmanager"}),
        (
            ACTIES,
            {"rijen": [{"id": "r1", "actie": "Bellen", "wie": {"keuze": "team", "naam": "Jan Bos"}}, {"id": "r2"}]},
            {"rijen": [{"id": "r1", "actie": "Bellen", "wie": {"keuze": "team"}}, {"id": "r2"}]},
        ),
        (ACTIES, {"rijen": [{"id": "r1", "wie": {}}]}, {"rijen": [{"id": "r1", "wie": {}}]}),
        ("opgave.vraagstuk", "Jan Bos belt", "Jan Bos belt"),
        ("opgave.eigen_1", "Jan Bos belt", "Jan Bos belt"),
    ],
)
def test_names_of_people_are_left_out_and_all_else_stays(vraag, waarde, zonder):
    gegeven = antwoord(vraag, waarde, toelichting="Jan Bos weet meer.")
    [over] = zonder_namen(catalogus(), {vraag: gegeven}).values()
    assert (over.waarde, over.toelichting) == (zonder, "Jan Bos weet meer.")
    assert gegeven.waarde == waarde


def test_every_wie_says_whether_it_may_hold_the_name_of_a_person():
    """Written out, so that a new question is thought about."""
    vragen = catalogus().vragen
    personen = {sleutel for sleutel, vraag in vragen.items() if vraag.persoon}
    personen |= {f"{s}.{kolom.sleutel}" for s, vraag in vragen.items() for kolom in vraag.kolommen if kolom.persoon}
    assert personen == {HUISARTS, "aansturing.regie_casus", "aansturing.mandaat_per_besluit.wie", f"{ACTIES}.wie"}


def test_a_document_has_names_when_asked(kanaleneiland, anna):
    gegeven(kanaleneiland, anna, HUISARTS, {"keuze": "teamlid", "naam": "Jan Bos"})
    with enter_scope(kanaleneiland.gemeente):
        zonder, met = (repr(startdocument_van(kanaleneiland, Keuze(met_namen=namen))) for namen in (False, True))
    assert ("Jan Bos" in zonder, "Jan Bos" in met) == (False, True)
