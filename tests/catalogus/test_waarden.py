"""What a stored value means: empty, open, filled, and readable, for every soort."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import SOORTEN, Kolom, Optie, Schaaldeel, Vraag
from bouwstenen.catalogus.waarden import cel_tekst, getal_tekst, is_ingevuld, is_leeg, is_open, leesbaar, regels
from tests.catalogus.strategieen import RUSTIG, waarde_van

OPTIES = (
    Optie(sleutel="rust", label="Rust"),
    Optie(sleutel="ruimte", label="Ruimte"),
    Optie(sleutel="anders", label="Anders, namelijk"),
)
POLEN = (Optie(sleutel="0", label="Zorgen voor"), Optie(sleutel="10", label="Zorgen dat"))
SCHALEN = (
    Schaaldeel(sleutel="nodig", label="Hoe hard is dit nodig?", polen=("niet", "heel hard")),
    Schaaldeel(sleutel="aanwezig", label="Hoeveel is er al?", polen=("niets", "genoeg")),
)
KOLOMMEN = (
    Kolom(sleutel="partij", label="Partij", soort="tekst"),
    Kolom(sleutel="uren", label="Uren", soort="getal", eenheid="uur"),
    Kolom(sleutel="rol", label="Rol", soort="keuze", opties=OPTIES),
    Kolom(sleutel="taken", label="Taken", soort="meer", opties=OPTIES),
    Kolom(sleutel="wie", label="Wie", soort="wie", opties=OPTIES),
)


def vraag(soort, **velden):
    return Vraag(sleutel=f"opgave.{soort}", soort=soort, label="", bron="", **velden)


VRAGEN = {
    "tekst": vraag("tekst"),
    "getal": vraag("getal", eenheid="uur"),
    "keuze": vraag("keuze", opties=OPTIES),
    "meer": vraag("meer", opties=OPTIES),
    "wie": vraag("wie", opties=OPTIES),
    "schaal": vraag("schaal", opties=POLEN, van=0, tot=10),
    "rangorde": vraag("rangorde", opties=OPTIES),
    "competentie": vraag("competentie", schalen=SCHALEN),
    "tabel": vraag("tabel", kolommen=KOLOMMEN),
}


def test_every_soort_is_tried_here():
    assert set(VRAGEN) == set(SOORTEN)


@pytest.mark.parametrize("soort", SOORTEN)
def test_empty(soort):
    assert (is_leeg(None), is_open(None), is_ingevuld(VRAGEN[soort], None)) == (True, False, False)
    assert (regels(VRAGEN[soort], None), leesbaar(VRAGEN[soort], None)) == ([], "")


@pytest.mark.parametrize(
    ("soort", "waarde", "tekst"),
    [
        ("tekst", "Eerste zin.\nTweede zin.", "Eerste zin.\nTweede zin."),
        ("getal", "0", "0 uur"),
        ("getal", "12500.5", "12.500,5 uur"),
        ("keuze", {"keuze": "rust"}, "Rust"),
        ("keuze", {"keuze": "anders", "anders": "Iets nieuws"}, "Iets nieuws"),
        ("keuze", {"keuze": "anders"}, "Anders, namelijk"),
        ("keuze", {"keuze": "weg"}, "weg (vervallen)"),
        ("meer", {"keuzes": ["rust", "anders"], "anders": "Iets nieuws"}, "Rust\nIets nieuws"),
        ("meer", {"keuzes": ["weg", "ruimte"]}, "weg (vervallen)\nRuimte"),
        ("wie", {"keuze": "rust", "naam": "Buurthuis"}, "Rust: Buurthuis"),
        ("wie", {"keuze": "rust"}, "Rust"),
        ("wie", {"naam": "Buurthuis"}, "Buurthuis"),
        ("schaal", {"keuze": "7"}, "7 op een schaal van 0 (Zorgen voor) tot 10 (Zorgen dat)"),
        ("rangorde", {"volgorde": ["ruimte", "rust"]}, "1. Ruimte\n2. Rust"),
        ("competentie", {"nodig": "4", "aanwezig": "2"}, "Hoe hard is dit nodig? 4 van 5\nHoeveel is er al? 2 van 5"),
        (
            "tabel",
            {"rijen": [{"id": "r1", "partij": "School", "uren": "8"}, {"id": "r2", "rol": "rust"}]},
            "Partij: School; Uren: 8 uur\nRol: Rust",
        ),
    ],
)
def test_filled_and_readable(soort, waarde, tekst):
    assert (is_leeg(waarde), is_open(waarde), is_ingevuld(VRAGEN[soort], waarde)) == (False, False, True)
    assert leesbaar(VRAGEN[soort], waarde) == tekst


@pytest.mark.parametrize(
    ("soort", "waarde", "tekst"),
    [
        ("keuze", {"keuze": "nog_niet"}, "Nog niet besloten"),
        ("schaal", {"keuze": "nog_niet"}, "Nog niet besloten"),
        (
            "competentie",
            {"nodig": "nog_niet", "aanwezig": "2"},
            "Hoe hard is dit nodig? Nog niet besloten\nHoeveel is er al? 2 van 5",
        ),
        (
            "competentie",
            {"nodig": "3", "aanwezig": "nog_niet"},
            "Hoe hard is dit nodig? 3 van 5\nHoeveel is er al? Nog niet besloten",
        ),
    ],
)
def test_open_is_answered_but_not_filled(soort, waarde, tekst):
    assert (is_leeg(waarde), is_open(waarde), is_ingevuld(VRAGEN[soort], waarde)) == (False, True, False)
    assert leesbaar(VRAGEN[soort], waarde) == tekst


def test_half_a_competentie_is_not_open_and_not_filled():
    waarde = {"nodig": "4"}
    assert (is_leeg(waarde), is_open(waarde), is_ingevuld(VRAGEN["competentie"], waarde)) == (False, False, False)
    assert regels(VRAGEN["competentie"], waarde) == ["Hoe hard is dit nodig? 4 van 5"]


@pytest.mark.parametrize(
    ("soort", "waarde"),
    [
        ("tekst", "nog_niet"),
        ("keuze", {"keuze": "anders", "anders": "nog_niet"}),
        ("wie", {"naam": "nog_niet"}),
    ],
)
def test_typed_words_are_never_taken_for_nog_niet_besloten(soort, waarde):
    assert (is_open(waarde), is_ingevuld(VRAGEN[soort], waarde)) == (False, True)


def test_schaal_with_words_shows_the_word():
    assert leesbaar(vraag("schaal", opties=OPTIES), {"keuze": "ruimte"}) == "Ruimte"


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("0", "0"),
        ("0.5", "0,5"),
        ("-0.5", "-0,5"),
        ("-12500", "-12.500"),
        ("2024", "2024"),
        ("28.50", "28,50"),
        ("1234567.25", "1.234.567,25"),
    ],
)
def test_getal_is_written_as_dutch_readers_do(waarde, tekst):
    assert getal_tekst(waarde) == tekst


@pytest.mark.parametrize(
    ("kolom", "cel", "tekst"),
    [
        ("partij", "School", "School"),
        ("uren", "12500", "12.500 uur"),
        ("rol", "ruimte", "Ruimte"),
        ("rol", "weg", "weg (vervallen)"),
        ("taken", ["rust", "ruimte"], "Rust, Ruimte"),
        ("wie", {"keuze": "rust", "naam": "Buurthuis"}, "Rust: Buurthuis"),
        ("wie", None, ""),
    ],
)
def test_cell_as_text(kolom, cel, tekst):
    assert cel_tekst(next(k for k in KOLOMMEN if k.sleutel == kolom), cel) == tekst


@RUSTIG
@given(st.sampled_from(list(catalogus().vragen.values())).flatmap(lambda v: st.tuples(st.just(v), waarde_van(v))))
def test_every_value_of_the_catalogue_is_readable(paar):
    een, waarde = paar
    assert (leesbaar(een, waarde) == "") == is_leeg(waarde)
    assert not (is_ingevuld(een, waarde) and is_open(waarde))
