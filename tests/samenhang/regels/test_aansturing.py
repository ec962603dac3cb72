"""Each regel about the aansturing: what fires it, what just does not, and what no answers give."""

import pytest

from tests.samenhang.regels.gevallen import Geval, gaat_af
from tests.samenhang.regels.waarden import NOG_NIET, keuze, meer, nodig, tabel

VORM = "vormgeving.vorm"
NETWERK, INTEGRAAL = {VORM: keuze("samenwerkingsverband")}, {VORM: keuze("integraal")}
GEINTEGREERD, EIGEN = {VORM: keuze("geintegreerd")}, {VORM: keuze("eigen")}
RECHTSVORM = {"aansturing.eigen_rechtsvorm": keuze("ja")}
SPECIALIST = {"competenties.complexe_vragen": keuze("ja"), "competenties.generalist_en_specialist": nodig(3)}
FRAUDE = {"werkprincipes.fraude_melden": keuze("ja")}
EEN_PLAN = {"werkprincipes.een_plan": keuze("ja")}
LEIDING, OPDRACHT = "aansturing.leiding", {"aansturing.opdracht_teamleider": "Leert het team leren"}
VERANTWOORDING = "aansturing.verantwoording"
GELD_DUIDELIJK, GELDSTROMEN = "aansturing.geld_duidelijk", "aansturing.geldstromen"
FINANCIERING = "aansturing.soort_financiering"
TOEGANG = {"opgave.focus": meer("toegang")}
BESLUITEN = "aansturing.mandaat_per_besluit"
WERK = {"inrichting.gebieden": meer("arbeidsparticipatie")}
AFSPRAKEN = {"aansturing.afspraken_teams": tabel({"afspraak": "Eén regisseur"})}
STEDELIJK = {"aansturing.werkgever": meer("stedelijke_organisatie"), "aansturing.aantal_teams": "2"}


def mandaat(stap):
    return {"aansturing.mandaat_omvang": keuze(str(stap))}


GEVALLEN = [
    Geval("REG-016", INTEGRAAL | RECHTSVORM, {"aansturing.band_moederorganisatie": "Detachering"}),
    Geval("REG-016", INTEGRAAL | RECHTSVORM, {"aansturing.eigen_rechtsvorm": keuze("nee")}),
    Geval(
        "REG-017",
        {"aansturing.werkgever": meer("gemeente", "moederorganisatie")},
        {"aansturing.werkgever": meer("moederorganisatie")},
    ),
    Geval("REG-045", INTEGRAAL | SPECIALIST, {"competenties.generalist_en_specialist": nodig(2)}),
    Geval("REG-045", INTEGRAAL | SPECIALIST, {"aansturing.kennis_collegas": "Casussen bespreken"}),
    Geval("REG-056", {"aansturing.teamleiders_drie_jaar": "3"}, {"aansturing.teamleiders_drie_jaar": "2"}),
    Geval("REG-060", INTEGRAAL | {"aansturing.steun": keuze("2")}, {"aansturing.steun": keuze("3")}),
    Geval("REG-060", GEINTEGREERD | {"aansturing.steun": keuze("1")}, NETWERK),
    Geval("REG-083", INTEGRAAL | FRAUDE, {VERANTWOORDING: tabel({"waarover": "Meldingen van fraude"})}),
    Geval("REG-083", INTEGRAAL | FRAUDE, {"werkprincipes.fraude_melden": keuze("nee")}),
    Geval("REG-084", NETWERK | EEN_PLAN, {"aansturing.regie_casus": keuze("teamlid")}),
    Geval("REG-084", NETWERK | EEN_PLAN, {"werkprincipes.een_plan": keuze("nee")}),
    Geval("REG-107", {LEIDING: keuze("gemeente")}, OPDRACHT),
    Geval("REG-107", {LEIDING: {"naam": "Wijkmanager"}}, {LEIDING: keuze("team")}),
    Geval("REG-108", {"aansturing.meewerkend_teamleider": keuze("ja")}, OPDRACHT),
    Geval(
        "REG-108",
        {"aansturing.meewerkend_teamleider": keuze("ja")},
        {"aansturing.meewerkend_teamleider": keuze("nee")},
    ),
    Geval("REG-109", {}, {"aansturing.gesprek_beleid_uitvoering": tabel({"wie": "Beleid en team"})}, leeg=True),
    Geval(
        "REG-110",
        {VERANTWOORDING: tabel({"aan_wie": {"keuze": "afdeling", "naam": "Jeugd"}}, {"aan_wie": keuze("afdeling")})},
        {VERANTWOORDING: tabel({"aan_wie": keuze("gemeente")}, {"aan_wie": keuze("afdeling")})},
    ),
    Geval("REG-111", INTEGRAAL, {GELD_DUIDELIJK: keuze("ja")}),
    Geval("REG-111", INTEGRAAL, {GELDSTROMEN: tabel({"vorm": "geld"})}),
    Geval("REG-111", NETWERK | {GELD_DUIDELIJK: keuze("nee")}, {GELD_DUIDELIJK: keuze("ja")}),
    Geval("REG-112", TOEGANG | {FINANCIERING: meer("vast", "per_indicatie")}, {FINANCIERING: meer("vast")}),
    Geval("REG-112", TOEGANG | {FINANCIERING: meer("per_indicatie")}, {"opgave.focus": meer("schakelfunctie")}),
    Geval(
        "REG-113",
        INTEGRAAL | {FINANCIERING: meer("vast", "project")},
        {FINANCIERING: meer("vast", "project", "wijkbudget")},
    ),
    Geval(
        "REG-113",
        INTEGRAAL | {FINANCIERING: meer("vast"), GELDSTROMEN: tabel({"vorm": "geld"}, {"vorm": "uren"})},
        {FINANCIERING: None},
    ),
    Geval("REG-113", INTEGRAAL | {FINANCIERING: meer("vast", "project")}, GEINTEGREERD),
    Geval(
        "REG-114",
        {GELDSTROMEN: tabel({"vorm": "geld"}, {"vorm": "uren"})},
        {GELDSTROMEN: tabel({"vorm": "geld"}, {"geldstroom": "Uren"})},
    ),
    Geval("REG-115", INTEGRAAL | mandaat(3), mandaat(2)),
    Geval("REG-115", INTEGRAAL | mandaat(4), {VERANTWOORDING: tabel({"waarover": "Resultaten"})}),
    Geval("REG-116", INTEGRAAL | mandaat(2), mandaat(1)),
    Geval("REG-116", INTEGRAAL | mandaat(2), {GELDSTROMEN: tabel({"vorm": "geld"})}),
    Geval("REG-116", INTEGRAAL | mandaat(2), {GELD_DUIDELIJK: keuze("nee")}),
    Geval("REG-117", INTEGRAAL | TOEGANG, {BESLUITEN: tabel({"besluit": "nieuwe_client"})}),
    Geval("REG-117", INTEGRAAL | TOEGANG | {BESLUITEN: tabel({"besluit": "geld"})}, NETWERK),
    Geval(
        "REG-118",
        WERK | {BESLUITEN: tabel({"besluit": "geld"})},
        {BESLUITEN: tabel({"besluit": "geld"}, {"besluit": "toegang"})},
    ),
    Geval("REG-118", WERK | {BESLUITEN: tabel({"besluit": "geld"})}, {BESLUITEN: None}),
    Geval(
        "REG-118",
        {BESLUITEN: tabel({"grens": "500 euro"}), "gebiedsanalyse.problemen": tabel({"thema": "woningtekort"})},
        {"gebiedsanalyse.problemen": tabel({"thema": "eenzaamheid"})},
    ),
    Geval("REG-120", INTEGRAAL | STEDELIJK, {"aansturing.aantal_teams": "1"}),
    Geval("REG-120", INTEGRAAL | STEDELIJK, AFSPRAKEN),
    Geval("REG-123", INTEGRAAL | {"competenties.nieuwe_functie": keuze("ja")}, AFSPRAKEN),
    Geval(
        "REG-123",
        GEINTEGREERD | {"competenties.nieuwe_functie": keuze("ja")},
        {"competenties.nieuwe_functie": keuze("nee")},
    ),
]
# With these answers each of them fires when its empty question is asked.
LEEG = {
    "REG-016": RECHTSVORM,
    "REG-045": SPECIALIST,
    "REG-083": FRAUDE,
    "REG-111": {},
    "REG-115": mandaat(3),
    "REG-116": mandaat(3),
    "REG-117": TOEGANG,
    "REG-120": STEDELIJK,
    "REG-123": {"competenties.nieuwe_functie": keuze("ja")},
}


@pytest.mark.parametrize("vorm", [NETWERK, EIGEN, {VORM: NOG_NIET}, {}], ids=["network", "own", "open", "none"])
@pytest.mark.parametrize("regel", LEEG)
def test_an_empty_question_of_the_block_organisatie_raises_nothing_elsewhere(regel, vorm):
    assert gaat_af(regel, LEEG[regel] | GEINTEGREERD)
    assert not gaat_af(regel, LEEG[regel] | vorm)


@pytest.mark.parametrize("vorm", [INTEGRAAL, GEINTEGREERD, EIGEN, {}], ids=["one", "joined", "own", "none"])
def test_an_empty_question_of_the_block_regie_raises_nothing_elsewhere(vorm):
    assert not gaat_af("REG-084", EEN_PLAN | vorm)


@pytest.mark.parametrize(
    ("regel", "waarden"),
    [
        ("REG-110", {VERANTWOORDING: tabel({"aan_wie": keuze("afdeling")}, {"aan_wie": keuze("afdeling")})}),
        ("REG-111", {GELD_DUIDELIJK: keuze("nee")}),
        ("REG-112", TOEGANG | {FINANCIERING: meer("per_indicatie")}),
        ("REG-114", {GELDSTROMEN: tabel({"vorm": "uren"})}),
        ("REG-118", WERK | {BESLUITEN: tabel({"besluit": "geld"})}),
    ],
)
def test_what_is_only_ook_handig_counts_when_filled(regel, waarden):
    assert gaat_af(regel, NETWERK | waarden)


def test_an_answer_of_before_that_can_no_longer_be_seen_says_nothing():
    niet_complex = {"competenties.complexe_vragen": keuze("nee")}
    assert gaat_af("REG-045", INTEGRAAL | SPECIALIST)
    assert not gaat_af("REG-045", INTEGRAAL | SPECIALIST | niet_complex)


@pytest.mark.parametrize("aanwezig", ["2", "nog_niet"])
def test_a_competentie_is_chosen_by_how_hard_it_is_needed(aanwezig):
    half = {"competenties.generalist_en_specialist": nodig(3, aanwezig=aanwezig)}
    assert gaat_af("REG-045", INTEGRAAL | SPECIALIST | half)


@pytest.mark.parametrize(
    "rijen",
    [tabel(), tabel({}), tabel({"aan_wie": keuze("gemeente"), "hoe": "Gesprek"}), tabel({"waarover": "  "})],
    ids=["no rows", "an empty row", "a row without it", "white space"],
)
def test_half_filled_rows_do_not_tell_what_must_be_answered_for(rijen):
    assert gaat_af("REG-083", INTEGRAAL | FRAUDE | {VERANTWOORDING: rijen})


@pytest.mark.parametrize("rijen", [tabel(), tabel({}, {"besluit": ""}), tabel({"grens": "500 euro"})])
def test_half_filled_rows_do_not_tell_who_decides(rijen):
    assert gaat_af("REG-117", INTEGRAAL | TOEGANG | {BESLUITEN: rijen})


def test_a_table_of_empty_rows_is_no_list_without_a_row():
    assert not gaat_af("REG-118", WERK | {BESLUITEN: tabel({}, {"besluit": ""})})


@pytest.mark.parametrize("aantal", [None, "", "0", "drie", "NaN", "9" * 400])
def test_an_odd_number_of_teamleiders_says_nothing(aantal):
    assert not gaat_af("REG-056", {"aansturing.teamleiders_drie_jaar": aantal})


@pytest.mark.parametrize("waarde", [NOG_NIET, NOG_NIET | {"naam": "Wijkmanager"}, {}])
def test_leading_that_is_not_decided_asks_for_no_opdracht(waarde):
    assert not gaat_af("REG-107", {LEIDING: waarde})


def test_a_mandaat_that_is_not_decided_is_no_mandaat():
    assert not gaat_af("REG-115", INTEGRAAL | mandaat("nog_niet"))
