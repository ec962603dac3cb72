"""Every strictness of the loader: each test breaks a small, right folder in one place and reads the message."""

import pytest

from bouwstenen.catalogus.loader import DELEN, CatalogusFout, catalogus
from bouwstenen.inzichten import checks
from bouwstenen.inzichten.loader import load_inzichten
from tests.catalogus.test_loader import break_it

INZICHT = """
[[inzicht]]
sleutel = "INZ-{nummer:03}"
soort = "les"
gemeenten = ["Zeist"]
jaar = "2013"
tekst = "De AWBZ betaalde mee."
bron = "002, regel 12–14, 20"
dekking = ["VOR-01", "OPG-08a"]
begrippen = ["awbz"]
"""
BEGRIP = """
[[begrip]]
sleutel = "awbz"
naam = "AWBZ"
woorden = ["AWBZ"]
uitleg = "Een oude wet."
bron = "eigen voorstel"
"""
HIER = "opgave.toml, INZ-002"


@pytest.fixture
def map_(tmp_path):
    for nummer, deel in enumerate(DELEN, 1):
        (tmp_path / f"{deel}.toml").write_text(INZICHT.format(nummer=nummer), encoding="utf-8")
    (tmp_path / "begrippen.toml").write_text(BEGRIP, encoding="utf-8")
    return tmp_path


def message(map_):
    with pytest.raises(CatalogusFout) as fout:
        load_inzichten(map_, catalogus())
    return str(fout.value)


def test_a_right_folder_is_read_whole(map_):
    gelezen = load_inzichten(map_, catalogus())
    assert list(gelezen.bij_sleutel) == [f"INZ-{nummer:03}" for nummer in range(1, 9)]
    een = gelezen.bij_sleutel["INZ-002"]
    assert (een.gemeenten, een.dekking, een.begrippen) == (("Zeist",), ("VOR-01", "OPG-08a"), ("awbz",))
    assert gelezen.begrippen["awbz"].uitleg == "Een oude wet."


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("jaar =", "jar =", "opgave.toml, inzicht, INZ-002: onbekende sleutel 'jar'"),
        ('jaar = "2013"\n', "", "opgave.toml, inzicht, INZ-002: sleutel 'jaar' ontbreekt"),
        ('jaar = "2013"', "jaar = 2013", "opgave.toml, inzicht, INZ-002: 'jaar' moet str zijn, vond 2013"),
        ('["Zeist"]', '"Zeist"', "opgave.toml, inzicht, INZ-002: 'gemeenten' moet list zijn, vond 'Zeist'"),
        ("[[inzicht]]", "x = 1\n[[inzicht]]", "opgave.toml: onbekende sleutel 'x'"),
        ('"INZ-002"', '"INZ-2"', "opgave.toml, INZ-2: een sleutel ziet er zo uit: INZ-001"),
        ('"INZ-002"', '"INZ-001"', "inzichten: sleutel 'INZ-001' komt meer dan één keer voor"),
        ('"les"', '"tip"', f"{HIER}: soort 'tip' bestaat niet"),
        ('"2013"', '"2012-2013"', f"{HIER}: jaar '2012-2013' moet zijn zoals 2015, of 2012–2013"),
        ('["VOR-01", "OPG-08a"]', "[]", f"{HIER}: 'dekking' is leeg"),
        ('"OPG-08a"', '"OPG-99"', f"{HIER}: 'OPG-99' staat niet in de catalogus"),
        ("002, regel 12", "005, regel 12", "is geen bron die er is, zoals 002, regel 12–14"),
        ("002, regel 12–14, 20", "(bron: 002, regel 12)", "is geen bron die er is, zoals 002, regel 12–14"),
        ('"awbz"', '"wmo"', f"{HIER}: begrip 'wmo' staat niet in begrippen.toml"),
        ("De AWBZ", "De AWBZ-wet en een wet", ""),
        ("De AWBZ", "De AWBZ’er", ""),
        ("De AWBZ", "De oude wet", f"{HIER}: begrip 'awbz' komt in de tekst niet voor"),
        ("De AWBZ", "De AWBZwet", f"{HIER}: begrip 'awbz' komt in de tekst niet voor"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(map_, oud, nieuw, verwacht):
    break_it(map_, oud, nieuw)
    if verwacht:
        assert message(map_).endswith(verwacht)
    else:
        load_inzichten(map_, catalogus())


def test_a_word_is_explained_once(map_):
    break_it(map_, BEGRIP, BEGRIP * 2, bestand="begrippen.toml")
    assert message(map_) == "begrippen.toml: sleutel 'awbz' komt meer dan één keer voor"


def test_a_file_that_is_not_there_is_named(map_):
    (map_ / "opgave.toml").unlink()
    assert message(map_).startswith("opgave.toml: ")


def test_the_system_check_shows_file_and_key(map_):
    break_it(map_, '"les"', '"tip"')
    assert [(fout.id, fout.msg) for fout in checks.inzichten_errors(map_)] == [
        ("bouwstenen.E003", f"De inzichten kloppen niet. {HIER}: soort 'tip' bestaat niet")
    ]


def test_the_system_check_passes_for_these_inzichten(map_):
    assert checks.inzichten_errors(map_) == []
    assert checks.check_inzichten(None) == []
