"""What several regels mean by the same words: a broad team, a caseload that is too high, knowledge that is missing."""

from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels.vragen import (
    CASELOAD,
    CASELOAD_GRENS,
    DOELEN,
    GEBIEDEN,
    GRENS_GEBIEDEN,
    INTENSITEIT,
    PRINCIPES,
    PROBLEMEN,
    TEAM,
)

LANGDURIG = 3  # step of the scale for the intensiteit; from here on help is long or heavy; eigen voorstel


def drie_doelen(team: Gegeven) -> bool:
    return team.aantal(DOELEN) == 3


def is_breed(team: Gegeven) -> bool:
    """Whether the team works on as many gebieden as the gemeente calls broad; our proposal is 6 of 8."""
    aantal, grens = team.aantal(GEBIEDEN), team.drempel(GRENS_GEBIEDEN)
    return grens is not None and 0 < aantal >= grens


def is_vol(team: Gegeven) -> bool:
    """Whether the caseload is above the limit that the gemeente set; no source names a number."""
    caseload, grens = team.getal(CASELOAD), team.getal(CASELOAD_GRENS)
    return caseload is not None and grens is not None and caseload > grens


def helpt_zwaar(team: Gegeven) -> bool:
    """Whether the team itself gives help that is long or heavy."""
    return team.minstens(INTENSITEIT, LANGDURIG)


def speelt(team: Gegeven, *themas: str) -> bool:
    """Whether one of the problems in the area is about one of these themas."""
    return team.heeft_rij(PROBLEMEN, "thema", *themas)


def noemt_preventie(team: Gegeven) -> bool:
    """Whether the principles speak of preventie, or of preventief working."""
    return team.noemt("preventi", PRINCIPES)


def dekt_niet(team: Gegeven, gebied: str) -> bool:
    """Whether the team tells which gebieden its functies cover, and none covers this one.

    A team of which nobody filled in that column tells nothing about what is missing.
    """
    gedekt = team.cellen(TEAM, "gebieden")
    return bool(gedekt) and gebied not in gedekt


def mist_kennis(team: Gegeven, gebied: str, vraag: str, *opties: str) -> bool:
    """Whether nobody has this knowledge: not by the competenties for complex questions, not by who is in the team.

    Each of the two counts when it was answered; the competenties are only asked at a team with complex questions.
    """
    genoemd = team.bevat(vraag, *opties) or team.heeft_rij(TEAM, "gebieden", gebied)
    return not genoemd and (team.gevuld(vraag) or dekt_niet(team, gebied))
