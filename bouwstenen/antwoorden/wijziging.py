"""What one version of an answer changed in the version before it, ready to be shown."""

from dataclasses import dataclass

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.antwoorden.verschil import Budget, Stuk, shorten, verschil
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Vraag
from bouwstenen.catalogus.waarden import leesbaar


@dataclass(frozen=True)
class Wijziging:
    """A version against an earlier one; without an earlier one there is no difference to show, only the answer."""

    vraag: Vraag | None  # None: it is in the catalogue no more
    antwoord: HuidigAntwoord
    vorige: HuidigAntwoord | None
    tekst: tuple[Stuk, ...] = ()
    toelichting: tuple[Stuk, ...] = ()

    @property
    def deel(self) -> str:
        """The words of its deel."""
        deel = catalogus().deel(self.antwoord.vraag.partition(".")[0])
        return deel.titel if deel else ""

    @property
    def is_gelijk(self) -> bool:
        return all(stuk.soort in ("gelijk", "rest") for stuk in (*self.tekst, *self.toelichting))


def change(vraag: Vraag | None, antwoord: HuidigAntwoord, vorige: HuidigAntwoord | None, budget: Budget) -> Wijziging:
    """The difference with the version before it, in the words of their readers."""
    if vraag is None or vorige is None:
        return Wijziging(vraag, antwoord, None)
    tekst = verschil(as_text(vraag, vorige), as_text(vraag, antwoord), budget)
    toelichting = verschil(vorige.toelichting, antwoord.toelichting, budget)
    return Wijziging(vraag, antwoord, vorige, tuple(shorten(tekst)), tuple(shorten(toelichting)))


def as_text(vraag: Vraag, versie: HuidigAntwoord) -> str:
    return versie.gewist or leesbaar(vraag, versie.waarde)
