"""The answers as regels read them: what counts as given, and that nothing stored breaks them."""

from decimal import Decimal
from inspect import getmembers, isfunction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.samenhang.gegeven import Gegeven, as_decimal, cel_delen, voorwaarden
from tests.catalogus.strategieen import RUSTIG
from tests.samenhang.regels.waarden import NOG_NIET, keuze, meer, nodig, tabel, volgorde
from tests.samenhang.vijandig import VORMELOOS, VRAGEN

VORM, TEAMS, COMPLEX = "vormgeving.vorm", "inrichting.een_of_meer_teams", "competenties.complexe_vragen"
VERBAND = {VORM: keuze("samenwerkingsverband")}
INTEGRAAL = {VORM: keuze("integraal")}
VISIE, GEBIEDEN, DOELEN = "vormgeving.visie", "inrichting.gebieden", "opgave.doelen"
REGIE, MANDAAT, WELKE = "aansturing.regie", "aansturing.mandaat_omvang", "inrichting.welke_focus"
UREN, BEZETTING, GRENS = "inrichting.uren_preventie", "inrichting.bezetting", "inrichting.grens_overleg"
INTENSITEIT, VAKKENNIS = "inrichting.intensiteit", "competenties.leefwereld"
TEAM, RESULTATEN = "competenties.team", "opgave.resultaten"


# What is given --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vraag", "waarden", "verwacht"),
    [
        (VISIE, {}, "gevraagd"),
        ("eigen.vraag", {}, "gevraagd"),
        (REGIE, {}, "vorm_open"),
        (REGIE, {VORM: keuze("eigen")}, "vorm_open"),
        (REGIE, VERBAND, "gevraagd"),
        (REGIE, INTEGRAAL, "ook_handig"),
        (MANDAAT, VERBAND, "ook_handig"),
        ("vormgeving.overlegvorm", VERBAND, "gevraagd"),
        ("vormgeving.overlegvorm", INTEGRAAL, "verborgen"),
        (WELKE, {TEAMS: keuze("een")}, "verborgen"),
        (WELKE, {TEAMS: keuze("meerdere")}, "gevraagd"),
    ],
)
def test_stand_of_a_vraag(vraag, waarden, verwacht):
    assert Gegeven(waarden).stand(vraag) == verwacht


def test_conditions_are_known_of_each_vraag_that_is_not_always_asked():
    assert voorwaarden()[REGIE] == ("regie", "")
    assert voorwaarden()["vormgeving.overlegvorm"] == ("", "samenwerkingsverband")
    assert VISIE not in voorwaarden()


@pytest.mark.parametrize(
    ("vraag", "waarde"),
    [
        (VISIE, None),
        (VISIE, ""),
        (VISIE, " \n"),
        (VORM, NOG_NIET),
        (VORM, {}),
        (VORM, {"keuze": ""}),
        (GEBIEDEN, {"keuzes": []}),
        (GEBIEDEN, {"keuzes": [], "anders": ""}),
        (REGIE, {"keuze": "", "naam": ""}),
        (TEAM, tabel()),
        (TEAM, tabel({}, {"functie": "", "gebieden": []})),
        (TEAM, {"rijen": None}),
        (TEAM, {"rijen": ["Wijkagent", None]}),
        (UREN, 0),
        (UREN, 8),
        (VISIE, ["Dichtbij"]),
    ],
)
def test_what_is_empty_undecided_or_of_a_wrong_shape_is_not_given(vraag, waarde):
    team = Gegeven({vraag: waarde})
    assert (team.waarde(vraag), team.gevuld(vraag), team.leeg(vraag)) == (None, False, vraag != REGIE)


@pytest.mark.parametrize(
    ("vraag", "waarde"),
    [
        (VISIE, "Dichtbij"),
        (UREN, "0"),
        (VORM, keuze("eigen")),
        (GEBIEDEN, {"keuzes": ["anders"], "anders": "nog_niet"}),
        (REGIE, {"naam": "De stuurgroep"}),
        (DOELEN, volgorde("kwetsbaar")),
        (VAKKENNIS, {"aanwezig": "2"}),
    ],
)
def test_what_was_answered_is_given(vraag, waarde):
    team = Gegeven({vraag: waarde})
    assert (team.waarde(vraag), team.gevuld(vraag), team.leeg(vraag)) == (waarde, True, False)


def test_an_answer_of_before_that_can_no_longer_be_seen_is_not_given():
    waarden = {TEAMS: keuze("meerdere"), WELKE: meer("jeugd")}
    assert Gegeven(waarden).bevat(WELKE, "jeugd")
    anders = Gegeven(waarden | {TEAMS: keuze("een")})
    assert (anders.waarde(WELKE), anders.gekozen(WELKE), anders.leeg(WELKE)) == (None, (), True)


def test_a_competentie_of_which_one_half_is_undecided_tells_the_other():
    assert Gegeven({VAKKENNIS: nodig(4, aanwezig="nog_niet")}).minstens(VAKKENNIS, 4)
    assert not Gegeven({VAKKENNIS: {"aanwezig": "nog_niet"}}).gevuld(VAKKENNIS)
    assert Gegeven({VAKKENNIS: {"nodig": "nog_niet", "aanwezig": "3"}}).schaal(VAKKENNIS) is None


def test_a_vraag_that_is_only_ook_handig_is_not_missed_but_counts_when_filled():
    for waarden in ({}, VERBAND, {VORM: keuze("eigen")}):
        team = Gegeven(waarden)
        assert not team.telt(MANDAAT) and not team.leeg(MANDAAT)
        assert team.leeg(MANDAAT, noemt_vorm=True)
    gevuld = Gegeven(VERBAND | {MANDAAT: keuze("3")})
    assert gevuld.gevuld(MANDAAT) and not gevuld.leeg(MANDAAT, noemt_vorm=True)
    assert Gegeven(INTEGRAAL).telt(MANDAAT) and Gegeven(INTEGRAAL).leeg(MANDAAT)


def test_one_missing_of_several_is_enough():
    team = Gegeven({VISIE: "Dichtbij"})
    assert not team.leeg(VISIE)
    assert team.leeg(VISIE, "vormgeving.werkwijze")
    assert not team.leeg(VISIE, MANDAAT)


# Choices --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vraag", "waarde", "verwacht"),
    [
        (VORM, keuze("eigen"), ("eigen",)),
        (REGIE, {"keuze": "gemeente", "naam": "Afdeling Wijken"}, ("gemeente",)),
        (REGIE, {"naam": "De stuurgroep"}, ()),
        (GEBIEDEN, meer("schuldhulp", "jeugd"), ("schuldhulp", "jeugd")),
        (DOELEN, volgorde("samenspel", "kwetsbaar"), ("samenspel", "kwetsbaar")),
        (GEBIEDEN, {"keuzes": "schuldhulp"}, ()),
        (GEBIEDEN, {"keuzes": [["schuldhulp"], 3, None, "jeugd"]}, ("jeugd",)),
        (VORM, {"keuze": ["eigen"]}, ()),
        (VORM, "eigen", ()),
        (VORM, None, ()),
        (TEAM, tabel({"functie": "Wijkagent"}), ()),
    ],
)
def test_what_was_chosen(vraag, waarde, verwacht):
    assert Gegeven({vraag: waarde}).gekozen(vraag) == verwacht


def test_bevat_and_mist_need_an_answer():
    team = Gegeven({GEBIEDEN: meer("schuldhulp", "mantelzorg")})
    assert team.bevat(GEBIEDEN, "veiligheid", "mantelzorg") and not team.bevat(GEBIEDEN, "veiligheid")
    assert team.mist(GEBIEDEN, "veiligheid") and not team.mist(GEBIEDEN, "veiligheid", "schuldhulp")
    leeg = Gegeven({GEBIEDEN: NOG_NIET})
    assert not leeg.bevat(GEBIEDEN, "veiligheid") and not leeg.mist(GEBIEDEN, "veiligheid")


@pytest.mark.parametrize(
    ("vraag", "waarde", "verwacht"),
    [
        (DOELEN, volgorde("samenspel", "kwetsbaar"), 2),
        (GEBIEDEN, meer("schuldhulp"), 1),
        (VORM, keuze("eigen"), 1),
        (TEAM, tabel({"functie": "Wijkagent"}, {}, {"uren": "8"}), 2),
        (TEAM, tabel({}), 0),
        (GEBIEDEN, None, 0),
        (VISIE, "Dichtbij", 0),
    ],
)
def test_how_many_were_chosen_or_filled(vraag, waarde, verwacht):
    assert Gegeven({vraag: waarde}).aantal(vraag) == verwacht


# Scales and numbers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        (keuze("3"), 3),
        (keuze("0"), 0),
        (keuze("10"), 10),
        (nodig(4, aanwezig="1"), 4),
        ({"aanwezig": "1"}, None),
        (NOG_NIET, None),
        (keuze("³"), None),
        (keuze("-1"), None),
        (keuze("9" * 400), None),
        (keuze("hoog"), None),
        ({"keuze": 3}, None),
        ("3", None),
        (None, None),
    ],
)
def test_step_on_a_scale(waarde, verwacht):
    assert Gegeven({INTENSITEIT: waarde}).schaal(INTENSITEIT) == verwacht


@pytest.mark.parametrize(
    ("stap", "minstens", "hoogstens", "is_nodig"),
    [("2", False, True, False), ("3", True, True, True), ("4", True, False, True), (None, False, False, False)],
)
def test_at_least_and_at_most_three(stap, minstens, hoogstens, is_nodig):
    team = Gegeven({VAKKENNIS: stap and nodig(stap)})
    gevonden = (team.minstens(VAKKENNIS, 3), team.hoogstens(VAKKENNIS, 3), team.is_nodig(VAKKENNIS))
    assert gevonden == (minstens, hoogstens, is_nodig)


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        ("28.5", Decimal("28.5")),
        ("0", Decimal(0)),
        ("-3", Decimal(-3)),
        ("0.10", Decimal("0.10")),
        ("9" * 15, Decimal("9" * 15)),
        ("9" * 400, None),
        ("1e999999", None),
        ("NaN", None),
        ("Infinity", None),
        ("28,5", None),
        ("٣", None),
        ("1_000", None),
        (" 7 ", None),
        ("", None),
        (7, None),
        (7.5, None),
        (True, None),
        (keuze("7"), None),
        (None, None),
    ],
)
def test_numbers_as_the_wizard_stores_them(waarde, verwacht):
    assert as_decimal(waarde) == verwacht
    assert Gegeven({UREN: waarde}).getal(UREN) == verwacht
    assert Gegeven({UREN: waarde}).geen_uren(UREN) is not bool(verwacht)


def test_a_threshold_is_our_proposal_until_the_gemeente_has_its_own():
    assert Gegeven({}).drempel(GRENS) == 30
    assert Gegeven({GRENS: "veel"}).drempel(GRENS) == 30
    assert Gegeven({GRENS: "12.5"}).drempel(GRENS) == Decimal("12.5")
    assert Gegeven({GRENS: "0"}).drempel(GRENS) == 0


def test_without_a_proposal_nothing_is_filled_in_silently():
    zonder = [sleutel for sleutel, vraag in catalogus().vragen.items() if vraag.soort == "getal" and not vraag.voorstel]
    assert "inrichting.caseload_grens" in zonder and "inrichting.werkweken" in zonder
    assert {Gegeven({}).drempel(sleutel) for sleutel in zonder} == {None}


@pytest.mark.parametrize(
    ("waarde", "grens", "verwacht"),
    [("30", None, True), ("29.9", None, False), ("30", "31", False), ("0", "0", True), (None, "0", False)],
)
def test_a_number_that_is_a_threshold_or_more(waarde, grens, verwacht):
    assert Gegeven({UREN: waarde, GRENS: grens}).haalt(UREN, GRENS) is verwacht


def test_a_threshold_that_nobody_set_is_never_reached():
    assert not Gegeven({UREN: "9" * 15}).haalt(UREN, "inrichting.caseload_grens")


def test_sum_of_what_was_given():
    team = Gegeven({UREN: "1.5", BEZETTING: "0"})
    assert (team.som(UREN, BEZETTING, GRENS), team.som(BEZETTING), team.som(GRENS)) == (Decimal("1.5"), 0, None)


@pytest.mark.parametrize(
    ("deel", "geheel", "grens", "verwacht"),
    [
        ("30", "100", None, True),
        ("29.9", "100", None, False),
        ("30", "100", "31", False),
        ("0", "100", "0", True),
        ("30", "0", None, False),
        ("30", "-100", None, False),
        ("30", None, None, False),
        (None, "100", None, False),
        ("9" * 15, "9" * 15, "100", True),
    ],
)
def test_share_of_a_whole(deel, geheel, grens, verwacht):
    team = Gegeven({BEZETTING: geheel, GRENS: grens})
    assert team.is_groot_deel(as_decimal(deel), BEZETTING, GRENS) is verwacht


# Tables and text ------------------------------------------------------------------------------------------------------


def test_rows_that_say_nothing_are_no_rows():
    rijen = Gegeven({TEAM: tabel({}, {"functie": ""}, {"functie": "Wijkagent"}, {"gebieden": []})}).rijen(TEAM)
    assert rijen == ({"id": "r3", "functie": "Wijkagent"},)


@pytest.mark.parametrize(
    "waarde", [None, "rijen", [], {"rijen": "geen"}, {"rijen": {"id": "r1"}}, {"rijen": [None, 3]}]
)
def test_odd_tables_have_no_rows(waarde):
    team = Gegeven({TEAM: waarde})
    assert (team.rijen(TEAM), team.cellen(TEAM, "functie"), team.aantal(TEAM)) == ((), (), 0)


def test_cells_are_read_one_by_one_whatever_the_column_asks():
    team = Gegeven(
        {
            TEAM: tabel(
                {"functie": " Wijkagent ", "gebieden": ["veiligheid", "jeugd"], "wie": {"keuze": "team", "naam": "X"}},
                {"functie": " ", "gebieden": [], "wie": {"naam": "Y"}},
                {"functie": 3, "gebieden": ["jeugd", 7, None, ["zorg"]], "wie": None},
            )
        }
    )
    assert team.cellen(TEAM, "functie") == ("Wijkagent",)
    assert team.cellen(TEAM, "gebieden") == ("veiligheid", "jeugd", "jeugd")
    assert team.cellen(TEAM, "wie") == ("team",)
    assert team.cellen(TEAM, "bestaat_niet") == ()


def test_a_row_that_is_there_or_missing():
    team = Gegeven({RESULTATEN: tabel({"soort": "cijfer"}, {"oordeel": ["burgers", "gemeente"]})})
    assert team.heeft_rij(RESULTATEN, "oordeel", "partners", "gemeente")
    assert team.mist_rij(RESULTATEN, "soort", "verhaal") and not team.mist_rij(RESULTATEN, "soort", "cijfer")
    assert not team.heeft_rij(RESULTATEN, "soort", "verhaal")
    leeg = Gegeven({RESULTATEN: tabel({})})
    assert not leeg.heeft_rij(RESULTATEN, "soort", "verhaal") and not leeg.mist_rij(RESULTATEN, "soort", "verhaal")


@pytest.mark.parametrize("cel", [None, "", " ", 3, [], {}, {"keuze": None}, {"naam": "X"}, [None, ""], {"keuze": 3}])
def test_a_cell_without_text_or_choice_says_nothing(cel):
    assert list(cel_delen(cel)) == []


def test_text_is_read_in_lower_case_and_only_text():
    team = Gegeven({VISIE: "Wij werken PREVENTIEF", "vormgeving.werkwijze": "Dichtbij", VORM: keuze("eigen")})
    assert team.tekst(VISIE, VORM, "vormgeving.werkwijze", "opgave.vraagstuk") == "wij werken preventief\ndichtbij"
    assert team.noemt("preventi", VISIE) and not team.noemt("preventi", "vormgeving.werkwijze")
    assert Gegeven({}).tekst(VISIE) == ""


# Whatever was stored --------------------------------------------------------------------------------------------------

# How each method is called with the key of a vraag.
VRAGEND = {
    "stand": lambda team, vraag: team.stand(vraag),
    "waarde": lambda team, vraag: team.waarde(vraag),
    "gevuld": lambda team, vraag: team.gevuld(vraag),
    "leeg": lambda team, vraag: team.leeg(vraag, VISIE, noemt_vorm=True),
    "telt": lambda team, vraag: team.telt(vraag),
    "gekozen": lambda team, vraag: team.gekozen(vraag),
    "bevat": lambda team, vraag: team.bevat(vraag, "ja"),
    "mist": lambda team, vraag: team.mist(vraag, "ja"),
    "aantal": lambda team, vraag: team.aantal(vraag),
    "schaal": lambda team, vraag: team.schaal(vraag),
    "minstens": lambda team, vraag: team.minstens(vraag, 3),
    "hoogstens": lambda team, vraag: team.hoogstens(vraag, 3),
    "is_nodig": lambda team, vraag: team.is_nodig(vraag),
    "getal": lambda team, vraag: team.getal(vraag),
    "geen_uren": lambda team, vraag: team.geen_uren(vraag),
    "drempel": lambda team, vraag: team.drempel(vraag),
    "som": lambda team, vraag: team.som(vraag, BEZETTING),
    "haalt": lambda team, vraag: team.haalt(vraag, GRENS),
    "is_groot_deel": lambda team, vraag: team.is_groot_deel(team.getal(vraag), vraag, vraag),
    "rijen": lambda team, vraag: team.rijen(vraag),
    "cellen": lambda team, vraag: team.cellen(vraag, "thema"),
    "heeft_rij": lambda team, vraag: team.heeft_rij(vraag, "thema", "ja"),
    "mist_rij": lambda team, vraag: team.mist_rij(vraag, "thema", "ja"),
    "tekst": lambda team, vraag: team.tekst(vraag),
    "noemt": lambda team, vraag: team.noemt("ja", vraag),
}


def test_every_method_is_tried():
    assert {naam for naam, _ in getmembers(Gegeven, isfunction) if not naam.startswith("_")} == set(VRAGEND)


@RUSTIG
@given(VORMELOOS, st.sampled_from(sorted(VRAGEN)), VORMELOOS, VORMELOOS)
def test_nothing_raises_whatever_was_stored(waarde, vraag, vorm, teams):
    team = Gegeven({VORM: vorm, TEAMS: teams, COMPLEX: teams, vraag: waarde})
    for methode in VRAGEND.values():
        methode(team, vraag)


@pytest.mark.parametrize("methode", [naam for naam in VRAGEND if naam not in ("drempel", "is_groot_deel")])
def test_a_vraag_that_does_not_exist_is_not_given(methode):
    """Thresholds are looked up in the catalogue; their keys are fixed in the regels."""
    team = Gegeven({"opgave.verdwenen": "nee"})
    assert VRAGEND[methode](team, "opgave.nooit_geweest") == VRAGEND[methode](Gegeven({}), VISIE)
