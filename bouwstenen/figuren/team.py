"""What a team diagram holds, as plain values: four domains, a burger, teams, how far they reach, and arrows."""

from dataclasses import dataclass
from typing import Literal

from bouwstenen.figuren.meetkunde import Punt

DOMEINEN = ("DOM-1", "DOM-2", "DOM-3", "DOM-4")  # left above, right above, left below, right below
BURGER, HUISARTS, INFORMEEL = "burger", "huisarts", "informeel"  # what an arrow may lead to, beside teams and domains

# How a team is drawn. ring: an overleg, open in the middle · rand: one unit with a strong edge · vol: one filled team
# eigen: a form of its own · grijs: a team of which little is known · onbekend: the form is not chosen yet
Vorm = Literal["ring", "rand", "vol", "eigen", "grijs", "onbekend"]
# The sign before a line of the legend; geen: in the table only.
Teken = Literal["team", "bereik", "lijn", "pijl", "heen", "streep", "stip", "kern", "schil", "leeg", "geen"]


@dataclass(frozen=True, kw_only=True)
class Domein:
    """One of the four circles. onder: words under its name; tekst: what the table says of it.

    klein: drawn smaller. stip: where somebody in this domain stands, to whom arrows may lead.
    """

    id: str
    naam: str
    gekozen: bool = True
    onder: str = ""
    tekst: str = ""
    klein: bool = False
    stip: Punt | None = None


@dataclass(frozen=True, kw_only=True)
class Team:
    """One team, in the domains where it works; without domains it stands in the middle.

    opschrift: a few letters in its shape ("4×"). stapel: drawn as several behind each other. lijnen: how many lines
    lead to moederorganisaties. kern, schil: how many partners stand on the ring and on a second ring around it.
    plek, straal, naam: where, how large and on which side its name, if not by its domains.
    strook: a strip instead of a circle, half as wide as `straal`.
    """

    id: str
    label: str
    vorm: Vorm = "onbekend"
    domeinen: tuple[str, ...] = ()
    tekst: str = ""
    opschrift: str = ""
    stapel: bool = False
    lijnen: int = 0
    kern: int = 0
    schil: int = 0
    plek: Punt | None = None
    straal: float = 0
    strook: bool = False
    naam: Literal["boven", "onder", ""] = ""


@dataclass(frozen=True, kw_only=True)
class Bereik:
    """The dashed line of a team: around which domains it goes and how far (0 to 1); half as far into `deels`.

    om_team: around the team itself too, where that stands outside these domains.
    """

    team: str
    omvat: tuple[str, ...]
    deels: tuple[str, ...] = ()
    ver: float = 1.0
    om_team: bool = False


@dataclass(frozen=True, kw_only=True)
class Pijl:
    """An arrow between two ids, in both directions or one; dun: only to tune; streep: a question, or informal."""

    van: str
    naar: str
    beide: bool = True
    dun: bool = False
    streep: bool = False


@dataclass(frozen=True, kw_only=True)
class Uitleg:
    """One line of the legend, and a row of the table; `volledig` when the table says more."""

    teken: Teken
    kop: str
    tekst: str
    volledig: str = ""


@dataclass(frozen=True, kw_only=True)
class Teamdiagram:
    """All that is drawn. burger: where the citizen stands, None for the middle. bron: "002, regel 12–14", or ""."""

    titel: str
    beschrijving: str
    domeinen: tuple[Domein, ...]
    teams: tuple[Team, ...]
    bereik: tuple[Bereik, ...] = ()
    pijlen: tuple[Pijl, ...] = ()
    legenda: tuple[Uitleg, ...] = ()
    burger: Punt | None = None
    huisarts: bool = False
    informeel: bool = False
    noot: str = ""
    bron: str = ""
