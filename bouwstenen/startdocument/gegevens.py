"""What a startdocument holds, as plain values: the only thing a template or renderer gets to see."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bouwstenen.catalogus.schema import KolomSoort, Soort
from bouwstenen.catalogus.voorwaarden import Stand
from bouwstenen.toegang.kleuren import donkerste, is_kleur

KORT, KORT_TEKST = 4, 600  # rows and characters
Status = Literal["ingevuld", "deels", "onbeslist", "leeg"]


@dataclass(frozen=True, kw_only=True)
class Kop:
    """The head of a column."""

    label: str
    soort: KolomSoort


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


@dataclass(frozen=True, kw_only=True)
class Item:
    """One question with its answer; of `tekst`, `regel`, `keuzes` and `tabel` at most one is filled."""

    vraag: str
    soort: Soort
    titel: str
    status: Status
    stand: Stand = "gevraagd"
    tekst: str = ""  # with light markup
    regel: str = ""  # plain
    keuzes: tuple[str, ...] = ()
    niet_gekozen: tuple[str, ...] = ()  # of an undecided question: all options
    tabel: Tabel | None = None
    helften: tuple[str, ...] = ()  # of a competentie: needed, there
    toelichting: str = ""
    gewist: str = ""  # stands in the place of an answer that was wiped; its status is "leeg"
    voorbeeld: bool = False


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


@dataclass(frozen=True, kw_only=True)
class Hoofdstuk:
    """A deel; only bouwstenen have a nummer."""

    anker: str
    titel: str
    nummer: int | None
    groepen: tuple[Groep, ...]

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


@dataclass(frozen=True, kw_only=True)
class Startdocument:
    """The whole document; `moment` is the last change of its content."""

    gemeente_naam: str
    wijkteam_naam: str
    status: str
    moment: datetime
    samenvatting: tuple[Kern, ...]
    hoofdstukken: tuple[Hoofdstuk, ...]
    bronnen: tuple[str, ...]

    @property
    def titel(self) -> str:
        return f"Startdocument {self.wijkteam_naam}, gemeente {self.gemeente_naam}"

    @property
    def met_voorbeeld(self) -> bool:
        return any(item.voorbeeld for hoofdstuk in self.hoofdstukken for item in hoofdstuk.items)

    @property
    def openstaand(self) -> tuple[Hoofdstuk, ...]:
        """The chapters in which something is still open."""
        return tuple(hoofdstuk for hoofdstuk in self.hoofdstukken if hoofdstuk.onbeslist or hoofdstuk.leeg)


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
