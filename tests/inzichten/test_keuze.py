"""The few inzichten of a startdocument: near to what was answered, never more than three, and always the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.voorwaarden import BEPALEND
from bouwstenen.inzichten.keuze import HOOGSTENS, gekozen_regels, inzichten_voor
from bouwstenen.inzichten.koppeling import inzichten_bij, koppeling

DELEN = [deel.sleutel for deel in catalogus().delen]
VORM = "vormgeving.vorm"


def sleutels(deel, gegeven=None, bij=()):
    return [een.sleutel for een in inzichten_voor(deel, gegeven or {}, bij)]


def regels(vraag, waarde):
    return set(gekozen_regels(catalogus().vragen[vraag], waarde))


@pytest.mark.parametrize("deel", DELEN)
def test_an_empty_design_gets_three_of_this_deel_and_not_all_of_one_kind(deel):
    gekozen = inzichten_voor(deel, {}, ())
    assert len(set(gekozen)) == HOOGSTENS
    assert len({een.soort for een in gekozen}) > 1
    van = [{vraag.partition(".")[0] for vraag in koppeling().vragen_van[een.sleutel]} for een in gekozen]
    assert [deel in delen for delen in van] == [True] * HOOGSTENS


def test_kinds_differ_where_the_questions_leave_a_choice():
    assert len({een.soort for een in inzichten_voor("aansturing", {}, ())}) == HOOGSTENS


def test_questions_with_a_signal_come_first():
    bij = ["aansturing.geldstromen", "aansturing.steun"]
    eerst = inzichten_voor("aansturing", {}, bij)[:2]
    assert [sum(een in inzichten_bij(vraag) for vraag in bij) >= 1 for een in eerst] == [True, True]
    vragen = [next(vraag for vraag in bij if een in inzichten_bij(vraag)) for een in eerst]
    assert sorted(vragen) == sorted(bij)


def test_then_what_is_about_an_option_that_was_chosen():
    assert sleutels("vormgeving", {VORM: {"keuze": "integraal"}})[0] == "INZ-249"
    assert sleutels("vormgeving", {VORM: {"keuze": "samenwerkingsverband"}})[0] == "INZ-222"
    assert sleutels("opgave", {"opgave.focus": {"keuzes": ["schakelfunctie"]}})[0] == "INZ-227"


def test_what_is_only_about_another_option_comes_last():
    """What is about the question as a whole is nearer."""
    gekozen = sleutels("vormgeving", {VORM: {"keuze": "eigen"}}, [])
    assert "INZ-222" not in gekozen and "INZ-249" not in gekozen


def test_a_question_that_is_not_asked_counts_only_with_a_signal():
    overleg = {een.sleutel for een in inzichten_bij("vormgeving.overlegvorm")}
    gegeven = {VORM: {"keuze": "integraal"}}
    assert overleg.isdisjoint(sleutels("vormgeving", gegeven))
    assert sleutels("vormgeving", gegeven, ["vormgeving.overlegvorm"])[0] in overleg


def test_one_question_may_give_them_all():
    bij = ["aansturing.mandaat_omvang"]
    assert len(sleutels("aansturing", {}, bij)) == 3
    verschillend = [een for een in inzichten_voor("aansturing", {}, bij) if een in inzichten_bij(bij[0])]
    assert len(verschillend) == 1


def test_an_unknown_deel_has_none():
    assert sleutels("zwembad") == []


@pytest.mark.parametrize(
    ("vraag", "waarde", "verwacht"),
    [
        (VORM, {"keuze": "integraal"}, "VOR-05"),
        ("opgave.doelen", {"volgorde": ["kwetsbaar"]}, "OPG-08b"),
        ("opgave.focus", {"keuzes": ["toegang"]}, "OPG-09a"),
        ("werkprincipes.grondhouding", {"keuze": "10"}, "WER-02b"),
    ],
)
def test_lines_of_what_was_chosen(vraag, waarde, verwacht):
    assert verwacht in regels(vraag, waarde)


def test_lines_of_the_columns_that_were_used():
    vraag = next(een for een in catalogus().vragen.values() if any(kolom.dekking for kolom in een.kolommen))
    kolom = next(kolom for kolom in vraag.kolommen if kolom.dekking)
    assert set(kolom.dekking) <= regels(vraag.sleutel, {"rijen": [{"id": "r1", kolom.sleutel: "iets"}]})
    assert regels(vraag.sleutel, {"rijen": [{"id": "r1", kolom.sleutel: ""}]}) == set()


def test_what_was_typed_is_no_option():
    assert regels(VORM, {"keuze": "eigen", "anders": "integraal"}) == {"VOR-06"}


WAARDEN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["integraal", "rijen", "nog_niet"]),
    lambda deel: (
        st.lists(deel, max_size=3)
        | st.dictionaries(st.sampled_from(["keuze", "keuzes", "rijen", "volgorde", "anders", "naam"]), deel, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(
    deel=st.sampled_from(DELEN), waarden=st.dictionaries(st.sampled_from(list(catalogus().vragen)), WAARDEN, max_size=4)
)
def test_odd_answers_never_break_it(deel, waarden):
    """But for the answers that conditions look at: these have the shape they were saved in."""
    waarden = {vraag: waarde for vraag, waarde in waarden.items() if vraag not in BEPALEND}
    assert inzichten_voor(deel, waarden, list(waarden)) == inzichten_voor(deel, waarden, list(reversed(list(waarden))))
