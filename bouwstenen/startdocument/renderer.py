"""Draws a startdocument: as HTML for the screen and for the PDF, and as the PDF itself."""

from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.timezone import localtime

from bouwstenen.pdf.render import html_to_pdf
from bouwstenen.startdocument.gegevens import Startdocument


def to_pdf(document: Startdocument) -> bytes:
    """PDF/A-3a and PDF/UA-1 in one; the same document gives the same bytes."""
    html = render_to_string("startdocument/document.html", {"document": document})
    return html_to_pdf(html, title=document.titel, moment=document.moment)


def filename(document: Startdocument) -> str:
    """ "startdocument-utrecht-overvecht-2025-03-14.pdf"."""
    datum = localtime(document.moment).date().isoformat()
    return f"startdocument-{slugify(document.gemeente_naam)}-{slugify(document.wijkteam_naam)}-{datum}.pdf"
