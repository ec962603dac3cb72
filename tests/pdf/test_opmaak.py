"""The check on pages notices what it is there for."""

import pytest

from bouwstenen.pdf.render import lay_out
from tests.pdf.opmaak import problems
from tests.pdf.test_render import PAGINA

pytestmark = pytest.mark.once

STIJL = (
    "@page { size: 105mm 148mm; margin: 20mm } html { font: 10pt/1.4 'Source Serif 4' }"
    " h1, h2 { break-after: avoid } table { table-layout: fixed; width: 100% } @page omslag { margin: 20mm }"
)
REGELS = "<p>Een regel.</p>"
KOP = "<thead><tr><th>Kop</th></tr></thead>"
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9H0z'/></svg>"
RIJEN = "<tr><td>Cel</td></tr>" * 50


def found(body, stijl=""):
    return problems(lay_out(PAGINA.format(kop=f"<style>{STIJL}{stijl}</style>", body=body)))


@pytest.mark.parametrize(
    "body",
    [
        REGELS * 5,
        f"<h1>Kop</h1>{REGELS * 30}",
        f"<table>{KOP}{RIJEN}</table>{REGELS * 3}",
        "<p style='page: omslag'>Omslag</p>" + REGELS * 5,
        "<p lang=nl style='hyphens: auto'>{}</p>".format("verantwoordelijkheidsverdeling " * 12),
        "<p style='overflow-wrap: anywhere'>{}</p>".format("Wmo-werkplaats " + "x" * 300),
    ],
    ids=["plain", "heading", "table", "cover", "hyphens", "a word longer than a line"],
)
def test_good_pages_have_no_problems(body):
    assert found(body) == {}


@pytest.mark.parametrize(
    ("body", "stijl", "problem"),
    [
        (f"{REGELS}<p style='margin-top: -8mm'>Erover</p>{REGELS * 5}", "", "text over text"),
        (f"<p style='float: right; width: 1mm'>Onbreekbaar</p>{REGELS * 5}", "", "text wider than its place"),
        (f"<table><tr><td>Onbreekbaar<td>{'x' * 40}<td>a</table>{REGELS * 5}", "", "text wider than its place"),
        (f"<p style='margin-left: -18mm'>Weg</p>{REGELS * 5}", "", "text at the edge of the page"),
        (f"<p style='height: 5mm; overflow: hidden'>{'Te lang. ' * 20}</p>", "", "text higher than its place"),
        (f"<p style='position: absolute; top: 118mm'>Weg</p>{REGELS * 5}", "", "text higher than its place"),
        (
            REGELS * 5,
            f"@page {{ @bottom-left {{ content: '{'Lange naam ' * 30}'; inline-size: 30mm }} }}",
            "text higher than its place",
        ),
        (
            f"<p style='overflow-wrap: anywhere; width: 9mm'>{'buurthuis ' * 40}</p>",
            "",
            "word broken",
        ),
        (f"{REGELS * 5}<p style='break-before: page'>Een regel.</p>", "", "page almost empty"),
        (f"{REGELS * 5}<div style='break-before: page; break-after: page'></div>{REGELS * 5}", "", "page almost empty"),
        (f"{REGELS * 5}<h2 style='break-after: page'>Kop</h2>{REGELS * 5}", "", "heading at the foot of the page"),
        (
            f"{REGELS * 5}<p class='x-kop' style='break-after: page'>Kop</p>{REGELS * 5}",
            "",
            "heading at the foot of the page",
        ),
        (f"<table>{RIJEN}</table>{REGELS * 3}", "", "table goes on without its head"),
        (
            f"<p><img style='width: 99mm' alt=x src=\"data:image/svg+xml,{SVG}\"></p>{REGELS * 5}",
            "",
            "image outside the page",
        ),
    ],
)
def test_what_is_wrong_is_seen(body, stijl, problem):
    assert problem in found(body, stijl)
