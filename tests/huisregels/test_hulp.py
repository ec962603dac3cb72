"""Every page has help of its own: what it is for, and what happens with what is filled in."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from tests.huisregels.test_matrix import URLS

HULP = Path(settings.BASE_DIR, "templates/hulp")
BESTAND = "a file"
ALLEEN_POST = "takes a POST, and leads back to a page"
MACHINE = "an answer for a machine"

# URLs that show no page of their own, each with the reason.
ZONDER = {
    "core_livez": MACHINE,
    "core_readyz": MACHINE,
    "core_security_txt": MACHINE,
    "inzichten_gesprekskaarten": BESTAND,
    "startdocument_bestand": BESTAND,
    "startdocument_pdf": ALLEEN_POST,
    "toegang_huisstijl_css": BESTAND,
    "toegang_logo": BESTAND,
    "toegang_uitleg": ALLEEN_POST,
    "wizard_klaar": ALLEEN_POST,
    "wizard_klad": MACHINE,
}


def in_no_order(pages: set[str], helped: set[str], without: set[str]) -> set[str]:
    """Pages without help, help without a page, and exceptions that are none (any more)."""
    return (pages - without) ^ helped | without - pages


def sentences(html: str) -> int:
    return len(re.findall(r"[.?!](?=\s|$)", re.sub(r"<[^>]+>", "\n", html)))


def test_every_page_has_help_and_all_help_a_page():
    helped = {path.stem for path in HULP.glob("*.html")}
    assert in_no_order(set(URLS), helped, set(ZONDER)) == set()


@pytest.mark.parametrize(
    ("pages", "helped", "wrong"),
    [
        ({"start", "nieuw", "pdf"}, {"start"}, {"nieuw"}),
        ({"start", "pdf"}, {"start", "weg"}, {"weg"}),
        ({"start", "pdf"}, {"start", "pdf"}, {"pdf"}),
        ({"start"}, {"start"}, {"pdf"}),
        ({"start", "pdf"}, {"start"}, set()),
    ],
)
def test_the_guard_bites(pages, helped, wrong):
    assert in_no_order(pages, helped, {"pdf"}) == wrong


@pytest.mark.parametrize("mag_invullen", [True, False])
def test_help_is_three_to_eight_sentences(mag_invullen):
    texts = {path.stem: path.relative_to(HULP.parent) for path in HULP.glob("*.html")}
    context = {"mag_invullen": mag_invullen}
    lengths = {name: sentences(render_to_string(str(path), context)) for name, path in texts.items()}
    assert {name: length for name, length in lengths.items() if not 3 <= length <= 8} == {}


def test_sentences_are_counted():
    assert sentences("<p>Een. Twee?</p>\n<ul><li><strong>Drie:</strong> van 1.000 tot 2.</li></ul>") == 3


def test_help_is_on_the_page_it_is_about(client_for, anna, kanaleneiland):
    page = client_for(anna).get("/utrecht/kanaleneiland/wizard/opgave/vraagstuk/").text
    assert page.count('id="hulp"') == 1
    assert (HULP / "wizard_pagina.html").read_text().strip() in page
    assert '<a href="#hulp">Hulp</a>' in page


def test_a_page_that_tells_what_went_wrong_has_no_help_about_another(client_for, client, bram, kanaleneiland):
    """A refusal by a view, a page that is not there, and something for another gemeente."""
    answers = [
        client_for(bram).get("/utrecht/kanaleneiland/wizard/opgave/vraagstuk/"),
        client_for(bram).get("/utrecht/kanaleneiland/wizard/geen-deel/"),
        client_for(bram).get("/zeist/"),
        client.get("/bestaat/echt/niet/"),
    ]
    assert [(answer.status_code, "hulp" in answer.text) for answer in answers] == [(403, False)] + [(404, False)] * 3
