"""The PDF of a whole startdocument: complete, easy to find the way in, and blind to what was typed as code."""

import re
import subprocess
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from bouwstenen.pdf.fetcher import StaticFetcher
from bouwstenen.pdf.fonts import printable
from bouwstenen.startdocument import renderer
from tests.pdf.controle import walk
from tests.startdocument.conftest import VIJANDIG
from tests.startdocument.documenten import document, gemaakt
from tests.startdocument.voorbeeldantwoorden import TEKST

pytestmark = pytest.mark.once
NAMEN = ["wat", "alles", "vijandig"]


def pdf(naam):
    return gemaakt(naam).pdf


def bare(tekst):
    """Without spaces, hyphens and marks of markup: what line breaks leave of a text."""
    return re.sub(r"[\s\-•*\u200b\u202e]", "", tekst)


@cache
def pages_of(naam, *, kaal=False):
    """The text of each page; kaal: without what stands in its margins, 27 mm at the top and the foot."""
    uitsnede = ["-x", "0", "-y", "76", "-W", "596", "-H", "689"] if kaal else []
    gelezen = subprocess.run(
        ["pdftotext", "-raw", *uitsnede, "-", "-"], input=pdf(naam), capture_output=True, check=True
    )
    return tuple(gelezen.stdout.decode().split("\f"))


def content_of(naam):
    """The bare text of all pages, without the numbers of lists: these are drawn last."""
    return [bare(re.sub(r"^\d+\.$", "", pagina, flags=re.MULTILINE)) for pagina in pages_of(naam, kaal=True)]


def texts(item):
    """What a reader must find of an item, in order; a toelichting to a competentie stands below its table."""
    cellen = [cel.tekst for rij in item.tabel.rijen for cel in rij] if item.tabel else []
    return [item.titel, item.tekst, item.regel, *item.keuzes, *cellen, *item.helften, item.toelichting]


@pytest.mark.parametrize("naam", NAMEN)
def test_each_question_is_one_heading(naam):
    gemaakt = document(naam)
    vragen = [blok for h in gemaakt.hoofdstukken for groep in h.groepen for blok in groep.beantwoord]
    open_ = sum(bool(h.onbeslist) + bool(h.leeg) for h in gemaakt.openstaand if not h.is_leeg)
    with pikepdf.open(BytesIO(pdf(naam))) as gelezen:
        soorten = [str(node.S) for node in walk(gelezen.Root.StructTreeRoot.K)]
    afspraken = gemaakt.haalbaar.afspraken.beantwoord if gemaakt.haalbaar.afspraken else ()
    eigen = bool(gemaakt.haalbaar.gegeven) + len(afspraken)  # the numbers of the sum, and what was agreed
    assert soorten.count("/H1") == len(gemaakt.hoofdstukken) + 7
    assert soorten.count("/H3") == sum(not blok.koppen for blok in vragen) + open_ + eigen


@pytest.mark.parametrize("naam", NAMEN)
def test_answers_are_read_in_order(naam):
    """Of each pagina the questions without any answer come last."""
    rest = "".join(content_of(naam)[3:])
    groepen = (groep for hoofdstuk in document(naam).hoofdstukken for groep in hoofdstuk.groepen)
    for item in (item for groep in groepen for item in sorted(groep.items, key=lambda item: item.is_open)):
        for deel in filter(None, (bare(printable(deel)) for deel in texts(item))):
            _, gevonden, rest = rest.partition(deel)
            assert gevonden, f"{deel} is not after the answer before it"


@pytest.mark.parametrize("naam", NAMEN)
def test_the_summary_is_one_page_that_says_whose_it_is(naam):
    gemaakt, paginas = document(naam), content_of(naam)
    deel = [
        gemaakt.wijkteam_naam,
        gemaakt.gemeente_naam,
        "Concept",
        "14 maart 2025",
        f"{gemaakt.totaal} vragen ingevuld",
    ]
    deel += [f"{kern.nummer} {kern.titel}" for kern in gemaakt.samenvatting]
    assert [een for een in deel if bare(printable(een)) not in paginas[2]] == []
    assert paginas[3].startswith("Gebiedsanalyse")


def test_every_page_but_the_cover_says_whose_it_is_and_where():
    paginas = pages_of("alles")[:-1]
    assert "Pagina" not in paginas[0] and "Concept" in paginas[0] and "14 maart 2025" in paginas[0]
    for nummer, pagina in enumerate(paginas[1:], 2):
        assert "Utrecht · Buurtteam Overvecht" in pagina
        assert f"Pagina {nummer} van {len(paginas)}" in pagina
        assert "Concept" in pagina


def test_bookmarks_are_chapters_with_their_paginas_and_questions_in_them():
    gemaakt = document("alles")
    with pikepdf.open(BytesIO(pdf("alles"))) as gelezen, gelezen.open_outline() as outline:
        wortels = [(punt.title, punt.is_closed, len(punt.children)) for punt in outline.root]
        opgave = {punt.title: [vraag.title for vraag in punt.children] for punt in outline.root[3].children}
    hoofdstukken = [
        (f"{hoofdstuk.nummer or ''} {hoofdstuk.titel}".strip(), True, len(hoofdstuk.groepen))
        for hoofdstuk in gemaakt.hoofdstukken
    ]
    voor = [("Inhoud", False, 0), ("Samenvatting", False, 0)]
    samenhang = [("Samenhang en keuzes", True, 2), ("Wat het team wel en niet doet", True, 2)]
    assert wortels == [*voor, *hoofdstukken, *samenhang, ("Wat nog openstaat", False, 0), ("Bronnen", True, 2)]
    assert opgave == {groep.titel: [item.titel for item in groep.items] for groep in gemaakt.hoofdstukken[1].groepen}


def test_links_are_called_by_the_chapter_they_lead_to():
    with pikepdf.open(BytesIO(pdf("alles"))) as gelezen:
        links = {str(note.Dest): str(note.Contents) for page in gelezen.pages for note in page.get("/Annots", [])}
    hoofdstukken = {
        hoofdstuk.anker: f"{hoofdstuk.nummer}. {hoofdstuk.titel}" if hoofdstuk.nummer else hoofdstuk.titel
        for hoofdstuk in document("alles").hoofdstukken
    }
    rest = {"samenvatting": "Samenvatting", "wat-nog-openstaat": "Wat nog openstaat", "bronnen": "Bronnen"}
    rest |= {"samenhang-en-keuzes": "Samenhang en keuzes"}
    rest |= {"wat-het-team-wel-en-niet-doet": "Wat het team wel en niet doet"}
    assert links == hoofdstukken | rest


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
    assert "".join(content_of("vijandig")[3:]).count(bare(printable(VIJANDIG))) == verwacht >= 12
    with pikepdf.open(BytesIO(pdf("vijandig"))) as gelezen:
        assert "/Names" not in gelezen.Root or "/EmbeddedFiles" not in gelezen.Root.Names
        links = [note for page in gelezen.pages for note in page.get("/Annots", [])]
        assert {"/URI" in str(note.get("/A", "")) for note in links} == {False}
        assert "/JavaScript" not in repr(gelezen.Root)
