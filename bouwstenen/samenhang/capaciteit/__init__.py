"""The capacity check "Kan dit ook?": what the team should do, beside the hours it has. Pure: answers in, values out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bouwstenen.figuren.svg import Figuur
from bouwstenen.samenhang.capaciteit.figuur import figuur_van
from bouwstenen.samenhang.capaciteit.plek import Plek, plekken
from bouwstenen.samenhang.capaciteit.som import Som, som_van
from bouwstenen.samenhang.capaciteit.uitgangspunten import DOELEN, Uitgangspunt, ambitie_van, uitgangspunten_van
from bouwstenen.samenhang.capaciteit.zinnen import Opmerking, opmerkingen_van, vervolg_van, zin_van
from bouwstenen.samenhang.gegeven import Gegeven

VERWACHTINGEN = "afronding.verwachtingen"


@dataclass(frozen=True, kw_only=True)
class Capaciteit:
    """The whole check, ready to be shown.

    ambitie: goals in order, breadth and depth. uitgangspunten: every number, given or not. zonder_afspraak: the keys of
    the goals about which nothing was recorded at "Wat het team wel en niet doet".
    """

    som: Som
    ambitie: tuple[Uitgangspunt, ...]
    uitgangspunten: tuple[Uitgangspunt, ...]
    opmerkingen: tuple[Opmerking, ...]
    zonder_afspraak: tuple[str, ...]

    @property
    def zin(self) -> str:
        """The outcome in one sentence."""
        return zin_van(self.som)

    @property
    def vervolg(self) -> str:
        """How far ruimte and verwachting are apart; "" when one of them is not known."""
        return vervolg_van(self.som)

    @property
    def ontbreekt(self) -> tuple[str, ...]:
        """The keys of the vragen that the sum still needs."""
        return self.som.ontbreekt

    @property
    def nog_nodig(self) -> tuple[Plek, ...]:
        """The same, each with its page."""
        return plekken(self.ontbreekt)

    @cached_property
    def figuur(self) -> Figuur | None:
        """The bars; None when there is nothing to draw."""
        return figuur_van(self.som)


def capaciteit_van(waarden: Mapping[str, Any]) -> Capaciteit:
    """The check of one wijkteam; never raises, whatever was stored.

    waarden: values by key of the vraag, shapes as in catalogus.waarden.
    """
    gegeven = Gegeven(waarden)
    som = som_van(gegeven)
    afgesproken = gegeven.cellen(VERWACHTINGEN, "doel")
    return Capaciteit(
        som=som,
        ambitie=ambitie_van(gegeven),
        uitgangspunten=uitgangspunten_van(gegeven, som),
        opmerkingen=opmerkingen_van(som),
        zonder_afspraak=tuple(doel for doel in gegeven.gekozen(DOELEN) if doel not in afgesproken),
    )
