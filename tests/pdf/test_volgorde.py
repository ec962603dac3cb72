"""The check on reading order notices what it is there for."""

import pikepdf
import pytest

from tests.pdf.test_controle import changed
from tests.pdf.test_render import PAGINA, pdf_of
from tests.pdf.volgorde import differences, read_aloud

pytestmark = pytest.mark.once

BODY = "<h1 id=kop>Kop</h1><p>Een</p><p>Twee twee</p><ul><li>Punt</li></ul><ol><li>Stap</li><li>Stap</li></ol>"


def found(pdf, body=BODY):
    return differences(PAGINA.format(kop="", body=body), pdf)


def swap_paragraphs(document):
    kids = document.Root.StructTreeRoot.K[0].K
    kids[1], kids[2] = kids[2], kids[1]


def drop_list(document):
    del document.Root.StructTreeRoot.K[0].K[3]


def twice(document):
    kids = document.Root.StructTreeRoot.K[0].K
    kids.append(kids[1])


def other_tag(document):
    document.Root.StructTreeRoot.K[0].K[1].S = pikepdf.Name.H2


def test_what_is_read_aloud_is_tags_and_texts():
    assert read_aloud(pdf_of("<h1>Kop</h1><ul><li>Punt <b>vet</b></li></ul>")) == (
        ["<H1>", "Kop", "</H1>", "<L>", "<LI>", "<Lbl>", "•", "</Lbl>", "Puntvet", "</LI>", "</L>"],
        {"Kop": 1},
    )


def test_the_right_order_has_no_differences():
    assert found(pdf_of(BODY)) == []


@pytest.mark.parametrize("change", [swap_paragraphs, drop_list, twice, other_tag])
def test_a_wrong_order_is_seen(change):
    assert found(changed(pdf_of(BODY), change)) != []


@pytest.mark.parametrize(
    "body", [BODY.replace("Twee twee", "Twee"), BODY.replace("<ol>", "<ul>").replace("</ol>", "</ul>")]
)
def test_another_text_is_seen(body):
    assert found(pdf_of(BODY), body) != []


def test_a_drawing_is_read_by_its_title():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>Het team</title></svg>'
    body = f"<h1>Kop</h1><p>{svg}</p>"
    pdf = pdf_of(body)
    assert read_aloud(pdf)[0][3:] == ["<P>", "<Figure>", "Hetteam", "</Figure>", "</P>"]
    assert differences(PAGINA.format(kop="", body=body), pdf) == []
    assert differences(PAGINA.format(kop="", body=body.replace("team", "dorp")), pdf) != []
