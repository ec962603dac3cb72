"""All signalen that a set of answers gives, in the order in which they are shown."""

from collections.abc import Mapping
from typing import Any

from bouwstenen.catalogus.loader import DELEN
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels import REGELS
from bouwstenen.samenhang.signaal import ERNSTEN, Signaal


def signalen_van(waarden: Mapping[str, Any]) -> tuple[Signaal, ...]:
    """By ernst, then by deel, then by key; pure, and the order of the answers plays no part.

    waarden: values by key of the vraag, shapes as in catalogus.waarden.
    """
    gegeven = Gegeven(waarden)
    gevonden = (een for regel in REGELS.values() if (een := regel(gegeven)))
    return tuple(sorted(gevonden, key=plaats))


def plaats(signaal: Signaal) -> tuple[int, int, str]:
    return ERNSTEN.index(signaal.ernst), DELEN.index(signaal.deel), signaal.sleutel
