"""Draws amounts as bars under their words, so that a long label and a narrow screen leave the bar its width."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bouwstenen.figuren.kleuren import GROEN, INKT, LICHTGROEN, SPOOR, WIT, ZACHT
from bouwstenen.figuren.letters import breedte, wikkel
from bouwstenen.figuren.svg import BREEDTE, GEWOON, GROOT, REGEL, Deel, Figuur, blad, blok, element, lijn, punten
from bouwstenen.figuren.woorden import woorden

RAND = 8  # room for the point under a line that crosses a bar
DIKTE = 24
ONDER_TEKST, ONDER_STAAF, ONDER_KOP, TUSSEN_GROEPEN = 10, 20, 12, 16
KLEINSTE = 3  # what is more than nothing is seen
REGELS = 3


@dataclass(frozen=True, kw_only=True)
class Staaf:
    """One bar. waarde: finite, below zero counts as zero, None when it is not known.

    tekst: the value with its unit, as readers see it. grens: where a line crosses the bar, called grens_tekst.
    verwacht: drawn as an outline, because it is a wish or a guess.
    """

    label: str
    waarde: Decimal | None
    tekst: str
    grens: Decimal | None = None
    grens_tekst: str = ""
    verwacht: bool = False


@dataclass(frozen=True, kw_only=True)
class Groep:
    """Bars in one unit, drawn to one scale."""

    staven: tuple[Staaf, ...]
    titel: str = ""

    @property
    def grootste(self) -> Decimal:
        return max(
            (waarde for staaf in self.staven for waarde in (staaf.waarde, staaf.grens) if waarde), default=Decimal(0)
        )


def teken(titel: str, beschrijving: str, groepen: Sequence[Groep], noot: str = "") -> Figuur:
    """The groups under each other, and their values as a table."""
    y, delen = 0.0, list[Deel]()
    for groep in groepen:
        y, deel = _groep(groep, y + TUSSEN_GROEPEN * bool(delen))
        delen += deel
    if not delen:
        y, delen = 2.0 * GEWOON, [blok([woorden("staaf")["niets"]], RAND, 1.3 * GEWOON, kleur=ZACHT)]
    koppen, rijen = _tabel(groepen)
    return Figuur(titel, beschrijving, blad(titel, beschrijving, y, *delen), koppen, rijen, noot)


def _groep(groep: Groep, y: float) -> tuple[float, list[Deel]]:
    """The drawing of a group from y down, and where it ends."""
    delen: list[Deel] = []
    if groep.staven and groep.titel:
        kop = wikkel(groep.titel, GROOT, [BREEDTE - 2 * RAND] * 2)
        delen.append(blok(kop, RAND, y + GROOT, grootte=GROOT, vet=True))
        y += len(kop) * GROOT * REGEL + ONDER_KOP
    for staaf in groep.staven:
        y, deel = _staaf(staaf, groep.grootste, y)
        delen += deel
    return y, delen


def _staaf(staaf: Staaf, grootste: Decimal, y: float) -> tuple[float, list[Deel]]:
    rechts, regel = BREEDTE - RAND, GEWOON * REGEL
    waarde = wikkel(staaf.tekst if staaf.waarde is not None else woorden("staaf")["leeg"], GEWOON, [BREEDTE / 2])
    ruimte = BREEDTE - 2 * RAND - breedte("".join(waarde), GEWOON) - GEWOON
    label = wikkel(staaf.label, GEWOON, [ruimte] * REGELS)
    onder = y + max(len(label), 1) * regel
    delen = [
        blok(label, RAND, y + GEWOON),
        blok(waarde, rechts, onder - regel + GEWOON, vet=staaf.waarde is not None, anker="end"),
        *_balk(staaf, grootste, onder + ONDER_TEKST),
    ]
    onder += ONDER_TEKST + DIKTE
    if staaf.grens is not None:
        delen += _grens(staaf, grootste, onder)
        onder += regel + ONDER_TEKST
    return onder + ONDER_STAAF, delen


def _balk(staaf: Staaf, grootste: Decimal, y: float) -> Iterator[Deel]:
    """The ground of the bar, dashed where there is no value, and the bar itself."""
    plek = {"x": RAND, "y": y, "height": DIKTE, "rx": 3}
    leeg = staaf.waarde is None
    yield element(
        "rect", width=BREEDTE - 2 * RAND, fill=WIT if leeg else SPOOR, stroke=ZACHT if leeg else None,
        stroke_width=2 if leeg else None, stroke_dasharray="6 6" if leeg else None, **plek,
    )  # fmt: skip
    lang = _lengte(staaf.waarde, grootste)
    if lang and staaf.verwacht:
        yield element("rect", width=lang, fill=LICHTGROEN, stroke=GROEN, stroke_width=3, **plek)
    elif lang:
        yield element("rect", width=lang, fill=GROEN, **plek)


def _lengte(waarde: Decimal | None, grootste: Decimal) -> float:
    if not waarde or waarde <= 0 or not grootste:
        return 0
    return max(float(waarde / grootste) * (BREEDTE - 2 * RAND), KLEINSTE)


def _grens(staaf: Staaf, grootste: Decimal, onder: float) -> Iterator[Deel]:
    """A dark line with a light edge across the bar, and its words under it."""
    x = RAND + _lengte(staaf.grens, grootste)
    boven = onder - DIKTE - 5
    yield lijn((x, boven), (x, onder + 3), stroke=WIT, stroke_width=8)
    yield lijn((x, boven), (x, onder + 3), stroke=INKT, stroke_width=3)
    yield element("polygon", points=punten((x, onder), (x - 7, onder + 10), (x + 7, onder + 10)), fill=INKT)
    tekst = wikkel(staaf.grens_tekst, GEWOON, [BREEDTE - 2 * RAND])
    half = breedte("".join(tekst), GEWOON) / 2
    midden = min(max(x, RAND + half), BREEDTE - RAND - half)
    yield blok(tekst, midden, onder + 10 + GEWOON, anker="middle")


def _tabel(groepen: Sequence[Groep]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The same values in words; a column with the group or the line only where there is one."""
    tekst = woorden("staaf")
    met_groep, met_grens = (
        any(groep.titel for groep in groepen),
        any(staaf.grens is not None for groep in groepen for staaf in groep.staven),
    )
    koppen = (*([tekst["groep"]] * met_groep), tekst["wat"], tekst["waarde"], *([tekst["grens"]] * met_grens))
    rijen = (
        (
            *([groep.titel] * met_groep),
            staaf.label,
            staaf.tekst if staaf.waarde is not None else tekst["leeg"],
            *([staaf.grens_tekst if staaf.grens is not None else ""] * met_grens),
        )
        for groep in groepen
        for staaf in groep.staven
    )
    return koppen, tuple(rijen)
