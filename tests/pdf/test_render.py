"""HTML becomes a PDF for everyone and for the archive, and loads nothing from elsewhere."""

import logging
import os
import re
from datetime import UTC, datetime
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from bouwstenen.pdf.fonts import FONTS, characters, covered, printable
from bouwstenen.pdf.render import PdfFout, html_to_pdf
from tests.pdf.controle import problems
from tests.pdf.volgorde import read_aloud, written

pytestmark = pytest.mark.once

MOMENT = datetime(2025, 3, 14, 12, 0, tzinfo=UTC)
PAGINA = '<!doctype html><html lang="nl"><head><title>Proef</title>{kop}</head><body>{body}</body></html>'
SCRIPTS = {
    "turkish": "ğışİ Ğ İstanbul'da şöyle",
    "polish and romanian": "Łódź żółć ăâîșț ȘȚ",
    "greek and cyrillic": "αβγΩ ώΐ Жуков їєґ",
    "hebrew and arabic": "שלום בָּ עربي مرحبا ١٢٣ لا إله",
    "arrows and signs": "→ ← ↔ ⇒ ☎ ✓ ✗ ≤ ≠ ± № ① ▯ € £ ½ ² ° ‰",
    "checkboxes": "☐ ☑ ☒ ✅ ❌ ⬜",
    "bullets": "• ▪ ⁃ ◦ ‣ ● ○ ■ □ ➢ ❖ \uf0a7 \uf0b7 \uf0d8 \uf0fc",
    "quotes and dashes": "‘a’ “b” „c” ‚d’ «e» ‹f› – — … ′ ″",
    "spaces and breaks": "a\u00a0b a\u2011b a\u202fb a\u2009b a\u3000b vertrouwens\u00adpersoon a\u2060b a\tb",
    "emoji": "😀 ❤️ ❤ ☺️ 🏡",
    "emoji joined": "👨‍👩‍👧 👨‍🦼‍➡️ 🏳️‍🌈 ❤️‍🩹 👩🏽‍⚕️",
    "flags": "🇳🇱 🇹🇷 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇳",
    "skin tones": "👍🏽 👋🏿 🏽",
    "keycaps": "1️⃣ #️⃣ *️⃣ 7⃣",
    "loose accents": "e\u0301 x\u0302 x x\u0302\u0303 q\u0323 ½ \u0301 ﬁ",
    "not in any font": "漢字 ไทย हिन्दी አማርኛ \ue000 \U0010fffd",
    "invisible": "a\u202eb\u200bc\u2028d\ufeffe\u00adf\x0bg\u2066h\u2069i",
}
HUISSTIJL = '<link rel="stylesheet" href="static:css/document-pdf.css">'
PLACES = (
    "<h1>{0}</h1><p>{0}</p><ul><li>{0}</li></ul><p><strong>{0}</strong></p>"
    "<table><thead><tr><th scope=col>Kop</th></tr></thead><tbody><tr><td>{0}</td></tr></tbody></table>"
)


@cache
def pdf_of(body, kop="", title="Proef"):
    return html_to_pdf(PAGINA.format(kop=kop, body=body), title=title, moment=MOMENT)


@pytest.mark.parametrize("tekst", SCRIPTS.values(), ids=SCRIPTS)
def test_any_text_gives_a_valid_document(tekst, caplog):
    with caplog.at_level(logging.WARNING):
        assert problems(pdf_of(PLACES.format(tekst), HUISSTIJL)) == {}
    assert caplog.messages == []  # WeasyPrint warns of each glyph that is missing


@pytest.mark.parametrize(
    "item",
    [
        "a",
        "<p>a</p>",
        "<p>a</p><p>b</p>",
        "a<ul><li>b</li></ul>",
        "<p>a</p><ul><li><p>b</p></li></ul><p>c</p>",
        "a<p>b</p>c",
    ],
)
def test_any_list_gives_a_valid_document(item):
    """Paragraphs in items come from an empty line between the items someone typed."""
    assert problems(pdf_of(f"<h1>Proef</h1><ul><li>{item}</li></ul><ol><li>{item}</li></ol>")) == {}


def test_a_character_without_glyph_is_printed_as_a_box():
    assert printable("a漢b\ue000c\ud800") == "a▯b▯c"


def test_a_plain_form_is_printed_of_what_word_pastes():
    assert printable("\u2043 \uf0a7 \uf0b7 \uf0d8 \uf0fc") == "• ▪ • ➢ ✓"
    assert printable("a\u3000Ｂ ㎡ ❤\ufe0f") == "a B m2 ❤"


def test_everything_dutch_is_printed_as_it_is():
    tekst = "Één ‘coöperatie’ – “naïef” … € 1.250,50 · ½ × 2² ≥ 3\n\t• A→B"
    assert printable(tekst) == tekst


def test_an_accent_is_joined_with_its_letter():
    assert printable("e\u0301") == "é"


def test_every_font_has_a_space():
    """A space between two foreign words is drawn in their font."""
    assert [font.name for font in FONTS.glob("*.ttf") if " " not in characters(font)] == []
    assert len(covered()) > 5000


def test_only_our_fonts_are_used():
    pdf = pdf_of('<h1>Proef</h1><p style="font-family: DejaVu Sans, Arial">Letters → ☎ 😀</p>')
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts = {
            str(found.BaseFont)
            for found in document.objects
            if isinstance(found, pikepdf.Dictionary) and "/BaseFont" in found
        }
    assert {font[8:].split(",")[0].split("-")[0] for font in fonts} <= {"Source", "Noto"}


def test_the_same_input_gives_the_same_bytes():
    assert pdf_of("<h1>Proef</h1>") == pdf_of.__wrapped__("<h1>Proef</h1>")


def test_paragraphs_of_all_scripts_keep_their_order():
    body = "<h1>Proef</h1>" + "".join(f"<p>{nummer}. {tekst}</p>" for nummer, tekst in enumerate(SCRIPTS.values()))
    gelezen, _ = read_aloud(pdf_of(body))
    geschreven = written(PAGINA.format(kop="", body=body), {})
    # what runs from right to left is drawn from its end
    assert [sorted(deel) for deel in gelezen] == [sorted(deel) for deel in geschreven]


def test_title_and_moment_are_those_given():
    with pikepdf.open(BytesIO(pdf_of("<h1>Proef</h1>", title="Startdocument É▯漢"))) as document:
        assert str(document.docinfo.Title) == "Startdocument É▯▯"
        assert str(document.docinfo.ModDate) == "D:20250314120000+00'00"
        with document.open_metadata() as xmp:
            assert (xmp["xmp:CreateDate"], xmp["xmp:ModifyDate"]) == ("2025-03-14T12:00:00+00:00",) * 2


def test_the_environment_is_left_as_it_was(monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "/ergens/fonts.conf")
    pdf_of.__wrapped__("<h1>Proef</h1>")
    assert os.environ["FONTCONFIG_FILE"] == "/ergens/fonts.conf"
    monkeypatch.delenv("FONTCONFIG_FILE")
    pdf_of.__wrapped__("<h1>Proef</h1>")
    assert "FONTCONFIG_FILE" not in os.environ


@pytest.mark.parametrize(
    "adres",
    [
        "http://127.0.0.1:9/x.png",
        "https://example.nl/x.png",
        "file:///etc/passwd",
        "/etc/passwd",
        "static:../pyproject.toml",
        "static:/etc/passwd",
        "static:bestaat-niet.png",
        "ftp://127.0.0.1/x",
        "STATIC:css/eigen.css",
    ],
)
@pytest.mark.parametrize(
    "html", ['<img src="{}" alt="x">', '<p style="background: url({})">x</p>', '<object data="{}">x</object>']
)
def test_nothing_from_elsewhere_is_loaded(adres, html):
    if not re.match(r"[a-zA-Z]+:", adres):
        adres = "file://" + adres
    with pytest.raises(PdfFout):
        pdf_of("<h1>Proef</h1>" + html.format(adres))


def test_an_attachment_from_elsewhere_is_not_added():
    with pytest.raises(PdfFout):
        pdf_of("<h1>Proef</h1>", '<link rel="attachment" href="file:///etc/passwd">')


def test_static_files_and_data_addresses_are_loaded():
    svg = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9H0z'/></svg>"
    body = f'<h1>Proef</h1><p style="background: url(&quot;{svg}&quot;)">Een vlak</p>'
    assert problems(pdf_of(body, '<link rel="stylesheet" href="static:css/document-pdf.css">')) == {}
