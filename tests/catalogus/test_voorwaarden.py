"""When a vraag is asked: every condition in every stand."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.catalogus import voorwaarden
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.voorwaarden import BEPALEND, VOORWAARDEN, Stand, stand
from tests.catalogus.strategieen import GEVULD, RUSTIG, waarden_van

VORM, TEAMS, COMPLEX = "vormgeving.vorm", "inrichting.een_of_meer_teams", "competenties.complexe_vragen"
# What the conditions look at: the option keys that must stay in the catalogue.
BEKEKEN = {
    VORM: {"samenwerkingsverband", "geintegreerd", "integraal", "eigen"},
    TEAMS: {"meerdere", "een"},
    COMPLEX: {"ja", "nee"},
}


def bij(sleutel, keuze):
    return {sleutel: {"keuze": keuze}}


def test_catalogue_has_the_options_that_conditions_look_at():
    vragen = catalogus().vragen
    assert {sleutel: {optie.sleutel for optie in vragen[sleutel].opties} for sleutel in BEKEKEN} == BEKEKEN


def test_every_condition_is_used_and_known():
    elementen = [*(p for deel in catalogus().delen for p in deel.pagina), *catalogus().vragen.values()]
    assert {element.voorwaarde for element in elementen} - {""} == set(VOORWAARDEN)


@pytest.mark.parametrize(
    ("naam", "samenwerkingsverband", "geintegreerd", "integraal", "geen_bekende_vorm"),
    [
        ("regie", "gevraagd", "ook_handig", "ook_handig", "vorm_open"),
        ("organisatie", "ook_handig", "gevraagd", "gevraagd", "vorm_open"),
        ("samenwerkingsverband", "gevraagd", "verborgen", "verborgen", "verborgen"),
        ("integraal", "verborgen", "verborgen", "gevraagd", "verborgen"),
    ],
)
def test_condition_on_the_vorm(naam, samenwerkingsverband, geintegreerd, integraal, geen_bekende_vorm):
    bij_vorm = {
        "samenwerkingsverband": samenwerkingsverband,
        "geintegreerd": geintegreerd,
        "integraal": integraal,
        "eigen": geen_bekende_vorm,
        "nog_niet": geen_bekende_vorm,
        "bestaat_niet_meer": geen_bekende_vorm,
    }
    assert {vorm: VOORWAARDEN[naam](bij(VORM, vorm)) for vorm in bij_vorm} == bij_vorm
    assert VOORWAARDEN[naam]({}) == geen_bekende_vorm
    assert VOORWAARDEN[naam]({VORM: None}) == geen_bekende_vorm


@pytest.mark.parametrize(
    ("naam", "sleutel", "keuze", "verwacht"),
    [
        ("meerdere_teams", TEAMS, "meerdere", "gevraagd"),
        ("meerdere_teams", TEAMS, "een", "verborgen"),
        ("meerdere_teams", TEAMS, "nog_niet", "verborgen"),
        ("complexe_vragen", COMPLEX, "ja", "gevraagd"),
        ("complexe_vragen", COMPLEX, "nee", "verborgen"),
        ("complexe_vragen", COMPLEX, "nog_niet", "verborgen"),
    ],
)
def test_condition_on_one_option(naam, sleutel, keuze, verwacht):
    assert VOORWAARDEN[naam](bij(sleutel, keuze)) == verwacht
    assert VOORWAARDEN[naam]({}) == "verborgen"


def test_condition_reads_only_its_own_vraag():
    assert VOORWAARDEN["complexe_vragen"](bij(TEAMS, "ja")) == "verborgen"


@pytest.mark.parametrize(
    ("namen", "verwacht"),
    [
        ((), "gevraagd"),
        (("", ""), "gevraagd"),
        (("integraal", ""), "gevraagd"),
        (("regie", "organisatie"), "ook_handig"),
        (("regie", "complexe_vragen"), "verborgen"),
        (("complexe_vragen", "regie"), "verborgen"),
    ],
)
def test_strictest_of_page_and_vraag_counts(namen, verwacht):
    assert stand(namen, bij(VORM, "integraal")) == verwacht


def test_open_vorm_counts_beside_a_condition_that_is_met():
    assert stand(("regie", "complexe_vragen"), bij(COMPLEX, "ja")) == "vorm_open"


@RUSTIG
@given(waarden_van(catalogus().vragen))
def test_conditions_look_at_no_other_answers(waarden):
    alleen = {sleutel: waarde for sleutel, waarde in waarden.items() if sleutel in BEPALEND}
    assert set(BEPALEND) == set(BEKEKEN)
    assert [functie(alleen) for functie in VOORWAARDEN.values()] == [
        functie(waarden) for functie in VOORWAARDEN.values()
    ]


@RUSTIG
@given(st.sets(st.sampled_from(list(VOORWAARDEN))), waarden_van(catalogus().vragen))
def test_conditions_never_break(namen, waarden):
    assert stand(tuple(namen), waarden) in get_args(Stand)


@RUSTIG
@given(st.sampled_from(list(BEKEKEN)).flatmap(lambda s: st.tuples(st.just(s), GEVULD["keuze"](catalogus().vragen[s]))))
def test_conditions_never_break_on_the_vragen_they_look_at(antwoord):
    standen = {functie(dict([antwoord])) for functie in VOORWAARDEN.values()}
    assert standen <= set(get_args(Stand))


def test_conditions_are_found_under_their_own_name():
    assert all(getattr(voorwaarden, naam) is functie for naam, functie in VOORWAARDEN.items())
