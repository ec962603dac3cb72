"""Every figure is drawn as it was, and is what a figure must be."""

from dataclasses import replace

import pytest

from bouwstenen.figuren.svg import Figuur
from tests.figuren.controle import problems, te_weinig_contrast
from tests.figuren.gevallen import figuren
from tests.figuren.golden import GOLDEN, leesbaar

GOED = Figuur(
    titel="Proef",
    beschrijving="Een proef.",
    svg='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 100" role="img" font-family="Source Sans 3">'
    '<title>Proef</title><desc>Een proef.</desc><circle cx="50" cy="50" r="40" fill="#fff"/>'
    '<text x="240" y="50" font-size="19" text-anchor="middle">Woord</text></svg>',
    koppen=("Wat", "Hoeveel"),
    rijen=(("Uren", "3"),),
)


@pytest.mark.parametrize("naam", figuren())
def test_a_figure_is_drawn_as_it_was(naam):
    """A change that was meant: `python -m tests.figuren.golden`, and look at the figures."""
    assert leesbaar(figuren()[naam].svg) == (GOLDEN / f"{naam}.svg").read_text(encoding="utf-8")


def test_every_golden_file_has_a_figure():
    assert {pad.stem for pad in GOLDEN.iterdir()} == set(figuren())


@pytest.mark.parametrize("naam", figuren())
def test_a_figure_is_right(naam):
    assert problems(figuren()[naam]) == []


def test_colours_differ_enough():
    assert te_weinig_contrast() == []


@pytest.mark.parametrize(
    ("van", "naar", "klacht"),
    [
        ("", "", ""),
        ("<desc>Een proef.</desc>", "", "no name"),
        ("<title>Proef</title>", "<title> </title>", "empty title"),
        ('role="img"', "", "no name"),
        ("Source Sans 3", "Times", "no font"),
        ('fill="#fff"', 'style="fill: #fff"', "attribute"),
        ('fill="#fff"', 'id="a"', "attribute"),
        ("<circle", '<a href="#x"></a><circle', "attribute"),
        ("<circle", "<style></style><circle", "element"),
        ('r="40"', 'r="60"', "outside: circle"),
        ('x="240"', 'x="20"', "outside: text"),
        ('x="240"', 'x="470"', "outside: text"),
        ('y="50" font', 'y="5" font', "outside: text"),
        ('font-size="19"', 'font-size="12"', "small"),
        ("</svg>", "", "no XML"),
    ],
)
def test_what_is_wrong_is_found(van, naar, klacht):
    gevonden = problems(replace(GOED, svg=GOED.svg.replace(van, naar) if van else GOED.svg))
    assert [een.startswith(klacht) for een in gevonden[:1]] == ([True] if klacht else [])


@pytest.mark.parametrize("anders", [{"koppen": ()}, {"rijen": (("Uren",),)}, {"rijen": (("", "3"),)}])
def test_a_table_that_is_wrong_is_found(anders):
    assert len(problems(replace(GOED, **anders))) == 1
