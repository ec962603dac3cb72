"""Each regel about the opgave: what fires it, what just does not, and what no answers give."""

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels.opgave import alle_tekst, tekstkolommen, tekstvragen
from tests.samenhang.regels.gevallen import Geval, gaat_af
from tests.samenhang.regels.waarden import NOG_NIET, keuze, meer, tabel, volgorde

DOELEN, UITWERKING, FOCUS = "opgave.doelen", "opgave.doelen_uitwerking", "opgave.focus"
VEERKRACHT, SAMENSPEL = {DOELEN: volgorde("veerkracht")}, {DOELEN: volgorde("samenspel")}
KWETSBAAR, DRIE = {DOELEN: volgorde("kwetsbaar")}, {DOELEN: volgorde("kwetsbaar", "samenspel", "veerkracht")}
TWEE = {DOELEN: volgorde("kwetsbaar", "samenspel")}
OPBOUWWERK, PREVENTIE = "inrichting.uren_opbouwwerk", "inrichting.uren_preventie"
TAKEN, PRINCIPES = "inrichting.preventie_taken", "werkprincipes.principes"
PREVENTIEF = {PRINCIPES: "Wij werken Preventief."}
COMPLEX, DOMEINEN, TEAM = "competenties.complexe_vragen", "competenties.eigen_domeinen", "competenties.team"
ZORG_IN_TEAM = {TEAM: tabel({"functie": "Wijkverpleegkundige", "gebieden": ["somatische_zorg"]})}
OPBOUW_IN_TEAM = {TEAM: tabel({"functie": "Opbouwwerker", "gebieden": ["samenlevingsopbouw"]})}
ZORG_ALS_DOMEIN = {COMPLEX: keuze("ja"), DOMEINEN: meer("zorg")}
CASELOAD, GRENS = "inrichting.caseload", "inrichting.caseload_grens"
VOL = {CASELOAD: "21", GRENS: "20"}
BURGERS = {"opgave.burgers_opgave": None, "opgave.burgers_team": None, "opgave.burgers_wie": None}
KRACHTEN, KRACHT = "werkprincipes.krachten", "opgave.krachten"
EIGEN_REGIE, NETWERK = {KRACHTEN: meer("eigen_regie")}, {KRACHTEN: meer("netwerk")}
BUURTCLUB = {KRACHT: tabel({"kracht": "Buurtclub"})}
MEEPRATEN, BESPAREN = "opgave.burgers_denken_mee", "opgave.besparen"
PROBLEMEN, PROBLEMATIEK = "gebiedsanalyse.problemen", "opgave.kenmerken_problematiek"
WERK, WONEN = {PROBLEMEN: tabel({"thema": "werkloosheid"})}, {PROBLEMEN: tabel({"thema": "woningtekort"})}
GROEPEN, GEBIEDEN = "werkprincipes.groep_of_persoon", "inrichting.gebieden"
MIDDELEN, ZWARE_ZORG = {UITWERKING: meer("middelen")}, {UITWERKING: meer("zware_zorg")}
BESPARING = MIDDELEN | {GROEPEN: meer("collectief"), BESPAREN: keuze("ja")}
OUDEREN = "gebiedsanalyse.veel_ouderen"
MINDER_HULP = MIDDELEN | {GEBIEDEN: meer("psychosociaal"), OUDEREN: keuze("ja")}
ZELFREDZAAM = "werkprincipes.zelfredzaamheid"
BUITEN_BEELD = {GEBIEDEN: meer("psychosociaal"), FOCUS: meer("individuele_zorg")}
RESULTATEN, BEGINMETING = "opgave.resultaten", "opgave.beginmeting"
CIJFER = {RESULTATEN: tabel({"resultaat": "Minder wachten", "soort": "cijfer"}, {"resultaat": "Een rij zonder soort"})}
PARTIJEN, LIJST, AFSPRAKEN = "opgave.partijen", "opgave.partijen_lijst", "aansturing.afspraken"
REGIO = {LIJST: tabel({"partij": "GGZ", "werkgebied": "regio"})}
VRAAGSTUK, VERWACHTINGEN = "opgave.vraagstuk", "afronding.verwachtingen"
ZES = {GEBIEDEN: meer("psychosociaal", "somatische_zorg", "schuldhulp", "mantelzorg", "veiligheid", "anders")}
VIJF = {GEBIEDEN: meer("psychosociaal", "somatische_zorg", "schuldhulp", "mantelzorg", "veiligheid")}

GEVALLEN = [
    Geval("REG-026", VEERKRACHT | ZORG_IN_TEAM, OPBOUW_IN_TEAM),
    Geval("REG-026", VEERKRACHT | ZORG_IN_TEAM | {OPBOUWWERK: "0"}, {OPBOUWWERK: "4"}),
    Geval("REG-026", VEERKRACHT | ZORG_ALS_DOMEIN, {DOMEINEN: meer("zorg", "samenlevingsopbouw")}),
    Geval("REG-026", VEERKRACHT | ZORG_ALS_DOMEIN, KWETSBAAR),
    Geval("REG-049", VEERKRACHT, {PREVENTIE: "8"}),
    Geval("REG-049", VEERKRACHT | {PREVENTIE: "0"}, SAMENSPEL),
    Geval("REG-049", PREVENTIEF, {PRINCIPES: "Wij werken dichtbij."}),
    Geval("REG-050", PREVENTIEF, {TAKEN: "Een inloop elke week"}),
    Geval("REG-050", {PRINCIPES: "Preventie gaat voor."}, {PRINCIPES: "Voorkomen gaat voor."}),
    Geval("REG-051", DRIE | VOL, {CASELOAD: "20"}),
    Geval("REG-051", DRIE | VOL, {GRENS: None}),
    Geval("REG-051", DRIE | VOL, TWEE),
    Geval("REG-062", BURGERS, {"opgave.burgers_opgave": "Een avond in het buurthuis"}, leeg=True),
    Geval("REG-062", BURGERS, {"opgave.burgers_team": "Zij kiezen mee"}, leeg=True),
    Geval("REG-062", BURGERS, {"opgave.burgers_wie": tabel({"groep": "Adviesraad"})}, leeg=True),
    Geval("REG-063", EIGEN_REGIE | {MEEPRATEN: keuze("nee")}, {MEEPRATEN: keuze("ja")}),
    Geval("REG-063", EIGEN_REGIE | {MEEPRATEN: keuze("nee")}, NETWERK),
    Geval("REG-064", {PROBLEMATIEK: "Veel schulden"}, BUURTCLUB),
    Geval("REG-064", {PROBLEMATIEK: "Veel schulden"}, {PROBLEMATIEK: " "}),
    Geval("REG-065", BUURTCLUB | EIGEN_REGIE, {KRACHTEN: meer("eigen_regie", "netwerk")}),
    Geval("REG-065", BUURTCLUB | EIGEN_REGIE, {KRACHT: tabel({"kracht": ""})}),
    Geval("REG-069", {}, {"opgave.aansluiting": "Een vaste plek"}, leeg=True),
    Geval("REG-078", KWETSBAAR | WERK, SAMENSPEL),
    Geval("REG-078", KWETSBAAR | WONEN, {PROBLEMEN: tabel({"probleem": "Te weinig woningen"})}),
    Geval("REG-091", VEERKRACHT | {FOCUS: meer("individuele_zorg")}, {FOCUS: meer("toegang", "individuele_zorg")}),
    Geval("REG-091", VEERKRACHT | {FOCUS: meer("individuele_zorg")}, KWETSBAAR),
    Geval("REG-092", BESPARING, {BESPAREN: keuze("nee")}),
    Geval("REG-092", BESPARING, {GROEPEN: meer("maatwerk")}),
    Geval("REG-092", BESPARING, ZWARE_ZORG),
    Geval("REG-093", MINDER_HULP, {GEBIEDEN: meer("psychosociaal", "somatische_zorg")}),
    Geval("REG-093", MINDER_HULP, {OUDEREN: keuze("nee")}),
    Geval("REG-093", MINDER_HULP, ZWARE_ZORG),
    Geval("REG-094", {ZELFREDZAAM: keuze("nee"), UITWERKING: meer("meedoen")}, {ZELFREDZAAM: keuze("ja")}),
    Geval("REG-094", {ZELFREDZAAM: keuze("nee"), UITWERKING: meer("meedoen")}, {UITWERKING: meer("zelfregie")}),
    Geval("REG-095", BUITEN_BEELD, {GEBIEDEN: meer("psychosociaal", "samenlevingsopbouw")}),
    Geval("REG-095", BUITEN_BEELD, {FOCUS: meer("individuele_zorg", "toegang")}),
    Geval("REG-095", BUITEN_BEELD, {FOCUS: meer("welzijnsarrangementen")}),
    Geval("REG-096", NETWERK | MIDDELEN, EIGEN_REGIE),
    Geval("REG-096", NETWERK | MIDDELEN, ZWARE_ZORG),
    Geval("REG-096", NETWERK | MIDDELEN, {BESPAREN: keuze("nee")}),
    Geval("REG-098", CIJFER, {RESULTATEN: tabel({"resultaat": "Geholpen", "oordeel": ["gemeente", "burgers"]})}),
    Geval("REG-098", {RESULTATEN: tabel({"resultaat": "Snel", "oordeel": ["gemeente"]})}, {RESULTATEN: None}),
    Geval("REG-101", {RESULTATEN: tabel({})}, CIJFER, leeg=True),
    Geval("REG-102", CIJFER, {RESULTATEN: tabel({"soort": "cijfer"}, {"soort": "verhaal"})}),
    Geval("REG-103", SAMENSPEL | ZWARE_ZORG, {BEGINMETING: tabel({"doel": "samenspel", "meting": "12 keer"})}),
    Geval("REG-103", SAMENSPEL | ZWARE_ZORG, KWETSBAAR),
    Geval("REG-104", SAMENSPEL | ZWARE_ZORG, MIDDELEN),
    Geval("REG-104", SAMENSPEL | ZWARE_ZORG, VEERKRACHT),
    Geval("REG-122", {PARTIJEN: meer("kerken", "mkb")}, {PARTIJEN: meer("kerken", "mkb", "verenigingen")}, leeg=True),
    Geval("REG-124", REGIO, {LIJST: tabel({"partij": "GGZ", "werkgebied": "gemeente"})}),
    Geval("REG-124", REGIO, {AFSPRAKEN: "Elke maand overleg"}),
    Geval("REG-125", KWETSBAAR, {"opgave.doelgroep": "Mensen met schulden"}),
    Geval("REG-125", KWETSBAAR, VEERKRACHT),
    Geval("REG-129", DRIE | ZES, VIJF),
    Geval("REG-129", DRIE | ZES, TWEE),
    Geval("REG-129", DRIE | ZES, {"inrichting.grens_gebieden": "7"}),
    Geval("REG-129", DRIE | VIJF | {"inrichting.grens_gebieden": "5"}, {"inrichting.grens_gebieden": None}),
    Geval("REG-129", DRIE | ZES, {VERWACHTINGEN: tabel({"doel": "veerkracht", "bijgesteld": "Eén buurt"})}),
    Geval("REG-126", {"vormgeving.visie": "Wij werken Integraal."}, {VRAAGSTUK: "Minder langs elkaar heen werken"}),
    Geval("REG-126", {"vormgeving.visie": "Wij werken integraal."}, {"vormgeving.visie": "Wij integreren alles."}),
    Geval("REG-126", {KRACHT: tabel({"kracht": "Een integrale aanpak"})}, {KRACHT: None}),
]


@pytest.mark.parametrize(
    ("vakkennis", "samenstelling", "verwacht"),
    [
        ({}, {}, False),
        ({COMPLEX: keuze("ja")}, {}, False),
        (ZORG_ALS_DOMEIN, {}, True),
        (ZORG_ALS_DOMEIN, ZORG_IN_TEAM, True),
        (ZORG_ALS_DOMEIN, OPBOUW_IN_TEAM, False),
        ({COMPLEX: keuze("ja")}, ZORG_IN_TEAM, True),
        ({COMPLEX: keuze("ja"), DOMEINEN: NOG_NIET}, {TEAM: tabel({"functie": "Opbouwwerker"})}, False),
        ({COMPLEX: keuze("ja"), DOMEINEN: meer("samenlevingsopbouw")}, ZORG_IN_TEAM, False),
        ({COMPLEX: keuze("nee"), DOMEINEN: meer("samenlevingsopbouw")}, ZORG_IN_TEAM, True),
        ({COMPLEX: keuze("nee"), DOMEINEN: meer("zorg")}, {}, False),
    ],
)
def test_opbouwwerk_is_looked_for_in_both_places_where_it_was_answered(vakkennis, samenstelling, verwacht):
    """COM-11 is only reachable with complex questions; the team table always; an old COM-11 that is hidden is none."""
    assert gaat_af("REG-026", VEERKRACHT | vakkennis | samenstelling) is verwacht


@pytest.mark.parametrize("uren", ["0", "0.0", "", None, "veel"])
def test_zero_hours_are_no_hours(uren):
    assert gaat_af("REG-049", VEERKRACHT | {PREVENTIE: uren})


@pytest.mark.parametrize("regel", ["REG-065", "REG-092", "REG-093", "REG-095", "REG-063", "REG-094"])
def test_what_is_not_decided_or_empty_is_no_choice(regel):
    """Each has all it needs but one, which is left open or out."""
    vast = BUURTCLUB | EIGEN_REGIE | MIDDELEN | {OUDEREN: keuze("ja"), GROEPEN: meer("collectief")}
    open_ = (KRACHTEN, GEBIEDEN, FOCUS, BESPAREN, MEEPRATEN, ZELFREDZAAM)
    assert not gaat_af(regel, vast | dict.fromkeys(open_, NOG_NIET))
    assert not gaat_af(regel, vast | dict.fromkeys(open_))


def test_results_of_which_nobody_said_the_kind_are_not_only_figures():
    """Zeist: "de relatie met de tweede lijn is helder beschreven" is no figure."""
    assert not gaat_af("REG-102", {RESULTATEN: tabel({"resultaat": "De relatie is helder beschreven"})})


def test_goals_that_no_longer_exist_are_no_goals():
    assert not gaat_af("REG-125", {DOELEN: volgorde("vervallen_doel")})


@pytest.mark.parametrize("caseload", ["9" * 400, "-1", "veel", "", None])
def test_a_caseload_that_cannot_be_read_is_not_too_high(caseload):
    assert not gaat_af("REG-051", DRIE | {CASELOAD: caseload, GRENS: "20"})


def test_the_word_is_looked_for_in_all_that_was_typed():
    vragen, kolommen = catalogus().vragen, tekstkolommen()
    assert {vragen[sleutel].soort for sleutel in tekstvragen()} == {"tekst"}
    assert (KRACHT, "gebruik") in kolommen and (TEAM, "uren") not in kolommen
    waarden = {sleutel: sleutel.upper() for sleutel in tekstvragen() if not vragen[sleutel].voorwaarde}
    bereikbaar = {sleutel for sleutel in waarden if Gegeven(waarden).gevuld(sleutel)}
    gelezen = alle_tekst(Gegeven(waarden | {KRACHT: tabel({"kracht": "Buurtclub", "soort": "hulpbron"})}))
    assert {*gelezen.splitlines()} == {*bereikbaar, "buurtclub"}


@pytest.mark.parametrize("waarde", [{"keuze": "integraal"}, ["integraal"], {"rijen": ["integraal"]}, 7])
def test_text_in_a_wrong_shape_is_not_read(waarde):
    assert not gaat_af("REG-126", {"vormgeving.visie": waarde, KRACHT: waarde})
