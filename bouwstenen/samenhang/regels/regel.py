"""A regel: a condition in Python, with its words in inhoud/regels/; it gives a Signaal when the condition holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels.woorden import Woorden, woorden
from bouwstenen.samenhang.signaal import Signaal

# False: it does not fire · True: it does · a mapping: it does, and fills in the {names} in its melding
Oordeel = bool | Mapping[str, str]
Conditie = Callable[[Gegeven], Oordeel]


@dataclass(frozen=True)
class Regel:
    """One regel of the instrument."""

    sleutel: str
    conditie: Conditie

    @property
    def woorden(self) -> Woorden:
        """Its words; read when they are needed, so that `manage.py check` can tell what is wrong with them."""
        return woorden()[self.sleutel]

    def __call__(self, waarden: Gegeven | Mapping[str, Any]) -> Signaal | None:
        """The signaal for these answers, or None. Pure: it never raises and changes nothing."""
        oordeel = self.conditie(waarden if isinstance(waarden, Gegeven) else Gegeven(waarden))
        if not oordeel:
            return None
        invulling = oordeel if isinstance(oordeel, Mapping) else {}
        zegt = self.woorden
        return Signaal(
            sleutel=self.sleutel,
            ernst=zegt.ernst,
            melding=zegt.melding.format_map(invulling),
            waarom=zegt.waarom,
            bron=zegt.bron,
            vragen=zegt.vragen,
        )


def regel(sleutel: str) -> Callable[[Conditie], Regel]:
    """Decorator: the condition below is that of the regel with this key."""
    return lambda conditie: Regel(sleutel, conditie)
