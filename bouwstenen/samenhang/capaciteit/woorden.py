"""The words of the capacity check, from inhoud/capaciteit.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

from bouwstenen.samenhang.capaciteit.getallen import exact, tekst

BESTAND = Path(__file__).parent.parent / "inhoud" / "capaciteit.toml"


@cache
def woorden(onderdeel: str) -> Mapping[str, str]:
    """The words of one part of the check by key; what stands in {braces} is filled in by who shows it."""
    gelezen: Mapping[str, str] = tomllib.loads(BESTAND.read_text(encoding="utf-8"))[onderdeel]
    return gelezen


def uur(getal: Decimal) -> str:
    """ "31,5 uur"."""
    return f"{tekst(getal)} {woorden('woord')['uur']}"


def aantal(getal: Decimal | int, een: str, meer: str) -> str:
    """ "1 huishouden" or "46 huishoudens": een and meer are keys of words."""
    return woorden("woord")[een] if getal == 1 else woorden("woord")[meer].format(aantal=exact(Decimal(getal)))


def opsomming(delen: Iterable[str]) -> str:
    """ "a, b en c"."""
    *eerste, laatste = delen
    return woorden("woord")["en"].join([", ".join(eerste), laatste]) if eerste else laatste
