"""Regels about the werkprincipes: can the team keep what its principles promise?"""

from bouwstenen.catalogus.voorwaarden import TEAMS, VORM
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels.begrippen import speelt
from bouwstenen.samenhang.regels.regel import regel
from bouwstenen.samenhang.regels.vragen import (
    DRANG_EN_DWANG,
    EEN_PLAN,
    FRAUDE_MELDEN,
    KRACHTEN,
    PRINCIPES,
    PRIVACY,
    REGISTRATIE,
    TEAM,
)

# On the scale from 0, zorgen voor, to 10, zorgen dat: from here on it is a strong choice; eigen voorstel.
ZORGEN_DAT = 8


@regel("REG-061")
def zorgen_dat_bij_acute_problemen(team: Gegeven) -> bool:
    return team.minstens("werkprincipes.grondhouding", ZORGEN_DAT) and speelt(team, "acuut")


@regel("REG-071")
def inwoners_horen_niet_wat_verandert(team: Gegeven) -> bool:
    return team.leeg("opgave.communicatie") and team.bevat(KRACHTEN, "eigen_regie", "netwerk")


@regel("REG-073")
def geen_plan_zonder_netwerk(team: Gegeven) -> bool:
    return team.bevat(KRACHTEN, "netwerk") and team.leeg("werkprincipes.zonder_netwerk")


@regel("REG-074")
def geen_tijd_voor_netwerk(team: Gegeven) -> bool:
    return team.bevat(KRACHTEN, "netwerk") and team.bevat("inrichting.tijd_netwerk", "nee")


@regel("REG-075")
def wederkerigheid_zonder_methode(team: Gegeven) -> bool:
    geen_methode = team.leeg("werkprincipes.basismethodiek") and team.leeg("werkprincipes.methoden")
    return team.bevat(KRACHTEN, "wederkerigheid") and geen_methode


@regel("REG-076")
def verplichte_tegenprestatie(team: Gegeven) -> bool:
    verplicht = team.bevat(KRACHTEN, "wederkerigheid") and team.bevat("werkprincipes.tegenprestatie", "verplicht")
    return verplicht and team.bevat(KRACHTEN, "eigen_regie")


@regel("REG-079")
def dilemmas_zonder_moreel_beraad(team: Gegeven) -> bool:
    lastig = team.bevat(KRACHTEN, "wederkerigheid") or team.bevat(FRAUDE_MELDEN, "ja") or team.gevuld(DRANG_EN_DWANG)
    beraad = "werkprincipes.moreel_beraad"
    return lastig and (team.leeg(beraad) or team.bevat(beraad, "nee"))


@regel("REG-080")
def niets_afgesproken_over_dwang(team: Gegeven) -> bool:
    return team.leeg(DRANG_EN_DWANG) and team.bevat(VORM, *TEAMS)


@regel("REG-081")
def dwang_naast_eigen_regie(team: Gegeven) -> bool:
    return team.bevat("werkprincipes.mag_dwingen", "ja") and team.bevat(KRACHTEN, "eigen_regie")


@regel("REG-082")
def fraude_melden_naast_vertrouwen(team: Gegeven) -> bool:
    belangrijk = team.bevat("competenties.persoon_belangrijk", "vanuit_vertrouwen")
    vertrouwen = belangrijk or team.is_nodig("competenties.vanuit_vertrouwen")
    return team.bevat(FRAUDE_MELDEN, "ja") and (vertrouwen or team.bevat(KRACHTEN, "eigen_regie"))


@regel("REG-085")
def een_plan_zonder_informatie(team: Gegeven) -> bool:
    return team.bevat(EEN_PLAN, "ja") and team.leeg(REGISTRATIE, PRIVACY)


@regel("REG-086")
def einde_van_de_hulp_onbekend(team: Gegeven) -> bool:
    eigen_plan = team.bevat(EEN_PLAN, "ja") and team.bevat(KRACHTEN, "eigen_regie")
    return eigen_plan and team.leeg("werkprincipes.afronding")


@regel("REG-087")
def organisaties_zonder_privacyregels(team: Gegeven) -> bool:
    organisaties = {organisatie.casefold() for organisatie in team.cellen(TEAM, "organisatie")}
    return len(organisaties) >= 2 and team.leeg(PRIVACY)


@regel("REG-088")
def geen_registratie(team: Gegeven) -> bool:
    return team.leeg(REGISTRATIE)


@regel("REG-090")
def principes_zonder_methode(team: Gegeven) -> bool:
    return team.gevuld(PRINCIPES) and team.leeg("werkprincipes.basismethodiek")


@regel("REG-097")
def kan_maar_wil_niet(team: Gegeven) -> bool:
    return team.bevat(KRACHTEN, "eigen_regie") and team.leeg("werkprincipes.kan_en_wil")


@regel("REG-099")
def veel_administratie(team: Gegeven) -> bool:
    uren = team.getal("inrichting.uren_overleg")
    veel = team.is_groot_deel(uren, "inrichting.bezetting", "inrichting.grens_overleg")
    return team.gevuld(REGISTRATIE) and veel
