"""Cleans text on its way in: one kind of newline, no invisible control characters."""

import re
from typing import Any

# Vertical tab (Word's soft return), next line, line and paragraph separator are newlines to whoever typed them.
_NEWLINES = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
# C0 and C1 control characters except tab and newline, lone surrogates (no valid UTF-8) and the two non-characters.
_DROPPED = re.compile("[\x00-\x08\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def schoon(tekst: str) -> str:
    """Text as we store and compare it; cleaning twice changes nothing more.

    Newlines become \\n, Word's bullet U+F0B7 becomes •, control characters and lone surrogates go
    (PostgreSQL refuses NUL, UTF-8 refuses surrogates).
    """
    return _DROPPED.sub("", _NEWLINES.sub("\n", tekst)).replace("\uf0b7", "•")


def schoon_json(waarde: Any) -> Any:
    """The same for every text (keys too) in a value made of dicts and lists."""
    if isinstance(waarde, str):
        return schoon(waarde)
    if isinstance(waarde, list):
        return [schoon_json(deel) for deel in waarde]
    if isinstance(waarde, dict):
        return {schoon_json(sleutel): schoon_json(deel) for sleutel, deel in waarde.items()}
    return waarde
