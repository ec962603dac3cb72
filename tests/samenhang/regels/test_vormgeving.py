"""Each regel about the vormgeving: what fires it, what just does not, and what no answers give."""

import pytest

from bouwstenen.samenhang.regels import REGELS
from tests.samenhang.regels.gevallen import Geval, gaat_af
from tests.samenhang.regels.waarden import NOG_NIET, keuze, meer, tabel

VORM = "vormgeving.vorm"
VERBAND, GEINTEGREERD = {VORM: keuze("samenwerkingsverband")}, {VORM: keuze("geintegreerd")}
INTEGRAAL, EIGEN = {VORM: keuze("integraal")}, {VORM: keuze("eigen")}
MANDAAT, BESLUITEN = "aansturing.mandaat_omvang", "aansturing.mandaat_per_besluit"
LEIDING, REGIE, CASUS = "aansturing.leiding", "aansturing.regie", "aansturing.regie_casus"
EIND, BAND = "aansturing.eindverantwoordelijk", "aansturing.band_moederorganisatie"
VERANTWOORDING, AAN = "aansturing.verantwoording", "vormgeving.verantwoording_aan"
MOEDER = {VERANTWOORDING: tabel({"waarover": "Uren"}, {"aan_wie": keuze("moederorganisatie")})}
GEMEENTE = {VERANTWOORDING: tabel({"aan_wie": {"keuze": "gemeente", "naam": "Afdeling Wijken"}})}
TOETS = "vormgeving.teamtoets"
ALLE_VIER = {TOETS: meer("professionals", "verantwoordelijk", "nauw_samenwerken", "zelfde_doelen")}
DRIE = {TOETS: meer("professionals", "verantwoordelijk", "zelfde_doelen")}
INTENSITEIT, UREN = "inrichting.intensiteit", "inrichting.uren_per_teamlid"
VISIE, METHODIEK = "vormgeving.visie", "werkprincipes.basismethodiek"
CONCURRENTIE, LOOPTIJD, GELD = "vormgeving.concurrentie", "vormgeving.looptijd", "aansturing.soort_financiering"
REGIE_COMPLEET = {REGIE: keuze("gemeente"), CASUS: keuze("teamlid"), EIND: keuze("elke_organisatie")}
BLIJVEND = {LOOPTIJD: keuze("blijvend"), GELD: meer("project")}

GEVALLEN = [
    Geval("REG-001", VERBAND | {MANDAAT: keuze("3")}, {MANDAAT: keuze("2")}),
    Geval("REG-001", VERBAND | {MANDAAT: keuze("4")}, GEINTEGREERD),
    Geval("REG-002", INTEGRAAL | {MANDAAT: keuze("1")}, {MANDAAT: keuze("2")}),
    Geval("REG-002", INTEGRAAL | {MANDAAT: keuze("0")}, GEINTEGREERD),
    Geval("REG-003", INTEGRAAL, {MANDAAT: keuze("0")}),
    Geval("REG-003", INTEGRAAL, {BESLUITEN: tabel({"besluit": "geld"})}),
    Geval("REG-003", INTEGRAAL, GEINTEGREERD),
    Geval("REG-004", INTEGRAAL, {LEIDING: {"naam": "Teamleider"}}),
    Geval("REG-004", INTEGRAAL, EIGEN),
    Geval("REG-005", INTEGRAAL, {AAN: meer("consortium")}),
    Geval("REG-005", INTEGRAAL, GEMEENTE),
    Geval("REG-005", INTEGRAAL, GEINTEGREERD),
    Geval("REG-006", INTEGRAAL | {METHODIEK: "Krachtwerk"}, {VISIE: "Dichtbij"}),
    Geval("REG-006", INTEGRAAL | {VISIE: "Dichtbij"}, {METHODIEK: "Krachtwerk"}),
    Geval("REG-006", INTEGRAAL, GEINTEGREERD),
    Geval("REG-008", VERBAND | REGIE_COMPLEET | {REGIE: None}, {REGIE: keuze("gemeente")}),
    Geval("REG-008", VERBAND | REGIE_COMPLEET | {CASUS: NOG_NIET}, {CASUS: keuze("inwoner")}),
    Geval("REG-008", VERBAND | REGIE_COMPLEET | {EIND: {}}, {EIND: {"naam": "De stuurgroep"}}),
    Geval("REG-008", VERBAND, GEINTEGREERD),
    Geval("REG-009", VERBAND | {INTENSITEIT: keuze("3")}, {INTENSITEIT: keuze("2")}),
    Geval("REG-009", VERBAND | {INTENSITEIT: keuze("4")}, INTEGRAAL),
    Geval("REG-010", VERBAND | ALLE_VIER, DRIE),
    Geval("REG-010", VERBAND | ALLE_VIER, INTEGRAAL),
    Geval("REG-011", GEINTEGREERD | DRIE, ALLE_VIER),
    Geval("REG-011", INTEGRAAL | DRIE, VERBAND),
    Geval("REG-012", GEINTEGREERD, {BAND: "Elke maand een dag terug"}),
    Geval("REG-012", GEINTEGREERD, INTEGRAAL),
    Geval("REG-013", GEINTEGREERD | MOEDER | {LEIDING: keuze("gemeente")}, {LEIDING: keuze("consortium")}),
    Geval("REG-013", GEINTEGREERD | MOEDER | {REGIE: keuze("gemeente")}, GEMEENTE),
    Geval("REG-013", GEINTEGREERD | MOEDER | {REGIE: keuze("gemeente")}, {REGIE: keuze("consortium")}),
    Geval("REG-013", GEINTEGREERD | MOEDER | {REGIE: keuze("gemeente")}, VERBAND),
    Geval("REG-014", GEINTEGREERD | {UREN: "27.9"}, {UREN: "28"}),
    Geval("REG-014", GEINTEGREERD | {UREN: "0"}, {UREN: None}),
    Geval("REG-014", GEINTEGREERD | {UREN: "8"}, INTEGRAAL),
    Geval("REG-015", INTEGRAAL | MOEDER, GEMEENTE),
    Geval("REG-015", INTEGRAAL | MOEDER, VERBAND),
    Geval("REG-018", EIGEN | {REGIE: keuze("gemeente")}, GEMEENTE),
    Geval("REG-018", EIGEN | GEMEENTE, {REGIE: keuze("gemeente")}),
    Geval("REG-018", EIGEN, VERBAND),
    Geval("REG-089", VERBAND | {CONCURRENTIE: keuze("ja")}, {CONCURRENTIE: keuze("nee")}),
    Geval("REG-089", GEINTEGREERD | {CONCURRENTIE: keuze("ja")}, INTEGRAAL),
    Geval("REG-105", {}, {LOOPTIJD: keuze("tijdelijk")}, leeg=True),
    Geval("REG-105", {LOOPTIJD: NOG_NIET}, {LOOPTIJD: keuze("blijvend")}, leeg=True),
    Geval("REG-106", BLIJVEND, {GELD: meer("vast", "project")}),
    Geval("REG-106", BLIJVEND, {LOOPTIJD: keuze("tijdelijk")}),
]


def test_every_regel_that_looks_at_the_form_names_it():
    zonder_vorm = {geval.regel for geval in GEVALLEN if VORM not in REGELS[geval.regel].woorden.vragen}
    assert zonder_vorm == {"REG-105", "REG-106"}


@pytest.mark.parametrize("vorm", [{}, {VORM: NOG_NIET}, {VORM: keuze("bestaat_niet_meer")}])
def test_without_a_form_only_the_looptijd_is_missing(vorm):
    """Whatever else was filled in: these regels are about the form."""
    verder = MOEDER | ALLE_VIER | {MANDAAT: keuze("4"), INTENSITEIT: keuze("4"), UREN: "1", CONCURRENTIE: keuze("ja")}
    gaan_af = {geval.regel for geval in GEVALLEN if gaat_af(geval.regel, vorm | verder)}
    assert gaan_af == {"REG-105"}


def test_a_filled_answer_counts_where_it_is_only_ook_handig():
    """Regie is in the block of a samenwerkingsverband, mandaat in that of the two team forms."""
    assert gaat_af("REG-013", GEINTEGREERD | MOEDER | {REGIE: keuze("gemeente")})
    assert gaat_af("REG-001", VERBAND | {MANDAAT: keuze("4")})


def test_the_line_of_verantwoording_does_not_tell_to_whom():
    """VOR-05e is two questions, in which line and to whom; the regel asks to whom."""
    assert gaat_af("REG-005", INTEGRAAL | {AAN: NOG_NIET, "vormgeving.verantwoording_lijn": meer("functioneel")})


@pytest.mark.parametrize("toets", [None, {"keuzes": []}, {"keuzes": ["nog_niet"]}])
def test_a_toets_that_is_not_made_does_not_fail(toets):
    assert not gaat_af("REG-011", INTEGRAAL | {TOETS: toets})


def test_an_own_form_has_no_fixed_questions_but_must_tell_who_leads():
    """The regel names this form, so the empty "ook handig" block counts (noemt_vorm)."""
    assert gaat_af("REG-018", EIGEN | {REGIE: NOG_NIET} | GEMEENTE)


def test_a_row_without_a_name_tells_nobody_to_answer_to():
    assert not gaat_af("REG-015", INTEGRAAL | {VERANTWOORDING: tabel({"aan_wie": {"naam": "De directeur"}}, {})})
