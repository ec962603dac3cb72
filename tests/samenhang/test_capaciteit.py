"""The capacity check: sums done by hand, what is missing, and numbers that can't be true."""

from decimal import Decimal

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.samenhang.capaciteit import VERWACHTINGEN, capaciteit_van
from bouwstenen.samenhang.capaciteit.getallen import exact, gedeeld, klopt, tekst
from bouwstenen.samenhang.capaciteit.uitgangspunten import DIEPTE, DOELEN, GEBIEDEN
from bouwstenen.samenhang.capaciteit.uren import MEEGETELD, TEAM
from bouwstenen.samenhang.capaciteit.woorden import opsomming

KORT = {
    "hulp": "inrichting.uren_per_week",
    "weken": "inrichting.werkweken",
    "per": "inrichting.uren_per_huishouden",
    "verwacht": "inrichting.verwachte_huishoudens",
    "aandeel": "inrichting.aandeel_inwoners",
    "inwoners": "gebiedsanalyse.inwoners",
    "totaal": "inrichting.bezetting",
    "fte": "inrichting.fte",
    "preventie": "inrichting.uren_preventie",
    "opbouwwerk": "inrichting.uren_opbouwwerk",
    "overleg": "inrichting.uren_overleg",
    "scholing": "competenties.uren_scholing",
    "caseload": "inrichting.caseload",
    "grens": "inrichting.caseload_grens",
    "per_vraag": "inrichting.uren_per_vraag",
}
LANG = {sleutel: kort for kort, sleutel in KORT.items()}
TE_GROOT = "9" * 15  # the largest number that a form takes
SOM = {"hulp": "31.5", "weken": "44", "per": "30"}  # 31.5 × 44 ÷ 30 = 46.2

KIJK_NA = "Uit deze getallen komt een aantal dat niet kan kloppen. Kijk de getallen na."


def met(*rijen, **getallen):
    """The check of a team with these numbers, and with these rows (uren, type) in the table of the team."""
    waarden = {KORT[kort]: waarde for kort, waarde in getallen.items() if kort in KORT}
    if rijen:
        tabel = [{"id": f"r{nummer}", "uren": uren, "type": soort} for nummer, (uren, soort) in enumerate(rijen)]
        waarden[TEAM] = {"rijen": tabel}
    if "meegeteld" in getallen:
        waarden[MEEGETELD] = {"keuze": getallen["meegeteld"]}
    return capaciteit_van(waarden)


def gezegd(capaciteit):
    return [opmerking.zin for opmerking in capaciteit.opmerkingen]


def gevraagd(capaciteit):
    return [LANG.get(sleutel, sleutel) for sleutel in capaciteit.ontbreekt]


@pytest.mark.parametrize(
    ("getallen", "zin", "vervolg"),
    [
        (
            SOM | {"verwacht": "120"},  # 120 × 30 ÷ 44 = 81.818…
            "Met deze uren is er ruimte voor 46 huishoudens per jaar; u verwacht er 120.",
            "Er is ruimte voor 74 huishoudens minder dan u verwacht. Voor 120 huishoudens is 81,9 uur per week nodig; "
            "er is 31,5 uur.",
        ),
        (
            SOM | {"verwacht": "45"},
            "Met deze uren is er ruimte voor 46 huishoudens per jaar; u verwacht er 45.",
            "Er is ruimte voor 1 huishouden meer dan u verwacht.",
        ),
        (
            SOM | {"verwacht": "46"},
            "Met deze uren is er ruimte voor 46 huishoudens per jaar; u verwacht er 46.",
            "Dat is precies wat u verwacht.",
        ),
        (  # 40 × 50 ÷ 2000 = 1
            {"hulp": "40", "weken": "50", "per": "2000", "verwacht": "0"},
            "Met deze uren is er ruimte voor 1 huishouden per jaar; u verwacht er 0.",
            "Er is ruimte voor 1 huishouden meer dan u verwacht.",
        ),
        (  # 1.5 × 8000 ÷ 100 = 120
            SOM | {"aandeel": "1.5", "inwoners": "8000"},
            "Met deze uren is er ruimte voor 46 huishoudens per jaar; u verwacht er 120.",
            "Er is ruimte voor 74 huishoudens minder dan u verwacht. Voor 120 huishoudens is 81,9 uur per week nodig; "
            "er is 31,5 uur.",
        ),
        (  # what was filled in goes before the share; 10 000 × 46 ÷ 0.5 = 920 000
            {"hulp": "10000", "weken": "46", "per": "0.5", "verwacht": "12500", "aandeel": "1", "inwoners": "100"},
            "Met deze uren is er ruimte voor 920.000 huishoudens per jaar; u verwacht er 12.500.",
            "Er is ruimte voor 907.500 huishoudens meer dan u verwacht.",
        ),
        (
            SOM,
            "Met deze uren is er ruimte voor 46 huishoudens per jaar. Hoeveel u er verwacht, is nog niet bekend.",
            "",
        ),
        (
            {"verwacht": "1"},
            "U verwacht 1 huishouden per jaar. Of daar genoeg uren voor zijn, is nog niet te zeggen.",
            "",
        ),
        ({}, "Of de plannen passen bij de uren, is nog niet te zeggen.", ""),
        (
            SOM | {"hulp": "0", "verwacht": "5"},  # 5 × 30 ÷ 44 = 3.409…
            "Met deze uren is er ruimte voor 0 huishoudens per jaar; u verwacht er 5.",
            "Er is ruimte voor 5 huishoudens minder dan u verwacht. Voor 5 huishoudens is 3,5 uur per week nodig; "
            "er is 0 uur.",
        ),
        (  # 1 × 1 ÷ 100 = 0.01, and 1 000 000 × 100 hours a week would be needed: no number to show
            {"hulp": "1", "weken": "0.1", "per": "100", "verwacht": "1000000"},
            "Met deze uren is er ruimte voor 0 huishoudens per jaar; u verwacht er 1.000.000.",
            "Er is ruimte voor 1.000.000 huishoudens minder dan u verwacht.",
        ),
        (SOM | {"per": "0", "verwacht": "5"}, "Met 0 uur per huishouden valt er niets uit te rekenen.", ""),
        (SOM | {"weken": "0", "verwacht": "5"}, "Met 0 weken per jaar is er geen tijd om te helpen.", ""),
        (SOM | {"per": "0.0000001"}, KIJK_NA, ""),
        (
            SOM | {"aandeel": "100000", "inwoners": "10000000"},
            KIJK_NA,
            "",
        ),
    ],
)
def test_the_outcome_in_a_sentence(getallen, zin, vervolg):
    capaciteit = met(**getallen)
    assert (capaciteit.zin, capaciteit.vervolg) == (zin, vervolg)


@pytest.mark.parametrize(
    ("getallen", "hulp", "is_rest"),
    [
        ({"hulp": "30", "totaal": "100", "overleg": "20"}, 30, False),
        ({"totaal": "100"}, 100, True),
        ({"totaal": "100", "overleg": "20", "preventie": "8.5", "opbouwwerk": "16"}, Decimal("55.5"), True),
        ({"totaal": "100", "overleg": "20", "meegeteld": "ja"}, 80, True),
        ({"totaal": "100", "overleg": "20", "meegeteld": "nee"}, 100, True),
        ({"totaal": "10", "overleg": "20"}, 0, True),
        ({"overleg": "20"}, None, False),
        ({"hulp": TE_GROOT, "totaal": "100"}, 100, True),
    ],
)
def test_hours_for_help_as_given_or_else_what_is_left(getallen, hulp, is_rest):
    uren = met(**getallen).som.uren
    assert (uren.hulp, uren.is_rest) == (hulp, is_rest)


@pytest.mark.parametrize(
    ("rijen", "getallen", "per_week"),
    [
        # 40 hours a year × 3 people ÷ 48 weeks = 2.5; a vrijwilliger is no teamlid here
        ([("24", "generalist"), ("36", ""), ("8", "vrijwilliger"), ("", "t_shaped")], {"weken": "48"}, Decimal("2.5")),
        ([("24", "generalist")], {}, None),
        ([("24", "generalist")], {"weken": "0"}, None),
        ([("24", "vrijwilliger")], {"weken": "48"}, None),
        ([], {"weken": "48"}, None),
    ],
)
def test_training_per_year_and_person_becomes_hours_per_week(rijen, getallen, per_week):
    assert met(*rijen, scholing="40", **getallen).som.uren.ander["scholing"] == per_week


def test_what_a_division_leaves_costs_no_household():
    """100 × 44 − 7 × 40 = 4120 hours a year, and 4120 ÷ 20 = 206."""
    capaciteit = met(*[("", "generalist")] * 7, totaal="100", scholing="40", weken="44", per="20")
    assert capaciteit.som.ruimte == 206
    assert [zin for zin in gezegd(capaciteit) if zin.startswith("Alle soorten werk")] == []


@pytest.mark.parametrize(
    ("getallen", "ontbreekt"),
    [
        ({}, ["hulp", "weken", "per", "verwacht"]),
        (SOM, ["verwacht"]),
        (SOM | {"aandeel": "2"}, ["inwoners"]),
        (SOM | {"inwoners": "8000"}, ["verwacht"]),
        (SOM | {"verwacht": "120"}, []),
        ({"totaal": "80", "weken": "44", "verwacht": "1"}, ["per"]),
        (SOM | {"verwacht": "1", "per": "0"}, ["per"]),
        (SOM | {"verwacht": "-1"}, ["verwacht"]),
        (SOM | {"verwacht": "1", "weken": TE_GROOT}, ["weken"]),
    ],
)
def test_what_the_sum_still_needs_is_named(getallen, ontbreekt):
    capaciteit = met(**getallen)
    assert gevraagd(capaciteit) == ontbreekt
    assert [plek.pagina.sleutel for plek in capaciteit.nog_nodig] == [
        catalogus().pagina_van[sleutel].sleutel for sleutel in capaciteit.ontbreekt
    ]


GEEN_UREN = "Over hulp aan inwoners is geen aantal uren bekend. "
ALLES = GEEN_UREN + "Wij rekenen daarom met alle uren van het team: 40 uur per week."
REST = GEEN_UREN + ("Wij rekenen met wat overblijft: 40 uur in totaal, min 4 uur voor ander werk, is 36 uur per week.")
NIETS = GEEN_UREN + "Er blijft ook niets over: ander werk kost 50 uur per week en het hele team heeft 40 uur."
LEEG = "Nog niet ingevuld, en dus niet meegeteld: "
VIER_LEEG = LEEG + "preventie, opbouwwerk, overleg en administratie en scholing."
TABEL = "In de tabel van het team staat samen 24 uur per week. Bij het totaal staat 40 uur."
VRIJWILLIG = TABEL.replace("24 uur per week", "36 uur per week, waarvan 12 uur van vrijwilligers")
SCHOLING = (
    "Scholing is omgerekend naar een week: 48 uur per jaar, keer 2 teamleden, gedeeld door 48 weken per jaar. "
    "Elke rij van de tabel telt als één teamlid; vrijwilligers tellen niet mee."
)
APART = (
    "Scholing (0 uur per jaar voor elk teamlid) telt nog niet mee, omdat het aantal teamleden of weken niet bekend is."
)
AANDEEL = (
    "Wat u verwacht, komt uit een aandeel: 1,25 huishoudens op elke 100 inwoners. Bij 8000 inwoners is dat "
    "100 huishoudens per jaar."
)
BOVENOP = "Overleg en administratie komen boven op het totaal, vulde u in. Wij tellen ze daarom niet mee in dat totaal."
PER_VRAAG = (
    "Bij ‘Hoeveel tijd is er?’ staat 12 uur voor één vraag. Een huishouden kan meer vragen hebben. "
    "Wij nemen dat getal dus niet over."
)
TE_VEEL = "Alle soorten werk samen kosten {} uur per week. Dat is {} uur meer dan het hele team heeft (40 uur)."
NIETS_ANDERS = {"preventie": "0", "opbouwwerk": "0", "overleg": "0"}


@pytest.mark.parametrize(
    ("rijen", "getallen", "zinnen"),
    [
        ([], {}, []),
        (
            [],
            {"hulp": "30", "totaal": "50", "preventie": "5", "opbouwwerk": "0", "overleg": "10", "scholing": "0"},
            ["Van de 50 uur per week van het hele team is 5 uur nog niet verdeeld.", APART],
        ),
        (
            [],
            {"hulp": "30", "totaal": "40", "preventie": "6", "opbouwwerk": "0", "overleg": "10.5"},
            [TE_VEEL.format("46,5", "6,5"), LEEG + "scholing."],
        ),
        (
            [],
            {"totaal": "40", "preventie": "6", "opbouwwerk": "40", "overleg": "4"},
            [NIETS, TE_VEEL.format("50", "10"), LEEG + "scholing."],
        ),
        ([], {"totaal": "40", "overleg": "4"}, [REST, LEEG + "preventie, opbouwwerk en scholing."]),
        ([], {"totaal": "40"}, [ALLES, VIER_LEEG]),
        (
            [],
            NIETS_ANDERS | {"hulp": "40", "totaal": "40", "scholing": "0", "overleg": "4", "meegeteld": "nee"},
            [BOVENOP, APART],
        ),
        ([("24", ""), ("12.5", "")], {"totaal": "36.5", "hulp": "36.5"}, [VIER_LEEG]),
        ([("24", ""), ("12", "vrijwilliger"), ("", "")], {"totaal": "40"}, [ALLES, VIER_LEEG, VRIJWILLIG]),
        (
            [("24", ""), ("veel", "")],
            NIETS_ANDERS | {"totaal": "40", "hulp": "40", "scholing": "48", "weken": "48"},
            [TE_VEEL.format("42", "2"), TABEL, SCHOLING],
        ),
        ([], {"aandeel": "1.25", "inwoners": "8000", "fte": "2"}, [AANDEEL]),
        (
            [],
            {"verwacht": "5", "fte": "0"},
            ["Hoeveel huishoudens er per fte zijn, is niet te zeggen zonder het aantal fte."],
        ),
        ([], {"per_vraag": "12"}, [PER_VRAAG]),
        ([(TE_GROOT, "")], {"fte": "-2"}, ["Hier staat een getal dat niet kan kloppen. Wij rekenen er niet mee."]),
    ],
)
def test_what_the_sum_leans_on_is_said(rijen, getallen, zinnen):
    assert gezegd(met(*rijen, **getallen)) == zinnen


def test_a_remark_leads_to_its_questions():
    [opmerking] = met((TE_GROOT, ""), fte="-2").opmerkingen
    assert [plek.sleutel for plek in opmerking.vragen] == ["inrichting.fte", TEAM]


def test_caseload_is_households_over_fte_beside_what_was_filled_in():
    figuur = met(**SOM, verwacht="120", fte="3.5", caseload="25", grens="20").figuur
    assert figuur.rijen == (
        ("Huishoudens per jaar", "Ruimte met deze uren", "46", ""),
        ("Huishoudens per jaar", "Wat u verwacht", "120", ""),
        ("Uren per week", "Hulp aan huishoudens", "31,5", ""),
        ("Uren per week", "Nodig voor wat u verwacht", "81,9", ""),
        ("Huishoudens per fte, per jaar", "Ruimte met deze uren", "13,1", ""),
        ("Huishoudens per fte, per jaar", "Wat u verwacht", "34,3", ""),
        ("Uw caseload: huishoudens per fte", "Wat u invulde", "25", "uw grens: 20"),
    )
    assert "telt de huishoudens van één moment" in figuur.noot


def test_hours_per_kind_of_work_are_drawn_as_far_as_they_are_known():
    figuur = met(("36", ""), totaal="80", overleg="20", preventie="0", scholing="48", weken="48").figuur
    assert figuur.rijen == (
        ("Uren per week", "Het hele team", "80"),
        ("Uren per week", "Hulp aan huishoudens: wat overblijft", "59"),
        ("Uren per week", "Preventie", "0"),
        ("Uren per week", "Overleg en administratie", "20"),
        ("Uren per week", "Scholing", "1"),
    )
    assert figuur.noot == ""


@pytest.mark.parametrize("getallen", [{}, {"fte": "3"}, {"weken": "44"}, {"grens": "20"}, {"hulp": TE_GROOT}])
def test_without_anything_to_draw_there_is_no_figure(getallen):
    assert met(**getallen).figuur is None


def test_every_number_is_shown_with_its_unit_or_as_not_given():
    capaciteit = met(("36", ""), ("", "generalist"), verwacht="1250.5", overleg="20", fte="-1")
    getoond = {LANG.get(een.sleutel, een.sleutel): een.waarde for een in capaciteit.uitgangspunten}
    assert getoond == {
        "verwacht": "1250,5 huishoudens per jaar",
        **dict.fromkeys(["per", "weken", "hulp", "preventie", "caseload", "grens", "totaal"], ""),
        "fte": "Dit getal kan niet kloppen",
        "overleg": "20 uur per week",
        MEEGETELD: "",
        "opbouwwerk": "",
        TEAM: "36 uur per week, in 2 rijen",
        "scholing": "",
    }


def test_a_share_is_asked_only_when_no_number_was_given():
    zonder, mee = ({LANG.get(een.sleutel) for een in met(**g).uitgangspunten} for g in ({"verwacht": "1"}, {}))
    assert mee - zonder == {"aandeel", "inwoners"}


def test_the_table_of_the_team_in_words():
    def tabel(*rijen):
        return next(een.waarde for een in met(*rijen).uitgangspunten if een.sleutel == TEAM)

    assert [tabel(), tabel(("", "generalist")), tabel(("8", ""))] == [
        "",
        "1 rij, nog zonder uren",
        "8 uur per week, in 1 rij",
    ]


def test_the_ambition_is_goals_in_order_breadth_and_depth():
    waarden = {
        DOELEN: {"volgorde": ["samenspel", "kwetsbaar"]},
        GEBIEDEN: {"keuzes": ["schuldhulp", "anders", "verdwenen"], "anders": "Sport"},
        DIEPTE: {"keuze": "3"},
    }
    doelen, breedte, diepte = (een.waarde for een in capaciteit_van(waarden).ambitie)
    assert doelen.splitlines() == [
        "1. De best mogelijke hulp en goed samenspel van professionals",
        "2. Kwetsbare inwoners ondersteunen",
    ]
    assert breedte == "3 gebieden: Schuldhulpverlening, Sport, verdwenen (vervallen)"
    assert diepte == "Langdurig"
    assert [een.waarde for een in capaciteit_van({}).ambitie] == ["", "", ""]
    assert capaciteit_van({GEBIEDEN: {"keuzes": ["anders"]}}).ambitie[1].waarde == "1 gebied: Anders, namelijk"


def test_goals_about_which_nothing_was_recorded():
    waarden = {
        DOELEN: {"volgorde": ["samenspel", "kwetsbaar", "veerkracht"]},
        VERWACHTINGEN: {"rijen": [{"id": "r1", "doel": "kwetsbaar"}, {"id": "r2", "haalbaar": "nee"}]},
    }
    assert capaciteit_van(waarden).zonder_afspraak == ("samenspel", "veerkracht")
    assert capaciteit_van({}).zonder_afspraak == ()


@pytest.mark.parametrize(
    ("getal", "goed"),
    [
        *((een, True) for een in ("0", "-0", "0.000", "1e-9", "100000000", "12.5", "1." + "0" * 40)),
        *((een, False) for een in ("-1", "1e-10", "100000001", "9" * 400, "1e999999999", "1e-999999999")),
        ("0." + "3" * 16, False),
    ],
)
def test_numbers_that_can_be_true(getal, goed):
    assert klopt(Decimal(getal)) is goed


def test_division_gives_nothing_where_nothing_can_be_true():
    een, nul, klein = Decimal(1), Decimal(0), Decimal("1e-9")
    assert [gedeeld(een, een), gedeeld(nul, een)] == [1, 0]
    assert [gedeeld(een, nul), gedeeld(None, een), gedeeld(een, None), gedeeld(een, klein)] == [None] * 4


@pytest.mark.parametrize(
    ("getal", "kort", "lang"),
    [("46.25", "46,3", "46,25"), ("1250", "1250", "1250"), ("12500.04", "12.500", "12.500,04"), ("100", "100", "100")],
)
def test_numbers_are_written_the_dutch_way(getal, kort, lang):
    assert (tekst(Decimal(getal)), exact(Decimal(getal))) == (kort, lang)


def test_words_in_a_row():
    assert [opsomming(delen) for delen in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a en b", "a, b en c"]
