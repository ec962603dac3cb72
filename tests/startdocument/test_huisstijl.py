"""The logo and the colours of a gemeente on the cover: valid, told in words, and nothing without them."""

from functools import cache
from io import BytesIO

import pikepdf
import pytest
from django.core.management import call_command
from django.urls import reverse
from PIL import Image

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.startdocument.gegevens import WIJKTEAM, Huisstijl
from bouwstenen.startdocument.renderer import to_pdf
from bouwstenen.startdocument.store import huisstijl_van
from bouwstenen.startdocument.store.afdrukken import pdf_van
from bouwstenen.startdocument.tasks import ask, maak_afdruk
from bouwstenen.toegang.beeld import to_beeld
from bouwstenen.toegang.store.huisstijl import save_huisstijl
from tests.pdf.controle import problems, walk
from tests.startdocument.conftest import build, kleine_catalogus

NAMEN = ["utrecht", "kanaleneiland"]


def logo():
    """Red, and clear on the right: that is transparency in the PDF."""
    beeld = Image.new("RGBA", (300, 90))
    beeld.paste("#cc0000", (0, 0, 200, 90))
    uit = BytesIO()
    beeld.save(uit, "PNG")
    return to_beeld(uit.getvalue())


@cache
def document():
    return build(kleine_catalogus(), {}, gemeente_naam="Bergen <L> & co")


@cache
def met_stijl():
    return to_pdf(document(), Huisstijl(kleur_balk="#cc0000", kleur_letters="#ffffff", logo=logo().png))


def cover(inhoud):
    """What draws the first page, and what it draws from elsewhere, such as the bricks."""
    with pikepdf.open(BytesIO(inhoud)) as gelezen:
        return b"".join(drawn(gelezen.pages[0].Contents, gelezen.pages[0].Resources))


def drawn(stroom, bronnen):
    """A stream, and every stream that it names."""
    inhoud = stroom.read_bytes()
    yield inhoud
    for soort in ("/XObject", "/Pattern"):
        for naam, ander in bronnen.get(soort, pikepdf.Dictionary()).items():
            if f"{naam} ".encode() in inhoud and isinstance(ander, pikepdf.Stream) and "/BBox" in ander:
                yield from drawn(ander, ander.get("/Resources", pikepdf.Dictionary()))


@pytest.mark.once
def test_it_is_for_everyone_and_for_the_archive():
    assert problems(met_stijl()) == {}


@pytest.mark.once
def test_the_logo_is_told_in_words():
    with pikepdf.open(BytesIO(met_stijl())) as gelezen:
        figuren = [str(node.Alt) for node in walk(gelezen.Root.StructTreeRoot.K) if str(node.S) == "/Figure"]
    assert figuren[0] == "Logo van gemeente Bergen <L> & co"
    assert len(figuren) == 1 + 2, "the team on the summary, and in full"


@pytest.mark.once
def test_the_same_style_gives_the_same_bytes():
    assert to_pdf(document(), Huisstijl(kleur_balk="#cc0000", kleur_letters="#ffffff", logo=logo().png)) == met_stijl()


@pytest.mark.once
def test_the_cover_has_the_colours():
    rood, inkt, oker = b"0.8 0 0 rg", b"0.054902 0.2 0.321569 rg", b"0.941176 0.705882 0.160784 rg"
    eigen, gewoon = cover(met_stijl()), cover(to_pdf(document()))
    assert [kleur in eigen for kleur in (rood, inkt, oker)] == [True, False, False]
    assert [kleur in gewoon for kleur in (rood, inkt, oker)] == [False, True, True]


@pytest.mark.parametrize("kleur", ["red", "#fff", "#cc0000'/></svg>", "#cc0000)"])
def test_a_cover_takes_nothing_but_colours(kleur):
    with pytest.raises(ValueError, match="six hexadecimal digits"):
        Huisstijl(kleur_balk=kleur, kleur_letters="#ffffff")


def test_a_gemeente_without_style_has_the_cover_of_wijkteam(utrecht):
    with enter_scope(utrecht):
        assert huisstijl_van(utrecht) == WIJKTEAM


@pytest.fixture
def gestyled(utrecht, fatma):
    with enter_scope(utrecht):
        save_huisstijl(gemeente=utrecht, kleuren=("#ffd500", "#1a1a1a"), logo=logo(), door=fatma)
    return utrecht


def test_a_cover_is_made_of_what_the_gemeente_chose(gestyled):
    with enter_scope(gestyled):
        gekozen = huisstijl_van(gestyled)
    assert gekozen == Huisstijl(kleur_balk="#ffd500", kleur_letters="#1a1a1a", logo=logo().png)
    assert gekozen.kleur_tekst == "#1a1a1a"


def test_colours_that_got_into_the_database_otherwise_are_not_drawn(gestyled):
    gestyled.kleur_balk = "red"
    with enter_scope(gestyled):
        assert huisstijl_van(gestyled) == Huisstijl(logo=logo().png)


def test_preview_has_the_logo(client_for, bram, gestyled, kanaleneiland):
    html = client_for(bram).get(reverse("startdocument_startdocument", args=NAMEN)).content.decode()
    adres = reverse("toegang_logo", args=["utrecht", gestyled.logo_hash])
    assert f'<p class="omslag-logo"><img src="{adres}" alt="Logo van gemeente Utrecht"></p>' in html
    assert "data:" not in html


def test_preview_without_logo(client_for, bram, kanaleneiland):
    html = client_for(bram).get(reverse("startdocument_startdocument", args=NAMEN)).content.decode()
    assert "omslag-logo" not in html


@pytest.mark.once
def test_download_and_command_have_it(gestyled, kanaleneiland, tmp_path):
    with enter_scope(gestyled):
        afdruk = ask(wijkteam=kanaleneiland)
    maak_afdruk.call(afdruk.pk, gestyled.pk)
    call_command("startdocument", *NAMEN, uit=tmp_path / "uit.pdf")
    with enter_scope(gestyled):
        assert (tmp_path / "uit.pdf").read_bytes() == pdf_van(afdruk)
    with pikepdf.open(tmp_path / "uit.pdf") as gelezen:
        streams = [found for found in gelezen.objects if isinstance(found, pikepdf.Stream)]
        assert [found.Width for found in streams if found.get("/Subtype") == "/Image"] == [300, 300]  # and its mask
