"""Each regel about the competenties: what fires it, what just does not, and what no answers give."""

import pytest

from tests.samenhang.regels.gevallen import Geval, gaat_af
from tests.samenhang.regels.waarden import NOG_NIET, keuze, meer, nodig, tabel, volgorde

COMPLEX, DISCIPLINES = "competenties.complexe_vragen", "competenties.extra_disciplines"
WEL_COMPLEX, NIET_COMPLEX = {COMPLEX: keuze("ja")}, {COMPLEX: keuze("nee")}
SCHULDHULP = {"inrichting.gebieden": meer("schuldhulp")}
SPECIALIST = "competenties.generalist_en_specialist"
INTENSITEIT, PROBLEMEN = "inrichting.intensiteit", "gebiedsanalyse.problemen"
KWETSBAAR_MEERVOUDIG = {
    "opgave.doelen": volgorde("samenspel", "kwetsbaar"),
    PROBLEMEN: tabel({"thema": "meervoudig"}),
}
EEN_TEAM = {"inrichting.een_of_meer_teams": keuze("een")}
TEAM, SCHOLING = "competenties.team", "competenties.uren_scholing"
LEREND = {"competenties.samenstelling": meer("lerend_team")}
VERLOOP, VACATURES, ZZP = "competenties.verloop", "competenties.vacatures", "competenties.aandeel_zzp"
FTE, GRENS = "inrichting.fte", "inrichting.grens_wisselingen"
ERVARING = {"inrichting.ervaringskennis": tabel({"ervaring": "Schulden"})}
VRIJWILLIGERS = {"inrichting.gebieden": meer("vrijwilligerswerk"), TEAM: tabel({"type": "vrijwilliger"})}


def typen(*namen):
    return {TEAM: tabel(*({"type": naam} for naam in namen))}


GEVALLEN = [
    Geval("REG-022", SCHULDHULP | WEL_COMPLEX, {DISCIPLINES: meer("lvb", "schuldhulpverlening")}),
    Geval("REG-022", SCHULDHULP | WEL_COMPLEX | {DISCIPLINES: meer("lvb")}, NIET_COMPLEX),
    Geval("REG-037", WEL_COMPLEX, {DISCIPLINES: meer("lvb")}),
    Geval("REG-037", WEL_COMPLEX, NIET_COMPLEX),
    Geval("REG-038", WEL_COMPLEX | {SPECIALIST: nodig(2)}, {SPECIALIST: nodig(3)}),
    Geval("REG-038", WEL_COMPLEX | {SPECIALIST: nodig(1)}, {SPECIALIST: None}),
    Geval("REG-039", NIET_COMPLEX | {INTENSITEIT: keuze("3")}, {INTENSITEIT: keuze("2")}),
    Geval("REG-039", NIET_COMPLEX | KWETSBAAR_MEERVOUDIG, {PROBLEMEN: tabel({"thema": "acuut"})}),
    Geval("REG-039", NIET_COMPLEX | KWETSBAAR_MEERVOUDIG, {"opgave.doelen": volgorde("samenspel")}),
    Geval("REG-039", NIET_COMPLEX | {INTENSITEIT: keuze("4")}, {COMPLEX: NOG_NIET}),
    Geval("REG-043", EEN_TEAM | typen("generalist", "generalist"), typen("generalist", "specialist")),
    Geval("REG-043", EEN_TEAM | typen("specialist"), typen("specialist", "t_shaped")),
    Geval("REG-043", EEN_TEAM | typen("specialist"), {"inrichting.een_of_meer_teams": keuze("meerdere")}),
    Geval("REG-044", WEL_COMPLEX | {SPECIALIST: nodig(3)}, {SCHOLING: "8"}),
    Geval("REG-044", WEL_COMPLEX | {SPECIALIST: nodig(3), SCHOLING: "0"}, {SPECIALIST: nodig(2)}),
    Geval("REG-046", LEREND, {"competenties.leervormen": meer("casusbespreking")}),
    Geval("REG-046", LEREND, {"competenties.samenstelling": meer("rollen")}),
    Geval("REG-057", {ZZP: "25"}, {ZZP: "24.9"}),
    Geval("REG-057", {ZZP: "25"}, {GRENS: "26"}),
    Geval("REG-057", {VERLOOP: "1", VACATURES: "1", FTE: "8"}, {FTE: "8.1"}),
    Geval("REG-057", {VACATURES: "2", FTE: "8"}, {FTE: "0"}),
    Geval("REG-072", {}, ERVARING, leeg=True),
    Geval("REG-072", {"competenties.ervaringsdeskundigen": keuze("nee")}, ERVARING, leeg=True),
    Geval(
        "REG-072",
        {"competenties.ervaringsdeskundigen": NOG_NIET},
        {"competenties.ervaringsdeskundigen": keuze("ja")},
        leeg=True,
    ),
    Geval("REG-077", VRIJWILLIGERS, {SCHOLING: "0"}),
    Geval("REG-077", VRIJWILLIGERS, typen("generalist")),
    Geval("REG-077", VRIJWILLIGERS, {"inrichting.gebieden": meer("mantelzorg")}),
]


def test_an_answer_of_before_that_can_no_longer_be_seen_says_nothing():
    assert not gaat_af("REG-044", NIET_COMPLEX | {SPECIALIST: nodig(5)})


def test_disciplines_of_before_do_not_cover_what_is_asked_now():
    """Not reachable is not given; but then no regel asks for it either."""
    assert not gaat_af("REG-037", NIET_COMPLEX | {DISCIPLINES: meer("lvb")})


@pytest.mark.parametrize("rijen", [tabel(), tabel({}), tabel({"functie": "Loket"}), tabel({"type": "vrijwilliger"})])
def test_rows_without_a_type_do_not_tell_what_is_missing(rijen):
    assert not gaat_af("REG-043", EEN_TEAM | {TEAM: rijen})


@pytest.mark.parametrize("rijen", [tabel(), tabel({"ervaring": ""}), None])
def test_a_table_of_empty_rows_is_no_ervaringskennis(rijen):
    assert gaat_af("REG-072", {"inrichting.ervaringskennis": rijen})


@pytest.mark.parametrize("uren", ["0", "0.0", "", None, "veel"])
def test_zero_hours_are_no_hours(uren):
    assert gaat_af("REG-044", WEL_COMPLEX | {SPECIALIST: nodig(4), SCHOLING: uren})


def test_nobody_left_and_nobody_counted_are_not_the_same():
    """With a threshold of nought, zero who left is enough; no answer is not."""
    assert gaat_af("REG-057", {GRENS: "0", FTE: "8", VERLOOP: "0"})
    assert not gaat_af("REG-057", {GRENS: "0", FTE: "8"})
