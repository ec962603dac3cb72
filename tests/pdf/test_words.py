"""Words too long for a line."""

import time

import pytest

from bouwstenen.pdf.words import LONGEST, STEP, breakable
from tests.pdf.test_render import pdf_of

LANG = "x" * LONGEST
TIEN = "x" * STEP + "\u200b"


@pytest.mark.parametrize(
    ("html", "breakable_html"),
    [
        (f"<p>{LANG} {LANG}</p>", f"<p>{LANG} {LANG}</p>"),
        (f"<p>a {LANG}yz b</p>", f"<p>a {TIEN * 20}yz b</p>"),
        ("<p>" + "&amp;" * 210 + "</p>", "<p>" + ("&amp;" * STEP + "\u200b") * 21 + "</p>"),
        (f'<a href="{LANG}{LANG}">a</a>', f'<a href="{LANG}{LANG}">a</a>'),
    ],
    ids=["long", "too long", "entities", "attribute"],
)
def test_only_words_that_are_too_long_get_breaks(html, breakable_html):
    assert breakable(html) == breakable_html


@pytest.mark.once
@pytest.mark.parametrize(
    "html",
    [
        "<p>{}</p>".format("x" * 100_000),
        "<table><tr><td>Kort</td><td>{}</td></tr></table>".format("x" * 30_000 + " Een lange cel." * 2000),
    ],
    ids=["word", "cell"],
)
def test_a_text_as_long_as_is_allowed_does_not_stop_the_server(html):
    """Seen: minutes for each of these."""
    begin = time.process_time()
    pdf_of("<h1>Proef</h1>" + html, '<link rel="stylesheet" href="static:css/document-pdf.css">')
    assert time.process_time() - begin < 15
