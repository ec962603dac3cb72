"""Numbers as the capacity check reckons with them: bounded, so that no sum ever breaks, and written the Dutch way."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from bouwstenen.catalogus.waarden import getal_tekst
from bouwstenen.samenhang.gegeven import Gegeven

# What lies outside these can't be true of a team, of its hours or of the people it works for.
KLEINSTE, GROOTSTE = Decimal("1e-9"), Decimal("1e8")
MEESTE_CIJFERS = 15
TIENDE = Decimal("0.1")


def klopt(getal: Decimal) -> bool:
    """Whether a number can be true: zero, or more and not absurd."""
    return getal == 0 or (KLEINSTE <= getal <= GROOTSTE and len(getal.normalize().as_tuple().digits) <= MEESTE_CIJFERS)


def lees(gegeven: Gegeven, vragen: Iterable[str]) -> tuple[dict[str, Decimal], tuple[str, ...]]:
    """The numbers that were given, by the key of their vraag, and the keys of those that can't be true."""
    alle = {vraag: getal for vraag in vragen if (getal := gegeven.getal(vraag)) is not None}
    goed = {vraag: abs(getal) for vraag, getal in alle.items() if klopt(getal)}
    return goed, tuple(vraag for vraag in alle if vraag not in goed)


def gedeeld(getal: Decimal | None, door: Decimal | None) -> Decimal | None:
    """The quotient, to nine decimals; None where a number is missing, or where nothing comes out that can be true."""
    if getal is None or not door:
        return None
    uitkomst = getal / door
    return uitkomst.quantize(KLEINSTE) if uitkomst <= GROOTSTE else None


def tekst(getal: Decimal) -> str:
    """A number with at most one decimal: "1.250,5"."""
    return exact(getal.quantize(TIENDE, ROUND_HALF_UP))


def exact(getal: Decimal) -> str:
    """A number with all its decimals."""
    return getal_tekst(format(getal.normalize() + 0, "f"))
