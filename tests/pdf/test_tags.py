"""What crosses pages is one thing to who hears it, and links are called by their words."""

from collections import Counter
from io import BytesIO

import pikepdf
import pytest

from tests.pdf.controle import problems, walk
from tests.pdf.test_render import PAGINA, pdf_of
from tests.pdf.volgorde import differences

pytestmark = pytest.mark.once

STIJL = (
    "<style>@page { size: A6; @bottom-left { content: 'Voet' } } table { width: 100% } ul { list-style: '•' }</style>"
)
REGELS = "Een regel met woorden. " * 150
KOP = "<thead><tr><th scope=col>Wat</th><th scope=col>Hoe</th></tr></thead>"
LANG = {
    "paragraph": f"<p>{REGELS}<strong>{REGELS}</strong></p>",
    "list": f"<ul>{'<li>Punt</li>' * 60}<li>{REGELS}</li></ul>",
    "list in list": f"<ol><li>{REGELS}<ul><li>{REGELS}</li><li>b</li></ul></li><li><p>{REGELS}</p><p>c</p></li></ol>",
    "rows": f"<table>{KOP}<tbody>{'<tr><td>a</td><td>b</td></tr>' * 60}</tbody></table>",
    "row": f"<table>{KOP}<tbody><tr><th scope=row>{REGELS}</th><td>{REGELS * 2}</td></tr></tbody></table>",
    "cell with paragraphs": f"<table>{KOP}<tbody><tr><td><p>{REGELS}</p><p>b</p></td><td>c</td></tr></tbody></table>",
    "wrapper": f"<section><h2>Kop</h2><p>{REGELS}</p><p>b</p></section>",
}


@pytest.mark.parametrize("body", LANG.values(), ids=LANG)
def test_what_crosses_pages_is_read_as_one(body):
    body = f"<h1>Proef</h1>{body}<p>Slot</p>"
    pdf = pdf_of(body, STIJL)
    assert problems(pdf) == {}
    assert differences(PAGINA.format(kop="", body=body), pdf) == []
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) > 2


def tags_of(body):
    with pikepdf.open(BytesIO(pdf_of(f"<h1>Proef</h1>{body}", STIJL))) as document:
        return Counter(str(tag.S) for tag in walk(document.Root.StructTreeRoot.K))


def test_a_long_table_has_one_head_and_one_body():
    tags = tags_of(LANG["rows"])
    assert {soort: tags[soort] for soort in ("/Table", "/THead", "/TBody", "/TR", "/TH", "/TD")} == {
        "/Table": 1, "/THead": 1, "/TBody": 1, "/TR": 61, "/TH": 2, "/TD": 120,
    }  # fmt: skip


def test_cells_on_every_page_belong_to_the_head_that_is_read():
    with pikepdf.open(BytesIO(pdf_of(f"<h1>Proef</h1>{LANG['rows']}", STIJL))) as document:
        tags = list(walk(document.Root.StructTreeRoot.K))
        heads = [str(tag.ID) for tag in tags if str(tag.S) == "/TH"]
        assert [str(tag.A.Headers[0]) for tag in tags if str(tag.S) == "/TD"] == heads * 60


def test_what_is_drawn_on_each_page_again_is_not_read():
    """The foot of each page, and the heads of the table on all pages but the first."""
    with pikepdf.open(BytesIO(pdf_of(f"<h1>Proef</h1>{LANG['rows']}", STIJL))) as document:
        paginas = len(document.pages)
        hidden = [
            str(page.obj.StructParents)
            for page in document.pages
            for operands, operator in pikepdf.parse_content_stream(page, "BDC")
            if str(operands[0]) == "/Artifact" and str(operands[1].get("/Type")) == "/Pagination"
        ]
        tags = [found for found in document.objects if isinstance(found, pikepdf.Dictionary) and "/S" in found]
        read = list(walk(document.Root.StructTreeRoot.K))
    assert len(hidden) == paginas + 2 * (paginas - 1)
    assert len([tag for tag in tags if str(tag.get("/Type")) == "/StructElem"]) == len(read)


def test_a_link_is_called_by_its_words_and_once():
    kop = "<style>a::after { content: target-counter(attr(href), page); float: right }</style>"
    body = '<h1>Proef</h1><p><a href="#x-1">Het <!-- --> gebied\n nu</a></p><h2 id="x-1">Gebied</h2>'
    with pikepdf.open(BytesIO(pdf_of(body, kop))) as document:
        links = [str(link.Contents) for link in document.pages[0].Annots]
        tags = Counter(str(tag.S) for tag in walk(document.Root.StructTreeRoot.K))
    assert problems(pdf_of(body, kop)) == {}
    assert (links, tags["/Link"]) == (["Het gebied nu"] * 2, 1)


def test_a_link_that_leads_nowhere_is_only_text(caplog):
    assert problems(pdf_of('<h1>Proef</h1><p><a href="#weg">Weg</a> en <a>los</a></p>')) == {}
    assert [bericht for bericht in caplog.messages if "#weg" not in bericht] == []


@pytest.mark.parametrize(
    "item", ["a<ul><li>b</li></ul>c", "<p>a</p><ul><li><p>b</p></li></ul><p>c</p>", "<ul><li>b</li></ul>"]
)
def test_a_list_in_an_item_is_read_in_its_place(item):
    body = f"<h1>Proef</h1><ul><li>{item}</li><li>d</li></ul>"
    assert problems(pdf_of(body, STIJL)) == {}
    assert differences(PAGINA.format(kop="", body=body), pdf_of(body, STIJL)) == []
