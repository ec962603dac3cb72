"""The checks on PDFs notice what they are there for."""

import re
from io import BytesIO

import pikepdf
import pytest

from tests.pdf.controle import problems
from tests.pdf.test_render import pdf_of

pytestmark = pytest.mark.once

GOED = "<h1>Proef</h1><p>Tekst</p><table><tr><th scope=col>Kop</th></tr><tr><td>Cel</td></tr></table>"


def test_a_good_document_has_no_problems():
    assert problems(pdf_of(GOED)) == {}


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<h1>Proef</h1><h3>Te diep</h3>", "heading jump"),
        ("<h2>Te diep</h2>", "heading jump"),
        ("<h1>Proef</h1><div>Los</div>", "text outside a paragraph"),
        ("<h1>Proef</h1><div><p>Vast</p><span>Los</span></div>", "text outside a paragraph"),
        ("<h1>Proef</h1>Los", "text outside a paragraph"),
    ],
)
def test_wrong_structure_is_seen(body, problem):
    assert problem in problems(pdf_of(body))


def changed(pdf, change):
    """The document with something spoilt."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        change(document)
        document.save(out)
    return out.getvalue()


def spoil_standard(document):
    document.Root.Metadata.write(document.Root.Metadata.read_bytes().replace(b'pdfuaid:part="1"', b'pdfuaid:part="2"'))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (spoil_standard, "standards named"),
        (lambda document: document.Root.MarkInfo.__setitem__("/Marked", False), "not tagged"),
        (lambda document: document.Root.__setitem__("/Lang", "de"), "language"),
        (
            lambda document: document.Root.ViewerPreferences.__setitem__("/DisplayDocTitle", False),
            "title not displayed",
        ),
    ],
)
def test_a_wrong_catalog_is_seen(change, problem):
    assert problem in problems(changed(pdf_of(GOED), change))


def test_a_wrong_stream_length_is_seen():
    pdf = pdf_of(GOED)
    length = re.search(rb"/Length (\d+)", pdf)
    wrong = pdf.replace(length[0], b"/Length %d" % (int(length[1]) - 1), 1)
    assert len(wrong) == len(pdf)
    assert "stream length" in problems(wrong)
