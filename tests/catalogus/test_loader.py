"""Every strictness of the loader: each test breaks a small, right catalogue in one place and reads the message."""

import pytest

from bouwstenen.catalogus import checks
from bouwstenen.catalogus.loader import DELEN, CatalogusFout, load_catalogus
from bouwstenen.catalogus.schema import Bron

DEEL = """
sleutel = "{deel}"
titel = "Titel"
intro = "Intro"
bron = "003, regel 1"
[[pagina]]
sleutel = "{deel}.een"
titel = "Een"
[[pagina.vraag]]
sleutel = "{deel}.keus"
soort = "keuze"
label = "Wat kiest u?"
bron = "003, regel 2"
opties = [ {{ sleutel = "ja", label = "Ja" }}, {{ sleutel = "nee", label = "Nee" }} ]
[[pagina.vraag]]
sleutel = "{deel}.lijst"
soort = "tabel"
label = "Welke zijn er?"
bron = "003, regel 3"
kolommen = [ {{ sleutel = "naam", label = "Naam", soort = "tekst" }} ]
"""
BRONNEN = """
[[bron]]
sleutel = "003"
titel = "Bouwstenen"
maker = "Werkplaats"
jaar = 2014
"""
KEUS = "opgave.toml, opgave.keus"
PAGINA = "opgave.toml, opgave, pagina, opgave.een"
VRAAG = f"{PAGINA}, vraag"
KOLOMMEN = '\nkolommen = [ { sleutel = "a", label = "A", soort = "tekst" } ]'
VERWIJZING = '\n[[pagina.verwijzing]]\nnaar = "opgave.weg"\ntekst = "x"'
EEN = 'titel = "Een"'
SOORT_KEUZE = 'soort = "keuze"'
OPTIES = 'opties = [ { sleutel = "ja", label = "Ja" }, { sleutel = "nee", label = "Nee" } ]'

LIJST = '[[pagina.vraag]]\nsleutel = "opgave.lijst"'
GRENS = '[[pagina.vraag]]\nsleutel = "opgave.grens"\nsoort = "getal"\nlabel = "x"\nbron = "x"\nvoorstel = "{}"\n'
GEEN_VOORSTEL = "'voorstel' moet een getal zijn, bij soort 'getal'"


@pytest.fixture
def map_(tmp_path):
    for deel in DELEN:
        (tmp_path / f"{deel}.toml").write_text(DEEL.format(deel=deel), encoding="utf-8")
    (tmp_path / "bronnen.toml").write_text(BRONNEN, encoding="utf-8")
    return tmp_path


def break_it(map_, oud, nieuw, bestand="opgave.toml"):
    tekst = (map_ / bestand).read_text(encoding="utf-8")
    assert oud in tekst
    (map_ / bestand).write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def message(map_):
    with pytest.raises(CatalogusFout) as fout:
        load_catalogus(map_)
    return str(fout.value)


def test_a_right_catalogue_is_read_whole(map_):
    gelezen = load_catalogus(map_)
    assert tuple(deel.sleutel for deel in gelezen.delen) == DELEN
    assert list(gelezen.vragen) == [f"{deel}.{naam}" for deel in DELEN for naam in ("keus", "lijst")]
    assert gelezen.bronnen == (Bron(sleutel="003", titel="Bouwstenen", maker="Werkplaats", jaar=2014),)


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        # unknown keys: in a deel, a pagina, a vraag, an optie, a kolom
        ("[[pagina]]", 'kleur = "rood"\n[[pagina]]', "opgave.toml, opgave: onbekende sleutel 'kleur'"),
        (EEN, EEN + '\nlabel = "x"', f"{PAGINA}: onbekende sleutel 'label'"),
        ('"Wat kiest u?"', '"x"\nhnt = "x"', f"{VRAAG}, opgave.keus: onbekende sleutel 'hnt'"),
        ('label = "Ja"', 'labl = "Ja"', f"{VRAAG}, opgave.keus, opties, ja: onbekende sleutel 'labl'"),
        ('soort = "tekst"', 'srt = "tekst"', f"{VRAAG}, opgave.lijst, kolommen, naam: onbekende sleutel 'srt'"),
        # missing keys
        ('intro = "Intro"\n', "", "opgave.toml, opgave: sleutel 'intro' ontbreekt"),
        ('label = "Wat kiest u?"\n', "", f"{VRAAG}, opgave.keus: sleutel 'label' ontbreekt"),
        ('bron = "003, regel 2"\n', "", f"{VRAAG}, opgave.keus: sleutel 'bron' ontbreekt"),
        ('sleutel = "ja", ', "", f"{VRAAG}, opgave.keus, opties: sleutel 'sleutel' ontbreekt"),
        (OPTIES, "", f"{KEUS}: 'opties' ontbreekt bij soort 'keuze'"),
        # keys that do not belong to the soort
        (SOORT_KEUZE, 'soort = "tekst"', f"{KEUS}: 'opties' hoort niet bij soort 'tekst'"),
        (SOORT_KEUZE, SOORT_KEUZE + KOLOMMEN, f"{KEUS}: 'kolommen' hoort niet bij soort 'keuze'"),
        (SOORT_KEUZE, SOORT_KEUZE + "\npersoon = true", f"{KEUS}: 'persoon' hoort niet bij soort 'keuze'"),
        (
            'soort = "tekst"',
            'soort = "tekst", persoon = true',
            "opgave.toml, opgave.lijst, naam: 'persoon' hoort niet bij soort 'tekst'",
        ),
        (SOORT_KEUZE, SOORT_KEUZE + '\nvoorstel = "6"', f"{KEUS}: {GEEN_VOORSTEL}"),
        (LIJST, GRENS.format("zes") + LIJST, f"opgave.toml, opgave.grens: {GEEN_VOORSTEL}"),
        (LIJST, GRENS.format("-6") + LIJST, f"opgave.toml, opgave.grens: {GEEN_VOORSTEL}"),
        # unknown soorten
        (SOORT_KEUZE, 'soort = "keus"', f"{KEUS}: soort 'keus' bestaat niet"),
        ('soort = "tekst"', 'soort = "schaal"', "opgave.toml, opgave.lijst, naam: soort 'schaal' bestaat niet"),
        ('soort = "tekst"', 'soort = "keuze"', "opgave.toml, opgave.lijst, naam: 'opties' ontbreekt"),
        # keys: the prefix of the deel, lower case, once
        ('"opgave.keus"', '"vormgeving.keus"', "opgave.toml: sleutel 'vormgeving.keus' moet beginnen met 'opgave.'"),
        ('"opgave.een"', '"een"', "opgave.toml: sleutel 'een' moet beginnen met 'opgave.'"),
        ('"opgave.keus"', '"opgave.Keus"', "opgave.toml: sleutel 'opgave.Keus' moet beginnen met 'opgave.'"),
        ('sleutel = "opgave"', 'sleutel = "opdracht"', "opgave.toml: sleutel is 'opdracht', verwacht 'opgave'"),
        ('"opgave.lijst"', '"opgave.keus"', "catalogus: sleutel 'opgave.keus' komt meer dan één keer voor"),
        ('sleutel = "nee"', 'sleutel = "ja"', f"{KEUS}: sleutel 'ja' komt meer dan één keer voor"),
        ('sleutel = "nee"', 'sleutel = "nog_niet"', f"{KEUS}: 'nog_niet' komt er vanzelf bij"),
        # links
        (EEN, EEN + '\nvoorwaarde = "soms"', "opgave.toml, opgave.een: voorwaarde 'soms' bestaat niet"),
        (SOORT_KEUZE, SOORT_KEUZE + '\nvoorwaarde = "soms"', f"{KEUS}: voorwaarde 'soms' bestaat niet"),
        (EEN, EEN + VERWIJZING, "opgave.een: verwijzing naar onbekende vraag 'opgave.weg'"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(map_, oud, nieuw, verwacht):
    break_it(map_, oud, nieuw)
    assert message(map_) == verwacht


@pytest.mark.parametrize(
    ("regel", "verwacht"),
    [
        ("hint = 3", "'hint' moet str zijn, vond 3"),
        ('hint = ["a"]', "'hint' moet str zijn, vond ['a']"),
        ('toelichting = "ja"', "'toelichting' moet bool zijn, vond 'ja'"),
        ("van = true", "'van' moet int zijn, vond True"),
        ("minimum = 0.5", "'minimum' moet int zijn, vond 0.5"),
        ('dekking = "OPG-01"', "'dekking' moet list zijn, vond 'OPG-01'"),
        ("dekking = [1]", "'dekking' bevat 1, verwacht tekst"),
        ('dekking_reden = "zo"', "'dekking_reden' moet dict zijn, vond 'zo'"),
        ("dekking_reden = { OPG-01 = 1 }", "'dekking_reden' bevat 1, verwacht tekst"),
        ('kolommen = ["naam"]', "kolommen: verwacht een tabel, vond 'naam'"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(map_, regel, verwacht):
    break_it(map_, SOORT_KEUZE, f"{SOORT_KEUZE}\n{regel}")
    assert message(map_).endswith(verwacht)


def test_a_number_may_have_a_proposal_of_ours(map_):
    break_it(map_, LIJST, GRENS.format("50000") + LIJST)
    vragen = load_catalogus(map_).vragen
    assert (vragen["opgave.grens"].voorstel, vragen["opgave.keus"].voorstel) == ("50000", "")


def test_a_page_key_is_used_once_over_all_files(map_):
    tweede = '[[pagina]]\nsleutel = "opgave.een"\ntitel = "Nog een"\n'
    break_it(map_, LIJST, tweede + LIJST)
    assert message(map_) == "catalogus: sleutel 'opgave.een' komt meer dan één keer voor"


def test_an_unknown_key_in_the_sources_is_refused(map_):
    break_it(map_, "[[bron]]", "x = 1\n[[bron]]", bestand="bronnen.toml")
    assert message(map_) == "bronnen.toml: onbekende sleutel 'x'"


def test_a_source_without_a_year_is_refused(map_):
    break_it(map_, "jaar = 2014", "", bestand="bronnen.toml")
    assert message(map_) == "bronnen.toml, bron, 003: sleutel 'jaar' ontbreekt"


def test_a_file_that_is_not_there_is_named(map_):
    (map_ / "opgave.toml").unlink()
    assert message(map_).startswith("opgave.toml: ")


def test_a_key_twice_in_one_table_is_no_toml(map_):
    break_it(map_, SOORT_KEUZE, f"{SOORT_KEUZE}\n{SOORT_KEUZE}")
    assert message(map_).startswith("opgave.toml: Cannot overwrite a value")


def test_the_system_check_shows_file_table_and_key(map_):
    break_it(map_, SOORT_KEUZE, 'soort = "keus"')
    assert [(fout.id, fout.msg) for fout in checks.catalogus_errors(map_)] == [
        ("bouwstenen.E002", "De catalogus klopt niet. opgave.toml, opgave.keus: soort 'keus' bestaat niet")
    ]


def test_the_system_check_has_nothing_to_say_about_a_right_catalogue(map_):
    assert checks.catalogus_errors(map_) == []


def test_the_system_check_passes_for_this_catalogue():
    assert checks.check_catalogus(None) == []
