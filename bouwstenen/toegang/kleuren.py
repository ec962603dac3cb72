"""The colours of a house style: whether letters can be read on a band, and the stylesheet made of them."""

import hashlib
import re

STANDAARD = ("#0e3352", "#ffffff")  # band and letters of Wijkteam itself
GENOEG = 4.5  # WCAG 2.2, 1.4.3
_KLEUR = re.compile("#[0-9a-f]{6}")


def is_kleur(waarde: str) -> bool:
    return bool(_KLEUR.fullmatch(waarde))


def helderheid(kleur: str) -> float:
    """The relative luminance of WCAG: 0 for black, 1 for white."""
    delen = (int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5))
    rood, groen, blauw = (deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    """The contrast ratio of WCAG: 1 for equal colours, 21 for black on white."""
    donker, licht = sorted((helderheid(een), helderheid(ander)))
    return (licht + 0.05) / (donker + 0.05)


def in_woorden(verhouding: float) -> str:
    """ "4,4 op 1", rounded down: what is not enough must not look so."""
    return f"{int(verhouding * 10) / 10:g} op 1".replace(".", ",")


def donkerste(een: str, ander: str) -> str:
    """The colour to write with on white: of two that differ 4.5 to 1 the darker one does so from white too."""
    return min(een, ander, key=helderheid)


def stijlblad(balk: str, letters: str) -> str:
    """The colours as CSS, for the header band and the cover only; "" for anything but two colours."""
    if not (is_kleur(balk) and is_kleur(letters)):
        return ""
    return f":root{{--wt-balk:{balk};--wt-letters:{letters};--wt-omslag:{donkerste(balk, letters)}}}\n"


def kenmerk(inhoud: bytes) -> str:
    """Names content in an address, so that a browser may keep it: other content has another address."""
    return hashlib.sha256(inhoud).hexdigest()[:16]
