"""What a PDF of ours must be: valid by two profiles, and right where validators do not look."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import page as validator
import pikepdf

LENGTH = "PDFA3A-STREAM-LENGTH-001"  # raised on some content that is right (page-validation 0.11): see stream_lengths

STREAM = re.compile(rb"\d+ 0 obj\s*<<(?:(?!endobj).)*?/Length (\d+)(?:(?!endobj).)*?>>\s*stream\n", re.DOTALL)
BLOCK = re.compile("/(P|H[1-6]|Lbl|LBody|TD|TH)")


def problems(pdf: bytes) -> dict[str, int]:
    """Everything that is wrong, counted; {} for a good document."""
    found: Counter[str] = Counter()
    for profile in (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A):
        report = validator.validate_pdf_bytes(pdf, profile=profile)
        found.update(failure.rule_id for failure in report.failures if failure.rule_id != LENGTH)
    found.update(stream_lengths(pdf))
    with pikepdf.open(BytesIO(pdf)) as document:
        for check in (catalog, structure, loose_text, annotations):
            found.update(check(document))
    return dict(+found)


def stream_lengths(pdf: bytes) -> list[str]:
    """What the validator doubts: at the end of each stream's stated length stands "endstream", and nothing is lost."""
    wrong, stated = [], list(STREAM.finditer(pdf))
    for match in stated:
        end = match.end() + int(match[1])
        if not re.match(rb"\r?\n?endstream\s+endobj", pdf[end : end + 30]):
            wrong.append("stream length")
    with pikepdf.open(BytesIO(pdf)) as document:
        streams = [found for found in document.objects if isinstance(found, pikepdf.Stream)]
        for stream in streams:
            stream.read_bytes()
        if len(streams) != len(stated):
            wrong.append("stream without length")
        wrong += ["qpdf: " + str(warning) for warning in document.get_warnings()]
    return wrong


def catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "not tagged"
    if str(root.get("/Lang", "")) != "nl":
        yield "language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "title not displayed"
    with pdf.open_metadata() as xmp:
        if not xmp.get("dc:title"):
            yield "title"
        if (xmp.get("pdfuaid:part"), xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance")) != ("1", "3", "A"):
            yield "standards named"


def structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    before = 0
    for node in walk(pdf.Root.StructTreeRoot.K):
        kind = str(node.S)
        if kind == "/Figure" and not str(node.get("/Alt", "")).strip():
            yield "figure without alt"
        if kind == "/Table" and not any(str(row.S) == "/TR" for row in walk(node.get("/K", pikepdf.Array()))):
            yield "table without rows"
        if re.fullmatch(r"/H\d", kind):
            level = int(kind[2:])
            if level > before + 1:
                yield "heading jump"
            before = level


def loose_text(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Text that belongs to no paragraph, heading, item or cell: it stood directly in a div or span."""
    for node in unblocked(pdf.Root.StructTreeRoot.K):
        kids = node.get("/K")
        if any(isinstance(kid, int) for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])):
            yield "text outside a paragraph"


def unblocked(node: Any) -> Iterator[Any]:
    """The elements that are in no block of text."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from unblocked(kid)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node and not BLOCK.fullmatch(str(node.S)):
        yield node
        yield from unblocked(node.get("/K"))


def annotations(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        if "/Annots" in page and str(page.get("/Tabs", "")) != "/S":
            yield "tab order"
        for note in page.get("/Annots", []):
            if str(note.Subtype) == "/Link" and not str(note.get("/Contents", "")).strip():
                yield "link without contents"


def walk(node: Any) -> Iterator[Any]:
    """All elements of the structure tree, in reading order."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from walk(kid)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if isinstance(node.get("/K"), pikepdf.Array | pikepdf.Dictionary):
            yield from walk(node.K)
