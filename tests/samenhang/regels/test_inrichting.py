"""Each regel about the inrichting: what fires it, what just does not, and what no answers give."""

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.samenhang.regels import REGELS
from tests.samenhang.regels.gevallen import Geval, gaat_af
from tests.samenhang.regels.waarden import NOG_NIET, keuze, meer, tabel, volgorde

VORM = "vormgeving.vorm"
VERBAND, GEINTEGREERD = {VORM: keuze("samenwerkingsverband")}, {VORM: keuze("geintegreerd")}
GEBIEDEN, INTENSITEIT, FOCUS = "inrichting.gebieden", "inrichting.intensiteit", "opgave.focus"
PSYCHOSOCIAAL, ZORG = {GEBIEDEN: meer("psychosociaal")}, {GEBIEDEN: meer("somatische_zorg")}
OPBOUW, VEILIG = {GEBIEDEN: meer("samenlevingsopbouw")}, {GEBIEDEN: meer("veiligheid")}
WERK, INFORMEEL = {GEBIEDEN: meer("arbeidsparticipatie")}, {GEBIEDEN: meer("mantelzorg")}
TEAM, DISCIPLINES = "competenties.team", "inrichting.disciplines"
FUNCTIE = {TEAM: tabel({"functie": "Wijkcoach"})}
PROBLEMEN, PARTIJEN, DOELEN = "gebiedsanalyse.problemen", "opgave.partijen", "opgave.doelen"
GELDZORGEN = {PROBLEMEN: tabel({"probleem": "Schulden", "thema": "geldzorgen"})}
WERKLOOS = {PROBLEMEN: tabel({"thema": "werkloosheid"})}
COMPLEX, DOMEINEN, EXTRA = (
    "competenties.complexe_vragen",
    "competenties.eigen_domeinen",
    "competenties.extra_disciplines",
)
WEL_COMPLEX = {COMPLEX: keuze("ja")}
GROEPEN, EEN_PLAN = "werkprincipes.groep_of_persoon", {"werkprincipes.een_plan": keuze("ja")}
TEAMS, WELKE = "inrichting.een_of_meer_teams", "inrichting.welke_focus"
EEN, MEERDERE = {TEAMS: keuze("een")}, {TEAMS: keuze("meerdere")}
JEUGD, WELZIJN = MEERDERE | {WELKE: meer("jeugd")}, MEERDERE | {WELKE: meer("welzijn")}
CASELOAD, GRENS, GRENS_GEBIEDEN = "inrichting.caseload", "inrichting.caseload_grens", "inrichting.grens_gebieden"
ZES = {GEBIEDEN: meer("psychosociaal", "somatische_zorg", "schuldhulp", "mantelzorg", "veiligheid", "anders")}
VIJF = {GEBIEDEN: meer("psychosociaal", "somatische_zorg", "schuldhulp", "mantelzorg", "veiligheid")}
SAMEN, AFSPRAKEN, CASUS = "aansturing.teams_werken_samen", "aansturing.afspraken_teams", "aansturing.regie_casus"
WERKEN_SAMEN, AFGESPROKEN = {SAMEN: keuze("ja")}, {AFSPRAKEN: tabel({"onderwerp": "Jeugd"})}
TOEGANG = {FOCUS: meer("toegang")}
WANNEER, HOE = "inrichting.verwijzen_wanneer", "inrichting.verwijzen_hoe"
WEG = {HOE: tabel({"vraag": "Verslaving", "wie": keuze("ggz")})}
RITME, AANWEZIG = "inrichting.ritme_overleg", "opgave.aanwezig_in_wijk"
ZELDEN = {RITME: keuze("enkele_keren_per_jaar"), AANWEZIG: keuze("ja")}
WACHTTIJD, GRENS_WACHTTIJD = "inrichting.wachttijd", "inrichting.grens_wachttijd"
SAMENSPEL = {DOELEN: volgorde("samenspel")}
AANTAL, INWONERS = "aansturing.aantal_teams", "gebiedsanalyse.inwoners_gemeente"
GRENS_KLEIN, INGANG = "inrichting.grens_kleine_gemeente", "inrichting.een_ingang"
VEEL_TEAMS = {AANTAL: "4", INWONERS: "49999"}
GEEN_INGANG = MEERDERE | TOEGANG | {INGANG: keuze("nee")}


def dekt(*gebieden):
    """A team in which one functie covers these gebieden."""
    return {TEAM: tabel({"functie": "Wijkcoach", "gebieden": [*gebieden]})}


def typen(*gekozen):
    return {TEAM: tabel(*({"functie": "Wijkcoach", "type": een} for een in gekozen))}


GEVALLEN = [
    Geval("REG-019", FUNCTIE | PSYCHOSOCIAAL, {INTENSITEIT: keuze("2")}),
    Geval("REG-019", FUNCTIE | {INTENSITEIT: keuze("2")}, PSYCHOSOCIAAL),
    Geval("REG-019", FUNCTIE, {TEAM: tabel({})}),
    Geval("REG-020", ZORG | dekt("jeugd"), dekt("jeugd", "somatische_zorg")),
    Geval("REG-020", ZORG | dekt("jeugd"), {DISCIPLINES: tabel({"gebied": "somatische_zorg"})}),
    Geval(
        "REG-020", ZORG | {DISCIPLINES: tabel({"gebied": "overig"})}, {DISCIPLINES: tabel({"discipline": "Huisarts"})}
    ),
    Geval("REG-020", ZORG | dekt("jeugd"), {GEBIEDEN: meer("anders")}),
    Geval("REG-021", PSYCHOSOCIAAL, {INTENSITEIT: keuze("1")}, leeg=True),
    Geval("REG-021", {INTENSITEIT: keuze("1")}, PSYCHOSOCIAAL, leeg=True),
    Geval("REG-023", ZORG | dekt("psychosociaal"), dekt("somatische_zorg")),
    Geval("REG-023", ZORG | dekt("psychosociaal"), PSYCHOSOCIAAL),
    Geval("REG-024", WERK, {"inrichting.werk_en_inkomen": {"naam": "Accounthouder"}}),
    Geval("REG-024", WERK, PSYCHOSOCIAAL),
    Geval("REG-025", PSYCHOSOCIAAL | GELDZORGEN, WERK),
    Geval("REG-025", PSYCHOSOCIAAL | WERKLOOS, {PROBLEMEN: tabel({"probleem": "Schulden", "thema": "eenzaamheid"})}),
    Geval("REG-025", PSYCHOSOCIAAL | WERKLOOS, {GEBIEDEN: None}),
    Geval("REG-025", PSYCHOSOCIAAL | WERKLOOS, {"inrichting.werk_en_inkomen": keuze("sociale_dienst")}),
    Geval("REG-027", OPBOUW | dekt("jeugd"), dekt("samenlevingsopbouw")),
    Geval("REG-027", OPBOUW | WEL_COMPLEX | {DOMEINEN: meer("zorg")}, {DOMEINEN: meer("zorg", "samenlevingsopbouw")}),
    Geval("REG-027", OPBOUW | dekt("jeugd"), PSYCHOSOCIAAL),
    Geval("REG-028", {GROEPEN: meer("collectief")} | PSYCHOSOCIAAL, OPBOUW),
    Geval("REG-028", {GROEPEN: meer("collectief")} | PSYCHOSOCIAAL, {GEBIEDEN: meer("vrijwilligerswerk")}),
    Geval("REG-028", {GROEPEN: meer("collectief", "maatwerk")} | PSYCHOSOCIAAL, {GROEPEN: meer("maatwerk")}),
    Geval("REG-029", INFORMEEL, {PARTIJEN: meer("informele_verbanden")}),
    Geval("REG-029", {GEBIEDEN: meer("vrijwilligerswerk"), PARTIJEN: meer("kerken")}, PSYCHOSOCIAAL),
    Geval("REG-030", VEILIG | dekt("jeugd"), dekt("jeugd", "veiligheid")),
    Geval("REG-030", VEILIG | dekt("jeugd"), ZORG),
    Geval("REG-032", EEN | ZES, VIJF),
    Geval("REG-032", EEN | ZES, MEERDERE),
    Geval("REG-032", EEN | ZES | {CASELOAD: "21", GRENS: "20"}, {CASELOAD: "20"}),
    Geval("REG-032", EEN | ZES, {CASELOAD: "90"}),
    Geval("REG-032", EEN | VIJF | {GRENS_GEBIEDEN: "5"}, {GRENS_GEBIEDEN: "6"}),
    Geval("REG-033", GEINTEGREERD | MEERDERE | WERKEN_SAMEN, AFGESPROKEN),
    Geval("REG-033", GEINTEGREERD | MEERDERE | AFGESPROKEN, WERKEN_SAMEN),
    Geval("REG-033", GEINTEGREERD | MEERDERE, EEN),
    Geval("REG-034", VERBAND | JEUGD | EEN_PLAN, {CASUS: keuze("teamlid")}),
    Geval("REG-034", VERBAND | JEUGD | EEN_PLAN, {WELKE: meer("welzijn")}),
    Geval("REG-034", VERBAND | JEUGD | EEN_PLAN, {"werkprincipes.een_plan": keuze("nee")}),
    Geval("REG-034", VERBAND | JEUGD | EEN_PLAN, EEN),
    Geval("REG-035", TOEGANG | {INTENSITEIT: keuze("3")}, {INTENSITEIT: keuze("2")}),
    Geval("REG-035", TOEGANG | {INTENSITEIT: keuze("4")}, {FOCUS: meer("toegang", "individuele_zorg")}),
    Geval("REG-036", TOEGANG | typen("specialist", "specialist", "t_shaped"), typen("specialist", "t_shaped")),
    Geval("REG-036", TOEGANG | typen("specialist", "vrijwilliger"), typen("generalist", "specialist")),
    Geval("REG-036", TOEGANG | typen("specialist"), {FOCUS: meer("schakelfunctie")}),
    Geval("REG-040", {WANNEER: "Bij verslaving"}, WEG, leeg=True),
    Geval("REG-040", WEG, {WANNEER: "Bij verslaving"}, leeg=True),
    Geval("REG-041", {WANNEER: "Bij verslaving"}, {"inrichting.ondergrens": "Eén formulier"}),
    Geval("REG-041", {WANNEER: "Bij verslaving"}, {WANNEER: None}),
    Geval("REG-042", {FOCUS: meer("schakelfunctie")}, WEG),
    Geval("REG-042", {FOCUS: meer("schakelfunctie")}, TOEGANG),
    Geval("REG-047", GEINTEGREERD | WELZIJN, {SAMEN: keuze("nee")}),
    Geval("REG-047", GEINTEGREERD | WELZIJN, {WELKE: meer("jeugd")}),
    Geval("REG-048", EEN | dekt("psychosociaal"), dekt("jeugd")),
    Geval("REG-048", EEN | WEL_COMPLEX | {EXTRA: meer("dementie")}, {EXTRA: meer("dementie", "jeugdzorg")}),
    Geval("REG-048", JEUGD | WEL_COMPLEX | {EXTRA: meer("lvb")}, {EXTRA: meer("opvoedingsondersteuning")}),
    Geval("REG-048", JEUGD | dekt("psychosociaal"), {WELKE: meer("welzijn")}),
    Geval("REG-053", {}, {"inrichting.uren_per_vraag": "12"}, leeg=True),
    Geval("REG-053", {}, {"inrichting.uren_per_week": "80"}, leeg=True),
    Geval("REG-053", {}, {"inrichting.fte": "7.5"}, leeg=True),
    Geval("REG-053", {}, {"inrichting.bezetting": "0"}, leeg=True),
    Geval("REG-054", ZELDEN, {RITME: keuze("om_de_zes_weken")}),
    Geval("REG-054", ZELDEN, {AANWEZIG: keuze("nee")}),
    Geval("REG-055", TOEGANG, {"inrichting.werkplek": "Het oude postkantoor"}),
    Geval("REG-055", TOEGANG, {FOCUS: meer("schakelfunctie")}),
    Geval("REG-058", SAMENSPEL | {WACHTTIJD: "6"}, {WACHTTIJD: "5.9"}),
    Geval("REG-058", SAMENSPEL | {WACHTTIJD: "6"}, {GRENS_WACHTTIJD: "8"}),
    Geval("REG-058", SAMENSPEL | {WACHTTIJD: "6"}, {DOELEN: volgorde("veerkracht")}),
    Geval("REG-059", {"inrichting.overleg_meegeteld": keuze("nee")}, {"inrichting.overleg_meegeteld": keuze("ja")}),
    Geval("REG-068", VEEL_TEAMS, {AANTAL: "3"}),
    Geval("REG-068", VEEL_TEAMS, {INWONERS: "50000"}),
    Geval("REG-068", VEEL_TEAMS, {GRENS_KLEIN: "30000"}),
    Geval("REG-119", GEEN_INGANG, {INGANG: keuze("ja")}),
    Geval("REG-119", GEEN_INGANG, EEN),
    Geval("REG-119", GEEN_INGANG, {FOCUS: meer("individuele_zorg")}),
    Geval("REG-121", {"inrichting.huisarts": {}}, {"inrichting.huisarts": keuze("teamlid")}, leeg=True),
]


@pytest.mark.parametrize(
    ("gebieden", "verwacht"),
    [
        (("schuldhulp",), "schuldhulpverlening"),
        (("veiligheid", "schuldhulp"), "schuldhulpverlening en openbare veiligheid"),
        (
            ("mantelzorg", "schuldhulp", "veiligheid", "jeugd", "anders", "vervallen_optie"),
            "schuldhulpverlening, mantelzorgondersteuning en openbare veiligheid",
        ),
    ],
)
def test_the_gebieden_without_people_are_named_in_the_order_of_the_catalogue(gebieden, verwacht):
    signaal = REGELS["REG-020"]({GEBIEDEN: meer(*gebieden)} | dekt("psychosociaal"))
    assert signaal.melding == f"Gekozen zonder vakmensen: {verwacht}. Voeg een functie toe of haal het gebied weg."


def test_a_team_that_names_no_gebieden_may_cover_what_the_wijk_does_not():
    """Zeist: of the vakmensen only some rows name a gebied, and of the team none."""
    wijk = ZORG | {DISCIPLINES: tabel({"gebied": "veiligheid"}, {"discipline": "Wijkverpleegkundige"})}
    assert gaat_af("REG-020", wijk | {TEAM: tabel({})})
    assert not gaat_af("REG-020", wijk | FUNCTIE)


def test_the_gebieden_of_the_team_are_those_of_the_inrichting():
    """What regels compare: each gebied that can be chosen can be covered by a functie, and by vakmensen in the wijk."""
    vragen = catalogus().vragen
    gekozen = {optie.sleutel for optie in vragen[GEBIEDEN].opties} - {"anders"}
    kolommen = {kolom.sleutel: kolom for vraag in (TEAM, DISCIPLINES) for kolom in vragen[vraag].kolommen}
    for kolom in ("gebieden", "gebied"):
        assert gekozen <= {optie.sleutel for optie in kolommen[kolom].opties}


@pytest.mark.parametrize("rijen", [None, tabel(), tabel({}), tabel({"functie": "Wijkagent"}), {"rijen": "geen"}])
@pytest.mark.parametrize("regel", ["REG-020", "REG-023", "REG-027", "REG-030", "REG-048"])
def test_a_team_without_gebieden_does_not_tell_what_is_missing(regel, rijen):
    gekozen = {GEBIEDEN: meer("somatische_zorg", "veiligheid", "samenlevingsopbouw")}
    assert not gaat_af(regel, gekozen | EEN | {TEAM: rijen})


@pytest.mark.parametrize(
    ("vakkennis", "samenstelling", "verwacht"),
    [
        (WEL_COMPLEX, {}, False),
        (WEL_COMPLEX | {EXTRA: meer("lvb")}, {}, True),
        (WEL_COMPLEX | {EXTRA: meer("lvb")}, dekt("jeugd"), False),
        (WEL_COMPLEX | {EXTRA: meer("jeugdzorg")}, dekt("psychosociaal"), False),
        ({COMPLEX: keuze("nee"), EXTRA: meer("jeugdzorg")}, dekt("psychosociaal"), True),
        ({COMPLEX: keuze("nee"), EXTRA: meer("lvb")}, {}, False),
    ],
)
def test_knowledge_of_jeugd_is_looked_for_in_both_places_where_it_was_answered(vakkennis, samenstelling, verwacht):
    """COM-12 is only reachable with complex questions; an old answer that is hidden now counts for nothing."""
    assert gaat_af("REG-048", EEN | vakkennis | samenstelling) is verwacht


@pytest.mark.parametrize("vorm", [{}, {VORM: NOG_NIET}, {VORM: keuze("eigen")}], ids=["none", "open", "own"])
@pytest.mark.parametrize("regel", ["REG-033", "REG-034", "REG-047"])
def test_a_block_that_is_only_ook_handig_is_not_missed(regel, vorm):
    """Not without a form, and not with a form of which this is the other block."""
    waarden = MEERDERE | {WELKE: meer("jeugd", "welzijn")} | EEN_PLAN
    andere_vorm = GEINTEGREERD if regel == "REG-034" else VERBAND
    assert not gaat_af(regel, waarden | vorm)
    assert not gaat_af(regel, waarden | andere_vorm)


def test_teams_of_before_are_not_reachable_with_one_team():
    """The answer to welke_focus is kept when the choice becomes one team; it is not given any more."""
    assert not gaat_af("REG-047", GEINTEGREERD | EEN | {WELKE: meer("welzijn")})
    assert not gaat_af("REG-034", VERBAND | {TEAMS: NOG_NIET, WELKE: meer("jeugd")} | EEN_PLAN)


@pytest.mark.parametrize("regel", ["REG-024", "REG-025", "REG-028", "REG-035", "REG-054", "REG-059", "REG-119"])
def test_what_is_not_decided_is_no_choice(regel):
    vast = GELDZORGEN | MEERDERE | {GROEPEN: meer("collectief"), INTENSITEIT: keuze("4")}
    open_ = (GEBIEDEN, FOCUS, RITME, AANWEZIG, INGANG, "inrichting.overleg_meegeteld")
    assert not gaat_af(regel, vast | dict.fromkeys(open_, NOG_NIET))


def test_a_depth_that_is_not_decided_is_empty():
    assert gaat_af("REG-021", PSYCHOSOCIAAL | {INTENSITEIT: NOG_NIET})


@pytest.mark.parametrize("getal", ["0", "-3", "veel", "", None, "9" * 400])
def test_odd_numbers_are_not_long_and_not_many(getal):
    assert not gaat_af("REG-058", SAMENSPEL | {WACHTTIJD: getal})
    assert not gaat_af("REG-068", {AANTAL: getal, INWONERS: "10"})


def test_no_typed_rows_are_not_mostly_specialists():
    assert not gaat_af("REG-036", TOEGANG | FUNCTIE)
    assert not gaat_af("REG-036", TOEGANG | typen("vervallen_optie"))
