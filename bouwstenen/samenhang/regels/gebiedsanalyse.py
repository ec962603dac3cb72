"""Regels about the gebiedsanalyse: is it complete, and does the team fit what it says?"""

from bouwstenen.catalogus.voorwaarden import EEN_OF_MEER
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels.begrippen import dekt_niet, speelt
from bouwstenen.samenhang.regels.regel import regel
from bouwstenen.samenhang.regels.vragen import AANTAL_TEAMS, PROBLEMEN, VEEL_OUDEREN


@regel("REG-031")
def functie_mist_die_bij_de_wijk_hoort(team: Gegeven) -> bool:
    onveilig = speelt(team, "onveiligheid") and dekt_niet(team, "veiligheid")
    return onveilig or (team.bevat(VEEL_OUDEREN, "ja") and dekt_niet(team, "somatische_zorg"))


@regel("REG-066")
def een_analyse_voor_teams_per_wijk(team: Gegeven) -> bool:
    aantal = team.getal(AANTAL_TEAMS)
    teams = team.bevat(EEN_OF_MEER, "meerdere") or (aantal is not None and aantal > 1)
    return team.bevat("gebiedsanalyse.schaal", "gemeente") and teams


@regel("REG-067")
def een_team_voor_verschillende_buurten(team: Gegeven) -> bool:
    return team.bevat("gebiedsanalyse.grote_verschillen", "ja") and team.getal(AANTAL_TEAMS) == 1


@regel("REG-070")
def gebiedsanalyse_niet_compleet(team: Gegeven) -> bool:
    geen_bevolking = team.leeg("gebiedsanalyse.cijfers") and team.leeg("gebiedsanalyse.bevolking_beeld")
    return geen_bevolking or team.leeg(PROBLEMEN, "gebiedsanalyse.infrastructuur")
