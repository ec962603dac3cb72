"""The PDF of a whole startdocument: valid, complete, and blind to what was typed as code."""

import re
import subprocess
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from bouwstenen.pdf.fetcher import StaticFetcher
from bouwstenen.pdf.fonts import printable
from bouwstenen.startdocument import renderer
from tests.pdf.controle import problems, walk
from tests.startdocument.conftest import VIJANDIG, document, pdf
from tests.startdocument.voorbeeldantwoorden import TEKST

pytestmark = pytest.mark.once
NAMEN = ["wat", "alles", "vijandig"]


def bare(tekst):
    """Without spaces, hyphens and marks of markup: what line breaks leave of a text."""
    return re.sub(r"[\s\-•*\u200b\u202e]", "", tekst)


@cache
def pages_of(naam):
    gelezen = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf(naam), capture_output=True, check=True)
    return tuple(gelezen.stdout.decode().split("\f"))


def content_of(naam):
    """The bare text of all pages, without top and foot, and without the numbers of lists: these are drawn last."""
    gemaakt, paginas = document(naam), pages_of(naam)
    voet = bare(f"Gemeente {gemaakt.gemeente_naam} · {gemaakt.wijkteam_naam}")
    for nummer, pagina in enumerate(paginas, 1):
        yield (
            bare(re.sub(r"^\d+\.$", "", pagina, flags=re.MULTILINE))
            .replace(voet, "")
            .replace(f"Pagina{nummer}van{len(paginas) - 1}", "")
            .replace("Concept", "")
        )


def texts(item):
    """What a reader must find of an item, in order; a toelichting to a competentie stands below its table."""
    cellen = [cel.tekst for rij in item.tabel.rijen for cel in rij] if item.tabel else []
    return [item.titel, item.tekst, item.regel, *item.keuzes, *cellen, *item.helften, item.toelichting]


@pytest.mark.parametrize("naam", NAMEN)
def test_it_is_for_everyone_and_for_the_archive(naam):
    assert problems(pdf(naam)) == {}


@pytest.mark.parametrize("naam", NAMEN)
def test_each_question_is_one_heading(naam):
    gemaakt = document(naam)
    vragen = [blok for h in gemaakt.hoofdstukken for groep in h.groepen for blok in groep.blokken]
    open_ = sum(bool(h.onbeslist) + bool(h.leeg) for h in gemaakt.openstaand)
    with pikepdf.open(BytesIO(pdf(naam))) as gelezen:
        soorten = [str(node.S) for node in walk(gelezen.Root.StructTreeRoot.K)]
    assert soorten.count("/H1") == len(gemaakt.hoofdstukken) + 5
    assert soorten.count("/H3") == sum(not blok.koppen for blok in vragen) + open_


@pytest.mark.parametrize("naam", NAMEN)
def test_answers_are_read_in_order(naam):
    rest = "".join(list(content_of(naam))[3:])
    for item in (item for hoofdstuk in document(naam).hoofdstukken for item in hoofdstuk.items):
        for deel in filter(None, (bare(printable(deel)) for deel in texts(item))):
            _, gevonden, rest = rest.partition(deel)
            assert gevonden, f"{deel} is not after the answer before it"


@pytest.mark.parametrize("naam", NAMEN)
def test_the_summary_is_one_page_and_chapters_start_on_a_new_one(naam):
    paginas = pages_of(naam)
    assert [
        number for number, page in enumerate(paginas, 1) if "De belangrijkste keuzes in de zes bouwstenen." in page
    ] == [3]
    kern = bare(paginas[2])
    assert all(bare(f"{kern_.nummer} {kern_.titel}") in kern for kern_ in document(naam).samenvatting)
    assert "Het gebied" not in paginas[2] and "Gebiedsanalyse" in paginas[3]


def test_every_page_but_the_cover_says_whose_it_is_and_where():
    paginas = pages_of("alles")[:-1]
    assert "Pagina" not in paginas[0] and "Concept" in paginas[0] and "14 maart 2025" in paginas[0]
    for nummer, pagina in enumerate(paginas[1:], 2):
        assert "Utrecht · Buurtteam Overvecht" in pagina
        assert f"Pagina {nummer} van {len(paginas)}" in pagina
        assert "Concept" in pagina


def test_bookmarks_lead_to_chapters():
    with pikepdf.open(BytesIO(pdf("alles"))) as gelezen, gelezen.open_outline() as outline:
        titels = [punt.title for punt in outline.root]
    assert titels[:4] == ["Inhoud", "Samenvatting", "Gebiedsanalyse", "1 Opgave"]


def test_markup_is_drawn_and_an_example_is_marked():
    assert "**" in TEKST and "**" not in "".join(pages_of("wat"))
    assert "Voorbeeld naar onderzoek uit 2013" in "".join(pages_of("wat"))
    assert "Voorbeeld naar onderzoek uit 2013" not in "".join(pages_of("alles"))


def test_code_that_was_typed_is_only_text(monkeypatch):
    """Rendered here, because it counts what is fetched."""
    gehaald = []
    fetch = StaticFetcher.fetch

    def counting(self, url, headers=None):
        gehaald.append(url.partition(":")[0])
        return fetch(self, url, headers)

    monkeypatch.setattr(StaticFetcher, "fetch", counting)
    assert renderer.to_pdf(document("vijandig")) == pdf("vijandig")
    assert set(gehaald) == {"static", "data"}
    getypt = [deel for h in document("vijandig").hoofdstukken for item in h.items for deel in texts(item)]
    verwacht = sum(VIJANDIG in deel for deel in getypt)
    assert "".join(list(content_of("vijandig"))[3:]).count(bare(printable(VIJANDIG))) == verwacht >= 12
    with pikepdf.open(BytesIO(pdf("vijandig"))) as gelezen:
        assert "/Names" not in gelezen.Root or "/EmbeddedFiles" not in gelezen.Root.Names
        links = [note for page in gelezen.pages for note in page.get("/Annots", [])]
        assert {"/URI" in str(note.get("/A", "")) for note in links} == {False}
        assert "/JavaScript" not in repr(gelezen.Root)
