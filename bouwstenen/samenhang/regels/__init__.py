"""All regels: one module per bouwsteen, each regel a pure function of the answers (regel.py)."""

from types import ModuleType

from bouwstenen.samenhang.regels import (
    aansturing,
    afronding,
    competenties,
    gebiedsanalyse,
    inrichting,
    opgave,
    vormgeving,
    werkprincipes,
)
from bouwstenen.samenhang.regels.regel import Regel

MODULES: tuple[ModuleType, ...] = (
    gebiedsanalyse,
    opgave,
    vormgeving,
    inrichting,
    werkprincipes,
    aansturing,
    competenties,
    afronding,
)
ALLE: tuple[Regel, ...] = tuple(een for module in MODULES for een in vars(module).values() if isinstance(een, Regel))
REGELS: dict[str, Regel] = {een.sleutel: een for een in ALLE}
