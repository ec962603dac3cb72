"""What a screen reader finds in a PDF: the text of its tags, in their order; and what the HTML says it must find."""

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest
from typing import Any

import pikepdf
import tinyhtml5

from bouwstenen.pdf.fonts import printable
from tests.pdf.controle import walk

# The tags that count; the others (NonStruct, Span, LBody) mean nothing to a reader.
TAGS = {"ul": "L", "ol": "L", "img": "Figure", "a": "Link", "thead": "THead", "tbody": "TBody", "table": "Table"}
TAGS |= {naam: naam.upper() for naam in ("p", "li", "tr", "th", "td", "h1", "h2", "h3")}
SVG = "{http://www.w3.org/2000/svg}svg"
PAIR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")


def bare(text: str) -> str:
    """Without white space, hyphens and what has no width: what the ends of lines and the fonts leave of a text."""
    text = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in text if not (sign.isspace() or sign == "-" or unicodedata.category(sign) == "Cf"))


def read_aloud(pdf: bytes) -> tuple[list[str], dict[str, int]]:
    """Tags and texts in the order of the tags ("<P>", "Tekst", "</P>"), and the page on which each heading first is."""
    with pikepdf.open(BytesIO(pdf)) as document:
        texts = {page.objgen: dict(texts_of(page)) for page in document.pages}
        numbers = {page.objgen: number for number, page in enumerate(document.pages, 1)}
        body = document.Root.StructTreeRoot.K[0]
        headings = [tag for tag in reversed(list(walk(body))) if str(tag.S) in ("/H1", "/H2")]
        pages = {"".join(tokens_of(tag.K, tag.Pg.objgen, texts)): numbers[tag.Pg.objgen] for tag in headings}
        return joined(tokens_of(body, None, texts)), pages


def tokens_of(tag: Any, page: Any, texts: Any) -> Iterator[str]:
    if isinstance(tag, pikepdf.Array):
        for kid in tag:
            yield from tokens_of(kid, page, texts)
    elif isinstance(tag, int):
        yield bare(texts[page][tag])
    elif "/S" in tag:
        name, page = str(tag.S)[1:], tag.Pg.objgen if "/Pg" in tag else page
        shown = name in (*TAGS.values(), "Lbl")
        yield from (f"<{name}>",) if shown else ()
        if name == "Figure":
            yield bare(str(tag.Alt))
        else:
            yield from tokens_of(tag.get("/K", pikepdf.Array()), page, texts)
        yield from (f"</{name}>",) if shown else ()


def texts_of(page: Any) -> Iterator[tuple[int, str]]:
    """Each marked piece of a page: its number and its text."""
    fonts = {name: characters_of(font) for name, font in page.Resources.Font.items()}
    number, text, font = None, "", {}
    for operands, operator in pikepdf.parse_content_stream(page, "BDC EMC Tf TJ Tj"):
        match str(operator):
            case "BDC" if "/MCID" in operands[1]:
                number, text = int(operands[1].MCID), ""
            case "EMC" if number is not None:
                yield number, text
                number = None
            case "Tf":
                font = fonts[str(operands[0])]
            case "TJ":
                text += decoded(b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String)), font)


def characters_of(font: Any) -> dict[bytes, str]:
    pairs = PAIR.findall(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else ()
    return {bytes.fromhex(glyph.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs}


def decoded(glyphs: bytes, font: dict[bytes, str]) -> str:
    return "".join(font[glyphs[place : place + 2]] for place in range(0, len(glyphs), 2))


def written(html: str, pages: dict[str, int]) -> list[str]:
    """The same of the HTML, with the marks of lists, and after a link within the document the page it leads to."""
    body = tinyhtml5.parse(printable(html), namespace_html_elements=False).find("body")
    targets = {
        f"#{found.get('id')}": pages.get(bare("".join(found.itertext()))) for found in body.iter() if found.get("id")
    }
    return joined(tokens_of_html(body, targets))


def tokens_of_html(element: Any, targets: dict[str, int | None], mark: str = "") -> Iterator[str]:
    if element.tag == SVG:  # a drawing is read by its title
        yield from ("<Figure>", bare(element[0].text), "</Figure>")
        return
    name = TAGS.get(element.tag)
    yield from (f"<{name}>",) if name else ()
    yield from ("<Lbl>", mark, "</Lbl>") if mark else ()
    yield bare(element.get("alt") or element.text or "")
    for place, kid in enumerate(element, 1):
        yield from tokens_of_html(kid, targets, mark_of(element, place))
        yield bare(kid.tail or "")
    if element.tag == "a":
        yield str(targets[element.get("href")])
    yield from (f"</{name}>",) if name else ()


def mark_of(parent: Any, place: int) -> str:
    if parent.get("class") == "inhoud":  # the list of contents has no dots
        return ""
    return {"ul": "•", "ol": f"{place}."}.get(parent.tag, "")


def joined(tokens: Iterator[str]) -> list[str]:
    """Neighbouring pieces of text as one."""
    return [found for found in re.split(r"(</?\w+>)", "".join(tokens)) if found]


def differences(html: str, pdf: bytes) -> list[str]:
    """Where what is read aloud first parts from what was written; [] when it is all the same."""
    aloud, pages = read_aloud(pdf)
    there = written(html, pages)
    for place, (one, other) in enumerate(zip_longest(aloud, there, fillvalue="")):
        if one != other and not (one.endswith("…") and other.startswith(one[:-1])):  # a stylesheet may cut a text short
            return ["read aloud", *aloud[place - 3 : place + 3], "written", *there[place - 3 : place + 3]]
    return []
