"""From answers to the picture of the team: each answer that counts, and none that does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.figuren.team import BURGER, HUISARTS, INFORMEEL
from bouwstenen.figuren.teamdiagram import teken
from bouwstenen.samenhang.teamfiguur import inhoud, teamdiagram_van
from tests.catalogus.strategieen import REGELS, RUSTIG, waarden_van
from tests.figuren.controle import problems
from tests.samenhang.vijandig import waarden_bij

VRAGEN = [
    "vormgeving.vorm",
    "inrichting.gebieden",
    "inrichting.een_of_meer_teams",
    "inrichting.welke_focus",
    "aansturing.aantal_teams",
    "inrichting.intensiteit",
    "inrichting.duur",
    "opgave.doelen",
    "inrichting.uren_opbouwwerk",
    "inrichting.huisarts",
    "aansturing.band_moederorganisatie",
    "aansturing.werkgever",
    "aansturing.teams_werken_samen",
    "competenties.team",
]
GEBIEDEN = [optie.sleutel for optie in catalogus().vragen["inrichting.gebieden"].opties]


def van(**waarden):
    """The diagram of these answers; the dot in a key is written as __."""
    return teamdiagram_van({naam.replace("__", "."): waarde for naam, waarde in waarden.items()}, "Het team")


def keuze(optie):
    return {"keuze": optie}


def gebieden(*sleutels, **anders):
    return {"keuzes": list(sleutels), **anders}


def leden(*organisaties):
    return {"rijen": [{"id": f"r{n}", "organisatie": een} for n, een in enumerate(organisaties)]}


def pijlen(diagram):
    return {(pijl.van, pijl.naar) for pijl in diagram.pijlen}


def test_each_gebied_and_each_focus_belongs_to_one_domain():
    ingedeeld = [gebied for een in inhoud()["domeinen"].values() for gebied in een["gebieden"]]
    assert sorted(ingedeeld) == sorted(set(GEBIEDEN) - {"anders"})
    focus = [een for domein in inhoud()["domeinen"].values() for een in domein["focus"]]
    opties = {optie.sleutel for optie in catalogus().vragen["inrichting.welke_focus"].opties}
    assert sorted(focus) == sorted(opties - {"anders"})


@pytest.mark.parametrize(
    ("gekozen", "domeinen"),
    [
        (["psychosociaal"], ["DOM-1"]),
        (["schuldhulp", "somatische_zorg"], ["DOM-1", "DOM-2"]),
        (["veiligheid", "arbeidsparticipatie"], ["DOM-3"]),
        (["mantelzorg", "vervallen_optie", "anders"], ["DOM-4"]),
        (["anders"], []),
    ],
)
def test_gebieden_colour_their_domains(gekozen, domeinen):
    diagram = van(inrichting__gebieden=gebieden(*gekozen))
    assert [domein.id for domein in diagram.domeinen if domein.gekozen] == domeinen
    assert diagram.teams[0].domeinen == tuple(domeinen)


def test_a_domain_says_what_was_chosen():
    diagram = van(inrichting__gebieden=gebieden("psychosociaal", "schuldhulp"))
    assert [domein.onder for domein in diagram.domeinen] == [
        "2 gebieden",
        "niet gekozen",
        "niet gekozen",
        "niet gekozen",
    ]
    assert diagram.domeinen[0].tekst == "Gekozen: Psychosociale hulpverlening, Schuldhulpverlening"
    assert {domein.onder for domein in van().domeinen} == {"nog niet ingevuld"}


@pytest.mark.parametrize(
    ("gekozen", "vorm"),
    [
        ("samenwerkingsverband", "ring"),
        ("geintegreerd", "rand"),
        ("integraal", "vol"),
        ("eigen", "eigen"),
        ("nog_niet", "onbekend"),
        ("vervallen_optie", "onbekend"),
        ("", "onbekend"),
    ],
)
def test_the_form_decides_how_a_team_is_drawn(gekozen, vorm):
    assert van(vormgeving__vorm=keuze(gekozen)).teams[0].vorm == vorm


@pytest.mark.parametrize(
    ("waarden", "opschriften"),
    [
        ({}, [""]),
        ({"inrichting__een_of_meer_teams": keuze("een"), "aansturing__aantal_teams": "4"}, [""]),
        ({"aansturing__aantal_teams": "1"}, [""]),
        ({"aansturing__aantal_teams": "4"}, ["4 teams"]),
        ({"inrichting__een_of_meer_teams": keuze("meerdere")}, ["meer teams"]),
        ({"inrichting__een_of_meer_teams": keuze("meerdere"), "aansturing__aantal_teams": "4"}, ["4 teams"]),
        (
            {
                "inrichting__een_of_meer_teams": keuze("meerdere"),
                "inrichting__welke_focus": gebieden("jeugd", "welzijn"),
            },
            ["", ""],
        ),
        # a focus that can't be reached any more does not count
        (
            {"inrichting__een_of_meer_teams": keuze("een"), "inrichting__welke_focus": gebieden("jeugd", "welzijn")},
            [""],
        ),
    ],
)
def test_one_team_or_more(waarden, opschriften):
    teams = van(**waarden).teams
    assert [team.opschrift for team in teams] == opschriften
    assert [team.stapel for team in teams] == [bool(tekst) for tekst in opschriften]


def test_each_focus_is_a_team_in_its_domain():
    diagram = van(
        inrichting__een_of_meer_teams=keuze("meerdere"),
        inrichting__welke_focus=gebieden("jeugd", "wijkverpleging", "anders", anders="Ouderen"),
        aansturing__teams_werken_samen=keuze("ja"),
    )
    assert [(team.label, team.domeinen) for team in diagram.teams] == [
        ("Jeugd", ("DOM-1",)),
        ("Wijkverpleging", ("DOM-2",)),
        ("Ouderen", ()),
    ]
    assert {("team-1", "team-2"), ("team-2", "team-3")} <= pijlen(diagram)


@pytest.mark.parametrize(("stap", "ver"), [("1", 0), ("2", 1 / 3), ("3", 2 / 3), ("4", 1)])
def test_how_heavy_the_help_is_decides_the_reach(stap, ver):
    [bereik] = van(inrichting__intensiteit=keuze(stap), inrichting__gebieden=gebieden("psychosociaal")).bereik
    assert (bereik.omvat, bereik.ver) == (("DOM-1",), ver)


@pytest.mark.parametrize("stap", ["nog_niet", "9", "0", "vervallen_optie", ""])
def test_without_a_step_there_is_no_reach(stap):
    assert van(inrichting__intensiteit=keuze(stap)).bereik == ()


@pytest.mark.parametrize(
    ("waarden", "redenen"),
    [
        ({"opgave__doelen": {"volgorde": ["kwetsbaar"]}}, ""),
        ({"inrichting__uren_opbouwwerk": "0"}, ""),
        (
            {"opgave__doelen": {"volgorde": ["kwetsbaar", "veerkracht"]}},
            "bewoners sociaal veerkrachtiger maken is een doel",
        ),
        ({"inrichting__uren_opbouwwerk": "12.5"}, "12,5 uur opbouwwerk per week"),
    ],
)
def test_the_connection_with_informal_networks(waarden, redenen):
    diagram = van(**waarden)
    legenda = {een.kop: een.volledig for een in diagram.legenda}
    assert legenda.get("Verbinding met informele verbanden", "") == redenen
    assert (diagram.informeel, ("team-1", INFORMEEL) in pijlen(diagram)) == (bool(redenen), bool(redenen))


def test_the_huisarts_and_no_name_of_a_person():
    diagram = van(inrichting__huisarts={"keuze": "teamlid", "naam": "Jan Jansen"})
    assert (diagram.huisarts, ("team-1", HUISARTS) in pijlen(diagram)) == (True, True)
    assert "Jan" not in repr(diagram)
    assert (van().huisarts, HUISARTS in {naar for _, naar in pijlen(van())}) == (False, False)


@pytest.mark.parametrize(
    ("waarden", "lijnen"),
    [
        ({"competenties__team": leden("Welzijn")}, 0),
        ({"aansturing__band_moederorganisatie": "Elke maand overleg"}, 1),
        ({"aansturing__werkgever": gebieden("gemeente")}, 0),
        ({"aansturing__werkgever": gebieden("detachering"), "competenties__team": leden("A", "B", "A")}, 2),
        ({"aansturing__werkgever": gebieden("moederorganisatie"), "competenties__team": leden(*"ABCDEFGH")}, 5),
    ],
)
def test_lines_to_the_own_organisations(waarden, lijnen):
    assert van(**waarden).teams[0].lijnen == lijnen


def test_organisations_are_all_named_in_the_table():
    diagram = van(aansturing__werkgever=gebieden("detachering"), competenties__team=leden(*"ABCDEFGH"))
    assert ("Lijn naar de eigen organisatie", "A; B; C; D; E; F; G; H") in teken(diagram).rijen


def test_what_is_not_filled_in_is_named():
    assert van().noot.startswith("Nog niet ingevuld: de vorm, de gebieden, hoe zwaar de hulp is, één of meer teams.")
    alles = van(
        vormgeving__vorm=keuze("integraal"),
        inrichting__gebieden=gebieden("veiligheid"),
        inrichting__intensiteit=keuze("1"),
        inrichting__een_of_meer_teams=keuze("een"),
    )
    assert alles.noot.startswith("Eigen voorstel: ")


def test_the_burger_is_always_there():
    assert van().burger is None
    assert ("team-1", BURGER) in pijlen(van())


@RUSTIG
@given(waarden_van(catalogus().vragen), REGELS)
def test_any_answers_make_a_right_figure(waarden, naam):
    assert problems(teken(teamdiagram_van(waarden, naam))) == []


@RUSTIG
@given(st.fixed_dictionaries({}, optional={vraag: waarden_bij(vraag) for vraag in VRAGEN}))
def test_odd_answers_make_a_right_figure_too(waarden):
    assert problems(teken(teamdiagram_van(waarden, "Het team"))) == []
