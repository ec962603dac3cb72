"""Draws a startdocument as HTML: for the preview on screen, for the PDF, and its summary as a poster."""

from base64 import b64encode

from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.timezone import localtime

from bouwstenen.pdf.render import html_to_pdf
from bouwstenen.startdocument.gegevens import WIJKTEAM, Huisstijl, Keuze, Startdocument


def to_html(document: Startdocument, huisstijl: Huisstijl = WIJKTEAM, *, poster: bool = False) -> str:
    """The whole HTML of a PDF; everything it depends on is in it, or counted by pdf.kenmerk."""
    omslag = render_to_string("startdocument/omslag.css", {"huisstijl": huisstijl})
    context = {
        "document": document,
        "omslag": data_uri("text/css", omslag.encode()),
        "logo": data_uri("image/png", huisstijl.logo) if huisstijl.logo else "",
    }
    return render_to_string("startdocument/poster.html" if poster else "startdocument/document.html", context)


def to_pdf(document: Startdocument, huisstijl: Huisstijl = WIJKTEAM, *, poster: bool = False) -> bytes:
    """PDF/A-3a and PDF/UA-1 in one; the same document and house style give the same bytes."""
    html = to_html(document, huisstijl, poster=poster)
    return html_to_pdf(html, title=title(document, poster=poster), moment=document.moment)


def data_uri(soort: str, inhoud: bytes) -> str:
    return f"data:{soort};base64,{b64encode(inhoud).decode()}"


def title(document: Startdocument, *, poster: bool = False) -> str:
    """What a reader of PDFs shows as the name of the document."""
    return f"Samenvatting {document.titel[0].lower()}{document.titel[1:]}" if poster else document.titel


def filename(document: Startdocument, keuze: Keuze) -> str:
    """ "startdocument-utrecht-overvecht-2025-03-14.pdf", or "poster-met-namen-…"."""
    soort = slugify(str(keuze))
    gemeente, wijkteam = (slugify(naam)[:80] for naam in (document.gemeente_naam, document.wijkteam_naam))
    return f"{soort}-{gemeente}-{wijkteam}-{localtime(document.moment).date().isoformat()}.pdf"
