"""Every document is right, whatever was answered: for validators, on the page, read aloud, and in what it costs."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bouwstenen.pdf.fonts import FONTS
from tests.pdf.controle import problems
from tests.pdf.volgorde import differences
from tests.startdocument.documenten import NAMEN, gemaakt

pytestmark = pytest.mark.once
ALLE = [*NAMEN, "alles", "wat", "vijandig"]
LETTER = "Source Serif 4"


@pytest.mark.parametrize("naam", ALLE)
def test_it_is_for_everyone_and_for_the_archive(naam):
    assert problems(gemaakt(naam).pdf) == {}


@pytest.mark.parametrize("naam", ALLE)
def test_its_pages_are_as_they_should_be(naam):
    assert gemaakt(naam).opmaak == {}


@pytest.mark.parametrize("naam", ALLE)
def test_all_of_it_is_read_aloud_in_the_order_it_was_written(naam):
    assert differences(gemaakt(naam).html, gemaakt(naam).pdf) == []


def made_apart(naam, **omgeving):
    """The hash, seconds and megabytes of a document that a process of its own makes."""
    opdracht = [sys.executable, "-W", "ignore", "-m", "tests.startdocument.documenten", naam]
    gedaan = subprocess.run(opdracht, env=os.environ | omgeving, capture_output=True, check=True, text=True)
    kenmerk, seconden, megabytes = gedaan.stdout.split()
    return kenmerk, float(seconden), int(megabytes)


def test_the_longest_document_costs_less_than_a_minute_and_400_megabytes():
    _, seconden, megabytes = made_apart("lang")
    assert seconden < 60
    assert megabytes < 400


@pytest.fixture
def andere_letters(tmp_path):
    """A home in which a font with the name of ours has other letters; fontconfig finds it there."""
    with TTFont(FONTS / "SourceSans3-Regular.ttf") as font:
        for naam in font["name"].names:
            naam.string = LETTER if naam.nameID in (1, 4, 16) else naam.toUnicode()
        (tmp_path / ".fonts").mkdir()
        font.save(tmp_path / ".fonts" / "anders.ttf")
    (tmp_path / "fonts.conf").write_text(f"<fontconfig><dir>{tmp_path}/.fonts</dir></fontconfig>")
    omgeving = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    gevonden = subprocess.check_output(["fc-match", "-f", "%{file}", LETTER], env=os.environ | omgeving, text=True)
    assert Path(gevonden) == tmp_path / ".fonts" / "anders.ttf"
    return omgeving


def test_it_is_the_same_everywhere(andere_letters):
    """In another process, with other hashes, fonts, language and time zone."""
    hier = sha256(gemaakt("voorbeeld-amersfoort").pdf).hexdigest()
    elders = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}
    ver = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"} | andere_letters
    assert {made_apart("voorbeeld-amersfoort", **omgeving)[0] for omgeving in (elders, ver)} == {hier}
