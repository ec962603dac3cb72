"""Writes HTML as one file that is both PDF/A-3a (to keep) and PDF/UA-1 (for everyone)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from bouwstenen.pdf.fonts import font_configuration, printable
from bouwstenen.pdf.lists import mend_lists, nest_lists
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
    return write(lay_out(html), title=title, moment=moment)


def lay_out(html: str) -> Any:
    """The pages as WeasyPrint laid them out, not yet drawn."""
    from weasyprint import HTML

    from bouwstenen.pdf.fetcher import StaticFetcher  # noqa: PLC0415 -- extends a class of weasyprint

    with refused_addresses():
        source = HTML(string=breakable(printable(html)), url_fetcher=StaticFetcher())
        return source.render(font_config=font_configuration(), pdf_variant=VARIANT)


def write(document: Any, *, title: str, moment: datetime) -> bytes:
    """Draw the pages of a WeasyPrint document."""
    from bouwstenen.pdf.tags import mend_tags  # noqa: PLC0415 -- changes a function of weasyprint

    def finish(document: Any, pdf: Any) -> None:
        mend_tounicode(pdf)
        nest_lists(pdf)
        mend_tags(pdf)
        mend_lists(pdf)

    complete_metadata(document.metadata, title=title, moment=moment)
    with refused_addresses():
        pdf: bytes = document.write_pdf(finisher=finish, pdf_variant=VARIANT)
    return pdf


@contextmanager
def refused_addresses() -> Iterator[None]:
    """WeasyPrint's own error is not an Exception: uncaught it would end the server process."""
    from weasyprint.urls import FatalURLFetchingError

    try:
        yield
    except FatalURLFetchingError as fout:
        raise PdfFout(str(fout)) from fout


def complete_metadata(metadata: Any, *, title: str, moment: datetime) -> None:
    """Fill in title and dates, and have the metadata say PDF/UA-1 too, uncompressed as PDF/A asks."""
    metadata.title = printable(title)
    metadata.created = metadata.modified = moment.astimezone(UTC).isoformat(timespec="seconds")
    generate, include = metadata.generate_rdf_metadata, metadata.include_in_pdf
    metadata.generate_rdf_metadata = lambda *args: generate(*args).replace(b"</rdf:RDF>", PDFUA_EXTENSION)
    metadata.include_in_pdf = lambda pdf, variant, version, conformance, compress: include(
        pdf, variant, version, conformance, compress=False
    )
