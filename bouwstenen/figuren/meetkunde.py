"""Where lines run in a drawing: around a set of circles, and between two shapes without crossing a third."""

from collections.abc import Sequence
from math import atan2, cos, hypot, pi, sin

Punt = tuple[float, float]


def plus(a: Punt, b: Punt, keer: float = 1) -> Punt:
    return a[0] + b[0] * keer, a[1] + b[1] * keer


def min_(a: Punt, b: Punt) -> Punt:
    return a[0] - b[0], a[1] - b[1]


def afstand(a: Punt, b: Punt) -> float:
    return hypot(*min_(a, b))


def richting(a: Punt, b: Punt) -> Punt:
    """From a to b, one unit long; upwards when they are the same point."""
    lengte = afstand(a, b)
    return ((b[0] - a[0]) / lengte, (b[1] - a[1]) / lengte) if lengte else (0.0, -1.0)


def midden(punten: Sequence[Punt]) -> Punt:
    return sum(x for x, _ in punten) / len(punten), sum(y for _, y in punten) / len(punten)


def omhulling(punten: Sequence[Punt]) -> list[Punt]:
    """The corners of the smallest convex shape around these points, in order."""
    gesorteerd = sorted(set(punten))
    if len(gesorteerd) < 3:
        return gesorteerd
    helften: list[list[Punt]] = []
    for rij in (gesorteerd, gesorteerd[::-1]):
        helft: list[Punt] = []
        for punt in rij:
            while len(helft) > 1 and _bocht(helft[-2], helft[-1], punt) <= 0:
                helft.pop()
            helft.append(punt)
        helften.append(helft[:-1])
    return helften[0] + helften[1]


def _bocht(a: Punt, b: Punt, c: Punt) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def contour(punten: Sequence[Punt], straal: float) -> list[tuple[Punt, Punt]]:
    """The line around circles of this radius on these points, as straight pieces (from, to); arcs join them.

    One point gives no pieces: it is a circle.
    """
    hoeken = omhulling(punten)
    if len(hoeken) < 2:
        return []
    stukken = []
    for een, ander in zip(hoeken, hoeken[1:] + hoeken[:1], strict=True):
        x, y = richting(een, ander)
        naar_buiten = (y * straal, -x * straal)
        stukken.append((plus(een, naar_buiten), plus(ander, naar_buiten)))
    return stukken


def gebogen(a: Punt, b: Punt, om: Punt, ruimte: float) -> Punt | None:
    """The point that bends a line from a to b around `om` at this distance; None when the straight line keeps clear."""
    lengte = afstand(a, b)
    if not lengte:
        return None
    langs = max(0.0, min(1.0, ((om[0] - a[0]) * (b[0] - a[0]) + (om[1] - a[1]) * (b[1] - a[1])) / lengte**2))
    naaste = plus(a, min_(b, a), langs)
    tekort = ruimte - afstand(naaste, om)
    if tekort <= 0 or langs in (0.0, 1.0):
        return None
    x, y = richting(a, b)
    opzij = richting(om, naaste) if afstand(om, naaste) > 1 else (y, -x)
    return plus(midden([a, b]), opzij, 2 * tekort)


def waaier(naar: float, aantal: int, stap: float = pi / 7) -> list[Punt]:
    """Directions in a fan around an angle (0 is to the right, in radians), one unit long."""
    begin = naar - stap * (aantal - 1) / 2
    return [(cos(begin + stap * nummer), sin(begin + stap * nummer)) for nummer in range(aantal)]


def hoek(a: Punt, b: Punt) -> float:
    return atan2(b[1] - a[1], b[0] - a[0])
