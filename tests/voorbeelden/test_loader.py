"""The loader: a good file becomes a design; whatever is wrong in it is an error that names file and vraag."""

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.voorbeelden.loader import Ontwerp, Regels, Voorbeeld, VoorbeeldFout, load_ontwerpen, read_regels

KOP = 'gemeente = "Proef"\nslug = "proef"\nwijkteam = "Team Proef"\n'


@pytest.fixture
def load(tmp_path):
    """load(text): the one design of a folder with this text in proef.toml."""

    def make(tekst):
        (tmp_path / "proef.toml").write_text(tekst, encoding="utf-8")
        (ontwerp,) = load_ontwerpen(tmp_path, catalogus())
        return ontwerp

    return make


def antwoord(vraag="opgave.vraagstuk", waarde='"Hulp"', bron="002, regel 1", rest=""):
    return f'[[antwoord]]\nvraag = "{vraag}"\nwaarde = {waarde}\nbron = "{bron}"\n{rest}\n'


def test_a_design(load):
    rijen = '{ rijen = [{ kracht = "Buren" }, { kracht = " Winkels " }] }'
    tekst = antwoord(waarde='"""\nHulp\ndichtbij\n"""') + antwoord("opgave.krachten", rijen)
    tekst += antwoord("vormgeving.vorm", '{ keuze = "eigen" }', rest='toelichting = "Mengvorm"')
    assert load(KOP + tekst) == Ontwerp(
        gemeente="Proef",
        slug="proef",
        wijkteam="Team Proef",
        antwoorden=(
            Voorbeeld(vraag="opgave.vraagstuk", waarde="Hulp\ndichtbij", bron="002, regel 1"),
            Voorbeeld(
                vraag="opgave.krachten",
                waarde={"rijen": [{"id": "r1", "kracht": "Buren"}, {"id": "r2", "kracht": "Winkels"}]},
                bron="002, regel 1",
            ),
            Voorbeeld(vraag="vormgeving.vorm", waarde={"keuze": "eigen"}, bron="002, regel 1", toelichting="Mengvorm"),
        ),
    )


def fout_in(load, tekst):
    with pytest.raises(VoorbeeldFout) as fout:
        load(tekst)
    return str(fout.value)


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("gemeente =", "proef.toml: Invalid value (at end of document)"),
        (KOP.replace("slug", "naam"), "proef.toml: onbekende sleutel 'naam'"),
        ('gemeente = "Proef"\nwijkteam = "Team"', "proef.toml: sleutel 'slug' ontbreekt"),
        (KOP.replace('"Proef"', "3"), "proef.toml: 'gemeente' moet tekst zijn, vond 3"),
        (KOP + 2 * antwoord(), "proef.toml, opgave.vraagstuk: deze vraag staat er meer dan één keer"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(load, tekst, melding):
    assert fout_in(load, tekst) == melding


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"rest": 'uitleg = "x"'}, "onbekende sleutel 'uitleg'"),
        ({"rest": 'toelichting = "x"'}, "bij deze vraag hoort geen toelichting"),
        ({"bron": " "}, "'bron' moet tekst zijn, vond ''"),
        ({"bron": "002, regel 1-2"}, "bron '002, regel 1-2' moet er zo uitzien: 002, regel 12–14"),
        ({"bron": "002, regel 9–8"}, "bron '002, regel 9–8' moet er zo uitzien: 002, regel 12–14"),
        ({"bron": "002, regel 0"}, "bron '002, regel 0' moet er zo uitzien: 002, regel 12–14"),
        ({"bron": "009, regel 1"}, "bron '009' bestaat niet"),
        ({"bron": "; ".join(["002, regel 1000–1001"] * 10)}, "bron is langer dan 200 tekens"),
        ({"waarde": "3"}, "verwacht tekst, vond 3"),
        ({"waarde": '" "'}, "verwacht tekst, vond ''"),
    ],
)
def test_what_is_wrong_with_an_answer_is_said_with_its_vraag(load, velden, melding):
    assert fout_in(load, KOP + antwoord(**velden)) == f"proef.toml, opgave.vraagstuk: {melding}"


def test_an_unknown_vraag(load):
    melding = "proef.toml, opgave.weg: deze vraag staat niet in de catalogus"
    assert fout_in(load, KOP + antwoord("opgave.weg")) == melding


def test_an_answer_without_vraag(load):
    tekst = KOP + '[[antwoord]]\nwaarde = "x"\nbron = "002, regel 1"'
    assert fout_in(load, tekst) == "proef.toml, vraag ontbreekt: sleutel 'vraag' ontbreekt"


def test_an_answer_without_value(load):
    tekst = KOP + '[[antwoord]]\nvraag = "opgave.vraagstuk"\nbron = "002, regel 1"'
    assert fout_in(load, tekst) == "proef.toml, opgave.vraagstuk: verwacht tekst, vond None"


def test_lines():
    assert read_regels("002, regel 12–14; 000, regel 7") == (Regels("002", 12, 14), Regels("000", 7, 7))
