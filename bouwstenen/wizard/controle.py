"""The check page of a deel: every question with its answer, and what is still missing."""

from dataclasses import dataclass
from typing import Any

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.schema import Deel, Pagina, Vraag
from bouwstenen.catalogus.voorwaarden import Stand
from bouwstenen.wizard.voortgang import DeelVoortgang, reachable, stand_van, voortgang_van, waarden_van, with_eigen


@dataclass(frozen=True)
class ControleRegel:
    """One question on the check page."""

    vraag: Vraag
    stand: Stand
    antwoord: HuidigAntwoord | None
    ontbreekt: bool


@dataclass(frozen=True)
class Controle:
    """A deel to check, page by page."""

    deel: Deel
    voortgang: DeelVoortgang
    paginas: list[tuple[Pagina, list[ControleRegel]]]


def build_controle(wijkteam: Any, deel: Deel) -> Controle:
    """All that can be reached in a deel; verdieping and "ook handig" only when answered."""
    antwoorden, eigen = store.huidige_antwoorden(wijkteam), store.eigen_vragen(wijkteam)
    voortgang = voortgang_van(deel, antwoorden, eigen, klaar=deel.sleutel in store.klare_delen(wijkteam))
    waarden = waarden_van(antwoorden)
    paginas = []
    for pagina in reachable(with_eigen(deel, eigen), waarden):
        regels = [
            ControleRegel(
                vraag=vraag,
                stand=stand_van(pagina, vraag, waarden),
                antwoord=antwoorden.get(vraag.sleutel),
                ontbreekt=vraag in voortgang.open,
            )
            for vraag in pagina.vraag
        ]
        paginas.append((pagina, [regel for regel in regels if is_shown(regel)]))
    return Controle(deel, voortgang, [(pagina, regels) for pagina, regels in paginas if regels])


def is_shown(regel: ControleRegel) -> bool:
    gegeven = regel.antwoord is not None and bool(regel.antwoord.waarde or regel.antwoord.toelichting)
    return regel.stand != "verborgen" and (gegeven or regel.ontbreekt)
