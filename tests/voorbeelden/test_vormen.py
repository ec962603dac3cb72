"""The shapes: what the wizard stores passes, what it never stores does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Optie, Vraag
from bouwstenen.voorbeelden.vormen import VormFout, check_waarde
from tests.catalogus.strategieen import RUSTIG

VRAGEN = catalogus().vragen
OPTIES = (Optie(sleutel="a", label="A"), Optie(sleutel="b", label="B"), Optie(sleutel="anders", label="Anders"))
PER_SOORT = {vraag.soort: vraag for vraag in VRAGEN.values()} | {
    "keuze": Vraag(sleutel="opgave.een", soort="keuze", label="", bron="", opties=OPTIES),
    "meer": Vraag(sleutel="opgave.meer", soort="meer", label="", bron="", opties=OPTIES),
    "wie": Vraag(sleutel="opgave.wie", soort="wie", label="", bron="", opties=OPTIES[:2]),
    "rangorde": Vraag(sleutel="opgave.rij", soort="rangorde", label="", bron="", opties=OPTIES[:2]),
    "getal": Vraag(sleutel="opgave.getal", soort="getal", label="", bron="", minimum=0, maximum=100),
    "tabel": VRAGEN["aansturing.geldstromen"],
    "schaal": VRAGEN["werkprincipes.grondhouding"],
}


@pytest.mark.parametrize(
    ("soort", "waarde"),
    [
        ("tekst", "Hulp"),
        ("getal", "28.5"),
        ("getal", "0"),
        ("keuze", {"keuze": "a"}),
        ("keuze", {"keuze": "nog_niet"}),
        ("keuze", {"keuze": "anders", "anders": "Iets"}),
        ("meer", {"keuzes": ["a", "b"]}),
        ("meer", {"keuzes": ["b", "anders"], "anders": "Iets"}),
        ("wie", {"naam": "Teamleider"}),
        ("wie", {"keuze": "b", "naam": "Teamleider"}),
        ("schaal", {"keuze": "7"}),
        ("rangorde", {"volgorde": ["b", "a"]}),
        ("competentie", {"nodig": "4", "aanwezig": "nog_niet"}),
        ("tabel", {"rijen": [{"geldstroom": "Huur", "betaler": {"naam": "Fonds"}, "vorm": "geld", "bedrag": "12.5"}]}),
    ],
)
def test_a_right_value(soort, waarde):
    assert check_waarde(PER_SOORT[soort], waarde) is None


@pytest.mark.parametrize(
    ("soort", "waarde", "melding"),
    [
        ("tekst", {"keuze": "a"}, "verwacht tekst, vond {'keuze': 'a'}"),
        ("getal", "28,5", "verwacht een getal als \"28.5\", vond '28,5'"),
        ("getal", 28, 'verwacht een getal als "28.5", vond 28'),
        ("getal", "-1", "getal -1 valt buiten de grenzen"),
        ("getal", "101", "getal 101 valt buiten de grenzen"),
        ("keuze", "a", "verwacht een tabel, vond 'a'"),
        ("keuze", {"keuze": "c"}, "optie 'c' bestaat niet"),
        ("keuze", {"keuze": ["a"]}, "optie ['a'] bestaat niet"),
        ("keuze", {"keuze": "a", "naam": "x"}, "onbekende sleutel 'naam'"),
        ("keuze", {"keuze": "a", "anders": "x"}, "'anders' hoort bij de optie 'anders', met een tekst"),
        ("keuze", {"keuze": "anders"}, "'anders' hoort bij de optie 'anders', met een tekst"),
        ("keuze", {"keuze": "anders", "anders": ""}, "verwacht tekst, vond ''"),
        ("meer", {"keuzes": []}, "verwacht een lijst van opties, vond []"),
        ("meer", {"keuzes": ["nog_niet"]}, "optie 'nog_niet' bestaat niet"),
        ("meer", {"keuzes": ["b", "a"]}, "zet de opties in de volgorde van de catalogus: ['a', 'b']"),
        ("meer", {"keuzes": ["a", "a"]}, "een optie staat er twee keer"),
        ("wie", {}, "verwacht een tabel, vond {}"),
        ("wie", {"keuze": "c"}, "optie 'c' bestaat niet"),
        ("schaal", {"keuze": "11"}, "optie '11' bestaat niet"),
        ("rangorde", {"volgorde": ["a", "a"]}, "een optie staat er twee keer"),
        ("competentie", {"nodig": "6"}, "stap '6' bestaat niet"),
        ("competentie", {"gewenst": "4"}, "onbekende sleutel 'gewenst'"),
        ("tabel", {"rijen": []}, "verwacht rijen"),
        ("tabel", {"rijen": [{"vorm": "geld"}, {}]}, "rij 2: verwacht een tabel, vond {}"),
        ("tabel", {"rijen": [{"kleur": "rood"}]}, "rij 1: onbekende sleutel 'kleur'"),
        ("tabel", {"rijen": [{"vorm": "nog_niet"}]}, "rij 1: optie 'nog_niet' bestaat niet"),
    ],
)
def test_a_wrong_value(soort, waarde, melding):
    with pytest.raises(VormFout) as fout:
        check_waarde(PER_SOORT[soort], waarde)
    assert str(fout.value) == melding


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda deel: st.lists(deel, max_size=2) | st.dictionaries(st.sampled_from(["keuze", "keuzes", "rijen"]), deel),
    max_leaves=5,
)


@RUSTIG
@given(soort=st.sampled_from(sorted(PER_SOORT)), waarde=JSON)
def test_anything_gives_a_verdict(soort, waarde):
    try:
        check_waarde(PER_SOORT[soort], waarde)
    except VormFout as fout:
        assert str(fout)
