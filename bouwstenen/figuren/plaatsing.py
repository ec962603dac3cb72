"""Where everything in a team diagram stands: domains around the middle, teams in their domains."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from bouwstenen.figuren.letters import breedte, past, wikkel
from bouwstenen.figuren.meetkunde import Punt, afstand, midden, min_, plus, richting
from bouwstenen.figuren.svg import BREEDTE, GEWOON, REGEL
from bouwstenen.figuren.team import BURGER, DOMEINEN, HUISARTS, INFORMEEL, Domein, Team, Teamdiagram

BOVEN = 64.0  # where the upper domains begin
HALF = BREEDTE / 2
STRAAL, KLEIN = 122.0, 100.0
UIT_MIDDEN = 112.0
HART: Punt = (HALF, BOVEN + STRAAL + UIT_MIDDEN)
ONDER = HART[1] + UIT_MIDDEN + STRAAL  # the lower edge of the domains
PLEKKEN: dict[str, Punt] = {
    domein: (HART[0] + (-1, 1)[nummer % 2] * UIT_MIDDEN, HART[1] + (-1, 1)[nummer // 2] * UIT_MIDDEN)
    for nummer, domein in enumerate(DOMEINEN)
}
BURGER_STRAAL = 36.0
# A team around the burger, around the burger beside other teams, in its domain, and one of several there.
BREED_TEAM, OM_BURGER, TEAM, KLEIN_TEAM = 104.0, 62.0, 48.0, 32.0
STROOK_HOOG = 38.0
KOLOM, RIJ = 112.0, 220.0  # over which teams that share a base are spread
NAAR_BUITEN = 24.0  # away from the middle, for more room around the burger
SMAL_NAAM, BREED_NAAM = 212.0, 300.0
MARGE = 6  # from the edge of the drawing
HUISARTS_VAK = (47.0, 17.0)


@dataclass(frozen=True)
class Vak:
    """The room that something takes: half its width and half its height around its middle.

    plaat: the plate with the name of a team, over the edge of its shape.
    """

    hart: Punt
    breed: float
    hoog: float
    rond: bool = True
    plaat: "Plaat | None" = None

    def rand(self, naar: Punt, ruimte: float = 0) -> Punt:
        """Where a line from the middle to a point leaves the shape and its plate, and some room further."""
        wijzer = richting(self.hart, naar)
        lengte = self.breed if self.rond else uit_vierkant((0, 0), self.breed, self.hoog, wijzer)
        if self.plaat:
            lengte = max(lengte, uit_vierkant(min_(self.plaat.hart, self.hart), *self.plaat.maten, wijzer))
        return plus(self.hart, wijzer, lengte + ruimte)

    def bevat(self, ander: "Vak") -> bool:
        """Whether the other one stands inside it."""
        afstand = max(abs(self.hart[0] - ander.hart[0]), abs(self.hart[1] - ander.hart[1]))
        return self.rond and afstand + ander.breed <= self.breed


@dataclass(frozen=True)
class Plaat:
    """The name of a team in lines, and the box around it (half its width and height)."""

    regels: tuple[str, ...]
    hart: Punt
    maten: tuple[float, float]


def uit_vierkant(hart: Punt, breed: float, hoog: float, wijzer: Punt) -> float:
    """How far a line from (0, 0) runs until it leaves a box; 0 when it misses the box."""
    binnen, buiten = 0.0, inf
    for midden_, half, deel in ((hart[0], breed, wijzer[0]), (hart[1], hoog, wijzer[1])):
        if abs(deel) < 1e-9:
            if abs(midden_) > half:
                return 0.0
            continue
        een, ander = sorted(((midden_ - half) / deel, (midden_ + half) / deel))
        binnen, buiten = max(binnen, een), min(buiten, ander)
    return buiten if buiten >= binnen else 0.0


def schijf(hart: Punt, straal: float) -> Vak:
    return Vak(hart, straal, straal)


def vakken(diagram: Teamdiagram) -> dict[str, Vak]:
    """The room of everything that an arrow may lead to, by its id."""
    teams = dict(team_vakken(diagram.teams))
    gevonden = {domein.id: schijf(*anker(domein)) for domein in diagram.domeinen}
    gevonden |= {BURGER: schijf(diagram.burger or HART, BURGER_STRAAL), **teams}
    if diagram.huisarts:
        gevonden[HUISARTS] = Vak(naast("DOM-2", teams, (50, -56), (62, 78)), *HUISARTS_VAK, rond=False)
    if diagram.informeel:
        gevonden[INFORMEEL] = schijf(naast("DOM-4", teams, (66, 68), (60, -76)), 24)
    return gevonden


def naast(domein: str, teams: dict[str, Vak], vrij: Punt, anders: Punt) -> Punt:
    """A place in a domain: the first one, or the other one when a team stands there already."""
    bezet = any(afstand(vak.hart, PLEKKEN[domein]) < TEAM for vak in teams.values())
    return plus(PLEKKEN[domein], anders if bezet else vrij)


def anker(domein: Domein) -> tuple[Punt, float]:
    """Where arrows to a domain end: at somebody who works there, else in its middle."""
    return (domein.stip, 7) if domein.stip else (PLEKKEN[domein.id], 0)


def team_vakken(teams: tuple[Team, ...]) -> Iterator[tuple[str, Vak]]:
    """Teams with one base share its room."""
    bases = {team.id: basis(team) for team in teams if team.plek is None}
    for team in teams:
        if team.plek:
            yield team.id, vak_op(team, team.plek, TEAM)
            continue
        hier = bases[team.id]
        samen = [een for een, plek in bases.items() if plek == hier]
        yield team.id, vak_op(team, *verdeeld(hier, samen.index(team.id), len(samen), len(bases)))


def vak_op(team: Team, plek: Punt, straal: float) -> Vak:
    straal = team.straal or straal
    if team.strook:
        return Vak(plek, straal, STROOK_HOOG / 2, rond=False)
    return replace(schijf(plek, straal), plaat=plaat(team, plek, straal))


def plaat(team: Team, plek: Punt, straal: float) -> Plaat | None:
    """The plate of a team that stands here; None when its name stands inside its shape."""
    breed, kant = ruimte_voor_naam(plek, straal)
    twee = straal >= TEAM and not past(team.label, GEWOON, [breed])
    regels = wikkel(team.label, GEWOON, [breed] * (1 + twee))
    if team.kern or not regels:
        return None
    half, hoog = max(breedte(regel, GEWOON) for regel in regels) / 2 + 12, len(regels) * GEWOON * REGEL / 2 + 4
    if kant == "rechts":
        return Plaat(regels, plus(plek, (straal + half - 14, 18)), (half, hoog))
    buiten = straal + 3 if (team.naam or kant) == "onder" else -straal - 3
    return Plaat(regels, plus(plek, (0, buiten)), (half, hoog))


def ruimte_voor_naam(plek: Punt, straal: float) -> tuple[float, str]:
    """How wide a name may be and on which side it stands: away from the middle, and from arrows to the burger."""
    if (plek, straal) == (HART, OM_BURGER):
        return BREEDTE - HALF - OM_BURGER - 4 * MARGE, "rechts"
    vrij = 2 * min(plek[0], BREEDTE - plek[0]) - 4 * MARGE
    return min(vrij, BREED_NAAM if straal > OM_BURGER else SMAL_NAAM), "boven" if plek[1] < HART[1] - 10 else "onder"


def basis(team: Team) -> Punt:
    """In its domain, between two that touch, else in the middle of all."""
    punten = [PLEKKEN[domein] for domein in DOMEINEN if domein in team.domeinen]
    naast = len({x for x, _ in punten}) == 1 or len({y for _, y in punten}) == 1
    return midden(punten) if naast else HART


def verdeeld(hier: Punt, nummer: int, samen: int, alle: int) -> tuple[Punt, float]:
    """The place and size of one of the teams that share a base: beside each other in the middle, else in a column."""
    deel = nummer / (samen - 1) - 0.5 if samen > 1 else 0.0
    if hier != HART:
        buiten = plus(hier, richting(HART, hier), NAAR_BUITEN) if alle > 1 or hier not in PLEKKEN.values() else hier
        return plus(buiten, (0, KOLOM * deel)), TEAM if samen == 1 else KLEIN_TEAM
    if samen == 1:
        return HART, BREED_TEAM if alle == 1 else OM_BURGER
    return plus(HART, (RIJ * deel, 0)), KLEIN_TEAM


def opgeschoven(vak: Vak, dx: float, dy: float) -> Vak:
    return replace(vak, hart=plus(vak.hart, (dx, dy)))
