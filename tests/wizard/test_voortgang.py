"""What counts as asked and as filled in, and the word for how far a deel is."""

from datetime import UTC, datetime

import pytest

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Vraag
from bouwstenen.wizard.voortgang import page_status, reachable, voortgang, voortgang_van, with_eigen

INTEGRAAL = {"vormgeving.vorm": {"keuze": "integraal"}}
COMPLEX = {"competenties.complexe_vragen": {"keuze": "ja"}}
EIGEN = Vraag(sleutel="opgave.eigen_1", soort="tekst", label="En de winkels?", bron="eigen vraag", eigen=True)


def antwoorden(waarden):
    return {
        vraag: HuidigAntwoord(
            vraag=vraag,
            versie=1,
            waarde=waarde,
            toelichting="",
            auteur_id=1,
            auteur_naam="Anna",
            gegeven_op=datetime(2026, 1, dag, tzinfo=UTC),
        )
        for dag, (vraag, waarde) in enumerate(waarden.items(), 1)
    }


def van(deel, waarden, *, eigen=None, klaar=False):
    return voortgang_van(catalogus().deel(deel), antwoorden(waarden), eigen or {}, klaar=klaar)


def pagina(sleutel):
    return catalogus().pagina(sleutel)


def geteld(deel, weg=()):
    """The keys of the questions of a deel that are no verdieping, without those on the pages or under `weg`."""
    return [
        vraag.sleutel
        for een in catalogus().deel(deel).pagina
        for vraag in een.vraag
        if not vraag.verdieping and not {een.sleutel, vraag.sleutel, een.voorwaarde, vraag.voorwaarde} & set(weg)
    ]


def test_verdieping_does_not_count():
    assert [vraag.sleutel for vraag in van("opgave", {}).open] == geteld("opgave")
    assert van("opgave", {"opgave.communicatie": "Krant"}).ingevuld == 0


@pytest.mark.parametrize(
    ("vorm", "weg"),
    [
        (None, ("regie", "organisatie")),
        ("eigen", ("regie", "organisatie")),
        ("samenwerkingsverband", ("organisatie",)),
        ("geintegreerd", ("regie",)),
        ("integraal", ("regie",)),
    ],
)
def test_what_is_also_useful_does_not_count(vorm, weg):
    waarden = {"vormgeving.vorm": {"keuze": vorm}} if vorm else {}
    assert [vraag.sleutel for vraag in van("aansturing", waarden).open] == geteld("aansturing", weg)


def test_profile_two_counts_only_for_complex_questions():
    zonder = van("competenties", {})
    assert [vraag.sleutel for vraag in zonder.open] == geteld("competenties", ("complexe_vragen",))
    met = van("competenties", COMPLEX)
    assert met.totaal == len(geteld("competenties"))
    paginas = catalogus().deel("competenties").pagina
    verschil = {een.slug for een in reachable(paginas, COMPLEX)} - {een.slug for een in reachable(paginas, {})}
    assert verschil == {"complex-vak", "complex-verbinden"}


@pytest.mark.parametrize(
    ("deel", "vraag", "waarde", "ingevuld"),
    [
        ("opgave", "opgave.vraagstuk", "Schulden", 1),
        ("opgave", "opgave.vraagstuk", None, 0),
        ("vormgeving", "vormgeving.vorm", {"keuze": "nog_niet"}, 0),
        ("vormgeving", "vormgeving.vorm", {"keuze": "eigen"}, 1),
        ("opgave", "opgave.budget", "0", 1),
        ("competenties", "competenties.meedoen", {"nodig": "4"}, 0),
        ("competenties", "competenties.meedoen", {"nodig": "4", "aanwezig": "nog_niet"}, 0),
        ("competenties", "competenties.meedoen", {"nodig": "4", "aanwezig": "2"}, 1),
        ("aansturing", "aansturing.leiding", {"naam": "Jo"}, 1),
        ("aansturing", "aansturing.leiding", {"keuze": "nog_niet", "naam": "Jo"}, 0),
    ],
)
def test_decided_and_whole_is_filled_in(deel, vraag, waarde, ingevuld):
    assert van(deel, {vraag: waarde}).ingevuld == ingevuld


def test_own_question_counts():
    leeg, gevuld = (van("opgave", waarden, eigen={"opgave": (EIGEN,)}) for waarden in ({}, {EIGEN.sleutel: "Drie"}))
    assert (leeg.open[-1], leeg.totaal, gevuld.totaal, gevuld.ingevuld) == (
        EIGEN,
        len(geteld("opgave")) + 1,
        len(geteld("opgave")) + 1,
        1,
    )
    assert with_eigen(catalogus().deel("vormgeving"), {"opgave": (EIGEN,)})[-1].vraag == ()


ALLES = dict.fromkeys(geteld("gebiedsanalyse"), "ingevuld")


@pytest.mark.parametrize(
    ("waarden", "klaar", "status"),
    [
        ({}, False, "Nog niet begonnen"),
        ({"opgave.vraagstuk": "Schulden"}, False, "Nog niet begonnen"),
        ({"gebiedsanalyse.gebied": "Tussen kanaal en spoor"}, False, "Bezig"),
        (ALLES, False, "Ingevuld"),
        (ALLES | {"gebiedsanalyse.gebied": None}, False, "Bezig"),
        ({}, True, "Klaar zo"),
    ],
)
def test_status(waarden, klaar, status):
    assert van("gebiedsanalyse", waarden, klaar=klaar).status == status


def test_last_answer_is_of_this_deel():
    waarden = {"opgave.vraagstuk": "Schulden", "opgave.potentie": "Buren", "vormgeving.visie": "Samen"}
    assert van("opgave", waarden).laatste.vraag == "opgave.potentie"


@pytest.mark.parametrize(
    ("waarden", "status"),
    [
        ({}, ""),
        ({"vormgeving.werkgebied": "De hele wijk"}, "bezig"),
        ({"vormgeving.vorm": {"keuze": "nog_niet"}}, "bezig"),
        (INTEGRAAL | {"vormgeving.werkgebied": "De hele wijk"}, "ingevuld"),
    ],
)
def test_page_status(waarden, status):
    assert page_status(pagina("vormgeving.vorm"), waarden) == status


@pytest.mark.parametrize(("aantal", "status"), [(0, ""), (1, "bezig"), (9, "ingevuld")])
def test_a_page_of_verdieping_alone_is_filled_in_when_all_of_it_is(aantal, status):
    een = pagina("inrichting.uitgangspunten")
    assert page_status(een, {vraag.sleutel: "6" for vraag in een.vraag[:aantal]}) == status
    assert van("inrichting", {}).totaal == van("inrichting", {"inrichting.werkweken": "44"}).totaal


def test_every_deel_in_order_with_its_mark():
    alle = voortgang(catalogus(), {}, {}, {"opgave": object()})
    assert [(een.deel.sleutel, een.klaar) for een in alle] == [
        (deel.sleutel, deel.sleutel == "opgave") for deel in catalogus().delen
    ]
