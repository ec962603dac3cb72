"""Whatever is typed as text appears as text, on every page that shows an answer."""

import pytest

from tests.wizard.bezoeker import gegeven
from tests.wizard.formulier import Formulier

GEVAARLIJK = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<b>vet</b> &amp; &lt;",
    '"><svg onload=alert(1)>',
    "</textarea><script>alert(1)</script>",
    "{{ request.user.email }} {% csrf_token %}",
    "![plaatje](http://voorbeeld.invalid/x.png)",
    "![plaatje](file:///etc/passwd)",
    "[klik](javascript:alert(1))",
    "<http://voorbeeld.invalid/>",
]
PAGINAS = {
    "wizard": lambda b: b.get("opgave", "vraagstuk"),
    "toelichting": lambda b: b.get("opgave", "doelen"),
    "controle": lambda b: b.client.get(b.adres("opgave", naam="wizard_deel")),
    "gebied": lambda b: b.get("vormgeving", "vorm"),
    "geschiedenis": lambda b: b.client.get("/utrecht/kanaleneiland/antwoorden/opgave.vraagstuk/"),
    "tabel": lambda b: b.client.get("/utrecht/kanaleneiland/antwoorden/opgave.krachten/"),
    "conflict": lambda b: b.post("opgave", "vraagstuk", {"vraagstuk": "Anders", "vraagstuk-versie": "0"}),
    "fout": lambda b: b.post("opgave", "vraagstuk", {"potentie": "x" * 100_001, "potentie-versie": "0"}),
}
VRAGEN = {
    "opgave.vraagstuk": lambda tekst: (tekst, ""),
    "opgave.doelen": lambda tekst: (None, tekst),
    "opgave.partijen": lambda tekst: ({"keuzes": ["anders"], "anders": tekst}, ""),
    "opgave.krachten": lambda tekst: ({"rijen": [{"id": "ra", "kracht": tekst}]}, ""),
    "gebiedsanalyse.gebied": lambda tekst: (tekst, ""),
}


@pytest.mark.parametrize("tekst", GEVAARLIJK)
def test_typed_text_appears_as_text(bezoeker, kanaleneiland, anna, tekst):
    for vraag, inhoud in VRAGEN.items():
        gegeven(kanaleneiland, anna, vraag, *inhoud(tekst))
    for naam, page in PAGINAS.items():
        html = page(bezoeker).text
        blad = Formulier(html)
        gezien = [*blad.velden.get("vraagstuk", []), *blad.velden.get("doelen-toelichting", []), blad.zonder_opmaak]
        assert (naam, any(tekst in een for een in gezien)) == (naam, True)
        tags = [f"<{tag}" for tag in ("svg onload", "b>", "img src=x", "script>")]
        assert (naam, [tag for tag in tags if tag in html], "onerror" in blad.ids) == (naam, [], False)
        assert [link for link in blad.links if ":" in link] == []
        assert anna.email not in html


def test_own_question_appears_as_text(bezoeker):
    for tekst in GEVAARLIJK:
        bezoeker.post("opgave", "eigen-vragen", {"eigen-label": tekst}, "vraag")
    for blad in (bezoeker.open("opgave", "eigen-vragen"), bezoeker.controle("opgave")):
        assert [tekst for tekst in GEVAARLIJK if tekst not in blad.zonder_opmaak] == []


def test_light_markup_is_kept(bezoeker, kanaleneiland, anna):
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "**Schulden**\n\n• een\n• twee")
    html = bezoeker.client.get(bezoeker.adres("opgave", naam="wizard_deel")).text
    assert "<strong>Schulden</strong>" in html
    assert "<li>een</li>" in html
