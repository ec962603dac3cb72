"""Which gebied is covered by whom, and the same through the prestatievelden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.samenhang.dekking import (
    DISCIPLINES,
    GEBIEDEN,
    JEUGD,
    LEDEN,
    dekking_van,
    dekkingsfiguur_van,
    inhoud,
    velden_van,
    veldenfiguur_van,
)
from tests.catalogus.strategieen import RUSTIG, waarden_van
from tests.figuren.controle import problems
from tests.samenhang.vijandig import waarden_bij

TEAM = [
    {"id": "r1", "functie": "Werker", "gebieden": ["psychosociaal", "schuldhulp"]},
    {"id": "r2", "functie": "Coach", "gebieden": ["psychosociaal"]},
    {"id": "r3", "functie": "Werker", "gebieden": ["psychosociaal"]},
    {"id": "r4", "gebieden": ["veiligheid"]},
    {"id": "r5", "functie": "Zonder gebied"},
]
WIJK = [
    {"id": "r1", "discipline": "Coach", "gebied": "psychosociaal"},
    {"id": "r2", "discipline": "Verpleegkundige", "gebied": "somatische_zorg"},
    {"id": "r3", "discipline": "Iets anders", "gebied": "overig"},
]
WAARDEN = {
    GEBIEDEN: {"keuzes": ["psychosociaal", "somatische_zorg", "mantelzorg", "anders"], "anders": "Wonen"},
    LEDEN: {"rijen": TEAM},
    DISCIPLINES: {"rijen": WIJK},
}


def rij(naam, waarden=WAARDEN):
    return next(een for een in dekking_van(waarden) if een.naam == naam)


@pytest.mark.parametrize(
    ("naam", "gekozen", "team", "wijk"),
    [
        ("Psychosociale hulpverlening", True, ("Werker", "Coach"), ()),
        ("Somatische zorg", True, (), ("Verpleegkundige",)),
        ("Schuldhulpverlening", False, ("Werker",), ()),
        ("Mantelzorgondersteuning", True, (), ()),
        ("Openbare veiligheid", False, ("functie zonder naam",), ()),
        ("Ander gebied: Wonen", True, (), ()),
    ],
)
def test_who_covers_a_gebied(naam, gekozen, team, wijk):
    een = rij(naam)
    assert (een.gekozen, een.team, een.wijk) == (gekozen, team, wijk)


def test_what_nobody_covers_is_open():
    assert [een.naam for een in dekking_van(WAARDEN) if een.open] == ["Mantelzorgondersteuning", "Ander gebied: Wonen"]


def test_every_gebied_has_a_row_also_in_an_empty_design():
    labels = [optie.label for optie in catalogus().vragen[GEBIEDEN].opties if optie.sleutel != "anders"]
    assert [(een.naam, een.gekozen) for een in dekking_van({})] == [(label, None) for label in labels]


def test_jeugd_is_shown_when_a_function_covers_it():
    assert "Jeugd en gezin" not in [een.naam for een in dekking_van(WAARDEN)]
    met = WAARDEN | {LEDEN: {"rijen": [{"id": "r1", "functie": "Jeugdwerker", "gebieden": [JEUGD]}]}}
    assert rij("Jeugd en gezin", met).team == ("Jeugdwerker",)


def test_what_was_typed_at_anders_may_be_missing():
    assert rij("Ander gebied", {GEBIEDEN: {"keuzes": ["anders"]}}).gekozen is True


def test_the_figure_counts_what_is_covered():
    zin = "Van 4 gekozen gebieden dekt het team er 1. Bij 2 is nog niemand genoemd."
    assert zin in dekkingsfiguur_van(WAARDEN).beschrijving
    assert "Er is nog geen gebied gekozen." in dekkingsfiguur_van({}).beschrijving


def test_there_are_nine_prestatievelden_of_known_gebieden():
    bekend = {
        optie.sleutel
        for kolom in catalogus().vragen[LEDEN].kolommen
        if kolom.sleutel == "gebieden"
        for optie in kolom.opties
    }
    assert [een["naam"].partition(".")[0] for een in inhoud()["veld"]] == [str(nummer) for nummer in range(1, 10)]
    assert {gebied for een in inhoud()["veld"] for gebied in een["gebieden"]} <= bekend


def test_a_field_takes_over_what_its_gebieden_have():
    velden = {een.naam.partition(".")[0]: een for een in velden_van(WAARDEN)}
    assert (velden["3"].gekozen, velden["3"].team) == (True, ("Werker", "Coach"))
    assert (velden["4"].gekozen, velden["4"].open) == (True, True)
    assert (velden["7"].gekozen, velden["7"].uitleg) == (False, "Geen van de gebieden past hierbij.")
    assert {een.gekozen for een in velden_van({})} == {None}


def test_the_fields_say_of_which_years_they_are():
    figuur = veldenfiguur_van({})
    assert "Wmo 2007–2014" in figuur.titel
    assert ("2013" in figuur.noot, "eigen voorstel" in figuur.noot) == (True, True)


@RUSTIG
@given(waarden_van(catalogus().vragen))
def test_any_answers_make_right_figures(waarden):
    assert problems(dekkingsfiguur_van(waarden)) + problems(veldenfiguur_van(waarden)) == []


@RUSTIG
@given(st.fixed_dictionaries({}, optional={vraag: waarden_bij(vraag) for vraag in (GEBIEDEN, LEDEN, DISCIPLINES)}))
def test_odd_answers_make_right_figures_too(waarden):
    assert problems(dekkingsfiguur_van(waarden)) + problems(veldenfiguur_van(waarden)) == []
