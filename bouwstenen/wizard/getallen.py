"""Reads a number the way Dutch users type it: 28,5 and 28.5 are the same, and 1.250 is more than a thousand."""

import re
from decimal import Decimal

DUIZENDTALLEN = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+(,\d*)?")  # not 0.125: no thousand starts with a nought
GETAL = re.compile(r"-?\d+([.,]\d*)?")
MEESTE_CIJFERS = 15


def parse_getal(tekst: str) -> str | None:
    """The number as a decimal string ("28.5"), or None when the text is no number.

    Spaces are allowed, also as thousands separator. "1.250" reads as 1250: three digits after a point is how
    thousands are written here.
    """
    kaal = re.sub(r"\s", "", tekst)
    if DUIZENDTALLEN.fullmatch(kaal):
        kaal = kaal.replace(".", "")
    if not GETAL.fullmatch(kaal) or not kaal.isascii() or sum(teken.isdigit() for teken in kaal) > MEESTE_CIJFERS:
        return None
    waarde = Decimal(kaal.replace(",", "."))
    return format(waarde.normalize() + 0, "f")
