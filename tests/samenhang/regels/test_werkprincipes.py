"""Each regel about the werkprincipes: what fires it, what just does not, and what no answers give."""

import pytest

from tests.samenhang.regels.gevallen import Geval, gaat_af
from tests.samenhang.regels.waarden import NOG_NIET, keuze, meer, nodig, tabel

VORM = "vormgeving.vorm"
KRACHTEN = "werkprincipes.krachten"
NETWERK, EIGEN_REGIE = {KRACHTEN: meer("netwerk")}, {KRACHTEN: meer("eigen_regie")}
WEDERKERIG = {KRACHTEN: meer("wederkerigheid")}
EEN_PLAN = {"werkprincipes.een_plan": keuze("ja")}
FRAUDE = {"werkprincipes.fraude_melden": keuze("ja")}
PROBLEMEN = "gebiedsanalyse.problemen"
GRONDHOUDING = "werkprincipes.grondhouding"
REGISTRATIE = {"werkprincipes.registratie": tabel({"systeem": "Eigen systeem"})}
TEAM = "competenties.team"
TWEE_ORGANISATIES = {TEAM: tabel({"organisatie": "Thuiszorg"}, {"organisatie": "Welzijn"})}
UREN = {"inrichting.bezetting": "100", "inrichting.uren_overleg": "30"}

GEVALLEN = [
    Geval(
        "REG-061",
        {GRONDHOUDING: keuze("8"), PROBLEMEN: tabel({"thema": "acuut"})},
        {GRONDHOUDING: keuze("7")},
    ),
    Geval(
        "REG-061",
        {GRONDHOUDING: keuze("10"), PROBLEMEN: tabel({"thema": "eenzaamheid"}, {"thema": "acuut"})},
        {PROBLEMEN: tabel({"probleem": "Acute problemen"})},
    ),
    Geval("REG-071", NETWERK, {"opgave.communicatie": "Een krant"}),
    Geval("REG-071", EIGEN_REGIE, {KRACHTEN: meer("veerkracht")}),
    Geval("REG-073", NETWERK, {"werkprincipes.zonder_netwerk": "Een maatje"}),
    Geval("REG-074", NETWERK | {"inrichting.tijd_netwerk": keuze("nee")}, {"inrichting.tijd_netwerk": keuze("ja")}),
    Geval("REG-074", NETWERK | {"inrichting.tijd_netwerk": keuze("nee")}, {"inrichting.tijd_netwerk": None}),
    Geval("REG-075", WEDERKERIG, {"werkprincipes.methoden": tabel({"methode": "Vragen wat iemand kan"})}),
    Geval("REG-075", WEDERKERIG, {"werkprincipes.basismethodiek": "Krachtwerk"}),
    Geval(
        "REG-076",
        {"werkprincipes.tegenprestatie": keuze("verplicht"), KRACHTEN: meer("eigen_regie", "wederkerigheid")},
        {"werkprincipes.tegenprestatie": keuze("vrijwillig")},
    ),
    Geval(
        "REG-076",
        {"werkprincipes.tegenprestatie": keuze("verplicht"), KRACHTEN: meer("eigen_regie", "wederkerigheid")},
        {KRACHTEN: meer("eigen_regie")},
    ),
    Geval("REG-079", WEDERKERIG, {"werkprincipes.moreel_beraad": keuze("ja")}),
    Geval("REG-079", FRAUDE | {"werkprincipes.moreel_beraad": keuze("nee")}, {"werkprincipes.fraude_melden": None}),
    Geval("REG-079", {"werkprincipes.drang_en_dwang": "Alleen drang"}, {"werkprincipes.drang_en_dwang": None}),
    Geval("REG-080", {VORM: keuze("geintegreerd")}, {"werkprincipes.drang_en_dwang": "Alleen drang"}),
    Geval("REG-080", {VORM: keuze("integraal")}, {VORM: keuze("samenwerkingsverband")}),
    Geval("REG-081", EIGEN_REGIE | {"werkprincipes.mag_dwingen": keuze("ja")}, {KRACHTEN: meer("netwerk")}),
    Geval("REG-082", EIGEN_REGIE | FRAUDE, {"werkprincipes.fraude_melden": keuze("nee")}),
    Geval(
        "REG-082",
        FRAUDE | {"competenties.vanuit_vertrouwen": nodig(3)},
        {"competenties.vanuit_vertrouwen": nodig(2)},
    ),
    Geval(
        "REG-082",
        FRAUDE | {"competenties.persoon_belangrijk": meer("empathisch", "vanuit_vertrouwen")},
        {"competenties.persoon_belangrijk": meer("empathisch")},
    ),
    Geval("REG-085", EEN_PLAN | REGISTRATIE, {"werkprincipes.privacy": "Met toestemming"}),
    Geval("REG-085", EEN_PLAN | {"werkprincipes.privacy": "Met toestemming"}, REGISTRATIE),
    Geval("REG-086", EEN_PLAN | EIGEN_REGIE, {"werkprincipes.afronding": "Nazorg na drie maanden"}),
    Geval("REG-086", EEN_PLAN | EIGEN_REGIE, {"werkprincipes.een_plan": keuze("nee")}),
    Geval("REG-087", TWEE_ORGANISATIES, {"werkprincipes.privacy": "Met toestemming"}),
    Geval("REG-087", TWEE_ORGANISATIES, {TEAM: tabel({"organisatie": "Welzijn"}, {"organisatie": " welzijn "})}),
    Geval("REG-088", {}, REGISTRATIE, leeg=True),
    Geval("REG-090", {"werkprincipes.principes": "Dichtbij"}, {"werkprincipes.basismethodiek": "Krachtwerk"}),
    Geval("REG-097", EIGEN_REGIE, {"werkprincipes.kan_en_wil": "Per groep een eigen aanpak"}),
    Geval("REG-099", UREN | REGISTRATIE, {"inrichting.uren_overleg": "29.9"}),
    Geval("REG-099", UREN | REGISTRATIE, {"inrichting.grens_overleg": "31"}),
    Geval("REG-099", UREN | REGISTRATIE, {"werkprincipes.registratie": None}),
]


@pytest.mark.parametrize(
    "beraad",
    [None, NOG_NIET, keuze("nee")],
    ids=["empty", "undecided", "no"],
)
def test_no_moreel_beraad_is_empty_undecided_or_no(beraad):
    assert gaat_af("REG-079", WEDERKERIG | {"werkprincipes.moreel_beraad": beraad})


@pytest.mark.parametrize("regel", ["REG-074", "REG-076", "REG-081"])
def test_what_is_not_decided_is_no_choice(regel):
    gekozen = {KRACHTEN: meer("eigen_regie", "netwerk", "wederkerigheid")}
    open_ = dict.fromkeys(
        ["inrichting.tijd_netwerk", "werkprincipes.tegenprestatie", "werkprincipes.mag_dwingen"], NOG_NIET
    )
    assert not gaat_af(regel, gekozen | open_)


@pytest.mark.parametrize(
    ("uren", "bezetting"),
    [("30", "0"), ("30", None), (None, "100"), ("0", "100"), ("30", "veel"), ("9" * 400, "100")],
)
def test_a_share_of_no_hours_says_nothing(uren, bezetting):
    assert not gaat_af("REG-099", REGISTRATIE | {"inrichting.uren_overleg": uren, "inrichting.bezetting": bezetting})


def test_rows_without_organisation_are_no_organisation():
    assert not gaat_af("REG-087", {TEAM: tabel({"organisatie": "Welzijn"}, {"functie": "Opbouwwerker"}, {})})


def test_a_table_of_empty_rows_is_no_registration():
    assert gaat_af("REG-088", {"werkprincipes.registratie": tabel({}, {"systeem": ""})})


def test_without_a_form_nothing_is_asked_about_dwang():
    assert not gaat_af("REG-080", {VORM: NOG_NIET})
