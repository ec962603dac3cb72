"""Mends the tables that tell which text a glyph stands for: PDF/UA wants some text for each.

WeasyPrint gives all text of a cluster (x + accent) to its first glyph and none to the others.
"""

import re
import unicodedata
from typing import Any

NOTHING = "\u200b"  # for a glyph that only completes the one before it
_PAIR = re.compile(rb"<([0-9a-f]+)> <([0-9a-f]*)>")


def mend_tounicode(pdf: Any) -> None:
    """Change the ToUnicode streams of the pydyf document in place."""
    for found in pdf.objects:
        stream = getattr(found, "stream", None)
        if stream and b"begincmap" in stream:
            mend_lines(stream)


def mend_lines(lines: list[Any]) -> None:
    """Give each glyph without text its own part of the text before it, or else a character of no width."""
    for number, line in enumerate(lines):
        pair = _PAIR.fullmatch(line)
        if pair and not pair[2]:
            before = _PAIR.fullmatch(lines[number - 1])
            first, rest = split_marks(from_hex(before[2]) if before else "")
            if before and rest:
                lines[number - 1] = as_line(before[1], first)
            lines[number] = as_line(pair[1], rest or NOTHING)


def split_marks(tekst: str) -> tuple[str, str]:
    """A letter and the marks upon it; ("…", "") for anything else."""
    first, rest = tekst[:1], tekst[1:]
    return (first, rest) if rest and all(unicodedata.category(mark) == "Mn" for mark in rest) else (tekst, "")


def from_hex(hexadecimal: bytes) -> str:
    return bytes.fromhex(hexadecimal.decode()).decode("utf-16-be")


def as_line(glyph: bytes, tekst: str) -> bytes:
    return b"<%s> <%s>" % (glyph, tekst.encode("utf-16-be").hex().encode())
