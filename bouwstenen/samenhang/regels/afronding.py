"""Regels about the afronding: does the plan lead anywhere?"""

from bouwstenen.catalogus.voorwaarden import TEAMS, VORM
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels.regel import regel
from bouwstenen.samenhang.regels.vragen import PRINCIPES

ACTIES = "afronding.acties"


@regel("REG-100")
def geen_actie_voor_de_gemeente(team: Gegeven) -> bool:
    return team.gevuld(PRINCIPES) and team.mist_rij(ACTIES, "wie", "gemeente")


@regel("REG-127")
def geen_plan_om_bij_te_stellen(team: Gegeven) -> bool:
    return team.leeg(ACTIES, "afronding.evaluatiemomenten")


@regel("REG-128")
def niemand_begeleidt(team: Gegeven) -> bool:
    return team.bevat(VORM, *TEAMS) and team.leeg("afronding.begeleiding")
