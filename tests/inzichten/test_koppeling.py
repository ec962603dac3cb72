"""Inzichten hang on the questions they are about, the most specific first, and once a page."""

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Catalogus, Deel, Kolom, Optie, Pagina, Uitleg, Verwijzing, Vraag
from bouwstenen.inzichten.koppeling import DICHTER_BIJ, inzichten_bij, koppel, koppeling
from bouwstenen.inzichten.loader import inzichten
from bouwstenen.inzichten.schema import Inzicht


def vraag(naam, *dekking, **velden):
    return Vraag(sleutel=f"opgave.{naam}", soort="tekst", label=naam, bron="eigen voorstel", dekking=dekking, **velden)


def inzicht(nummer, *dekking):
    sleutel = f"INZ-{nummer:03}"
    return Inzicht(sleutel=sleutel, soort="les", jaar="2013", tekst="Les.", bron="002, regel 1", dekking=dekking)


def gids(*vragen, **velden):
    """A catalogue of two pages: these questions, and one more."""
    elders = Pagina(sleutel="opgave.elders", titel="Elders", vraag=(vraag("ver", "V-1"),))
    pagina = Pagina(sleutel="opgave.een", titel="Een", vraag=vragen, **velden)
    return Catalogus((Deel(sleutel="opgave", titel="Opgave", intro="", bron="", pagina=(pagina, elders)),))


def sleutels(alle):
    return [een.sleutel for een in alle]


KOLOM = Kolom(
    sleutel="k", label="K", soort="keuze", dekking=("K-1",), opties=(Optie(sleutel="a", label="A", dekking=("K-2",)),)
)


@pytest.mark.parametrize(
    ("catalogus_", "regel", "verwacht"),
    [
        (gids(vraag("een"), vraag("twee", "A-1")), "A-1", ("opgave.twee",)),
        (
            gids(vraag("een"), vraag("twee", opties=(Optie(sleutel="a", label="A", dekking=("A-1",)),))),
            "A-1",
            ("opgave.twee",),
        ),
        (gids(vraag("een", kolommen=(KOLOM,))), "K-1", ("opgave.een",)),
        (gids(vraag("een", kolommen=(KOLOM,))), "K-2", ("opgave.een",)),
        (gids(vraag("een"), vraag("twee", extra="EX-01")), "EX-01", ("opgave.twee",)),
        (gids(vraag("een"), vraag("twee"), uitleg=(Uitleg(tekst="U", dekking=("A-1",)),)), "A-1", ("opgave.een",)),
        (
            gids(vraag("een"), verwijzing=(Verwijzing(naar="opgave.ver", tekst="V", dekking=("A-1",)),)),
            "A-1",
            ("opgave.ver",),
        ),
        (gids(vraag("een", "A-1"), vraag("twee", "A-1")), "A-1", ("opgave.een", "opgave.twee")),
        (gids(vraag("een", "A-1")), "A-2", ()),
    ],
    ids=["vraag", "optie", "kolom", "optie of a kolom", "extra", "uitleg", "verwijzing", "two", "none"],
)
def test_a_line_leads_to_its_questions(catalogus_, regel, verwacht):
    assert koppel(catalogus_, [inzicht(1, regel)]).vragen_van == {"INZ-001": verwacht}


def test_the_most_specific_comes_first():
    optie = Optie(sleutel="a", label="A", dekking=("A-2",))
    hier = gids(vraag("een", "A-1", opties=(optie,)), vraag("twee", "B-1"), vraag("drie", "C-1"))
    alle = [
        inzicht(1, "B-1", "A-2"),  # about another question before this one
        inzicht(2, "A-1", "B-1", "C-1"),  # about three questions
        inzicht(3, "A-1", "B-1"),
        inzicht(4, "A-1"),
        inzicht(5, "A-2", "B-1", "C-1"),  # about an option
        inzicht(6, "A-2"),
        inzicht(7, "A-2"),  # the same: by key
        inzicht(8, "C-1", "B-1", "A-2"),  # names it last
    ]
    verwacht = ["INZ-006", "INZ-007", "INZ-005", "INZ-004", "INZ-003", "INZ-002", "INZ-001", "INZ-008"]
    assert sleutels(koppel(hier, alle).bij_vraag["opgave.een"]) == verwacht
    assert sleutels(koppel(hier, reversed(alle)).bij_vraag["opgave.een"]) == verwacht


def test_on_a_page_it_stands_once_where_it_is_most_specific():
    optie = Optie(sleutel="a", label="A", dekking=("A-2",))
    hier = gids(vraag("een", "A-1"), vraag("twee", "A-1", opties=(optie,)))
    gekoppeld = koppel(hier, [inzicht(1, "A-1"), inzicht(2, "A-2", "A-1"), inzicht(3, "A-1", "V-1")])
    assert sleutels(gekoppeld.bij_vraag["opgave.twee"]) == ["INZ-002", "INZ-001", "INZ-003"]
    assert {naam: sleutels(alle) for naam, alle in gekoppeld.op_pagina.items()} == {
        "opgave.een": ["INZ-001", "INZ-003"],
        "opgave.twee": ["INZ-002"],
        "opgave.ver": ["INZ-003"],
    }


def test_on_a_page_it_does_not_hide_in_verdieping():
    optie = Optie(sleutel="a", label="A", dekking=("A-1",))
    hier = gids(vraag("extra", opties=(optie,), verdieping=True), vraag("een", "A-1"))
    assert list(koppel(hier, [inzicht(1, "A-1")]).op_pagina) == ["opgave.een"]


# The real ones


def test_every_inzicht_hangs_on_a_question_and_stands_on_a_page():
    assert [sleutel for sleutel, vragen in koppeling().vragen_van.items() if not vragen] == []
    getoond = {een.sleutel for alle in koppeling().op_pagina.values() for een in alle}
    assert getoond == set(inzichten().bij_sleutel)


def test_what_hangs_nearer_than_the_first_question_exists():
    uitleg = {regel for deel in catalogus().delen for p in deel.pagina for een in p.uitleg for regel in een.dekking}
    assert set(DICHTER_BIJ) - uitleg == set()
    assert set(DICHTER_BIJ.values()) - set(catalogus().vragen) == set()


def test_inzichten_bij_a_question():
    assert sleutels(inzichten_bij("aansturing.mandaat_omvang"))[:2] == ["INZ-024", "INZ-025"]
    assert inzichten_bij("opgave.bestaat_niet") == inzichten_bij("opgave.eigen_1") == ()
