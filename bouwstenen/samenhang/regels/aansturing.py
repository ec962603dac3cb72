"""Regels about the aansturing: leading, answering for, deciding, and the money that goes with it."""

from bouwstenen.catalogus.voorwaarden import INTEGRAAL, TEAMS, VORM
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels.begrippen import speelt
from bouwstenen.samenhang.regels.regel import regel
from bouwstenen.samenhang.regels.vragen import (
    AANTAL_TEAMS,
    AFSPRAKEN_TEAMS,
    EEN_PLAN,
    FINANCIERING,
    FOCUS,
    FRAUDE_MELDEN,
    GEBIEDEN,
    GELD_DUIDELIJK,
    GELDSTROMEN,
    GENERALIST_EN_SPECIALIST,
    LEIDING,
    MANDAAT_OMVANG,
    MANDAAT_PER_BESLUIT,
    OPDRACHT_TEAMLEIDER,
    REGIE_CASUS,
    VERANTWOORDING,
    WERKGEVER,
)

VEEL_TEAMLEIDERS = 3  # in three years; eigen voorstel
BINNEN_REGELS, RUIM = 2, 3  # steps of the scale for the mandaat
WEINIG_STEUN = 2  # of 5


def geld_onbekend(team: Gegeven) -> bool:
    """Neither of the two questions about the geldstromen was answered."""
    return team.leeg(GELD_DUIDELIJK) and team.leeg(GELDSTROMEN)


@regel("REG-016")
def nieuwe_rechtspersoon(team: Gegeven) -> bool:
    return team.bevat("aansturing.eigen_rechtsvorm", "ja") and team.leeg("aansturing.band_moederorganisatie")


@regel("REG-017")
def in_dienst_van_de_gemeente(team: Gegeven) -> bool:
    return team.bevat(WERKGEVER, "gemeente")


@regel("REG-045")
def kennis_van_collegas_niet_benut(team: Gegeven) -> bool:
    return team.is_nodig(GENERALIST_EN_SPECIALIST) and team.leeg("aansturing.kennis_collegas")


@regel("REG-056")
def veel_teamleiders(team: Gegeven) -> bool:
    aantal = team.getal("aansturing.teamleiders_drie_jaar")
    return aantal is not None and aantal >= VEEL_TEAMLEIDERS


@regel("REG-060")
def zelfstandig_zonder_steun(team: Gegeven) -> bool:
    return team.bevat(VORM, *TEAMS) and team.hoogstens("aansturing.steun", WEINIG_STEUN)


@regel("REG-083")
def fraude_melden_zonder_afspraak(team: Gegeven) -> bool:
    waarover = team.cellen(VERANTWOORDING, "waarover")
    return team.bevat(FRAUDE_MELDEN, "ja") and not waarover and team.telt(VERANTWOORDING)


@regel("REG-084")
def een_plan_zonder_regievoerder(team: Gegeven) -> bool:
    return team.bevat(EEN_PLAN, "ja") and team.leeg(REGIE_CASUS)


@regel("REG-107")
def leider_zonder_opdracht(team: Gegeven) -> bool:
    """A team that leads itself has no teamleider."""
    return team.mist(LEIDING, "team") and team.leeg(OPDRACHT_TEAMLEIDER)


@regel("REG-108")
def meewerkende_leider_zonder_opdracht(team: Gegeven) -> bool:
    return team.bevat("aansturing.meewerkend_teamleider", "ja") and team.leeg(OPDRACHT_TEAMLEIDER)


@regel("REG-109")
def geen_gesprek_met_beleid(team: Gegeven) -> bool:
    return team.leeg("aansturing.gesprek_beleid_uitvoering")


@regel("REG-110")
def verantwoording_aan_losse_afdelingen(team: Gegeven) -> bool:
    return team.cellen(VERANTWOORDING, "aan_wie").count("afdeling") >= 2


@regel("REG-111")
def geldstromen_niet_duidelijk(team: Gegeven) -> bool:
    return geld_onbekend(team) or team.bevat(GELD_DUIDELIJK, "nee")


@regel("REG-112")
def vrije_toegang_per_indicatie(team: Gegeven) -> bool:
    return team.bevat(FOCUS, "toegang") and team.bevat(FINANCIERING, "per_indicatie")


@regel("REG-113")
def integraal_met_losse_budgetten(team: Gegeven) -> bool:
    verdeeld = team.aantal(FINANCIERING) >= 2 or team.aantal(GELDSTROMEN) >= 2
    return team.bevat(VORM, INTEGRAAL) and verdeeld and team.mist(FINANCIERING, "wijkbudget")


@regel("REG-114")
def uren_zonder_betaling(team: Gegeven) -> bool:
    return team.heeft_rij(GELDSTROMEN, "vorm", "uren")


@regel("REG-115")
def ruimte_zonder_verantwoording(team: Gegeven) -> bool:
    return team.minstens(MANDAAT_OMVANG, RUIM) and team.leeg(VERANTWOORDING)


@regel("REG-116")
def beslissen_zonder_budget(team: Gegeven) -> bool:
    return team.minstens(MANDAAT_OMVANG, BINNEN_REGELS) and geld_onbekend(team)


@regel("REG-117")
def niemand_beslist_over_nieuwe_client(team: Gegeven) -> bool:
    open_besluit = not team.heeft_rij(MANDAAT_PER_BESLUIT, "besluit", "nieuwe_client")
    return team.bevat(FOCUS, "toegang") and open_besluit and team.telt(MANDAAT_PER_BESLUIT)


@regel("REG-118")
def geen_toegang_tot_werk_en_wonen(team: Gegeven) -> bool:
    nodig = team.bevat(GEBIEDEN, "arbeidsparticipatie") or speelt(team, "woningtekort")
    return nodig and team.mist_rij(MANDAAT_PER_BESLUIT, "besluit", "toegang")


@regel("REG-120")
def een_organisatie_meer_teams(team: Gegeven) -> bool:
    teams = team.getal(AANTAL_TEAMS)
    een_werkgever = team.bevat(WERKGEVER, "stedelijke_organisatie")
    return een_werkgever and teams is not None and teams > 1 and team.leeg(AFSPRAKEN_TEAMS)


@regel("REG-123")
def nieuwe_functie_zonder_afspraak(team: Gegeven) -> bool:
    return team.bevat("competenties.nieuwe_functie", "ja") and team.leeg(AFSPRAKEN_TEAMS)
