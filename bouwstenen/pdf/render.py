"""Writes HTML as one file that is both PDF/A-3a (to keep) and PDF/UA-1 (for everyone)."""

from datetime import UTC, datetime
from typing import Any

from bouwstenen.pdf.fonts import font_configuration, printable
from bouwstenen.pdf.lists import mend_lists
from bouwstenen.pdf.tounicode import mend_tounicode
from bouwstenen.pdf.words import breakable

VARIANT = "pdf/a-3a"
# WeasyPrint writes one variant a file (Kozea/WeasyPrint#2783). PDF/A allows the mark of PDF/UA when the metadata
# describes the property, so that is what we add.
PDFUA_EXTENSION = (
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>'
    b'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    b"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    b"<pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>"
    b"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF>"
)


class PdfFout(RuntimeError):
    """No PDF was made; the message says why."""


def html_to_pdf(html: str, *, title: str, moment: datetime) -> bytes:
    """Render a whole HTML document; the same arguments give the same bytes.

    title: shown by readers as the name of the document. moment: aware; the last change of the content.
    Raises PdfFout when the HTML asks for anything outside our static files.
    """
    from weasyprint import DEFAULT_OPTIONS, HTML
    from weasyprint.urls import FatalURLFetchingError

    from bouwstenen.pdf.fetcher import StaticFetcher  # noqa: PLC0415 -- extends a class of weasyprint

    fonts = font_configuration()
    options = {**DEFAULT_OPTIONS, "pdf_variant": VARIANT}
    try:
        document = HTML(string=breakable(printable(html)), url_fetcher=StaticFetcher()).render(
            font_config=fonts, **options
        )
        complete_metadata(document.metadata, title=title, moment=moment)
        pdf: bytes = document.write_pdf(finisher=finish, **options)
    except FatalURLFetchingError as fout:  # not an Exception: uncaught it would end the server process
        raise PdfFout(str(fout)) from fout
    return pdf


def finish(document: Any, pdf: Any) -> None:
    """What WeasyPrint calls just before it writes the pydyf document."""
    mend_tounicode(pdf)
    mend_lists(pdf)


def complete_metadata(metadata: Any, *, title: str, moment: datetime) -> None:
    """Fill in title and dates, and have the metadata say PDF/UA-1 too, uncompressed as PDF/A asks."""
    metadata.title = printable(title)
    metadata.created = metadata.modified = moment.astimezone(UTC).isoformat(timespec="seconds")
    generate, include = metadata.generate_rdf_metadata, metadata.include_in_pdf
    metadata.generate_rdf_metadata = lambda *args: generate(*args).replace(b"</rdf:RDF>", PDFUA_EXTENSION)
    metadata.include_in_pdf = lambda pdf, variant, version, conformance, compress: include(
        pdf, variant, version, conformance, compress=False
    )
