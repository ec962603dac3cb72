"""What a page must be: no text over text or outside its place, no lonely heading, no page that is almost empty.

Looks at the boxes that WeasyPrint laid out. As a script it shows what is wrong with the voorbeelden and the extremes.
"""

import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import django
from weasyprint.formatting_structure import boxes  # noqa: TID253 -- a test looks inside WeasyPrint

# Where the ink of a line is, as parts of the size of its letters: the boxes of lines overlap, as leading is small.
ASCENT, DESCENT = 0.72, 0.2
EDGE = 30  # px, 8 mm: what a printer can't print
ROOM = 1  # px, for rounding
EMPTY = 1 / 6  # of the height of a page: less is a heading and a line or two, which the page before could have held
HEADING = re.compile(r"h[1-6]|caption|thead")
LONGEST_WORD = 40  # letters: no column is too narrow for a word if it may be hyphenated
Found = Iterator[tuple[str, str]]


@dataclass(frozen=True, eq=False)
class Ink:
    """A piece of text as it is drawn, the line it is in and the boxes around it, outermost first."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    line: Any
    around: tuple[Any, ...]

    @property
    def place(self) -> Any:
        """The block or cell whose width the text must keep to."""
        return next(box for box in reversed(self.around) if isinstance(box, boxes.BlockContainerBox | boxes.MarginBox))

    @property
    def in_margin(self) -> bool:
        return isinstance(self.around[1], boxes.MarginBox)


def problems(document: Any) -> dict[str, list[str]]:
    """Everything that is wrong, by kind, each with its page and its text; {} for a good document."""
    found = defaultdict(list)
    before: dict[Any, Any] = {}  # the tables on the page before, by their HTML element
    for number, page in enumerate((page._page_box for page in document.pages), 1):
        ink = sorted(ink_of(page), key=lambda piece: piece.top)
        for check in (overlap, outside, broken_words, almost_empty, lonely_heading):
            for kind, text in check(page, ink):
                found[kind].append(f"page {number}: {text[:90]}")
        here = {box.element: box for box in page.descendants() if isinstance(box, boxes.TableBox)}
        for element in here.keys() & before.keys():
            if not any(group.is_header for group in here[element].children):
                found["table goes on without its head"].append(f"page {number}: {text_of(here[element])[:90]}")
        before = here
    return dict(found)


def ink_of(box: Any, around: tuple[Any, ...] = (), line: Any = None) -> Iterator[Ink]:
    if isinstance(box, boxes.TextBox):
        text, size = box.text.strip(" \u200b"), box.style["font_size"]
        base, right = box.position_y + box.baseline, box.position_x + box.width
        if text and box.style["visibility"] == "visible":
            left = right - box.width * len(box.text.lstrip(" \u200b")) / len(box.text)
            yield Ink(text, left, base - ASCENT * size, right, base + DESCENT * size, line, around)
        return
    for child in box.children:
        inner = getattr(child, "_box", child)  # what is positioned is wrapped once more
        yield from ink_of(inner, (*around, box), box if isinstance(box, boxes.LineBox) else line)


def overlap(page: Any, ink: list[Ink]) -> Found:
    for index, one in enumerate(ink):
        for other in ink[index + 1 :]:
            if other.top > one.bottom - ROOM:
                break
            if min(one.right, other.right) - max(one.left, other.left) > ROOM and other.bottom - ROOM > one.top:
                yield "text over text", f"{one.text} / {other.text}"


def outside(page: Any, ink: list[Ink]) -> Found:
    for piece in ink:
        place = piece.place
        left = place.content_box_x()
        if piece.left < left - ROOM or piece.right > left + place.width + ROOM:
            yield "text wider than its place", piece.text
        if piece.left < EDGE or piece.right > page.margin_width() - EDGE:
            yield "text at the edge of the page", piece.text
        if any(is_above_or_below(piece, box) for box in piece.around if isinstance(box, boxes.ParentBox)):
            yield "text higher than its place", piece.text
    for image in page.descendants():
        if isinstance(image, boxes.ReplacedBox) and not is_within(image, page):
            yield "image outside the page", image.element_tag


def is_above_or_below(piece: Ink, box: Any) -> bool:
    if isinstance(box, boxes.PageBox):
        return piece.top < EDGE or piece.bottom > box.margin_height() - EDGE
    if isinstance(box, boxes.InlineBox | boxes.LineBox):
        return False  # a line may be lower than its letters
    return piece.top < box.padding_box_y() - ROOM or piece.bottom > box.padding_box_y() + box.padding_height() + ROOM


def is_within(box: Any, page: Any) -> bool:
    x, y, width, height = box.hit_area()
    return (
        x >= -ROOM
        and y >= -ROOM
        and x + width <= page.margin_width() + ROOM
        and y + height <= page.margin_height() + ROOM
    )


def broken_words(page: Any, ink: list[Ink]) -> Found:
    """Words broken without a hyphen, though no longer than words are."""
    for block in page.descendants():
        lines = [text_of(child).split() for child in block.children if isinstance(child, boxes.LineBox)]
        words = set("".join(block.element.itertext()).split()) if len(lines) > 1 and block.element is not None else ()
        for one, other in pairwise(filter(None, lines)):
            # after a hyphen or a stroke a word may break
            if one[-1][-1].isalnum() and (word := one[-1] + other[0]) in words and len(word) <= LONGEST_WORD:
                yield "word broken", f"{one[-1]} | {other[0]}"


def almost_empty(page: Any, ink: list[Ink]) -> Found:
    body = [piece for piece in ink if not piece.in_margin]
    lowest = max((piece.bottom for piece in body), default=0)
    if lowest - page.content_box_y() < EMPTY * page.height and not is_cover(page):
        yield "page almost empty", " ".join(piece.text for piece in body) or "(nothing)"


def is_cover(page: Any) -> bool:
    """A page that says itself what it is: the cover has a @page of its own."""
    return bool(page.page_type.name)


def lonely_heading(page: Any, ink: list[Ink]) -> Found:
    body = [piece for piece in ink if not piece.in_margin]
    if body and not is_cover(page):
        last = max(body, key=lambda piece: piece.bottom)
        if any(is_heading(box) for box in last.around):
            yield "heading at the foot of the page", last.text


def is_heading(box: Any) -> bool:
    """What belongs with what follows it, by its tag, its name or its style."""
    if box.element is None or box.element_tag in ("html", "body"):
        return False
    names = box.element.get("class", "").split()
    return bool(
        HEADING.fullmatch(box.element_tag)
        or any(name.endswith("-kop") for name in names)
        or box.style["break_after"].startswith("avoid")
    )


def text_of(box: Any) -> str:
    return "".join(found.text for found in box.descendants() if isinstance(found, boxes.TextBox))


def main(namen: list[str]) -> None:
    django.setup()
    from tests.startdocument.documenten import NAMEN, gemaakt  # noqa: PLC0415 -- needs Django to be set up

    for naam in namen or NAMEN:
        print(naam)  # noqa: T201 -- this is what the script is for
        for kind, places in gemaakt(naam).opmaak.items():
            print(f"  {kind}", *places, sep="\n    ")  # noqa: T201 -- see above


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    main(sys.argv[1:])
