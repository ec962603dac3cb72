"""Each regel about the gebiedsanalyse: what fires it, what just does not, and what no answers give."""

import pytest

from tests.samenhang.regels.gevallen import Geval, gaat_af
from tests.samenhang.regels.waarden import NOG_NIET, keuze, tabel

CIJFERS, BEELD = "gebiedsanalyse.cijfers", "gebiedsanalyse.bevolking_beeld"
PROBLEMEN, PLEKKEN = "gebiedsanalyse.problemen", "gebiedsanalyse.infrastructuur"
SCHAAL, TEAMS, AANTAL = "gebiedsanalyse.schaal", "inrichting.een_of_meer_teams", "aansturing.aantal_teams"
OUDEREN, VERSCHILLEN = "gebiedsanalyse.veel_ouderen", "gebiedsanalyse.grote_verschillen"
TEAM = "competenties.team"
ZORG = {TEAM: tabel({"functie": "Wijkverpleegkundige", "gebieden": ["somatische_zorg"]})}
AGENT = {TEAM: tabel({"functie": "Wijkagent", "gebieden": ["veiligheid"]})}
ONVEILIG = {PROBLEMEN: tabel({"probleem": "Overlast", "thema": "onveiligheid"})}
HELE_GEMEENTE = {SCHAAL: keuze("gemeente")}
COMPLEET = {
    CIJFERS: tabel({"onderwerp": "Inwoners", "waarde": "8000"}),
    PROBLEMEN: tabel({"probleem": "Schulden"}),
    PLEKKEN: tabel({"naam": "Buurthuis"}),
}

GEVALLEN = [
    Geval("REG-031", ONVEILIG | ZORG, AGENT),
    Geval("REG-031", ONVEILIG | ZORG, {PROBLEMEN: tabel({"probleem": "Overlast", "thema": "eenzaamheid"})}),
    Geval("REG-031", {OUDEREN: keuze("ja")} | AGENT, ZORG),
    Geval("REG-031", {OUDEREN: keuze("ja")} | AGENT, {OUDEREN: keuze("nee")}),
    Geval("REG-066", HELE_GEMEENTE | {TEAMS: keuze("meerdere")}, {TEAMS: keuze("een")}),
    Geval("REG-066", HELE_GEMEENTE | {AANTAL: "2"}, {AANTAL: "1"}),
    Geval("REG-066", HELE_GEMEENTE | {AANTAL: "2"}, {SCHAAL: keuze("wijk")}),
    Geval("REG-067", {VERSCHILLEN: keuze("ja"), AANTAL: "1"}, {AANTAL: "2"}),
    Geval("REG-067", {VERSCHILLEN: keuze("ja"), AANTAL: "1.0"}, {VERSCHILLEN: keuze("nee")}),
    Geval("REG-070", COMPLEET | {CIJFERS: None}, {BEELD: "Veel jonge gezinnen"}, leeg=True),
    Geval("REG-070", COMPLEET | {CIJFERS: None}, {CIJFERS: COMPLEET[CIJFERS]}, leeg=True),
    Geval("REG-070", COMPLEET | {PROBLEMEN: None}, {PROBLEMEN: COMPLEET[PROBLEMEN]}, leeg=True),
    Geval("REG-070", COMPLEET | {PLEKKEN: tabel({})}, {PLEKKEN: COMPLEET[PLEKKEN]}, leeg=True),
]


@pytest.mark.parametrize("rijen", [None, tabel(), tabel({}), tabel({"functie": "Wijkagent"}), tabel({"gebieden": []})])
def test_a_team_without_gebieden_does_not_tell_what_is_missing(rijen):
    assert not gaat_af("REG-031", ONVEILIG | {OUDEREN: keuze("ja"), TEAM: rijen})


def test_half_filled_rows_count_for_what_they_say():
    rijen = tabel({"thema": "onveiligheid"}, {"probleem": "Schulden"})
    assert gaat_af("REG-031", {PROBLEMEN: rijen, TEAM: tabel({"functie": "Wijkagent"}, {"gebieden": ["jeugd"]})})


@pytest.mark.parametrize("regel", ["REG-066", "REG-067"])
def test_what_is_not_decided_is_no_choice(regel):
    assert not gaat_af(regel, dict.fromkeys((SCHAAL, TEAMS, VERSCHILLEN), NOG_NIET) | {AANTAL: "1"})


@pytest.mark.parametrize("aantal", ["0", "", None, "een", "9" * 400])
def test_an_odd_number_of_teams_is_not_one_team(aantal):
    assert not gaat_af("REG-067", {VERSCHILLEN: keuze("ja"), AANTAL: aantal})
