"""What a startdocument holds, as plain values: the only thing a template or renderer gets to see."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from bouwstenen.catalogus.schema import KolomSoort, Soort
from bouwstenen.catalogus.voorwaarden import Stand
from bouwstenen.figuren.svg import Figuur
from bouwstenen.inzichten.weergave import Getoond
from bouwstenen.samenhang.capaciteit import Capaciteit
from bouwstenen.samenhang.capaciteit.uitgangspunten import Uitgangspunt
from bouwstenen.startdocument.samenhang import Keuzes
from bouwstenen.toegang.kleuren import donkerste, is_kleur

KORT, KORT_TEKST = 4, 600  # rows and characters
REGEL, REGELS, REGELS_KLEIN = 70, 22, 29  # characters on a line of the summary, and lines on its page
LANG = 120  # characters in a cell: its row may part at the end of a page
Status = Literal["ingevuld", "deels", "onbeslist", "leeg"]


@dataclass(frozen=True, kw_only=True)
class Kop:
    """The head of a column."""

    label: str
    soort: KolomSoort
    breedte: int = 0  # in twelfths of the table; 0 leaves it to the table

    @property
    def voor_cel(self) -> str:
        """As it stands before a cell where there is no room for heads."""
        return self.label if self.label.endswith("?") else f"{self.label}:"


@dataclass(frozen=True, kw_only=True)
class Cel:
    """A cell; it knows its head, because on a narrow screen the heads are gone."""

    kop: Kop
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Tabel:
    """As many cells in each row as there are heads."""

    koppen: tuple[Kop, ...]
    rijen: tuple[tuple[Cel, ...], ...]

    @property
    def is_kort(self) -> bool:
        """Short enough to be kept on one page."""
        return len(self.rijen) <= KORT and sum(len(cel.tekst) for rij in self.rijen for cel in rij) <= KORT_TEKST

    @property
    def is_lang(self) -> bool:
        """With a row that may be so high that keeping it on one page leaves a hole on the page before."""
        return any(len(cel.tekst) > LANG for rij in self.rijen for cel in rij)


@dataclass(frozen=True, kw_only=True)
class Item:
    """One question with its answer; of `tekst`, `regel`, `keuzes` and `tabel` at most one is filled."""

    vraag: str
    soort: Soort
    titel: str
    status: Status
    stand: Stand = "gevraagd"
    telt: bool = True  # in "9 van 14 vragen ingevuld"
    tekst: str = ""  # with light markup
    regel: str = ""  # plain
    keuzes: tuple[str, ...] = ()
    niet_gekozen: tuple[str, ...] = ()  # of an undecided question: all options
    tabel: Tabel | None = None
    helften: tuple[str, ...] = ()  # of a competentie: needed, there
    toelichting: str = ""
    gewist: str = ""  # stands in the place of an answer that was wiped; its status is "leeg"
    voorbeeld: bool = False

    @property
    def is_kort(self) -> bool:
        """Chosen options that are short enough to be kept on one page."""
        return sum(map(len, self.keuzes)) <= KORT_TEKST

    @property
    def is_open(self) -> bool:
        """Nothing but the question."""
        return self.status == "leeg" and not (self.toelichting or self.gewist)


@dataclass(frozen=True, kw_only=True)
class Blok:
    """Questions that are shown together: one by one, or competenties as the rows of one table."""

    items: tuple[Item, ...]
    koppen: tuple[str, ...] = ()  # of a table of competenties


@dataclass(frozen=True, kw_only=True)
class Groep:
    """The questions of one pagina."""

    anker: str
    titel: str
    blokken: tuple[Blok, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for blok in self.blokken for item in blok.items)

    @property
    def beantwoord(self) -> tuple[Blok, ...]:
        """The blocks with only the questions that something was said about."""
        gezegd = (tuple(item for item in blok.items if not item.is_open) for blok in self.blokken)
        return tuple(replace(blok, items=items) for blok, items in zip(self.blokken, gezegd, strict=True) if items)

    @property
    def open(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.is_open)


@dataclass(frozen=True, kw_only=True)
class Hoofdstuk:
    """A deel; only bouwstenen have a nummer. inzichten: what others learned about it, at most three."""

    anker: str
    titel: str
    nummer: int | None
    groepen: tuple[Groep, ...]
    inzichten: tuple[Getoond, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for groep in self.groepen for item in groep.items)

    @property
    def onbeslist(self) -> tuple[Item, ...]:
        """Questions that somebody left undecided on purpose."""
        return tuple(item for item in self.items if item.status == "onbeslist" and item.stand != "verborgen")

    @property
    def leeg(self) -> tuple[Item, ...]:
        """Questions without a (whole) answer."""
        return tuple(item for item in self.items if item.status in ("leeg", "deels") and item.stand != "verborgen")

    @property
    def lege_competenties(self) -> tuple[Item, ...]:
        return tuple(item for item in self.leeg if item.soort == "competentie")

    @property
    def is_leeg(self) -> bool:
        """Nothing was said about any of its questions."""
        return all(item.is_open for item in self.items)

    @property
    def is_voorbeeld(self) -> bool:
        """All that was said is an example, so that saying so once is enough."""
        return not self.is_leeg and all(item.voorbeeld or item.is_open for item in self.items)

    @property
    def totaal(self) -> int:
        return sum(item.telt for item in self.items)

    @property
    def ingevuld(self) -> int:
        return sum(item.telt and item.status == "ingevuld" for item in self.items)


@dataclass(frozen=True, kw_only=True)
class Kernregel:
    """One essential choice in the summary; `tekst` is "" when there is no answer."""

    naam: str
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Kern:
    """A bouwsteen in the summary."""

    nummer: int
    titel: str
    anker: str
    regels: tuple[Kernregel, ...]

    @property
    def gekozen(self) -> tuple[Kernregel, ...]:
        return tuple(regel for regel in self.regels if regel.tekst)

    @property
    def open(self) -> tuple[str, ...]:
        """The names without an answer."""
        return tuple(regel.naam for regel in self.regels if not regel.tekst)


@dataclass(frozen=True, kw_only=True)
class Haalbaar:
    """What the team does and does not do: the ambition beside the hours, and what was agreed on it (None: nothing)."""

    capaciteit: Capaciteit
    afspraken: Groep | None

    @property
    def gegeven(self) -> tuple[Uitgangspunt, ...]:
        """The numbers behind the sentence that were filled in."""
        return tuple(een for een in self.capaciteit.uitgangspunten if een.waarde)


@dataclass(frozen=True, kw_only=True)
class Startdocument:
    """The whole document; `moment` is the last change of its content.

    team: the picture of the team with all it says. teambeeld: the same without its legend, for the summary.
    """

    gemeente_naam: str
    wijkteam_naam: str
    status: str
    moment: datetime
    samenvatting: tuple[Kern, ...]
    hoofdstukken: tuple[Hoofdstuk, ...]
    team: Figuur
    teambeeld: Figuur
    keuzes: Keuzes
    haalbaar: Haalbaar
    bronnen: tuple[str, ...]

    @property
    def titel(self) -> str:
        return f"Startdocument {self.wijkteam_naam}, gemeente {self.gemeente_naam}"

    @property
    def dichtheid(self) -> str:
        """How full the one page of the summary is: "vol" needs smaller letters, "overvol" one line an answer too."""
        lengtes = [len(regel.naam + regel.tekst) for kern in self.samenvatting for regel in kern.gekozen]
        namen = max(0, len(self.wijkteam_naam + self.gemeente_naam) - 60) // 20  # above it, in larger letters
        regels = namen + sum(2 if lengte > REGEL else 1 for lengte in lengtes)
        return "overvol vol" if regels > REGELS_KLEIN else "vol" if regels > REGELS else ""

    @property
    def overzicht(self) -> tuple[tuple[Kern, Hoofdstuk], ...]:
        """The summary of each bouwsteen beside its chapter."""
        return tuple(zip(self.samenvatting, (een for een in self.hoofdstukken if een.nummer), strict=True))

    @property
    def totaal(self) -> int:
        return sum(hoofdstuk.totaal for hoofdstuk in self.hoofdstukken)

    @property
    def ingevuld(self) -> int:
        return sum(hoofdstuk.ingevuld for hoofdstuk in self.hoofdstukken)

    @property
    def met_voorbeeld(self) -> bool:
        return any(item.voorbeeld for hoofdstuk in self.hoofdstukken for item in hoofdstuk.items)

    @property
    def openstaand(self) -> tuple[Hoofdstuk, ...]:
        """The chapters in which something is still open."""
        return tuple(hoofdstuk for hoofdstuk in self.hoofdstukken if hoofdstuk.onbeslist or hoofdstuk.leeg)

    @property
    def leeg(self) -> tuple[Hoofdstuk, ...]:
        """The chapters in which nothing was said yet."""
        return tuple(hoofdstuk for hoofdstuk in self.openstaand if hoofdstuk.is_leeg)


@dataclass(frozen=True, kw_only=True)
class Huisstijl:
    """What a gemeente chose for its cover; without colours it is drawn in those of Wijkteam."""

    kleur_balk: str = ""
    kleur_letters: str = ""
    logo: bytes | None = None  # PNG

    def __post_init__(self) -> None:
        if not all(kleur == "" or is_kleur(kleur) for kleur in (self.kleur_balk, self.kleur_letters)):
            raise ValueError("A colour is six hexadecimal digits after #.")

    @property
    def kleur_tekst(self) -> str:
        """The colour for words on white."""
        return donkerste(self.kleur_balk, self.kleur_letters) if self.kleur_balk and self.kleur_letters else ""


WIJKTEAM = Huisstijl()


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """What a user asked for: the whole document or its summary as a poster, with names of people, without inzichten."""

    poster: bool = False
    met_namen: bool = False
    zonder_inzichten: bool = False  # a poster has none anyway

    def __str__(self) -> str:
        delen = ["poster" if self.poster else "startdocument", *["met namen"] * self.met_namen]
        return ", ".join([*delen, *["zonder inzichten"] * (self.zonder_inzichten and not self.poster)])


STANDAARD = Keuze()
