"""What a figure must be: strict SVG that names itself, and no text or shape outside the drawing."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from bouwstenen.figuren import kleuren
from bouwstenen.figuren.letters import breedte
from bouwstenen.figuren.svg import GEWOON, Figuur
from bouwstenen.toegang.kleuren import contrast

NS = "{http://www.w3.org/2000/svg}"
VERBODEN = re.compile(r"\s(style|id|class|on\w+|href|[\w]+:\w+)=", re.ASCII)
ELEMENTEN = {"svg", "title", "desc", "rect", "circle", "path", "polygon", "polyline", "text"}
GETAL = re.compile(r"-?\d+(?:\.\d+)?")
RUIMTE = 1  # for rounding
TEKST, VORM = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11


def problems(figuur: Figuur) -> list[str]:
    """Everything that is wrong, as readable lines; [] for a good figure."""
    try:
        wortel = parsed(figuur.svg)
    except ElementTree.ParseError as fout:
        return [f"no XML: {fout}"]
    return [*namen(wortel, figuur), *taal(wortel, figuur), *buiten(wortel), *klein(wortel), *tabel(figuur)]


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 -- we wrote it ourselves


def namen(wortel: ElementTree.Element, figuur: Figuur) -> Iterator[str]:
    """role="img", named by its title, described, in a font of ours."""
    eerste = [kind.tag.removeprefix(NS) for kind in list(wortel)[:2]]
    if (wortel.get("role"), eerste) != ("img", ["title", "desc"]):
        yield f"no name and description: {wortel.get('role')} {eerste}"
    elif not all((kind.text or "").strip() for kind in list(wortel)[:2]):
        yield "empty title or description"
    if "Source Sans 3" not in wortel.get("font-family", ""):
        yield "no font"


def taal(wortel: ElementTree.Element, figuur: Figuur) -> Iterator[str]:
    """Only elements that draw, with presentation attributes, which a strict CSP allows."""
    if gevonden := VERBODEN.search(re.sub(r">[^<]*<", "><", figuur.svg)):
        yield f"attribute: {gevonden[0]}"
    yield from (f"element: {een.tag}" for een in wortel.iter() if een.tag.removeprefix(NS) not in ELEMENTEN)


def vak(wortel: ElementTree.Element) -> tuple[float, float, float, float]:
    links, boven, breed, hoog = map(float, wortel.get("viewBox", "").split())
    return links, boven, links + breed, boven + hoog


def buiten(wortel: ElementTree.Element) -> Iterator[str]:
    """Texts and shapes that stick out of the drawing."""
    links, boven, rechts, onder = vak(wortel)
    for een in wortel.iter():
        kader = kaders(een)
        if kader and (
            kader[0] < links - RUIMTE
            or kader[1] < boven - RUIMTE
            or kader[2] > rechts + RUIMTE
            or kader[3] > onder + RUIMTE
        ):
            yield f"outside: {een.tag.removeprefix(NS)} {een.text or een.attrib} {kader}"


def kaders(een: ElementTree.Element) -> tuple[float, float, float, float] | None:
    """The room an element takes: left, top, right, bottom; None when it draws nothing."""
    waarde = {naam: float(tekst) for naam, tekst in een.attrib.items() if GETAL.fullmatch(tekst)}
    half = waarde.get("stroke-width", 0) / 2 if een.get("stroke") else 0
    match een.tag.removeprefix(NS):
        case "text":
            return tekstkader(een, waarde)
        case "circle":
            x, y, straal = waarde["cx"], waarde["cy"], waarde["r"] + half
            return x - straal, y - straal, x + straal, y + straal
        case "rect":
            x, y = waarde.get("x", 0), waarde.get("y", 0)
            return x - half, y - half, x + waarde["width"] + half, y + waarde["height"] + half
        case "polygon" | "polyline" | "path":
            getallen = punten_in(een.get("points") or een.get("d") or "")
            x, y = getallen[::2], getallen[1::2]
            return min(x), min(y), max(x), max(y)
    return None


def punten_in(pad: str) -> list[float]:
    """The numbers of a path that are points of its line: no radii of arcs, and for a bend the middle of it."""
    getallen = [float(getal) for getal in GETAL.findall(re.sub(r"A[\d.]+ [\d.]+ 0 0 1 ", " ", pad))]
    if "Q" in pad:
        a, bocht, b = getallen[:2], getallen[2:4], getallen[4:]
        getallen[2:4] = [(x + 2 * y + z) / 4 for x, y, z in zip(a, bocht, b, strict=True)]
    return getallen


def tekstkader(een: ElementTree.Element, waarde: dict[str, float]) -> tuple[float, float, float, float]:
    breed, grootte = breedte(een.text or "", waarde["font-size"]), waarde["font-size"]
    links = waarde["x"] - {"middle": breed / 2, "end": breed}.get(een.get("text-anchor", ""), 0)
    return links, waarde["y"] - 0.75 * grootte, links + breed, waarde["y"] + 0.22 * grootte


def klein(wortel: ElementTree.Element) -> Iterator[str]:
    """Letters that are too small on the narrowest screen."""
    yield from (f"small: {een.text}" for een in wortel.iter(f"{NS}text") if float(een.get("font-size", "0")) < GEWOON)


def tabel(figuur: Figuur) -> Iterator[str]:
    """The same data as a table: every row as long as its head, and no row without a name."""
    if not figuur.koppen or any(len(rij) != len(figuur.koppen) for rij in figuur.rijen):
        yield "no table, or an uneven one"
    yield from (f"nameless row: {rij}" for rij in figuur.rijen if not rij[0].strip())


def te_weinig_contrast() -> list[str]:
    """Pairs of colours that lie on each other in a figure and differ too little."""
    letters = [(kleur, grond) for kleur in (kleuren.INKT, kleuren.ZACHT) for grond in (kleuren.WIT,)]
    letters += [(kleuren.INKT, grond) for grond in (kleuren.LICHTGROEN, *kleuren.VLAKKEN.values())]
    letters += [(kleuren.WIT, kleuren.GROEN)]
    vormen = [(kleur, kleuren.WIT) for kleur in (kleuren.GROEN, kleuren.GRIJS, kleuren.INKT, kleuren.ZACHT)]
    vormen += [(rand, grond) for rand in kleuren.RANDEN.values() for grond in (kleuren.WIT, *kleuren.VLAKKEN.values())]
    vormen += [(kleuren.GROEN, grond) for grond in (kleuren.SPOOR, kleuren.LICHTGROEN, *kleuren.VLAKKEN.values())]
    paren = [(*paar, TEKST) for paar in letters] + [(*paar, VORM) for paar in vormen]
    return [f"{een} on {ander}: {contrast(een, ander):.2f}" for een, ander, eis in paren if contrast(een, ander) < eis]
