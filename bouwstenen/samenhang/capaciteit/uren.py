"""The hours of a team per week, by kind of work."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from bouwstenen.samenhang.capaciteit.getallen import gedeeld, klopt
from bouwstenen.samenhang.gegeven import Gegeven, Rij, as_decimal

TOTAAL, HULP, SCHOLING = "inrichting.bezetting", "inrichting.uren_per_week", "competenties.uren_scholing"
# The other kinds of work, in the order in which they are shown; scholing is per teamlid and per year.
ANDER_WERK = {
    "preventie": "inrichting.uren_preventie",
    "opbouwwerk": "inrichting.uren_opbouwwerk",
    "overleg": "inrichting.uren_overleg",
    "scholing": SCHOLING,
}
MEEGETELD, WEKEN, TEAM = "inrichting.overleg_meegeteld", "inrichting.werkweken", "competenties.team"


@dataclass(frozen=True)
class Team:
    """What the table of the team (EX-33) adds up to. uren: None when no row has hours; vrijwilligers: part of them.

    leden: the rows that are no vrijwilliger. onbruikbaar: a row has hours that can't be true.
    """

    rijen: int = 0
    leden: int = 0
    uren: Decimal | None = None
    vrijwilligers: Decimal = Decimal(0)
    onbruikbaar: bool = False


@dataclass(frozen=True, kw_only=True)
class Uren:
    """All in hours per week; None is not given.

    hulp: for individual help; where only the total was given (is_rest), what the other work leaves of it. ander: by
    kind. bovenop: overleg comes on top of the total, so it is no part of it.
    """

    totaal: Decimal | None
    hulp: Decimal | None
    is_rest: bool
    ander: Mapping[str, Decimal | None]
    bovenop: bool
    team: Team

    @property
    def ander_som(self) -> Decimal:
        """The other work that is done within the total."""
        return sum((uren for soort, uren in self.ander.items() if uren and self.telt_mee(soort)), Decimal(0))

    @property
    def som(self) -> Decimal:
        """All work that was given, within the total."""
        return self.ander_som + (self.hulp or 0)

    def telt_mee(self, soort: str) -> bool:
        return not (soort == "overleg" and self.bovenop)


def uren_van(gegeven: Gegeven, getallen: Mapping[str, Decimal]) -> Uren:
    """getallen: the numbers that can be true, by the key of their vraag."""
    team = team_van(gegeven)
    ander = {soort: getallen.get(vraag) for soort, vraag in ANDER_WERK.items()}
    if ander["scholing"] is not None:
        ander["scholing"] = gedeeld(ander["scholing"] * team.leden, getallen.get(WEKEN)) if team.leden else None
    gegeven_uren = Uren(
        totaal=getallen.get(TOTAAL),
        hulp=getallen.get(HULP),
        is_rest=False,
        ander=ander,
        bovenop=gegeven.bevat(MEEGETELD, "nee"),
        team=team,
    )
    return with_rest(gegeven_uren)


def with_rest(uren: Uren) -> Uren:
    """The same hours; where only the hours for help are missing, they are what the other work leaves."""
    if uren.hulp is not None or uren.totaal is None:
        return uren
    return replace(uren, hulp=max(uren.totaal - uren.ander_som, Decimal(0)), is_rest=True)


def team_van(gegeven: Gegeven) -> Team:
    rijen = gegeven.rijen(TEAM)
    uren = {nummer: getal for nummer, rij in enumerate(rijen) if (getal := as_decimal(rij.get("uren"))) is not None}
    goed = {nummer: abs(getal) for nummer, getal in uren.items() if klopt(getal)}
    return Team(
        rijen=len(rijen),
        leden=sum(not is_vrijwilliger(rij) for rij in rijen),
        uren=sum(goed.values(), Decimal(0)) if goed else None,
        vrijwilligers=sum((getal for nummer, getal in goed.items() if is_vrijwilliger(rijen[nummer])), Decimal(0)),
        onbruikbaar=len(goed) < len(uren),
    )


def is_vrijwilliger(rij: Rij) -> bool:
    return rij.get("type") == "vrijwilliger"
