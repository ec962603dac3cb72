"""Regels about the competenties: are the people there for what the team has to do?"""

from bouwstenen.catalogus.voorwaarden import COMPLEX, EEN_OF_MEER
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels.begrippen import helpt_zwaar, speelt
from bouwstenen.samenhang.regels.regel import regel
from bouwstenen.samenhang.regels.vragen import (
    DOELEN,
    EXTRA_DISCIPLINES,
    GEBIEDEN,
    GENERALIST_EN_SPECIALIST,
    SCHOLING,
    TEAM,
)

OVERZIEN, DIEP = {"generalist", "t_shaped"}, {"specialist", "t_shaped"}  # who can do which


@regel("REG-022")
def schuldhulp_zonder_kennis(team: Gegeven) -> bool:
    zonder_kennis = team.bevat(COMPLEX, "ja") and not team.bevat(EXTRA_DISCIPLINES, "schuldhulpverlening")
    return team.bevat(GEBIEDEN, "schuldhulp") and zonder_kennis


@regel("REG-037")
def complexe_vragen_zonder_disciplines(team: Gegeven) -> bool:
    return team.bevat(COMPLEX, "ja") and team.leeg(EXTRA_DISCIPLINES)


@regel("REG-038")
def niet_generalist_en_specialist(team: Gegeven) -> bool:
    return team.bevat(COMPLEX, "ja") and team.hoogstens(GENERALIST_EN_SPECIALIST, 2)


@regel("REG-039")
def zwaar_werk_zonder_profiel(team: Gegeven) -> bool:
    meervoudig = team.bevat(DOELEN, "kwetsbaar") and speelt(team, "meervoudig")
    return team.bevat(COMPLEX, "nee") and (meervoudig or helpt_zwaar(team))


@regel("REG-043")
def breed_of_diep_ontbreekt(team: Gegeven) -> bool:
    typen = {*team.cellen(TEAM, "type")} & (OVERZIEN | DIEP)
    return team.bevat(EEN_OF_MEER, "een") and bool(typen) and not (typen & OVERZIEN and typen & DIEP)


@regel("REG-044")
def specialist_zonder_scholing(team: Gegeven) -> bool:
    return team.is_nodig(GENERALIST_EN_SPECIALIST) and team.geen_uren(SCHOLING)


@regel("REG-046")
def lerend_team_zonder_leervorm(team: Gegeven) -> bool:
    return team.bevat("competenties.samenstelling", "lerend_team") and team.leeg("competenties.leervormen")


@regel("REG-057")
def veel_wisselingen(team: Gegeven) -> bool:
    grens = "inrichting.grens_wisselingen"
    weg_of_open = team.som("competenties.verloop", "competenties.vacatures")
    veel_weg = team.is_groot_deel(weg_of_open, "inrichting.fte", grens)
    return veel_weg or team.haalt("competenties.aandeel_zzp", grens)


@regel("REG-072")
def geen_ervaringsdeskundigheid(team: Gegeven) -> bool:
    in_team = "competenties.ervaringsdeskundigen"
    geen = team.bevat(in_team, "nee") or team.leeg(in_team)
    return geen and team.leeg("inrichting.ervaringskennis")


@regel("REG-077")
def vrijwilligers_zonder_scholing(team: Gegeven) -> bool:
    vrijwilligers = team.bevat(GEBIEDEN, "vrijwilligerswerk") and team.heeft_rij(TEAM, "type", "vrijwilliger")
    return vrijwilligers and team.leeg(SCHOLING)
