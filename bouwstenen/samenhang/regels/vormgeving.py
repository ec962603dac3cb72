"""Regels about the vormgeving: does the form fit what the team may and must do?"""

from bouwstenen.catalogus.voorwaarden import GEINTEGREERD, INTEGRAAL, SAMENWERKINGSVERBAND, TEAMS, VORM
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels.begrippen import helpt_zwaar
from bouwstenen.samenhang.regels.regel import regel
from bouwstenen.samenhang.regels.vragen import (
    FINANCIERING,
    LEIDING,
    LOOPTIJD,
    MANDAAT_OMVANG,
    MANDAAT_PER_BESLUIT,
    REGIE,
    REGIE_CASUS,
    VERANTWOORDING,
)

ADVIES, RUIM = 1, 3  # steps of the scale for the mandaat; eigen voorstel
TEAMTOETS = "vormgeving.teamtoets"
VOORWAARDEN = 4  # of a team (003, regel 52–55)
EIGEN_CULTUUR = 28  # hours per week in Utrecht (002, regel 1331–1335); no norm


def rapporteert_aan_moeder(team: Gegeven) -> bool:
    """Whether members of the team answer to the organisation they come from."""
    return team.heeft_rij(VERANTWOORDING, "aan_wie", "moederorganisatie")


@regel("REG-001")
def verband_met_mandaat(team: Gegeven) -> bool:
    return team.bevat(VORM, SAMENWERKINGSVERBAND) and team.minstens(MANDAAT_OMVANG, RUIM)


@regel("REG-002")
def integraal_team_zonder_mandaat(team: Gegeven) -> bool:
    return team.bevat(VORM, INTEGRAAL) and team.hoogstens(MANDAAT_OMVANG, ADVIES)


@regel("REG-003")
def integraal_team_met_onbekend_mandaat(team: Gegeven) -> bool:
    return team.bevat(VORM, INTEGRAAL) and team.leeg(MANDAAT_OMVANG) and team.leeg(MANDAAT_PER_BESLUIT)


@regel("REG-004")
def integraal_team_zonder_leidinggevende(team: Gegeven) -> bool:
    return team.bevat(VORM, INTEGRAAL) and team.leeg(LEIDING)


@regel("REG-005")
def leiding_zonder_verantwoording(team: Gegeven) -> bool:
    aan_niemand = team.leeg("vormgeving.verantwoording_aan") and team.leeg(VERANTWOORDING)
    return team.bevat(VORM, INTEGRAAL) and aan_niemand


@regel("REG-006")
def integraal_team_zonder_visie_of_werkwijze(team: Gegeven) -> bool:
    return team.bevat(VORM, INTEGRAAL) and team.leeg("vormgeving.visie", "werkprincipes.basismethodiek")


@regel("REG-008")
def verband_zonder_regie(team: Gegeven) -> bool:
    return team.bevat(VORM, SAMENWERKINGSVERBAND) and team.leeg(REGIE, REGIE_CASUS, "aansturing.eindverantwoordelijk")


@regel("REG-009")
def overleg_met_zware_begeleiding(team: Gegeven) -> bool:
    return team.bevat(VORM, SAMENWERKINGSVERBAND) and helpt_zwaar(team)


@regel("REG-010")
def verband_dat_al_een_team_is(team: Gegeven) -> bool:
    return team.bevat(VORM, SAMENWERKINGSVERBAND) and team.aantal(TEAMTOETS) == VOORWAARDEN


@regel("REG-011")
def team_dat_nog_geen_team_is(team: Gegeven) -> bool:
    return team.bevat(VORM, *TEAMS) and 0 < team.aantal(TEAMTOETS) < VOORWAARDEN


@regel("REG-012")
def band_met_moederorganisatie_onbekend(team: Gegeven) -> bool:
    return team.bevat(VORM, GEINTEGREERD) and team.leeg("aansturing.band_moederorganisatie")


@regel("REG-013")
def dubbele_loyaliteit(team: Gegeven) -> bool:
    gemeente = team.bevat(LEIDING, "gemeente") or team.bevat(REGIE, "gemeente")
    return team.bevat(VORM, GEINTEGREERD) and rapporteert_aan_moeder(team) and gemeente


@regel("REG-014")
def weinig_uren_in_het_team(team: Gegeven) -> bool:
    uren = team.getal("inrichting.uren_per_teamlid")
    return team.bevat(VORM, GEINTEGREERD) and uren is not None and uren < EIGEN_CULTUUR


@regel("REG-015")
def moederorganisaties_sturen_mee(team: Gegeven) -> bool:
    return team.bevat(VORM, INTEGRAAL) and rapporteert_aan_moeder(team)


@regel("REG-018")
def eigen_vorm_zonder_regie_of_verantwoording(team: Gegeven) -> bool:
    return team.bevat(VORM, "eigen") and team.leeg(REGIE, VERANTWOORDING, noemt_vorm=True)


@regel("REG-089")
def partners_die_concurreren(team: Gegeven) -> bool:
    return team.bevat("vormgeving.concurrentie", "ja") and team.bevat(VORM, SAMENWERKINGSVERBAND, GEINTEGREERD)


@regel("REG-105")
def looptijd_onbekend(team: Gegeven) -> bool:
    return team.leeg(LOOPTIJD)


@regel("REG-106")
def blijvend_team_met_projectgeld(team: Gegeven) -> bool:
    return team.bevat(LOOPTIJD, "blijvend") and team.gekozen(FINANCIERING) == ("project",)
