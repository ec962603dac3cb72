"""The poster: the summary on one sheet of A3, whatever the answers."""

import re
import subprocess
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.pdf.fonts import printable
from bouwstenen.pdf.render import lay_out
from bouwstenen.startdocument import renderer
from bouwstenen.startdocument.gegevens import Huisstijl
from tests.pdf import controle
from tests.pdf.opmaak import ink_of
from tests.startdocument.conftest import build
from tests.startdocument.documenten import document
from tests.startdocument.test_huisstijl import logo
from tests.startdocument.voorbeeldantwoorden import alles

pytestmark = pytest.mark.once
ZIN = "Het team werkt samen met bewoners aan vragen over geld en zorg en kent de buurt, de school en de huisarts goed"
NAMEN = ["leeg", "voorbeeld-utrecht", "voorbeeld-amersfoort", "lange_woorden", "vol"]
STIJL = Huisstijl(kleur_balk="#cc0000", kleur_letters="#ffffff", logo=logo().png)
A3 = (1190.55, 841.89)  # points, on its side


@cache
def startdocument(naam):
    return build(catalogus(), alles(catalogus(), f"{ZIN} " * 9)) if naam == "vol" else document(naam)


@cache
def poster(naam):
    return renderer.to_pdf(startdocument(naam), poster=True)


def bare(tekst):
    return re.sub(r"[\s\u200b]", "", tekst)


def text_of(inhoud):
    return bare(
        subprocess.run(["pdftotext", "-raw", "-", "-"], input=inhoud, capture_output=True, check=True).stdout.decode()
    )


@pytest.mark.parametrize("naam", NAMEN)
def test_it_is_one_sheet_for_everyone_and_for_the_archive(naam):
    assert controle.problems(poster(naam)) == {}
    with pikepdf.open(BytesIO(poster(naam))) as gelezen:
        [pagina] = gelezen.pages
        assert [round(float(zijde), 2) for zijde in pagina.MediaBox] == [0, 0, *A3]


@pytest.mark.parametrize("naam", ["leeg", "voorbeeld-utrecht", "voorbeeld-amersfoort", "vol"])
def test_it_tells_whose_it_is_and_the_whole_summary(naam):
    gemaakt, tekst = startdocument(naam), text_of(poster(naam))
    kop = [
        gemaakt.gemeente_naam,
        gemaakt.wijkteam_naam,
        "Concept",
        f"{gemaakt.ingevuld} van {gemaakt.totaal} vragen ingevuld",
    ]
    regels = [f"{regel.naam}: {regel.tekst}" for kern in gemaakt.samenvatting for regel in kern.gekozen]
    titels = [f"{kern.nummer} {kern.titel}" for kern in gemaakt.samenvatting]
    assert [een for een in (*kop, *titels, *regels) if bare(printable(een)) not in tekst] == []
    assert tekst.count("Nognietingevuld") == sum(bool(kern.open) for kern in gemaakt.samenvatting)


@pytest.mark.parametrize("naam", NAMEN)
def test_it_can_be_read_from_a_distance_and_nothing_falls_out_of_its_place(naam):
    [pagina] = lay_out(renderer.to_html(startdocument(naam), poster=True)).pages
    inkt = list(ink_of(pagina._page_box))
    letters = [stuk.line.style["font_size"] * 0.75 for stuk in inkt]  # px to points
    assert round(min(letters), 2) >= 14
    vlakken = [(stuk, vlak) for stuk in inkt for vlak in stuk.around if vlak.element_tag == "section"]
    assert [stuk.text for stuk, vlak in vlakken if stuk.bottom > vlak.position_y + vlak.height] == []


def test_its_head_has_the_house_style():
    inhoud = renderer.to_pdf(startdocument("leeg"), STIJL, poster=True)
    assert controle.problems(inhoud) == {}
    with pikepdf.open(BytesIO(inhoud)) as gelezen:
        figuren = [str(node.Alt) for node in controle.walk(gelezen.Root.StructTreeRoot.K) if str(node.S) == "/Figure"]
    assert figuren == ["Logo van gemeente Utrecht"]
    html = renderer.to_html(startdocument("leeg"), STIJL, poster=True)
    assert renderer.to_html(startdocument("leeg"), poster=True) != html


def test_the_same_answers_give_the_same_bytes():
    assert renderer.to_pdf(startdocument("leeg"), poster=True) == poster("leeg")
