"""The same drawings in a PDF: valid for everyone and for the archive, each with its own words."""

from datetime import UTC, datetime
from functools import cache
from html import escape
from io import BytesIO

import pikepdf
import pytest

from bouwstenen.figuren.svg import Figuur
from bouwstenen.pdf.render import html_to_pdf
from tests.figuren.gevallen import figuren
from tests.pdf.controle import problems, walk

pytestmark = pytest.mark.once

KOP = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Figuren</title>'
    '<link rel="stylesheet" href="static:css/document-pdf.css"></head><body><h1>Figuren</h1>'
)


def in_een_document(figuur: Figuur) -> str:
    koppen = "".join(f'<th scope="col">{escape(kop)}</th>' for kop in figuur.koppen)
    rijen = "".join(f"<tr>{''.join(f'<td>{escape(cel)}</td>' for cel in rij)}</tr>" for rij in figuur.rijen)
    tabel = f"<table><thead><tr>{koppen}</tr></thead><tbody>{rijen}</tbody></table>"
    return f'<h2>{escape(figuur.titel)}</h2><p class="figuur">{figuur.svg}</p>{tabel}'


@cache
def pdf() -> bytes:
    html = KOP + "".join(map(in_een_document, figuren().values())) + "</body></html>"
    return html_to_pdf(html, title="Figuren", moment=datetime(2025, 3, 14, 12, 0, tzinfo=UTC))


def test_a_document_with_every_figure_is_valid():
    assert problems(pdf()) == {}


def test_each_figure_is_read_by_its_name():
    with pikepdf.open(BytesIO(pdf())) as document:
        namen = [str(een.Alt) for een in walk(document.Root.StructTreeRoot.K) if str(een.S) == "/Figure"]
    assert namen == [figuur.titel for figuur in figuren().values()]
