"""An inzicht in words: what the wizard, the page and the cards show of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Bron, Deel, Vraag
from bouwstenen.inzichten.koppeling import koppeling
from bouwstenen.inzichten.loader import inzichten
from bouwstenen.inzichten.schema import Begrip, Inzicht


@dataclass(frozen=True)
class Getoond:
    """An inzicht with its sources, its words that need explanation, and the questions it belongs to."""

    inzicht: Inzicht
    bronnen: tuple[Bron, ...]
    begrippen: tuple[Begrip, ...]
    vragen: tuple[tuple[Vraag, Deel], ...]

    @property
    def deel(self) -> Deel:
        """Where it belongs first."""
        return self.vragen[0][1]


@cache
def toon(inzicht: Inzicht) -> Getoond:
    """One inzicht, ready to be shown."""
    gids = catalogus()
    deel_van = {deel.sleutel: deel for deel in gids.delen}
    vragen = (gids.vragen[sleutel] for sleutel in koppeling().vragen_van[inzicht.sleutel])
    return Getoond(
        inzicht,
        gids.bronnen_van(inzicht.bron),
        tuple(inzichten().begrippen[sleutel] for sleutel in inzicht.begrippen),
        tuple((vraag, deel_van[vraag.deel]) for vraag in vragen),
    )


def toon_alle(alle: Iterable[Inzicht]) -> list[Getoond]:
    return [toon(inzicht) for inzicht in alle]
