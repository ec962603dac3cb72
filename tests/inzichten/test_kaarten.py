"""The cards with dilemmas: four on a sheet, all there, within their place, and valid for everyone and the archive."""

import re
import subprocess
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from django.core.cache import cache as bewaard

from bouwstenen.inzichten import kaarten
from bouwstenen.inzichten.loader import inzichten
from bouwstenen.inzichten.zoeken import Filter, waarden
from bouwstenen.pdf import kenmerk
from bouwstenen.pdf.render import html_to_pdf, lay_out
from tests.pdf import controle, opmaak

ALLES = Filter()
EEN = Filter({"deel": "opgave", "gemeente": "zeist"})
DELEN = sorted({kaart.deel.sleutel for kaart in kaarten.dilemmas(ALLES)})
A4 = (595.28, 841.89)  # points


@cache
def made(deel="", gemeente=""):
    keus = Filter({naam: waarde for naam, waarde in (("deel", deel), ("gemeente", gemeente)) if waarde})
    return html_to_pdf(kaarten.to_html(keus), title=kaarten.titel(keus), moment=kaarten.BIJGEWERKT)


def pages_of(pdf):
    gelezen = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return [bare(pagina) for pagina in gelezen.stdout.decode().split("\f")[:-1]]


def bare(tekst):
    return re.sub(r"[\s\u200b-]", "", tekst)


@pytest.mark.once
@pytest.mark.parametrize("keus", [("", ""), ("opgave", "zeist")])
def test_they_are_for_everyone_and_for_the_archive(keus):
    pdf = made(*keus)
    assert controle.problems(pdf) == {}
    with pikepdf.open(BytesIO(pdf)) as gelezen:
        assert {tuple(round(float(zijde), 2) for zijde in pagina.MediaBox[2:]) for pagina in gelezen.pages} == {A4}


@pytest.mark.once
def test_every_dilemma_has_its_card_with_place_year_source_and_bouwsteen():
    paginas = pages_of(made())
    alle = [een for een in inzichten().alle if een.soort == "dilemma"]
    assert len(paginas) == -(-len(alle) // 4) == 8
    for nummer, kaart in enumerate(kaarten.dilemmas(ALLES)):
        [bron] = kaart.bronnen
        plaats = ", ".join(
            [*([" en ".join(kaart.inzicht.gemeenten)] if kaart.inzicht.gemeenten else []), kaart.inzicht.jaar]
        )
        for tekst in (f"Dilemma: {kaart.deel.titel}", kaart.inzicht.tekst, plaats, f"Bron: {bron}"):
            assert bare(tekst) in paginas[nummer // 4], tekst
    assert {kaart.inzicht for kaart in kaarten.dilemmas(ALLES)} == set(alle)
    assert "".join(paginas).count("Uweigendilemma") == 3


@pytest.mark.once
@pytest.mark.parametrize("deel", ["", *DELEN])
def test_the_longest_dilemma_fits_its_card_with_its_explanation(deel):
    """No text over text, and none at the edge: what follows a dilemma has a place of its own."""
    keus = Filter({"deel": deel} if deel else {})
    assert opmaak.problems(lay_out(kaarten.to_html(keus))) == {}


@pytest.mark.once
def test_a_dilemma_that_is_too_long_would_be_seen():
    langste = max((kaart.inzicht.tekst for kaart in kaarten.dilemmas(ALLES)), key=len)
    assert len(langste) < 200
    html = kaarten.to_html(ALLES).replace(langste, f"{langste} {langste[:90]}")
    assert "text over text" in opmaak.problems(lay_out(html))


@pytest.mark.parametrize(
    ("keus", "titel", "bestand"),
    [
        (ALLES, "Gesprekskaarten met dilemma’s", "gesprekskaarten.pdf"),
        (EEN, "Gesprekskaarten met dilemma’s: Opgave, Zeist", "gesprekskaarten-opgave-zeist.pdf"),
        (Filter({"soort": "les"}, "x"), "Gesprekskaarten met dilemma’s", "gesprekskaarten.pdf"),
    ],
)
def test_their_names(keus, titel, bestand):
    assert (kaarten.titel(keus), kaarten.bestandsnaam(keus)) == (titel, bestand)


@pytest.mark.parametrize("gemeente", waarden()["gemeente"])
def test_the_cards_of_a_gemeente_are_its_own(gemeente):
    for kaart in kaarten.dilemmas(Filter({"gemeente": gemeente})):
        assert waarden()["gemeente"][gemeente] in str(kaart.inzicht.gemeenten)


def test_sheets_are_filled_up():
    assert [len(vel) for vel in kaarten.vellen(ALLES)] == [4] * 8
    assert [kaart is None for vel in kaarten.vellen(EEN) for kaart in vel] == [False, True, True, True]


@pytest.fixture
def empty_cache(db):
    bewaard.clear()


@pytest.mark.once
def test_they_are_made_once_and_then_come_from_the_cache(client_for, anna, empty_cache, monkeypatch):
    adres = "/inzichten/gesprekskaarten.pdf?deel=opgave&gemeente=zeist&soort=les&zoek=x"
    eerste = client_for(anna).get(adres)
    monkeypatch.setattr(kaarten, "html_to_pdf", None)
    tweede = client_for(anna).get(adres)
    assert eerste.content == tweede.content == made("opgave", "zeist")
    assert tweede["Content-Type"] == "application/pdf"
    assert tweede["Content-Disposition"] == 'inline; filename="gesprekskaarten-opgave-zeist.pdf"'


def test_another_stylesheet_makes_another_document(monkeypatch, settings, tmp_path):
    (tmp_path / "css").mkdir()
    settings.STATICFILES_DIRS = [tmp_path]
    stijlblad = tmp_path / "css" / "kaarten-pdf.css"
    stijlblad.write_text("p { color: red }")
    eerst = b"".join(kenmerk.parts())
    stijlblad.write_text("p { color: blue }")
    assert b"".join(kenmerk.parts()) != eerst
