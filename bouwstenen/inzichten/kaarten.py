"""The dilemmas as cards for a conversation: A6, four on a sheet of A4 to cut, as a PDF."""

from datetime import UTC, datetime

from django.core.cache import cache
from django.template.loader import render_to_string

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.inzichten.koppeling import koppeling
from bouwstenen.inzichten.schema import DILEMMA
from bouwstenen.inzichten.weergave import Getoond, toon_alle
from bouwstenen.inzichten.zoeken import DEEL, GEMEENTE, SOORT, Filter, waarden
from bouwstenen.pdf.kenmerk import kenmerk
from bouwstenen.pdf.render import html_to_pdf

OP_EEN_VEL = 4
BIJGEWERKT = datetime(2026, 11, 28, 12, tzinfo=UTC)  # when the text of a dilemma last changed; it is in the file
BEWAAR = 30 * 24 * 60 * 60  # seconds; about seventy documents of 50 to 100 kB can be asked for

Kaart = Getoond | None  # None is a card to write a dilemma of one's own on


def alleen(keus: Filter) -> Filter:
    """What of a filter counts for the cards: the deel and the gemeente."""
    return Filter({naam: waarde for naam, waarde in keus.gekozen.items() if naam in (DEEL, GEMEENTE)})


def dilemmas(keus: Filter) -> list[Getoond]:
    """The dilemmas of this deel and gemeente, in the order of the instrument."""
    return toon_alle(alleen(keus).met(SOORT, DILEMMA).vind(koppeling().inzichten))


def vellen(keus: Filter) -> list[list[Kaart]]:
    """The cards by sheet; what is left of the last one is for dilemmas of one's own."""
    kaarten: list[Kaart] = [*dilemmas(keus)]
    kaarten += [None] * (-len(kaarten) % OP_EEN_VEL)
    return [kaarten[begin : begin + OP_EEN_VEL] for begin in range(0, len(kaarten), OP_EEN_VEL)]


def to_html(keus: Filter) -> str:
    """The whole HTML of the PDF; everything it depends on is in it, or counted by pdf.kenmerk."""
    context = {"titel": titel(keus), "vellen": vellen(keus), "deel": catalogus().deel(keus.gekozen.get(DEEL, ""))}
    return render_to_string("inzichten/gesprekskaarten.html", context)


def pdf(keus: Filter) -> bytes:
    """PDF/A-3a and PDF/UA-1 in one: from the cache, or made now, which takes a second or two."""
    html = to_html(keus)
    sleutel = f"gesprekskaarten-{kenmerk(html)}"
    inhoud: bytes | None = cache.get(sleutel)
    if inhoud is None:
        inhoud = html_to_pdf(html, title=titel(keus), moment=BIJGEWERKT)
        cache.set(sleutel, inhoud, BEWAAR)
    return inhoud


def titel(keus: Filter) -> str:
    """ "Gesprekskaarten met dilemma’s: Opgave, Zeist"."""
    namen = [waarden()[naam][keus.gekozen[naam]] for naam in (DEEL, GEMEENTE) if naam in keus.gekozen]
    return "Gesprekskaarten met dilemma’s" + (f": {', '.join(namen)}" if namen else "")


def bestandsnaam(keus: Filter) -> str:
    """ "gesprekskaarten-opgave-zeist.pdf"."""
    return "-".join(["gesprekskaarten", *alleen(keus).gekozen.values()]) + ".pdf"
