"""Draws who covers what: a row per area, with a sign for chosen, for the team and for the rest of the wijk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bouwstenen.figuren.kleuren import GROEN, INKT, SPOOR, WIT, ZACHT
from bouwstenen.figuren.letters import wikkel
from bouwstenen.figuren.svg import BREEDTE, GEWOON, REGEL, Deel, Figuur, blad, blok, cirkel, element, lijn, punten
from bouwstenen.figuren.woorden import woorden

RAND = 6
KOLOMMEN = (296.0, 376.0, 448.0)  # the middles of the three columns with signs
NAAM_BREED = KOLOMMEN[0] - 44
HOOG = GEWOON * REGEL
TUSSEN = 12
REGELS = 3
KOPPEN = ("gekozen", "team", "wijk")


@dataclass(frozen=True, kw_only=True)
class Dekkingsrij:
    """One area: whether it was chosen, and who covers it, in the team and elsewhere in the wijk.

    gekozen: None when that is not known. uitleg: words under the name, such as what this row is made from.
    """

    naam: str
    gekozen: bool | None
    team: tuple[str, ...] = ()
    wijk: tuple[str, ...] = ()
    uitleg: str = ""

    @property
    def open(self) -> bool:
        """Chosen, and covered by nobody."""
        return bool(self.gekozen) and not self.team and not self.wijk


def teken(titel: str, beschrijving: str, rijen: Sequence[Dekkingsrij], noot: str = "") -> Figuur:
    """The rows under each other, and the same as a table."""
    tekst = woorden("dekking")
    kop = [
        blok([tekst[naam]], x, GEWOON, kleur=ZACHT, anker="middle") for naam, x in zip(KOPPEN, KOLOMMEN, strict=True)
    ]
    y, delen = HOOG + TUSSEN, kop
    for rij in rijen:
        y, deel = _rij(rij, y)
        delen += deel
    koppen = tuple(tekst[naam] for naam in ("wat", "gekozen", "in_team", "in_wijk"))
    return Figuur(titel, beschrijving, blad(titel, beschrijving, y, *delen), koppen, tuple(map(_tabelrij, rijen)), noot)


def _rij(rij: Dekkingsrij, y: float) -> tuple[float, list[Deel]]:
    """A line, the name with three signs, and who it is."""
    naam = wikkel(rij.naam, GEWOON, [NAAM_BREED] * REGELS)
    onder = y + TUSSEN + GEWOON
    delen = [lijn((0, y), (BREEDTE, y), stroke=SPOOR, stroke_width=2), blok(naam, RAND, onder, vet=True)]
    delen += _tekens(rij, onder - GEWOON / 3)
    for regels, sterk in _woorden(rij):
        delen.append(blok(regels, RAND, onder + len(naam) * HOOG, kleur=INKT if sterk else ZACHT))
        onder += len(regels) * HOOG
    return onder + (len(naam) - 1) * HOOG + TUSSEN + 6, delen


def _tekens(rij: Dekkingsrij, y: float) -> Iterator[Deel]:
    gekozen, team, wijk = KOLOMMEN
    yield _vinkje(gekozen, y, INKT) if rij.gekozen else _streepje(gekozen, y)
    if rij.team:
        yield Deel(cirkel(team, y, 13, fill=GROEN) + _vinkje(team, y, WIT))
    else:
        yield _open(team, y) if rij.open else _streepje(team, y)
    yield cirkel(wijk, y, 11, fill=WIT, stroke=GROEN, stroke_width=4) if rij.wijk else _streepje(wijk, y)


def _vinkje(x: float, y: float, kleur: str) -> Deel:
    hoek = punten((x - 7, y), (x - 2, y + 6), (x + 7, y - 6))
    return element(
        "polyline",
        points=hoek,
        fill="none",
        stroke=kleur,
        stroke_width=3.5,
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def _streepje(x: float, y: float) -> Deel:
    return lijn((x - 6, y), (x + 6, y), stroke=ZACHT, stroke_width=2.5)


def _open(x: float, y: float) -> Deel:
    return cirkel(x, y, 11, fill=WIT, stroke=INKT, stroke_width=2.5, stroke_dasharray="4 4")


def _woorden(rij: Dekkingsrij) -> Iterator[tuple[tuple[str, ...], bool]]:
    """What stands under the name, each with whether it stands out."""
    tekst = woorden("dekking")
    teksten = [
        (rij.uitleg, False),
        (tekst["team_regel"].format(namen=", ".join(rij.team)) if rij.team else "", False),
        (tekst["wijk_regel"].format(namen=", ".join(rij.wijk)) if rij.wijk else "", False),
        (tekst["niemand"] if rij.open else "", True),
    ]
    yield from ((wikkel(een, GEWOON, [BREEDTE - 2 * RAND] * REGELS), sterk) for een, sterk in teksten if een)


def _tabelrij(rij: Dekkingsrij) -> tuple[str, ...]:
    tekst = woorden("dekking")
    gekozen = tekst["onbekend"] if rij.gekozen is None else tekst["ja" if rij.gekozen else "nee"]
    naam = f"{rij.naam} ({rij.uitleg})" if rij.uitleg else rij.naam
    return naam, gekozen, ", ".join(rij.team) or tekst["geen"], ", ".join(rij.wijk) or tekst["geen"]
