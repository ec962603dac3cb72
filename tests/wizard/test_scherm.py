"""A page loads a part of the answers: with all of them it would show the same."""

from dataclasses import replace

import pytest

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.store import Ingediend, ask_eigen_vraag, set_eigen_vraag_withdrawn
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Verwijzing
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.wizard.scherm import elsewhere, load_scherm
from bouwstenen.wizard.voortgang import stand_van
from tests.benchmarks.vullen import waarde

EIGEN = ("opgave.eigen_1", "opgave.eigen_2")  # the second one was withdrawn


@pytest.fixture
def alles(kanaleneiland, anna):
    """Every question of the catalogue answered, and two questions of the wijkteam itself."""
    with enter_scope(kanaleneiland.gemeente):
        for _ in EIGEN:
            ask_eigen_vraag(wijkteam=kanaleneiland, deel="opgave", label="En de winkels?", door=anna)
        set_eigen_vraag_withdrawn(wijkteam=kanaleneiland, deel="opgave", sleutel=EIGEN[1], ingetrokken=True)
        waarden = {sleutel: waarde(vraag, 1) for sleutel, vraag in catalogus().vragen.items()}
        waarden |= dict.fromkeys(EIGEN, "Die gaan dicht.")
        ingediend = [Ingediend(vraag=sleutel, versie=0, waarde=een) for sleutel, een in waarden.items()]
        store.save_antwoorden(wijkteam=kanaleneiland, ingediend=ingediend, door=anna)
        return store.huidige_antwoorden(kanaleneiland)


def shown(scherm):
    """All that a page tells about answers."""
    vragen = [*scherm.pagina.vraag, *scherm.ingetrokken]
    return (
        [(scherm.antwoorden.get(vraag.sleutel), stand_van(scherm.pagina, vraag, scherm.waarden)) for vraag in vragen],
        scherm.stappen,
        scherm.gebied,
        scherm.verwijzingen,
    )


@pytest.mark.parametrize("deel", [deel.sleutel for deel in catalogus().delen])
def test_page_loads_every_answer_it_shows(kanaleneiland, alles, deel):
    slugs = [pagina.slug for pagina in catalogus().deel(deel).pagina]
    with enter_scope(kanaleneiland.gemeente):
        schermen = [load_scherm(kanaleneiland, deel, slug) for slug in [*slugs, "eigen-vragen"]]
    assert [shown(scherm) for scherm in schermen] == [shown(replace(een, antwoorden=alles)) for een in schermen]


def test_page_leaves_the_other_answers_alone(kanaleneiland, alles):
    with enter_scope(kanaleneiland.gemeente):
        scherm = load_scherm(kanaleneiland, "opgave", "eigen-vragen")
    delen = {"gebiedsanalyse", "opgave"}
    bepalend = {"vormgeving.vorm", "inrichting.een_of_meer_teams", "competenties.complexe_vragen"}
    assert set(scherm.antwoorden) == {een for een in alles if een.partition(".")[0] in delen} | bepalend


def test_page_loads_every_answer_when_asked_in_as_many_queries(kanaleneiland, alles, django_assert_num_queries):
    """A save compares the signalen before and after, and those hang on all answers."""
    with enter_scope(kanaleneiland.gemeente):
        for alle, antwoorden in ((False, None), (True, alles)):
            with django_assert_num_queries(2):
                scherm = load_scherm(kanaleneiland, "opgave", "eigen-vragen", alles=alle)
            assert (scherm.antwoorden == alles) is (antwoorden is not None)


def test_page_loads_the_answer_that_it_refers_to():
    pagina = replace(catalogus().pagina("inrichting.tijd"), verwijzing=(Verwijzing(naar="werkprincipes.x", tekst=""),))
    assert elsewhere(pagina) - elsewhere(replace(pagina, verwijzing=())) == {"werkprincipes.x"}
