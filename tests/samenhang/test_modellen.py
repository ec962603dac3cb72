"""Models as their sources describe them, and a wijkteam beside them: what agrees, what does not, never one verdict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.catalogus.loader import CatalogusFout, catalogus
from bouwstenen.samenhang.modellen import HOE, eigen_antwoord, load_modellen, modellen, vergelijk
from bouwstenen.voorbeelden.loader import ONTWERPEN, load_ontwerpen
from tests.catalogus.strategieen import RUSTIG, waarden_van
from tests.catalogus.test_taal import is_bron
from tests.samenhang.vijandig import waarden_bij
from tests.voorbeelden.test_ontwerpen import buiten_de_bron

GROEPEN = {groep.sleutel: groep for groep in modellen().groep}
VRAGEN = sorted({toets.vraag for groep in modellen().groep for een in groep.kenmerk for toets in een.toets})
GOED = """
[[groep]]
sleutel = "proef"
titel = "Proef"
intro = "Een proef."
bron = "003, regel 1"
[[groep.model]]
sleutel = "a"
naam = "A"
kort = "Het eerste."
bron = "003, regel 1"
[[groep.kenmerk]]
naam = "Vorm"
toon = ["vormgeving.vorm"]
waarden = { a = "integraal" }
toets = [{ model = ["a"], vraag = "vormgeving.vorm", hoe = "bevat", waarden = ["integraal"] }]
"""


def standen(groep, model, **waarden):
    """{feature: how it compares} of one model, with these answers; the dot in a key is written as __."""
    gegeven = {naam.replace("__", "."): waarde for naam, waarde in waarden.items()}
    [een] = [een for een in vergelijk(gegeven, GROEPEN[groep]) if een.model.sleutel == model]
    return {vergeleken.kenmerk.naam: vergeleken.stand for vergeleken in een.kenmerken}


def regels_in(bron):
    """The reference as ranges of lines, each with its source."""
    delen = [deel for deel in bron.split("; ") if deel != "eigen voorstel"]
    return "; ".join(f"{deel[:3]}, regel {een}" for deel in delen for een in deel[11:].split(", "))


def test_all_models_are_there():
    assert {sleutel: [model.sleutel for model in groep.model] for sleutel, groep in GROEPEN.items()} == {
        "vormen": ["samenwerkingsverband", "geintegreerd", "integraal"],
        "movisie": ["a1", "a2", "b", "c"],
        "prototypen": ["buurtteams", "ucentraal", "frontbackoffice", "netwerk"],
    }


@pytest.mark.parametrize(
    "een",
    [*modellen().groep, *(model for groep in modellen().groep for model in groep.model), *modellen().verband],
    ids=lambda een: getattr(een, "sleutel", "verband"),
)
def test_every_source_exists(een):
    assert (is_bron(een.bron), buiten_de_bron(regels_in(een.bron))) == (True, [])


def test_no_value_is_left_empty():
    leeg = [een.naam for groep in modellen().groep for een in groep.kenmerk if not all(een.waarden.values())]
    assert leeg == []


def test_what_a_source_does_not_say_is_not_compared():
    gevonden = [
        (kenmerk.naam, model)
        for groep in modellen().groep
        for kenmerk in groep.kenmerk
        for model, waarde in kenmerk.waarden.items()
        if waarde == "niet genoemd" and kenmerk.toets_voor(model)
    ]
    assert gevonden == []


def test_no_model_has_two_ways_to_compare_one_feature():
    dubbel = [
        (kenmerk.naam, model)
        for groep in modellen().groep
        for kenmerk in groep.kenmerk
        for model in kenmerk.waarden
        if sum(model in toets.model for toets in kenmerk.toets) > 1
    ]
    assert dubbel == []


@pytest.mark.parametrize(
    ("van", "naar", "melding"),
    [
        ('naam = "Vorm"\n', "", "sleutel 'naam' ontbreekt"),
        ('titel = "Proef"', 'tietel = "Proef"', "onbekende sleutel 'tietel'"),
        ('a = "integraal"', 'b = "integraal"', "'waarden' moet er een hebben voor a"),
        ('toon = ["vormgeving.vorm"]', 'toon = ["vormgeving.weg"]', "vraag 'vormgeving.weg' bestaat niet"),
        ('hoe = "bevat"', 'hoe = "lijkt"', "hoe 'lijkt' bestaat niet"),
        ('model = ["a"]', 'model = ["z"]', "model 'z' bestaat niet"),
        ('["integraal"] }]', '["weg"] }]', "optie 'weg' bestaat niet bij vormgeving.vorm"),
        ('hoe = "bevat"', 'hoe = "kolom", kolom = "x"', "kolom 'x' bestaat niet bij vormgeving.vorm"),
        (
            'toon = ["vormgeving.vorm"]',
            'toon = ["vormgeving.vorm", "competenties.team"]\nkolom = "x"',
            "kolom 'x' bestaat niet bij competenties.team",
        ),
        ('toon = ["vormgeving.vorm"]', "toon = []", "vraag 'vormgeving.vorm' staat niet bij 'toon'"),
        ("[[groep]]", "los = 1\n[[groep]]", "onbekende sleutel 'los'"),
        ("[[groep]]", "[[groep", "proef.toml"),
    ],
)
def test_a_mistake_in_the_file_is_told(tmp_path, van, naar, melding):
    bestand = tmp_path / "proef.toml"
    bestand.write_text(GOED.replace(van, naar), encoding="utf-8")
    with pytest.raises(CatalogusFout, match="proef.toml") as fout:
        load_modellen(bestand)
    assert melding in str(fout.value)


def test_the_file_without_a_mistake_is_read(tmp_path):
    bestand = tmp_path / "proef.toml"
    bestand.write_text(GOED, encoding="utf-8")
    assert load_modellen(bestand).groep[0].model[0].naam == "A"


TEAM = {"rijen": [{"id": "r1", "organisatie": "A", "type": "t_shaped"}, {"id": "r2", "organisatie": "B"}]}
TEAMS = {"inrichting.een_of_meer_teams": {"keuze": "een"}, "aansturing.aantal_teams": "4"}
ALLE_VIER = {"keuzes": ["professionals", "verantwoordelijk", "nauw_samenwerken", "zelfde_doelen"]}
BREED = {"keuzes": ["psychosociaal", "schuldhulp", "veiligheid", "mantelzorg", "vrijwilligerswerk", "somatische_zorg"]}


@pytest.mark.parametrize(
    ("groep", "model", "kenmerk", "vraag", "gelijk", "anders"),
    [
        ("vormen", "integraal", "Gekozen vorm", "vormgeving__vorm", {"keuze": "integraal"}, {"keuze": "eigen"}),
        ("vormen", "integraal", "Wel of geen team", "vormgeving__teamtoets", ALLE_VIER, {"keuzes": ["professionals"]}),
        (
            "vormen",
            "samenwerkingsverband",
            "Wel of geen team",
            "vormgeving__teamtoets",
            {"keuzes": ["zelfde_doelen"]},
            ALLE_VIER,
        ),
        ("vormen", "geintegreerd", "Wie doen mee", "competenties__team", TEAM, {"rijen": TEAM["rijen"][:1]}),
        ("vormen", "integraal", "Mandaat", "aansturing__mandaat_omvang", {"keuze": "3"}, {"keuze": "1"}),
        ("movisie", "a1", "Breedte", "inrichting__gebieden", BREED, {"keuzes": ["veiligheid"]}),
        ("movisie", "c", "Vragen voor een specialist", "competenties__team", {"rijen": [{"type": "generalist"}]}, TEAM),
        (
            "prototypen",
            "netwerk",
            "Doel",
            "opgave__doelen",
            {"volgorde": ["veerkracht", "kwetsbaar"]},
            {"volgorde": ["kwetsbaar", "veerkracht"]},
        ),
        (
            "prototypen",
            "buurtteams",
            "Domein",
            "inrichting__gebieden",
            {"keuzes": ["schuldhulp"]},
            {"keuzes": ["schuldhulp", "mantelzorg"]},
        ),
    ],
)
def test_a_feature_agrees_differs_or_is_open(groep, model, kenmerk, vraag, gelijk, anders):
    assert standen(groep, model, **{vraag: gelijk})[kenmerk] == "gelijk"
    assert standen(groep, model, **{vraag: anders})[kenmerk] == "anders"
    assert standen(groep, model)[kenmerk] == "open"


def test_the_gemeente_decides_what_broad_is():
    smal = {"inrichting__gebieden": {"keuzes": ["veiligheid", "mantelzorg"]}}
    assert standen("movisie", "a1", **smal)["Breedte"] == "anders"
    assert standen("movisie", "a1", **smal, inrichting__grens_gebieden="2")["Breedte"] == "gelijk"


def test_what_is_not_asked_because_of_another_answer_differs():
    hoe = "Hoe het eruitziet"
    assert standen("vormen", "samenwerkingsverband", vormgeving__vorm={"keuze": "integraal"})[hoe] == "anders"
    assert standen("vormen", "samenwerkingsverband", vormgeving__vorm={"keuze": "nog_niet"})[hoe] == "open"


@pytest.mark.parametrize(
    ("slug", "model", "minstens"),
    [
        ("voorbeeld-utrecht", "buurtteams", 4),
        ("voorbeeld-wijk-bij-duurstede", "frontbackoffice", 3),
        ("voorbeeld-zeist", "netwerk", 4),
        ("voorbeeld-nieuwegein", "netwerk", 4),
    ],
)
def test_a_gemeente_of_the_study_is_most_like_its_own_prototype(slug, model, minstens):
    [ontwerp] = [een for een in load_ontwerpen(ONTWERPEN, catalogus()) if een.slug == slug]
    waarden = {een.vraag: een.waarde for een in ontwerp.antwoorden}
    telling = {een.model.sleutel: len(een.gelijk) for een in vergelijk(waarden, GROEPEN["prototypen"])}
    assert (max(telling, key=telling.get), telling[model] >= minstens) == (model, True)


def test_counts_add_up_and_the_order_is_that_of_the_source():
    vergelijkingen = vergelijk({"vormgeving.vorm": {"keuze": "integraal"}}, GROEPEN["vormen"])
    assert [een.model for een in vergelijkingen] == list(GROEPEN["vormen"].model)
    for een in vergelijkingen:
        assert len(een.gelijk) + len(een.anders) + len(een.open) == len(een.kenmerken)


@pytest.mark.parametrize(
    ("groep", "kenmerk", "waarden", "regels"),
    [
        ("vormen", "Gekozen vorm", {"vormgeving.vorm": {"keuze": "integraal"}}, ("Integraal team",)),
        ("vormen", "Gekozen vorm", {"vormgeving.vorm": {"keuze": "nog_niet"}}, ()),
        ("vormen", "Wie doen mee", {"competenties.team": TEAM}, ("A, B",)),
        ("vormen", "Vragen bij Aansturing", {}, ()),
        ("movisie", "Vragen voor een specialist", {"competenties.team": TEAM}, ("T-shaped (beide)",)),
        ("movisie", "Vragen voor een specialist", {"competenties.team": {"rijen": [{"functie": "x"}]}}, ()),
        ("movisie", "Aantal teams", TEAMS, ("Eén breed team", "In de hele gemeente: 4 teams")),
    ],
)  # fmt: skip
def test_the_own_answer_beside_a_feature(groep, kenmerk, waarden, regels):
    [een] = [een for een in GROEPEN[groep].kenmerk if een.naam == kenmerk]
    assert eigen_antwoord(waarden, een) == regels


def test_every_way_to_compare_is_used():
    assert {toets.hoe for groep in modellen().groep for een in groep.kenmerk for toets in een.toets} == set(HOE)


@RUSTIG
@given(waarden_van({vraag: catalogus().vragen[vraag] for vraag in VRAGEN}))
def test_any_answers_can_be_compared(waarden):
    for groep in modellen().groep:
        vergelijk(waarden, groep)
        assert all(isinstance(eigen_antwoord(waarden, een), tuple) for een in groep.kenmerk)


@RUSTIG
@given(st.fixed_dictionaries({}, optional={vraag: waarden_bij(vraag) for vraag in VRAGEN}))
def test_odd_answers_can_be_compared_too(waarden):
    for groep in modellen().groep:
        assert len(vergelijk(waarden, groep)) == len(groep.model)
