"""Draws the pieces of a team diagram, each on the room it got."""

from collections.abc import Iterator, Mapping
from math import pi
from typing import Any

from bouwstenen.figuren.kleuren import GRIJS, GROEN, INKT, LICHTGROEN, RANDEN, VLAKKEN, WIT, ZACHT
from bouwstenen.figuren.letters import wikkel
from bouwstenen.figuren.meetkunde import Punt, contour, gebogen, min_, plus, richting, waaier
from bouwstenen.figuren.plaatsing import (
    BOVEN,
    BURGER_STRAAL,
    HART,
    KLEIN,
    MARGE,
    ONDER,
    PLEKKEN,
    STRAAL,
    Vak,
    opgeschoven,
)
from bouwstenen.figuren.svg import BREEDTE, GEWOON, REGEL, Deel, Stijl, blok, cirkel, element, getal, lijn, punten
from bouwstenen.figuren.team import Bereik, Domein, Pijl, Team
from bouwstenen.figuren.woorden import woorden

STREEP = "12 8"
KORTSTE = 50  # room for an arrow inside a team
STREEPJES = (None, "7 5")  # of an arrow that asks, or is informal
LEEG: Stijl = {"fill": WIT, "stroke": ZACHT, "stroke_dasharray": "2 7", "stroke_linecap": "round"}
STIJLEN: dict[str, dict[str, Any]] = {
    "ring": {"fill": WIT, "fill_opacity": 0.8, "stroke": GROEN, "stroke_width": 9},
    "rand": {"fill": LICHTGROEN, "stroke": GROEN, "stroke_width": 9},
    "vol": {"fill": GROEN, "stroke": GROEN, "stroke_width": 3},
    "eigen": {"fill": LICHTGROEN, "stroke": GROEN, "stroke_width": 3},
    "grijs": {"fill": GROEN, "stroke": GRIJS, "stroke_width": 7},
    "onbekend": {"fill": WIT, "stroke": GROEN, "stroke_width": 3, "stroke_dasharray": "6 6"},
}
DONKER = ("vol", "grijs")


def domein(een: Domein) -> Deel:
    x, y = PLEKKEN[een.id]
    straal = (KLEIN if een.klein else STRAAL) - 2
    stijl = {"fill": VLAKKEN[een.id], "fill_opacity": 0.85, "stroke": RANDEN[een.id]} if een.gekozen else LEEG
    return cirkel(x, y, straal, stroke_width=2.5, **stijl)


def naam(een: Domein, hoog: float) -> Deel:
    """The name at the outer edge of the drawing, and under it a word on it; hoog: the room that both take."""
    links = PLEKKEN[een.id][0] < HART[0]
    y = BOVEN - hoog if PLEKKEN[een.id][1] < HART[1] else ONDER
    x, anker = (MARGE, None) if links else (BREEDTE - MARGE, "end")
    breed = BREEDTE / 2 - MARGE
    regels = wikkel(een.naam, GEWOON, [breed])
    onder = wikkel(een.onder, GEWOON, [breed])
    return Deel(
        blok(regels, x, y + GEWOON + 6, vet=True, anker=anker)
        + blok(onder, x, y + GEWOON + 6 + GEWOON * REGEL, kleur=ZACHT, anker=anker)
    )


def stip(een: Domein) -> Iterator[Deel]:
    if een.stip:
        yield cirkel(*een.stip, 7, fill=INKT, stroke=WIT, stroke_width=2)


def bereik(een: Bereik, vakken: Mapping[str, Vak]) -> Deel:
    """The dashed line: close around its team at 0, around the whole domains at 1."""
    vak = vakken[een.team]
    doelen = [(PLEKKEN[domein], een.ver) for domein in een.omvat] + [(PLEKKEN[d], een.ver / 2) for d in een.deels]
    tot = [plus(vak.hart, min_(doel, vak.hart), deel) for doel, deel in doelen]
    ver = een.ver if doelen else 0
    straal = (vak.breed + 15) * (1 - ver) + (STRAAL - 9) * ver
    if een.om_team or not tot:
        tot.append(vak.hart)
    stijl: Stijl = {"fill": "none", "stroke": GROEN, "stroke_width": 3.5, "stroke_dasharray": STREEP}
    stukken = contour(tot, straal)
    if not stukken:
        return cirkel(*tot[0], straal, **stijl)
    boog = f"A{getal(straal)} {getal(straal)} 0 0 1 "
    pad = "".join(f"{boog if nummer else 'M'}{punten(a)}L{punten(b)}" for nummer, (a, b) in enumerate(stukken))
    return element("path", d=f"{pad}{boog}{punten(stukken[0][0])}Z", stroke_linejoin="round", **stijl)


def lijnen(team: Team, vak: Vak) -> Iterator[Deel]:
    """Lines to moederorganisaties, each ending in a small square, away from the middle."""
    links = vak.hart[0] < HART[0]
    kanten = [pi if links else 0.0] if vak.hart[0] != HART[0] else [pi, 0.0]
    for nummer, kant in enumerate(kanten):
        aantal = len(range(nummer, team.lijnen, len(kanten)))
        for wijzer in waaier(kant, aantal):
            yield from _lijn_met_blokje(plus(vak.hart, wijzer, vak.breed), wijzer)


def _lijn_met_blokje(van: Punt, wijzer: Punt) -> Iterator[Deel]:
    x, y = plus(van, wijzer, 34)
    yield lijn(van, (x, y), stroke=INKT, stroke_width=3)
    yield element("rect", x=x - 7, y=y - 7, width=14, height=14, fill=INKT, stroke=WIT, stroke_width=2)


def team(een: Team, vak: Vak) -> Iterator[Deel]:
    stijl = STIJLEN[een.vorm]
    if een.strook:
        x, y = vak.hart
        yield element("rect", x=x - vak.breed, y=y - vak.hoog, width=2 * vak.breed, height=2 * vak.hoog, rx=8, **stijl)
        yield blok(
            wikkel(een.label, GEWOON, [2 * vak.breed - 16]), x, y + GEWOON / 3, vet=True, kleur=op(een), anker="middle"
        )
        return
    for schuif in (14, 7) if een.stapel else ():
        achter = opgeschoven(vak, schuif, -schuif)
        yield cirkel(*achter.hart, vak.breed, **stijl | {"stroke": WIT if een.vorm in DONKER else stijl["stroke"]})
    dikte = float(stijl["stroke_width"] or 0)
    yield cirkel(*vak.hart, vak.breed - dikte / 2, **stijl)
    if een.vorm == "eigen":
        yield cirkel(*vak.hart, vak.breed - 8, fill="none", stroke=GROEN, stroke_width=3)
    yield from partners(een, vak)
    opschrift = wikkel(een.opschrift, GEWOON, [1.6 * vak.breed] * 2)
    y = vak.hart[1] + opschrift_hoogte(vak) - (len(opschrift) - 1) * GEWOON * REGEL / 2
    yield blok(opschrift, vak.hart[0], y, vet=True, kleur=op(een), anker="middle")


def op(een: Team) -> str:
    return WIT if een.vorm in DONKER else INKT


def opschrift_hoogte(vak: Vak) -> float:
    """Above the burger when that stands in the middle of the team."""
    return -BURGER_STRAAL - 18 if vak.hart == HART and vak.breed > BURGER_STRAAL + 30 else GEWOON / 3


def partners(een: Team, vak: Vak) -> Iterator[Deel]:
    """The partners of an overleg: a core on the ring, others on a thin second ring."""
    if een.schil:
        straal = vak.breed + 30
        yield cirkel(*vak.hart, straal, fill="none", stroke=GROEN, stroke_width=2)
        for wijzer in waaier(-pi / 2, een.schil, 2 * pi / een.schil):
            yield cirkel(*plus(vak.hart, wijzer, straal), 8, fill=WIT, stroke=GROEN, stroke_width=3)
    for wijzer in waaier(-pi / 2, een.kern, 2 * pi / een.kern) if een.kern else ():
        yield cirkel(*plus(vak.hart, wijzer, vak.breed - 4.5), 10, fill=GROEN, stroke=WIT, stroke_width=2.5)


def plaat(een: Team, vak: Vak) -> Iterator[Deel]:
    """The name of a team, on a plate."""
    if vak.plaat is None:
        return
    (x, y), (breed, hoog) = vak.plaat.hart, vak.plaat.maten
    donker = een.vorm != "grijs"
    yield element(
        "rect", x=x - breed, y=y - hoog, width=2 * breed, height=2 * hoog, rx=14,
        fill=GROEN if donker else WIT, stroke=WIT if donker else GRIJS, stroke_width=2.5,
    )  # fmt: skip
    yield blok(vak.plaat.regels, x, y - hoog + GEWOON + 1, vet=True, kleur=WIT if donker else INKT, anker="middle")


def burger(vak: Vak) -> Iterator[Deel]:
    x, y = vak.hart
    yield cirkel(x, y, vak.breed - 1.5, fill=WIT, stroke=INKT, stroke_width=3)
    yield blok([woorden("team")["burger"]], x, y + GEWOON / 3, vet=True, anker="middle")


def huisarts(vak: Vak) -> Iterator[Deel]:
    x, y = vak.hart
    yield element(
        "rect", x=x - vak.breed, y=y - vak.hoog, width=2 * vak.breed, height=2 * vak.hoog, rx=6,
        fill=WIT, stroke=INKT, stroke_width=2.5,
    )  # fmt: skip
    yield blok([woorden("team")["huisarts"]], x, y + GEWOON / 3, anker="middle")


def informeel(vak: Vak) -> Iterator[Deel]:
    """A few people together."""
    for wijzer in waaier(-pi / 2, 5, 2 * pi / 5):
        yield cirkel(*plus(vak.hart, wijzer, 14), 6.5, fill=INKT, stroke=WIT, stroke_width=2)


def pijl(een: Pijl, vakken: Mapping[str, Vak]) -> Iterator[Deel]:
    """From edge to edge, bent around what stands in the way; inside a shape straight down to its edge."""
    van, naar = vakken[een.van], vakken[een.naar]
    stijl = pijlstijl(dun=een.dun, streep=een.streep)
    if van.bevat(naar):
        x, y = naar.hart
        if van.breed - naar.breed > KORTSTE:
            yield from _getrokken((x, y + naar.breed + 4), (x, y + van.breed - 26), een.beide, stijl)
        return
    om = _hindernis(een, van, naar, vakken)
    bocht = gebogen(van.hart, naar.hart, om.hart, om.breed + 12) if om else None
    a, b = van.rand(bocht or naar.hart, 5), naar.rand(bocht or van.hart, 5)
    yield from _getrokken(a, b, een.beide, stijl, bocht)


def losse_pijl(a: Punt, b: Punt, *, beide: bool, streep: bool) -> Iterator[Deel]:
    """An arrow that leads nowhere: for the legend."""
    yield from _getrokken(a, b, beide, pijlstijl(dun=False, streep=streep))


def pijlstijl(*, dun: bool, streep: bool) -> Stijl:
    return {"stroke": INKT, "stroke_width": 1.8 if dun else 3, "stroke_dasharray": STREEPJES[streep]}


def _hindernis(een: Pijl, van: Vak, naar: Vak, vakken: Mapping[str, Vak]) -> Vak | None:
    """The first thing that a straight arrow would cross: not what it joins, nor what stands around that."""
    anderen = [
        vak for sleutel, vak in vakken.items()
        if sleutel not in (een.van, een.naar) and vak.breed > 10 and not (vak.bevat(van) or vak.bevat(naar))
    ]  # fmt: skip
    return next((vak for vak in anderen if gebogen(van.hart, naar.hart, vak.hart, vak.breed + 6)), None)


def _getrokken(a: Punt, b: Punt, beide: bool, stijl: Stijl, bocht: Punt | None = None) -> Iterator[Deel]:
    """A line with its points, bent towards `bocht`; on a light edge, to stand out from whatever is under it."""
    pad = f"M{punten(a)}" + (f"Q{punten(bocht, b)}" if bocht else f"L{punten(b)}")
    kop_b, kop_a = richting(bocht or a, b), richting(bocht or b, a)
    yield element("path", d=pad, fill="none", stroke=WIT, stroke_width=float(stijl["stroke_width"] or 0) + 3.5)
    yield element("path", d=pad, fill="none", **stijl)
    yield _punt(b, kop_b)
    if beide:
        yield _punt(a, kop_a)


def _punt(top: Punt, wijst: Punt) -> Deel:
    x, y = wijst
    voet, opzij = plus(top, wijst, -12), (-y, x)
    hoeken = (plus(top, wijst, 3), plus(voet, opzij, 6.5), plus(voet, opzij, -6.5))
    return element("polygon", points=punten(*hoeken), fill=INKT, stroke=WIT, stroke_width=1)
