"""Our own fonts and no others, so that a document looks the same on every machine."""

import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
UNKNOWN = "▯"  # printed for a character that none of our fonts has
_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")  # control, format, surrogate, separators: dropped when there is no glyph
_SELECTORS = {"\ufe0e": "", "\ufe0f": ""}  # in colour or not: we have one sort, and they cost joined emoji their text
_BULLETS = {"\u2043": "•", "\uf0a7": "▪", "\uf0b7": "•", "\uf0d8": "➢", "\uf0fc": "✓"}  # as Word pastes them
_PLAIN = _SELECTORS | _BULLETS
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
_lock = Lock()


@cache
def covered() -> frozenset[str]:
    """Every character that at least one of our fonts has a glyph for and that may be printed; newline and tab too."""
    return frozenset().union({"\n", "\t"}, *map(characters, FONTS.glob("*.ttf"))) - _SELECTORS.keys()


def characters(font: Path) -> frozenset[str]:
    with TTFont(font, lazy=True) as opened:
        return frozenset(map(chr, opened.getBestCmap()))


def printable(tekst: str) -> str:
    """The same text with ▯ for each character without glyph: a missing glyph breaks PDF/UA.

    Composed first (e + accent → é), because fonts rather have the whole letter.
    """
    tekst = unicodedata.normalize("NFC", tekst)
    ontbreekt = set(tekst) - covered()
    return tekst.translate({ord(teken): replacement(teken) for teken in ontbreekt})


def replacement(teken: str) -> str:
    """A plain form of the same character (a wide space is a space), nothing for what is invisible, else ▯."""
    if unicodedata.category(teken) in _INVISIBLE:
        return ""
    plain = unicodedata.normalize("NFKC", _PLAIN.get(teken, teken))
    return plain if covered().issuperset(plain) else UNKNOWN


def font_configuration() -> Any:
    """A WeasyPrint FontConfiguration that knows only our fonts."""
    with _only_our_fonts():
        from weasyprint.text.fonts import FontConfiguration

        return FontConfiguration()


@cache
def _config_folder() -> "TemporaryDirectory[str]":
    """The folder with our fontconfig file; its cache makes the second document quicker. Gone when the process ends."""
    folder = TemporaryDirectory(prefix="wijkteam-fonts-")
    config = _CONFIG.format(fonts=escape(str(FONTS)), cache=escape(folder.name))
    (Path(folder.name) / "fonts.conf").write_text(config, encoding="utf-8")
    return folder


@contextmanager
def _only_our_fonts() -> Iterator[None]:
    """Fontconfig reads its file from the environment; put back at once, or a browser we start would see it too."""
    with _lock:
        before = os.environ.get("FONTCONFIG_FILE")
        os.environ["FONTCONFIG_FILE"] = str(Path(_config_folder().name) / "fonts.conf")
        try:
            yield
        finally:
            del os.environ["FONTCONFIG_FILE"]
            if before is not None:
                os.environ["FONTCONFIG_FILE"] = before
