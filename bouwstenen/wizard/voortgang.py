"""What is asked, what is filled in and what is missing; computed from the answers, never stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.schema import Catalogus, Deel, Pagina, Vraag
from bouwstenen.catalogus.voorwaarden import Stand, stand
from bouwstenen.catalogus.waarden import is_ingevuld

Status = Literal["Nog niet begonnen", "Bezig", "Ingevuld", "Klaar zo"]
Antwoorden = Mapping[str, HuidigAntwoord]
EigenVragen = Mapping[str, tuple[Vraag, ...]]
EIGEN = "eigen"


@dataclass(frozen=True)
class DeelVoortgang:
    """How far one deel is; `open` are the questions that count and are not (wholly) answered."""

    deel: Deel
    totaal: int
    open: tuple[Vraag, ...]
    laatste: HuidigAntwoord | None
    klaar: bool = False

    @property
    def ingevuld(self) -> int:
        return self.totaal - len(self.open)

    @property
    def status(self) -> Status:
        if self.klaar:
            return "Klaar zo"
        if not self.laatste:
            return "Nog niet begonnen"
        return "Bezig" if self.open else "Ingevuld"


def waarden_van(antwoorden: Antwoorden) -> dict[str, Any]:
    """Only the values, as conditions and rules want them."""
    return {sleutel: antwoord.waarde for sleutel, antwoord in antwoorden.items()}


def stand_van(pagina: Pagina, vraag: Vraag, waarden: Mapping[str, Any]) -> Stand:
    return stand((pagina.voorwaarde, vraag.voorwaarde), waarden)


def with_eigen(deel: Deel, eigen: EigenVragen) -> tuple[Pagina, ...]:
    """The pages of a deel, and after them the page with the questions the wijkteam asks itself."""
    vragen = eigen.get(deel.sleutel, ())
    titel = "Eigen vragen"
    intro = f"Mist u een vraag bij {deel.titel}? Voeg die hier toe. De vraag en uw antwoord komen in het startdocument."
    return (*deel.pagina, Pagina(sleutel=f"{deel.sleutel}.eigen_vragen", titel=titel, intro=intro, vraag=vragen))


def reachable(paginas: tuple[Pagina, ...], waarden: Mapping[str, Any]) -> list[Pagina]:
    """The pages that ask or say something now."""
    return [
        pagina
        for pagina in paginas
        if not pagina.vraag or any(stand_van(pagina, vraag, waarden) != "verborgen" for vraag in pagina.vraag)
    ]


def counted(paginas: tuple[Pagina, ...], waarden: Mapping[str, Any]) -> Iterator[Vraag]:
    """The questions that count: asked now, and no verdieping."""
    for pagina in paginas:
        for vraag in pagina.vraag:
            if not vraag.verdieping and stand_van(pagina, vraag, waarden) == "gevraagd":
                yield vraag


def page_status(pagina: Pagina, waarden: Mapping[str, Any]) -> str:
    """How far one page is: "ingevuld", "bezig", or "" when nothing was answered.

    Where nothing counts, as on a page of verdieping alone, all of it has to be there.
    """
    geteld = list(counted((pagina,), waarden)) or pagina.vraag
    if geteld and all(is_ingevuld(vraag, waarden.get(vraag.sleutel)) for vraag in geteld):
        return "ingevuld"
    return "bezig" if any(waarden.get(vraag.sleutel) for vraag in pagina.vraag) else ""


def voortgang_van(deel: Deel, antwoorden: Antwoorden, eigen: EigenVragen, *, klaar: bool) -> DeelVoortgang:
    """The progress of one deel."""
    waarden = waarden_van(antwoorden)
    geteld = list(counted(with_eigen(deel, eigen), waarden))
    gegeven = [antwoord for sleutel, antwoord in antwoorden.items() if sleutel.startswith(f"{deel.sleutel}.")]
    return DeelVoortgang(
        deel=deel,
        totaal=len(geteld),
        open=tuple(vraag for vraag in geteld if not is_ingevuld(vraag, waarden.get(vraag.sleutel))),
        laatste=max(gegeven, key=lambda antwoord: antwoord.gegeven_op, default=None),
        klaar=klaar,
    )


def voortgang(
    catalogus: Catalogus, antwoorden: Antwoorden, eigen: EigenVragen, klare_delen: Mapping[str, object]
) -> list[DeelVoortgang]:
    """The progress of every deel, in order."""
    return [voortgang_van(deel, antwoorden, eigen, klaar=deel.sleutel in klare_delen) for deel in catalogus.delen]
