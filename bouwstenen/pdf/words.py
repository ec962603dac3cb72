"""Makes endless words breakable: WeasyPrint takes minutes to lay out a word of 100,000 letters without a break."""

import re

LONGEST = 200  # letters; nobody writes a longer word, but somebody may paste one
STEP = 10  # it looks for the next break a line ahead, in the narrowest column too
_LETTER = r"(?:&[#\w]+;|[^\s&])"
_TEXT = re.compile(r"(?<=>)[^<]+")
_WORD = re.compile(rf"{_LETTER}{{{LONGEST + 1},}}")
_PIECE = re.compile(rf"{_LETTER}{{{STEP}}}")


def breakable(html: str) -> str:
    """The same HTML with breaks of no width in words that are too long; tags and their attributes stay as they are."""
    return _TEXT.sub(lambda text: _WORD.sub(with_breaks, text[0]), html)


def with_breaks(word: re.Match[str]) -> str:
    return _PIECE.sub("\\g<0>\u200b", word[0])
