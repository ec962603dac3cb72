"""Turns the light markup of text answers into HTML: paragraphs, lists, bold and line breaks; all else stays text."""

import re
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

_BULLET = re.compile(r"^(\s*)•[ \t]+", re.MULTILINE)  # as pasted from Word
_DEEP = 12  # from this depth on nested lists are shown as typed: the parser drops what lies past maxNesting


def _as_typed(self: object, tokens: list[Token], idx: int, *args: object) -> str:
    return escape(tokens[idx].markup)


_MARKDOWN = MarkdownIt("zero", {"html": False, "breaks": True, "maxNesting": 20})
_MARKDOWN.enable(["list", "newline", "emphasis"])
_MARKDOWN.add_render_rule("em_open", _as_typed)  # the emphasis rule knows italics too; we don't
_MARKDOWN.add_render_rule("em_close", _as_typed)


def to_html(tekst: str) -> str:
    """Safe HTML with only p, ul, ol, li, strong and br; links, images and tags that were typed appear as text."""
    tokens = _MARKDOWN.parse(_BULLET.sub(r"\1- ", tekst))
    if max((token.level for token in tokens), default=0) > _DEEP:
        return f"<p>{escape(tekst)}</p>".replace("\n", "<br>\n")
    html: str = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return html
