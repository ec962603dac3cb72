"""The three prototypes of the study, as their source tells them."""

import tomllib

import pytest

from bouwstenen.figuren.prototypen import BESTAND, _diagram, prototypen
from bouwstenen.voorbeelden.loader import read_regels
from tests.voorbeelden.test_ontwerpen import buiten_de_bron

VAST = [
    {"Buurtteams ‘Sociaal’", "Teams U-Centraal", "Sociaal makelaar"},
    {"Backoffice integraal werken", "Frontoffice: loket"},
    {"Netwerkoverleg"},
]
DOMEINEN = ["Hulpverlening/sociaal", "Zorg/fysiek", "Samenleving/participatie", "Informele verbanden"]


def test_they_have_the_labels_of_the_study():
    assert [{team.label for team in een.teams} for een in prototypen()] == VAST
    assert [[domein.naam for domein in een.domeinen] for een in prototypen()] == [DOMEINEN] * 3


def test_what_is_ours_says_so():
    assert [een.noot.startswith("Eigen voorstel: ") for een in prototypen()] == [True] * 3


@pytest.mark.parametrize("een", prototypen(), ids=lambda een: een.titel)
def test_the_lines_they_come_from_exist(een):
    bron = "; ".join(f"002, regel {regels}" for regels in een.bron.removeprefix("002, regel ").split(", "))
    assert (len(read_regels(bron)) > 0, buiten_de_bron(bron)) == (True, [])


@pytest.mark.parametrize("anders", [{"kleur": "groen"}, {"teams": [{"label": "Zonder id"}]}])
def test_a_key_that_is_unknown_or_missing_is_a_mistake(anders):
    tabel = tomllib.loads(BESTAND.read_text(encoding="utf-8"))["figuur"][0]
    with pytest.raises(TypeError):
        _diagram(tabel | anders)
