"""The shape of the catalogue: delen, pagina's, vragen and options as frozen dataclasses."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal, get_args

Soort = Literal["tekst", "getal", "keuze", "meer", "wie", "schaal", "rangorde", "competentie", "tabel"]
KolomSoort = Literal["tekst", "getal", "keuze", "meer", "wie"]
SOORTEN: tuple[str, ...] = get_args(Soort)
KOLOMSOORTEN: tuple[str, ...] = get_args(KolomSoort)

NOG_NIET = "nog_niet"  # the option "Nog niet besloten" that every keuze and schaal ends with
ANDERS = "anders"  # the option with a free text beside it

Redenen = MappingProxyType[str, str]
GEEN_REDENEN: Redenen = MappingProxyType({})


@dataclass(frozen=True)
class Gedekt:
    """What covers lines of the instrument; `dekking_reden` says per id why, where the kind is not the obvious one."""

    dekking: tuple[str, ...] = ()
    dekking_reden: Redenen = field(default_factory=lambda: GEEN_REDENEN)  # not hashable before Python 3.12


@dataclass(frozen=True, kw_only=True)
class Optie(Gedekt):
    """One possible answer, with the one line that explains it."""

    sleutel: str
    label: str
    uitleg: str = ""


@dataclass(frozen=True, kw_only=True)
class Kolom(Gedekt):
    """One column of a tabel; `opties` for keuze, meer and wie, `minimum` and `maximum` for getal.

    persoon: what is typed at a wie may well be the name of a person, which documents leave out unless asked.
    """

    sleutel: str
    label: str
    soort: KolomSoort
    persoon: bool = False
    opties: tuple[Optie, ...] = ()
    eenheid: str = ""
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, kw_only=True)
class Schaaldeel:
    """One half of a competentie (needed, or there): the question and the words at 1 and at 5."""

    sleutel: str
    label: str
    polen: tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Vraag(Gedekt):
    """One question; its key is stable for ever, because answers hang on it."""

    sleutel: str
    soort: Soort
    label: str
    bron: str
    hint: str = ""
    uitleg: str = ""
    toelichting: bool = False
    verdieping: bool = False
    persoon: bool = False  # as in Kolom
    extra: str = ""
    voorstel: str = ""  # of a getal: our own proposal, which rules use until the gemeente fills in its own
    voorwaarde: str = ""
    opties: tuple[Optie, ...] = ()
    kolommen: tuple[Kolom, ...] = ()
    van: int = 0
    tot: int = 0
    eenheid: str = ""
    minimum: int | None = None
    maximum: int | None = None
    schalen: tuple[Schaaldeel, ...] = ()
    eigen: bool = False  # asked by the wijkteam itself, not by the instrument

    @property
    def naam(self) -> str:
        """The part of the key after the deel: the name of its form field."""
        return self.sleutel.partition(".")[2]

    @property
    def deel(self) -> str:
        return self.sleutel.partition(".")[0]

    @property
    def met_toelichting(self) -> bool:
        """Every keuze and schaal can be explained, so that "nog niet besloten" is never without a word."""
        return self.toelichting or self.soort in ("keuze", "schaal")

    @property
    def met_anders(self) -> bool:
        return any(optie.sleutel == ANDERS for optie in self.opties)

    @property
    def stappen(self) -> tuple[Optie, ...]:
        """The steps of a schaal: its options, or the numbers `van` … `tot` of which the two poles have a label."""
        if self.soort != "schaal" or not self.tot:
            return self.opties
        polen = {optie.sleutel: optie for optie in self.opties}
        nummers = (str(nummer) for nummer in range(self.van, self.tot + 1))
        return tuple(polen.get(nummer) or Optie(sleutel=nummer, label=nummer) for nummer in nummers)

    def optie(self, sleutel: str) -> Optie | None:
        """The option with this key, or None when it does not exist (any more)."""
        return next((optie for optie in self.stappen if optie.sleutel == sleutel), None)


@dataclass(frozen=True, kw_only=True)
class Uitleg(Gedekt):
    """A text on a page that asks nothing."""

    tekst: str
    titel: str = ""
    bron: str = ""


@dataclass(frozen=True, kw_only=True)
class Verwijzing(Gedekt):
    """Shows the answer to a vraag that stands on another page, with a link to it."""

    naar: str
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Pagina:
    """One wizard page: one form."""

    sleutel: str
    titel: str
    intro: str = ""
    voorwaarde: str = ""
    uitleg: tuple[Uitleg, ...] = ()
    verwijzing: tuple[Verwijzing, ...] = ()
    vraag: tuple[Vraag, ...] = ()

    @property
    def slug(self) -> str:
        """The last part of its address: the key after the deel, with hyphens."""
        return self.sleutel.partition(".")[2].replace("_", "-")


@dataclass(frozen=True, kw_only=True)
class Deel:
    """The gebiedsanalyse, one of the six bouwstenen, or the afronding."""

    sleutel: str
    titel: str
    intro: str
    bron: str
    bouwsteen: bool = True
    pagina: tuple[Pagina, ...]

    @property
    def vragen(self) -> Iterator[Vraag]:
        return (vraag for pagina in self.pagina for vraag in pagina.vraag)


@dataclass(frozen=True, kw_only=True)
class Bron:
    """A source in words, as a user reads it."""

    sleutel: str
    titel: str
    maker: str
    jaar: int

    def __str__(self) -> str:
        return f"{self.titel} ({self.maker}, {self.jaar})"


@dataclass(frozen=True)
class Catalogus:
    """The whole instrument, in order."""

    delen: tuple[Deel, ...]
    bronnen: tuple[Bron, ...] = field(default=())

    @cached_property
    def vragen(self) -> dict[str, Vraag]:
        """Every vraag by its key, in the order of the instrument."""
        return {vraag.sleutel: vraag for deel in self.delen for vraag in deel.vragen}

    @cached_property
    def pagina_van(self) -> dict[str, Pagina]:
        """The page on which a vraag stands, by the key of the vraag."""
        return {vraag.sleutel: pagina for deel in self.delen for pagina in deel.pagina for vraag in pagina.vraag}

    def deel(self, sleutel: str) -> Deel | None:
        return next((deel for deel in self.delen if deel.sleutel == sleutel), None)

    def pagina(self, sleutel: str) -> Pagina | None:
        return next((pagina for deel in self.delen for pagina in deel.pagina if pagina.sleutel == sleutel), None)

    def bronnen_van(self, verwijzing: str) -> tuple[Bron, ...]:
        """The sources a reference such as "003, regel 246–247; 002, regel 12" names, in words."""
        return tuple(bron for bron in self.bronnen if f"{bron.sleutel}, regel" in verwijzing)
