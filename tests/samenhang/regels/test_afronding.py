"""Each regel about the afronding: what fires it, what just does not, and what no answers give."""

import pytest

from tests.samenhang.regels.gevallen import Geval, gaat_af
from tests.samenhang.regels.waarden import NOG_NIET, keuze, tabel

VORM = "vormgeving.vorm"
PRINCIPES = {"werkprincipes.principes": "Dichtbij en samen"}
ACTIES, MOMENTEN = "afronding.acties", {"afronding.evaluatiemomenten": tabel({"moment": "Na een half jaar"})}
VAN_HET_TEAM = {ACTIES: tabel({"actie": "Kennismaken", "wie": keuze("team")})}
VAN_DE_GEMEENTE = {ACTIES: tabel({"wie": keuze("team")}, {"wie": {"keuze": "gemeente", "naam": "Wijken"}})}

GEVALLEN = [
    Geval("REG-100", PRINCIPES | VAN_HET_TEAM, VAN_DE_GEMEENTE),
    Geval("REG-100", PRINCIPES | VAN_HET_TEAM, {ACTIES: None}),
    Geval("REG-100", PRINCIPES | VAN_HET_TEAM, {"werkprincipes.principes": None}),
    Geval("REG-127", VAN_HET_TEAM, MOMENTEN, leeg=True),
    Geval("REG-127", MOMENTEN, VAN_HET_TEAM, leeg=True),
    Geval("REG-128", {VORM: keuze("integraal")}, {"afronding.begeleiding": keuze("coach")}),
    Geval("REG-128", {VORM: keuze("geintegreerd")}, {VORM: keuze("samenwerkingsverband")}),
]


@pytest.mark.parametrize("rijen", [tabel(), tabel({}), tabel({"actie": ""})])
def test_a_table_of_empty_rows_is_no_plan(rijen):
    assert gaat_af("REG-127", MOMENTEN | {ACTIES: rijen})
    assert not gaat_af("REG-100", PRINCIPES | {ACTIES: rijen})


def test_an_action_for_somebody_named_is_not_one_for_the_gemeente():
    assert gaat_af("REG-100", PRINCIPES | {ACTIES: tabel({"actie": "Plan maken", "wie": {"naam": "Gemeente"}})})


@pytest.mark.parametrize("keuzes", [keuze("geen"), {"naam": "Een bureau"}])
def test_no_guidance_is_a_choice_too(keuzes):
    assert not gaat_af("REG-128", {VORM: keuze("integraal"), "afronding.begeleiding": keuzes})


def test_guidance_that_is_not_decided_is_none():
    assert gaat_af("REG-128", {VORM: keuze("integraal"), "afronding.begeleiding": NOG_NIET})


def test_without_a_form_nobody_asks_for_guidance():
    assert not gaat_af("REG-128", {VORM: NOG_NIET})
