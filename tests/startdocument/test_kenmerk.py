"""The hash of a PDF changes with everything that changes its bytes, and with nothing else."""

import shutil
from pathlib import Path

import pytest

from bouwstenen.pdf import kenmerk as module
from bouwstenen.pdf.kenmerk import kenmerk, library_version, omgeving
from bouwstenen.startdocument.gegevens import WIJKTEAM, Huisstijl
from bouwstenen.startdocument.renderer import to_html
from tests.startdocument.conftest import build, kleine_catalogus
from tests.startdocument.voorbeeldantwoorden import antwoord

pytestmark = pytest.mark.once
STIJL = {"kleur_balk": "#cc0000", "kleur_letters": "#ffffff", "logo": b"logo"}


@pytest.fixture
def fresh():
    """The environment is read once per process; here each test reads its own."""
    omgeving.cache_clear()
    yield
    omgeving.cache_clear()


def of(tekst="Zuid", huisstijl=WIJKTEAM, *, poster=False, **namen):
    antwoorden = {"gebiedsanalyse.gebied": antwoord("gebiedsanalyse.gebied", tekst)}
    return kenmerk(to_html(build(kleine_catalogus(), antwoorden, **namen), huisstijl, poster=poster))


def test_the_same_content_has_the_same_hash():
    assert of() == of()
    assert len(of()) == 64


@pytest.mark.parametrize(
    "anders",
    [
        lambda: of("Zuid."),
        lambda: of(gemeente_naam="Zeist"),
        lambda: of(wijkteam_naam="Dorpsteam Oost"),
        lambda: of(huisstijl=Huisstijl(**STIJL)),
        lambda: of(poster=True),
    ],
    ids=["a letter", "gemeente", "wijkteam", "house style", "poster"],
)
def test_other_content_has_another_hash(anders):
    assert anders() != of()


@pytest.mark.parametrize("veld", STIJL)
def test_each_part_of_the_house_style_counts(veld):
    anders = {"kleur_balk": "#bb0000", "kleur_letters": "#fffffe", "logo": b"ander"}
    assert of(huisstijl=Huisstijl(**STIJL | {veld: anders[veld]})) != of(huisstijl=Huisstijl(**STIJL))


@pytest.mark.parametrize("bestand", ["render.py", "fonts/SourceSerif4-Regular.ttf"])
def test_our_code_and_fonts_count(fresh, monkeypatch, tmp_path, bestand):
    shutil.copytree(module.HERE, tmp_path / "pdf", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(module, "HERE", tmp_path / "pdf")
    eerst = kenmerk("<p>")
    with (tmp_path / "pdf" / bestand).open("ab") as open_:
        open_.write(b"#")
    omgeving.cache_clear()
    assert kenmerk("<p>") != eerst


def test_the_stylesheet_counts(fresh, settings, tmp_path):
    eerst = kenmerk("<p>")
    kopie = tmp_path / "css"
    shutil.copytree(Path(settings.STATICFILES_DIRS[0]) / "css", kopie)
    settings.STATICFILES_DIRS = [tmp_path]
    omgeving.cache_clear()
    assert kenmerk("<p>") == eerst
    with (kopie / "document-pdf.css").open("a") as open_:
        open_.write(" ")
    omgeving.cache_clear()
    assert kenmerk("<p>") != eerst


@pytest.mark.parametrize("naam", ["PACKAGES", "LIBRARIES"])
def test_the_versions_of_libraries_count(fresh, monkeypatch, naam):
    eerst = kenmerk("<p>")
    monkeypatch.setattr(module, naam, type(getattr(module, naam))())
    omgeving.cache_clear()
    assert kenmerk("<p>") != eerst


def test_a_library_tells_its_version():
    assert all(library_version(*een)[:1].isdigit() for een in module.LIBRARIES.items())
    assert library_version("libbestaatniet.so.0", "versie") == b""
