"""What a page shows of a signaal: its questions with the answer in short, and its sources in words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Deel, Pagina, Vraag
from bouwstenen.catalogus.waarden import regels
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.signaal import Signaal
from bouwstenen.samenhang.stand import Antwoorden, Beoordeling, grond_van

KORT = 90  # characters of an answer
OPMAAK = re.compile(r"\*\*|^\s*[-•*]\s+", re.MULTILINE)  # the light markup of core.markup


@dataclass(frozen=True)
class VraagRegel:
    """One question that caused a signaal; kort: its answer on one line, "" when there is none.

    eerder: the version of its answer when it was chosen on purpose, where that changed since.
    """

    vraag: Vraag
    pagina: Pagina
    kort: str
    versie: int
    eerder: int | None = None


@dataclass(frozen=True)
class SignaalRegel:
    """One signaal as its template wants it."""

    beoordeling: Beoordeling
    vragen: tuple[VraagRegel, ...]

    @property
    def signaal(self) -> Signaal:
        return self.beoordeling.signaal

    @property
    def deel(self) -> Deel:
        """Where it is listed."""
        return next(deel for deel in catalogus().delen if deel.sleutel == self.signaal.deel)

    @property
    def bronnen(self) -> list[str]:
        return [str(bron) for bron in catalogus().bronnen_van(self.signaal.bron)]

    @cached_property
    def gewijzigd(self) -> list[VraagRegel]:
        """The questions whose answer changed since it was chosen on purpose."""
        return [regel for regel in self.vragen if regel.eerder is not None]


def lines_for(beoordelingen: Iterable[Beoordeling], antwoorden: Antwoorden) -> list[SignaalRegel]:
    """Each signaal with the questions that can be reached now."""
    gegeven = Gegeven({sleutel: antwoord.waarde for sleutel, antwoord in antwoorden.items()})
    return [SignaalRegel(een, questions_of(een, antwoorden, gegeven)) for een in beoordelingen]


def questions_of(beoordeling: Beoordeling, antwoorden: Antwoorden, gegeven: Gegeven) -> tuple[VraagRegel, ...]:
    eerder = beoordeling.afweging.grond if beoordeling.afweging else {}
    nu = grond_van(beoordeling.signaal.vragen, antwoorden)
    return tuple(
        VraagRegel(
            vraag=catalogus().vragen[sleutel],
            pagina=catalogus().pagina_van[sleutel],
            kort=shorten(catalogus().vragen[sleutel], antwoorden.get(sleutel)),
            versie=nu[sleutel],
            eerder=eerder.get(sleutel) if sleutel in beoordeling.gewijzigd else None,
        )
        for sleutel in beoordeling.signaal.vragen
        if gegeven.stand(sleutel) != "verborgen"
    )


def shorten(vraag: Vraag, antwoord: HuidigAntwoord | None) -> str:
    """The answer on one line, cut off between two words when it is long; what was wiped says so."""
    if antwoord is None:
        return ""
    tekst = antwoord.gewist or " ".join(OPMAAK.sub("", "; ".join(regels(vraag, antwoord.waarde))).split())
    begin = tekst[:KORT]
    return tekst if tekst == begin else (begin.rpartition(" ")[0] or begin).rstrip(" ,;.:") + " …"
