"""Draws a startdocument: as HTML for the screen and for the PDF, and as the PDF itself."""

from base64 import b64encode

from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.timezone import localtime

from bouwstenen.pdf.render import html_to_pdf
from bouwstenen.startdocument.gegevens import WIJKTEAM, Huisstijl, Startdocument


def to_pdf(document: Startdocument, huisstijl: Huisstijl = WIJKTEAM) -> bytes:
    """PDF/A-3a and PDF/UA-1 in one; the same document and house style give the same bytes."""
    omslag = render_to_string("startdocument/omslag.css", {"huisstijl": huisstijl})
    context = {
        "document": document,
        "omslag": data_uri("text/css", omslag.encode()),
        "logo": data_uri("image/png", huisstijl.logo) if huisstijl.logo else "",
    }
    html = render_to_string("startdocument/document.html", context)
    return html_to_pdf(html, title=document.titel, moment=document.moment)


def data_uri(soort: str, inhoud: bytes) -> str:
    return f"data:{soort};base64,{b64encode(inhoud).decode()}"


def filename(document: Startdocument) -> str:
    """ "startdocument-utrecht-overvecht-2025-03-14.pdf"."""
    datum = localtime(document.moment).date().isoformat()
    return f"startdocument-{slugify(document.gemeente_naam)}-{slugify(document.wijkteam_naam)}-{datum}.pdf"
