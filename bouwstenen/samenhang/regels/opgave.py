"""Regels about the opgave: do goals, focus and results fit each other, and what the team can do?"""

import re
from functools import cache

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels.begrippen import (
    drie_doelen,
    is_breed,
    is_vol,
    mist_kennis,
    noemt_preventie,
    speelt,
)
from bouwstenen.samenhang.regels.regel import regel
from bouwstenen.samenhang.regels.vragen import (
    BEGINMETING,
    DOELEN,
    EIGEN_DOMEINEN,
    FOCUS,
    GEBIEDEN,
    GROEP_OF_PERSOON,
    KRACHTEN,
    PARTIJEN,
    RESULTATEN,
    UITWERKING,
    VEEL_OUDEREN,
)

BESPAREN = "opgave.besparen"
KRACHT_VAN_DE_WIJK = "opgave.krachten"
WEINIG_PARTIJEN = 3  # fewer kinds than this is a short list; eigen voorstel
INTEGRAAL = re.compile(r"\bintegra(al|le)\b")


def wil_zware_zorg_voorkomen(team: Gegeven) -> bool:
    return team.bevat(DOELEN, "samenspel") and team.bevat(UITWERKING, "zware_zorg")


@cache
def tekstvragen() -> tuple[str, ...]:
    return tuple(sleutel for sleutel, vraag in catalogus().vragen.items() if vraag.soort == "tekst")


@cache
def tekstkolommen() -> tuple[tuple[str, str], ...]:
    """The columns with free text, as (key of the tabel, key of the kolom)."""
    kolommen = ((sleutel, kolom) for sleutel, vraag in catalogus().vragen.items() for kolom in vraag.kolommen)
    return tuple((sleutel, kolom.sleutel) for sleutel, kolom in kolommen if kolom.soort == "tekst")


def alle_tekst(team: Gegeven) -> str:
    """Everything that was typed, in lower case."""
    cellen = (cel.casefold() for vraag, kolom in tekstkolommen() for cel in team.cellen(vraag, kolom))
    return "\n".join((team.tekst(*tekstvragen()), *cellen))


@regel("REG-026")
def veerkracht_zonder_opbouwwerk(team: Gegeven) -> bool:
    geen_opbouwwerk = mist_kennis(team, "samenlevingsopbouw", EIGEN_DOMEINEN, "samenlevingsopbouw")
    return team.bevat(DOELEN, "veerkracht") and team.geen_uren("inrichting.uren_opbouwwerk") and geen_opbouwwerk


@regel("REG-049")
def preventie_zonder_uren(team: Gegeven) -> bool:
    belofte = team.bevat(DOELEN, "veerkracht") or noemt_preventie(team)
    return belofte and team.geen_uren("inrichting.uren_preventie")


@regel("REG-050")
def preventie_zonder_taken(team: Gegeven) -> bool:
    return noemt_preventie(team) and team.leeg("inrichting.preventie_taken")


@regel("REG-051")
def drie_doelen_en_een_hoge_caseload(team: Gegeven) -> bool:
    return drie_doelen(team) and is_vol(team)


@regel("REG-062")
def burgers_bepalen_niet_mee(team: Gegeven) -> bool:
    return all(team.leeg(vraag) for vraag in ("opgave.burgers_opgave", "opgave.burgers_team", "opgave.burgers_wie"))


@regel("REG-063")
def eigen_regie_zonder_stem(team: Gegeven) -> bool:
    return team.bevat(KRACHTEN, "eigen_regie") and team.bevat("opgave.burgers_denken_mee", "nee")


@regel("REG-064")
def problemen_zonder_krachten(team: Gegeven) -> bool:
    return team.gevuld("opgave.kenmerken_problematiek") and team.leeg(KRACHT_VAN_DE_WIJK)


@regel("REG-065")
def krachten_niet_benut(team: Gegeven) -> bool:
    return team.gevuld(KRACHT_VAN_DE_WIJK) and team.mist(KRACHTEN, "netwerk")


@regel("REG-069")
def aansluiting_onbekend(team: Gegeven) -> bool:
    return team.leeg("opgave.aansluiting")


@regel("REG-078")
def problemen_die_het_team_niet_oplost(team: Gegeven) -> bool:
    return speelt(team, "werkloosheid", "woningtekort") and team.bevat(DOELEN, "kwetsbaar")


@regel("REG-091")
def individuele_hulp_voor_veerkracht(team: Gegeven) -> bool:
    return team.gekozen(FOCUS) == ("individuele_zorg",) and team.bevat(DOELEN, "veerkracht")


@regel("REG-092")
def collectief_om_te_besparen(team: Gegeven) -> bool:
    besparing = team.bevat(UITWERKING, "middelen") and team.bevat(BESPAREN, "ja")
    return team.bevat(GROEP_OF_PERSOON, "collectief") and besparing


@regel("REG-093")
def minder_hulp_bij_veel_ouderen(team: Gegeven) -> bool:
    zonder_zorg = team.bevat(UITWERKING, "middelen") and team.mist(GEBIEDEN, "somatische_zorg")
    return zonder_zorg and team.bevat(VEEL_OUDEREN, "ja")


@regel("REG-094")
def zelfredzaamheid_los_van_meedoen(team: Gegeven) -> bool:
    return team.bevat("werkprincipes.zelfredzaamheid", "nee") and team.bevat(UITWERKING, "meedoen")


@regel("REG-095")
def eerste_drie_velden_uit_beeld(team: Gegeven) -> bool:
    return team.mist(GEBIEDEN, "samenlevingsopbouw") and team.mist(FOCUS, "toegang", "welzijnsarrangementen")


@regel("REG-096")
def netwerk_naast_budget(team: Gegeven) -> bool:
    """As long as nobody said whether saving money is a motive."""
    return team.bevat(KRACHTEN, "netwerk") and team.bevat(UITWERKING, "middelen") and team.leeg(BESPAREN)


@regel("REG-098")
def resultaten_zonder_oordeel_van_burgers(team: Gegeven) -> bool:
    return team.mist_rij(RESULTATEN, "oordeel", "burgers")


@regel("REG-101")
def geen_resultaten(team: Gegeven) -> bool:
    return team.leeg(RESULTATEN)


@regel("REG-102")
def alleen_cijfers(team: Gegeven) -> bool:
    return team.heeft_rij(RESULTATEN, "soort", "cijfer") and team.mist_rij(RESULTATEN, "soort", "verhaal")


@regel("REG-103")
def zware_zorg_zonder_beginmeting(team: Gegeven) -> bool:
    return wil_zware_zorg_voorkomen(team) and team.leeg(BEGINMETING)


@regel("REG-104")
def zware_zorg_als_doel(team: Gegeven) -> bool:
    return wil_zware_zorg_voorkomen(team)


@regel("REG-122")
def weinig_partijen(team: Gegeven) -> bool:
    return team.aantal(PARTIJEN) < WEINIG_PARTIJEN


@regel("REG-124")
def regionale_partij_zonder_afspraken(team: Gegeven) -> bool:
    return team.heeft_rij("opgave.partijen_lijst", "werkgebied", "regio") and team.leeg("aansturing.afspraken")


@regel("REG-125")
def kwetsbaar_niet_omschreven(team: Gegeven) -> bool:
    return team.bevat(DOELEN, "kwetsbaar") and team.leeg("opgave.doelgroep")


@regel("REG-126")
def integraal_zonder_opgave(team: Gegeven) -> bool:
    return team.leeg("opgave.vraagstuk") and bool(INTEGRAAL.search(alle_tekst(team)))


@regel("REG-129")
def hoge_ambitie_niet_bijgesteld(team: Gegeven) -> bool:
    bijgesteld = team.cellen("afronding.verwachtingen", "bijgesteld")
    return drie_doelen(team) and is_breed(team) and not bijgesteld
