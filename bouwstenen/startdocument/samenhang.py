"""The chapter about how the answers hang together: what pulls, what was chosen on purpose, what is to be discussed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bouwstenen.catalogus.schema import Catalogus
from bouwstenen.samenhang.gegevens import HuidigeAfweging
from bouwstenen.samenhang.stand import Beoordeling, Samenhang


@dataclass(frozen=True, kw_only=True)
class Punt:
    """One signaal in words; `delen` are the titles of the chapters it is about."""

    melding: str
    waarom: str
    bronnen: tuple[str, ...]
    delen: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Keus(Punt):
    """A deliberate choice in the face of a signaal.

    gewijzigd: the labels of the questions whose answer changed since. verlopen: its last day is over.
    """

    reden: str
    door: str
    op: date
    tot: date | None
    gewist: str = ""
    gewijzigd: tuple[str, ...] = ()
    verlopen: bool = False


@dataclass(frozen=True, kw_only=True)
class Keuzes:
    """Each signaal stands in one of the four lists; of what is no spanning and still open only the number is told."""

    spanningen: tuple[Punt, ...] = ()
    opnieuw: tuple[Keus, ...] = ()
    agenda: tuple[Punt, ...] = ()
    bewust: tuple[Keus, ...] = ()
    aandachtspunten: int = 0

    @property
    def is_leeg(self) -> bool:
        return not (self.spanningen or self.opnieuw or self.agenda or self.bewust)


def build_keuzes(catalogus: Catalogus, samenhang: Samenhang) -> Keuzes:
    """The chapter, from how the wijkteam stands."""
    return Keuzes(
        spanningen=tuple(punt(catalogus, een) for een in samenhang.spanningen if een.stand == "open"),
        opnieuw=tuple(keus(catalogus, een, een.afweging) for een in samenhang.opnieuw if een.afweging),
        agenda=tuple(punt(catalogus, een) for een in samenhang.agenda),
        bewust=tuple(keus(catalogus, een, een.afweging) for een in samenhang.bewust if een.afweging),
        aandachtspunten=sum(een.stand == "open" for een in samenhang.aandachtspunten),
    )


def punt(catalogus: Catalogus, een: Beoordeling) -> Punt:
    signaal = een.signaal
    return Punt(
        melding=signaal.melding,
        waarom=signaal.waarom,
        bronnen=tuple(map(str, catalogus.bronnen_van(signaal.bron))),
        delen=tuple(dict.fromkeys(titel(catalogus, vraag) for vraag in signaal.vragen)),
    )


def keus(catalogus: Catalogus, een: Beoordeling, afweging: HuidigeAfweging) -> Keus:
    return Keus(
        **vars(punt(catalogus, een)),
        reden=afweging.reden,
        door=afweging.door,
        op=afweging.op,
        tot=afweging.tot,
        gewist=afweging.gewist,
        gewijzigd=labels(catalogus, een.gewijzigd),
        verlopen=een.verlopen,
    )


def titel(catalogus: Catalogus, vraag: str) -> str:
    deel = catalogus.deel(vraag.partition(".")[0])
    return deel.titel if deel else ""


def labels(catalogus: Catalogus, sleutels: Iterable[str]) -> tuple[str, ...]:
    return tuple(catalogus.vragen[sleutel].label for sleutel in sleutels if sleutel in catalogus.vragen)
