"""Regels about the inrichting: breadth, depth, who is there for it, and how several teams fit together."""

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import ANDERS
from bouwstenen.catalogus.voorwaarden import EEN_OF_MEER
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels.begrippen import dekt_niet, helpt_zwaar, is_breed, is_vol, mist_kennis, speelt
from bouwstenen.samenhang.regels.regel import Oordeel, regel
from bouwstenen.samenhang.regels.vragen import (
    AANTAL_TEAMS,
    AFSPRAKEN_TEAMS,
    CASELOAD,
    DOELEN,
    EEN_PLAN,
    EIGEN_DOMEINEN,
    EXTRA_DISCIPLINES,
    FOCUS,
    GEBIEDEN,
    GROEP_OF_PERSOON,
    INTENSITEIT,
    PARTIJEN,
    REGIE_CASUS,
    TEAM,
    TEAMS_WERKEN_SAMEN,
    VERWIJZEN_HOE,
    VERWIJZEN_WANNEER,
    WELKE_FOCUS,
)

WERK_EN_INKOMEN = "inrichting.werk_en_inkomen"
TYPEN = ("generalist", "specialist", "t_shaped")
VEEL_TEAMS = 3  # more than most gemeenten have (000, regel 75–78)


def opsomming(woorden: list[str]) -> str:
    """ "a, b en c"."""
    *eerste, laatste = woorden
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste


@regel("REG-019")
def samenstelling_voor_breedte_en_diepte(team: Gegeven) -> bool:
    return team.gevuld(TEAM) and team.leeg(GEBIEDEN, INTENSITEIT)


@regel("REG-020")
def gebied_zonder_vakmensen(team: Gegeven) -> Oordeel:
    in_team, in_wijk = team.cellen(TEAM, "gebieden"), team.cellen("inrichting.disciplines", "gebied")
    bekend = in_team or (in_wijk and not team.gevuld(TEAM))  # a team that names no gebieden may cover them all
    gekozen = [een for een in catalogus().vragen[GEBIEDEN].opties if team.bevat(GEBIEDEN, een.sleutel)]
    zonder = [een.label for een in gekozen if een.sleutel not in (ANDERS, *in_team, *in_wijk)]
    return {"gebied": opsomming(zonder).lower()} if bekend and zonder else False


@regel("REG-021")
def breedte_of_diepte_onbekend(team: Gegeven) -> bool:
    return team.leeg(GEBIEDEN, INTENSITEIT)


@regel("REG-023")
def zorg_zonder_zorgprofessional(team: Gegeven) -> bool:
    return team.bevat(GEBIEDEN, "somatische_zorg") and dekt_niet(team, "somatische_zorg")


@regel("REG-024")
def werk_zonder_vaste_lijn(team: Gegeven) -> bool:
    return team.bevat(GEBIEDEN, "arbeidsparticipatie") and team.leeg(WERK_EN_INKOMEN)


@regel("REG-025")
def geldzorgen_buiten_het_team(team: Gegeven) -> bool:
    buiten = team.mist(GEBIEDEN, "arbeidsparticipatie") and team.leeg(WERK_EN_INKOMEN)
    return buiten and speelt(team, "geldzorgen", "werkloosheid")


@regel("REG-027")
def samenlevingsopbouw_zonder_vak(team: Gegeven) -> bool:
    geen_vak = mist_kennis(team, "samenlevingsopbouw", EIGEN_DOMEINEN, "samenlevingsopbouw")
    return team.bevat(GEBIEDEN, "samenlevingsopbouw") and geen_vak


@regel("REG-028")
def collectief_buiten_het_team(team: Gegeven) -> bool:
    buiten = team.mist(GEBIEDEN, "samenlevingsopbouw", "vrijwilligerswerk")
    return team.bevat(GROEP_OF_PERSOON, "collectief") and buiten


@regel("REG-029")
def informeel_niet_in_beeld(team: Gegeven) -> bool:
    informeel = team.bevat(GEBIEDEN, "mantelzorg", "vrijwilligerswerk")
    return informeel and not team.bevat(PARTIJEN, "informele_verbanden")


@regel("REG-030")
def veiligheid_zonder_partner(team: Gegeven) -> bool:
    return team.bevat(GEBIEDEN, "veiligheid") and dekt_niet(team, "veiligheid")


@regel("REG-032")
def breed_team_loopt_vol(team: Gegeven) -> bool:
    return team.bevat(EEN_OF_MEER, "een") and is_breed(team) and (is_vol(team) or team.leeg(CASELOAD))


@regel("REG-033")
def teams_zonder_afspraken(team: Gegeven) -> bool:
    return team.bevat(EEN_OF_MEER, "meerdere") and team.leeg(TEAMS_WERKEN_SAMEN, AFSPRAKEN_TEAMS)


@regel("REG-034")
def een_plan_over_twee_teams(team: Gegeven) -> bool:
    return team.bevat(WELKE_FOCUS, "jeugd") and team.bevat(EEN_PLAN, "ja") and team.leeg(REGIE_CASUS)


@regel("REG-035")
def toegang_met_zware_begeleiding(team: Gegeven) -> bool:
    return team.gekozen(FOCUS) == ("toegang",) and helpt_zwaar(team)


@regel("REG-036")
def toegang_met_vooral_specialisten(team: Gegeven) -> bool:
    typen = [een for een in team.cellen(TEAM, "type") if een in TYPEN]
    return team.bevat(FOCUS, "toegang") and typen.count("specialist") * 2 > len(typen)


@regel("REG-040")
def verwijzen_onbekend(team: Gegeven) -> bool:
    return team.leeg(VERWIJZEN_WANNEER, VERWIJZEN_HOE)


@regel("REG-041")
def bovengrens_zonder_ondergrens(team: Gegeven) -> bool:
    return team.gevuld(VERWIJZEN_WANNEER) and team.leeg("inrichting.ondergrens")


@regel("REG-042")
def schakelteam_zonder_route(team: Gegeven) -> bool:
    return team.bevat(FOCUS, "schakelfunctie") and team.leeg(VERWIJZEN_HOE)


@regel("REG-047")
def welzijn_in_een_apart_team(team: Gegeven) -> bool:
    return team.bevat(WELKE_FOCUS, "welzijn") and team.leeg(TEAMS_WERKEN_SAMEN)


@regel("REG-048")
def gezinnen_zonder_kennis_van_jeugd(team: Gegeven) -> bool:
    gezinnen = team.bevat(EEN_OF_MEER, "een") or team.bevat(WELKE_FOCUS, "jeugd")
    return gezinnen and mist_kennis(team, "jeugd", EXTRA_DISCIPLINES, "jeugdzorg", "opvoedingsondersteuning")


@regel("REG-053")
def geen_uren_om_te_toetsen(team: Gegeven) -> bool:
    uren = ("inrichting.uren_per_vraag", "inrichting.uren_per_week", "inrichting.fte", "inrichting.bezetting")
    return all(team.leeg(vraag) for vraag in uren)


@regel("REG-054")
def zichtbaar_maar_zelden_samen(team: Gegeven) -> bool:
    zelden = team.bevat("inrichting.ritme_overleg", "enkele_keren_per_jaar")
    return team.bevat("opgave.aanwezig_in_wijk", "ja") and zelden


@regel("REG-055")
def toegang_zonder_plek(team: Gegeven) -> bool:
    return team.leeg("inrichting.werkplek") and team.bevat(FOCUS, "toegang")


@regel("REG-058")
def wachttijd_achter_het_team(team: Gegeven) -> bool:
    lang = team.haalt("inrichting.wachttijd", "inrichting.grens_wachttijd")
    return lang and team.bevat(DOELEN, "samenspel")


@regel("REG-059")
def overleg_telt_niet_mee(team: Gegeven) -> bool:
    return team.bevat("inrichting.overleg_meegeteld", "nee")


@regel("REG-068")
def veel_teams_in_een_kleine_gemeente(team: Gegeven) -> bool:
    teams, inwoners = team.getal(AANTAL_TEAMS), "gebiedsanalyse.inwoners_gemeente"
    klein = team.gevuld(inwoners) and not team.haalt(inwoners, "inrichting.grens_kleine_gemeente")
    return klein and teams is not None and teams > VEEL_TEAMS


@regel("REG-119")
def meer_teams_zonder_ingang(team: Gegeven) -> bool:
    ingang = team.bevat("inrichting.een_ingang", "nee")
    return team.bevat(EEN_OF_MEER, "meerdere") and team.bevat(FOCUS, "toegang") and ingang


@regel("REG-121")
def geen_contact_voor_de_huisarts(team: Gegeven) -> bool:
    return team.leeg("inrichting.huisarts")
