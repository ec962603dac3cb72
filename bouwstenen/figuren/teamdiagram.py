"""Draws a team diagram, of an own team or a prototype: domains behind, teams by their form in front of them."""

from collections.abc import Iterator

from bouwstenen.figuren import teamvormen as vormen
from bouwstenen.figuren.kleuren import GROEN, INKT, WIT, ZACHT
from bouwstenen.figuren.letters import wikkel
from bouwstenen.figuren.meetkunde import plus
from bouwstenen.figuren.plaatsing import BOVEN, HART, MARGE, ONDER, Vak, vakken
from bouwstenen.figuren.svg import BREEDTE, GEWOON, REGEL, Deel, Figuur, blad, blok, cirkel, element, lijn
from bouwstenen.figuren.team import BURGER, HUISARTS, INFORMEEL, Teamdiagram, Uitleg
from bouwstenen.figuren.woorden import woorden

NAMEN, TUSSEN = 38.0, 8.0  # the names of the domains, and what is between them and the legend
TEKEN_BREED = 54  # the samples of the legend
LEGENDA_REGELS = 4


def teken(diagram: Teamdiagram) -> Figuur:
    """The drawing with its legend, and a table with everything in it; raises KeyError when an arrow leads nowhere."""
    plekken = vakken(diagram)
    hoog = NAMEN + GEWOON * REGEL * any(domein.onder for domein in diagram.domeinen)
    delen = [*achtergrond(diagram, plekken, hoog), *voorgrond(diagram, plekken)]
    y = ONDER + hoog + TUSSEN
    for regel in (regel for regel in diagram.legenda if regel.teken != "geen"):
        y, deel = legenda(regel, diagram, y)
        delen += deel
    svg = blad(diagram.titel, diagram.beschrijving, y, *delen, boven=BOVEN - hoog)
    tekst = woorden("team")
    return Figuur(
        diagram.titel, diagram.beschrijving, svg, (tekst["wat"], tekst["toont"]), tuple(tabel(diagram)), diagram.noot
    )


def achtergrond(diagram: Teamdiagram, plekken: dict[str, Vak], hoog: float) -> Iterator[Deel]:
    """Domains with their names, and how far teams reach into them."""
    yield from map(vormen.domein, sorted(diagram.domeinen, key=lambda domein: domein.gekozen))
    yield from (vormen.naam(domein, hoog) for domein in diagram.domeinen)
    yield from (vormen.bereik(een, plekken) for een in diagram.bereik)
    for domein in diagram.domeinen:
        yield from vormen.stip(domein)


def voorgrond(diagram: Teamdiagram, plekken: dict[str, Vak]) -> Iterator[Deel]:
    for team in diagram.teams:
        yield from vormen.lijnen(team, plekken[team.id])
    for team in sorted(diagram.teams, key=lambda team: -plekken[team.id].breed):
        yield from vormen.team(team, plekken[team.id])
    for pijl in diagram.pijlen:
        yield from vormen.pijl(pijl, plekken)
    yield from vormen.burger(plekken[BURGER])
    if diagram.huisarts:
        yield from vormen.huisarts(plekken[HUISARTS])
    if diagram.informeel:
        yield from vormen.informeel(plekken[INFORMEEL])
    for team in diagram.teams:
        yield from vormen.plaat(team, plekken[team.id])


def legenda(regel: Uitleg, diagram: Teamdiagram, y: float) -> tuple[float, list[Deel]]:
    """A sample and its words; where the next one begins."""
    regels = wikkel(regel.tekst, GEWOON, [BREEDTE - TEKEN_BREED - MARGE] * LEGENDA_REGELS)
    hoog = y + GEWOON * REGEL / 2
    deel = [*monster(regel, diagram, hoog), blok(regels, TEKEN_BREED, hoog + GEWOON / 3)]
    return y + max(len(regels), 1) * GEWOON * REGEL + 9, deel


def monster(regel: Uitleg, diagram: Teamdiagram, y: float) -> Iterator[Deel]:
    """The sign that this line explains, as it is drawn above."""
    x, van, naar = TEKEN_BREED / 2 - 2, (MARGE, y), (TEKEN_BREED - 12.0, y)
    if regel.teken == "team":
        vorm = diagram.teams[0].vorm if diagram.teams else "onbekend"
        stijl = vormen.STIJLEN[vorm]
        yield cirkel(x, y, 8.5, **stijl | {"stroke_width": min(float(stijl["stroke_width"] or 0), 5)})
    elif regel.teken == "bereik":
        yield lijn(van, naar, stroke=GROEN, stroke_width=3.5, stroke_dasharray="9 5")
    elif regel.teken == "lijn":
        yield lijn(van, plus(naar, (-8, 0)), stroke=INKT, stroke_width=3)
        yield element("rect", x=naar[0] - 15, y=y - 7, width=14, height=14, fill=INKT)
    elif regel.teken in ("pijl", "heen", "streep"):
        yield from vormen.losse_pijl(van, naar, beide=regel.teken != "heen", streep=regel.teken == "streep")
    else:
        yield STIPPEN[regel.teken](x, y)


STIPPEN = {
    "stip": lambda x, y: cirkel(x, y, 7, fill=INKT),
    "kern": lambda x, y: cirkel(x, y, 9, fill=GROEN),
    "schil": lambda x, y: cirkel(x, y, 8, fill=WIT, stroke=GROEN, stroke_width=3),
    "leeg": lambda x, y: cirkel(
        x, y, 9, fill=WIT, stroke=ZACHT, stroke_width=2.5, stroke_dasharray="2 5", stroke_linecap="round"
    ),
}


def tabel(diagram: Teamdiagram) -> Iterator[tuple[str, str]]:
    """Everything that is drawn, in words."""
    tekst, namen = woorden("team"), namen_van(diagram)
    for domein in diagram.domeinen:
        yield tekst["domein"].format(naam=domein.naam), domein.tekst or domein.onder
    for team in diagram.teams:
        yield tekst["team"].format(naam=team.label), team.tekst
    for een in diagram.bereik:
        heen = [namen[domein] for domein in een.omvat]
        heen += [tekst["deels"].format(naam=namen[domein]) for domein in een.deels]
        yield tekst["bereik"].format(naam=namen[een.team]), "; ".join(heen) or tekst["midden"]
    yield from ((regel.kop, regel.volledig or regel.tekst) for regel in diagram.legenda if regel.kop)
    for pijl in diagram.pijlen:
        woord = tekst["pijl_beide"] if pijl.beide else tekst["pijl_heen"]
        yield tekst["verbinding"], woord.format(van=namen[pijl.van], naar=namen[pijl.naar])
    waar = diagram.burger is None or diagram.burger == HART
    yield namen[BURGER], tekst["burger_midden"] if waar else tekst["burger_buiten"]


def namen_van(diagram: Teamdiagram) -> dict[str, str]:
    tekst = woorden("team")
    eigen = {een.id: een.naam for een in diagram.domeinen} | {een.id: een.label for een in diagram.teams}
    return eigen | {sleutel: tekst[sleutel] for sleutel in (BURGER, HUISARTS, INFORMEEL)}
