"""The inzichten are those of the list, and the comparison finds what is not."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from bouwstenen.core.lijst import LijstFout
from bouwstenen.inzichten.lijst import KOLOMMEN, is_herschreven, vergelijk
from bouwstenen.inzichten.loader import inzichten
from bouwstenen.inzichten.schema import Inzicht, Inzichten

LIJST = Path(__file__).parent / "inzichten.tsv"
EEN = Inzicht(
    sleutel="INZ-001",
    soort="les",
    jaar="2013",
    tekst="Kies er 3. Zeg wat u kiest.",
    bron="002, regel 1",
    dekking=("VOR-01", "VOR-02"),
    gemeenten=("Utrecht", "Zeist"),
)
KOP = "\t".join(KOLOMMEN)
RIJ = "INZ-001\tVOR-01;VOR-02\tles\tUtrecht; Zeist\tKies er 3. Zeg wat je kiest.\t(bron: 002, regel 1)"


def meldingen(*regels, **velden):
    return vergelijk(Inzichten((replace(EEN, **velden),), {}), [KOP, *regels]).meldingen


def run(bestand):
    uit = StringIO()
    call_command("inzichten", str(bestand), stdout=uit)
    return uit.getvalue()


def test_all_of_the_list_is_there():
    uitslag = vergelijk(inzichten(), LIJST.read_text(encoding="utf-8").splitlines())
    assert (uitslag.meldingen, uitslag.totaal, uitslag.goed, uitslag.herschreven) == ((), 302, 302, 36)


def test_the_same_facts_with_u_for_je_are_right():
    assert meldingen(RIJ) == ()


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({"soort": "cijfer"}, "INZ-001: soort is anders: cijfer"),
        ({"gemeenten": ("Utrecht",)}, "INZ-001: gemeente is anders: Utrecht"),
        ({"bron": "002, regel 2"}, "INZ-001: bron is anders: (bron: 002, regel 2)"),
        ({"dekking": ("VOR-02", "VOR-01")}, "INZ-001: dekking_ids is anders: VOR-02;VOR-01"),
        ({"tekst": "Kies er 4. Zeg wat u kiest."}, "INZ-001: tekst is anders: Kies er 4. Zeg wat u kiest."),
    ],
)
def test_what_differs_is_named(velden, verwacht):
    assert meldingen(RIJ, **velden) == (verwacht,)


def test_what_is_only_on_one_side_is_named():
    assert meldingen(RIJ.replace("INZ-001", "INZ-002")) == (
        "INZ-002: ontbreekt",
        "INZ-001: staat niet in de lijst",
    )


@pytest.mark.parametrize(
    ("nieuw", "goed"),
    [
        ("Kies er 3. Zeg wat u kiest.", True),
        ("Kies er 3. Zeg welke keuze er is.", True),
        ("Kies er drie. Zeg wat u kiest.", False),  # a sentence that had no je
        ("Kies er 3. Zeg wat u kiest, 2 keer.", False),  # another figure
        ("Kies er 3. Zeg wat je kiest.", False),  # still je
        ("Kies er 3.", False),
        ("Kies er 3. Zeg wat u kiest. En leg uit.", False),
    ],
)
def test_only_sentences_with_je_may_differ(nieuw, goed):
    assert is_herschreven("Kies er 3. Zeg wat je kiest.", nieuw) is goed


def test_a_list_without_a_column_is_refused():
    with pytest.raises(LijstFout, match="Kolom 'bron' ontbreekt"):
        vergelijk(inzichten(), ["\t".join(KOLOMMEN[:-1])])


def test_the_command_counts():
    assert run(LIJST) == "302 van 302 inzichten, 36 herschreven van je naar u\n"


def test_the_command_names_what_differs_and_fails(tmp_path):
    regels = LIJST.read_text(encoding="utf-8").replace("INZ-302\tVOR-01", "INZ-302\tVOR-02", 1)
    (tmp_path / "lijst.tsv").write_text(regels, encoding="utf-8")
    uit = StringIO()
    with pytest.raises(SystemExit) as einde:
        call_command("inzichten", str(tmp_path / "lijst.tsv"), stdout=uit)
    assert einde.value.code == 1
    assert uit.getvalue().splitlines() == [
        "INZ-302: dekking_ids is anders: VOR-01;VOR-02",
        "301 van 302 inzichten, 36 herschreven van je naar u",
    ]


def test_the_command_says_when_it_cannot_read_the_list(tmp_path):
    with pytest.raises(CommandError, match="lijst.tsv"):
        run(tmp_path / "lijst.tsv")
