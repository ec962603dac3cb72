"""How far a wijkteam is, and where somebody goes on."""

import pytest

from bouwstenen.antwoorden import store
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.waarden import soort_team, teamnaam
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.overzicht.stand import load_standen

NAAM_TEAM = "gebiedsanalyse.naam_team"
WIJKTEAM = {NAAM_TEAM: {"keuze": "wijkteam"}}
BUURTTEAM = {NAAM_TEAM: {"keuze": "buurtteam"}}


def stand_of(wijkteam):
    with enter_scope(wijkteam.gemeente):
        return load_standen([wijkteam])[0]


def anders(tekst):
    return {NAAM_TEAM: {"keuze": "anders", "anders": tekst}}


@pytest.mark.parametrize(
    ("waarden", "soort"),
    [
        ({}, "Wijkteam"),
        ({NAAM_TEAM: None}, "Wijkteam"),
        ({NAAM_TEAM: {"keuze": "nog_niet"}}, "Wijkteam"),
        ({NAAM_TEAM: {"keuze": "bestaat_niet_meer"}}, "Wijkteam"),
        (BUURTTEAM, "Buurtteam"),
        (anders("dorpsteam"), "Dorpsteam"),
        (anders(" front-  en\nbackoffice "), "Front- en backoffice"),
        (anders(""), "Wijkteam"),
        ({NAAM_TEAM: {"keuze": "anders"}}, "Wijkteam"),
        (anders("x" * 60), "X" + "x" * 59),
        (anders("x" * 61), "Wijkteam"),
    ],
)
def test_soort_team(waarden, soort):
    assert soort_team(waarden) == soort


@pytest.mark.parametrize(
    ("naam", "waarden", "verwacht"),
    [
        ("Kanaleneiland", BUURTTEAM, "Buurtteam Kanaleneiland"),
        ("Oost", {}, "Wijkteam Oost"),
        ("Wijkteam Oost", WIJKTEAM, "Wijkteam Oost"),
        ("wijkteam Oost", WIJKTEAM, "wijkteam Oost"),
        ("Sociaal team Zeist", WIJKTEAM, "Sociaal team Zeist"),
        ("Wijkteam Oost", BUURTTEAM, "Wijkteam Oost"),
        ("Kanaleneiland", anders("front- en backoffice"), "Front- en backoffice Kanaleneiland"),
        ("Teamwijk", {}, "Wijkteam Teamwijk"),
    ],
)
def test_teamnaam(naam, waarden, verwacht):
    assert teamnaam(naam, waarden) == verwacht


def test_nothing_answered(kanaleneiland, anna):
    stand = stand_of(kanaleneiland)
    assert {taak.status for taak in stand.taken} == {"nog_niet_begonnen"}
    assert [taak.deel for taak in stand.taken] == list(catalogus().delen)
    assert (stand.ingevuld, stand.laatste, stand.is_voorbeeld) == (0, None, False)
    assert stand.verder(anna.pk).pagina == catalogus().delen[0].pagina[0]


def test_bezig_and_klaar(kanaleneiland, anna, geef):
    geef(kanaleneiland, anna, BUURTTEAM)
    with enter_scope(kanaleneiland.gemeente):
        store.set_klaar(wijkteam=kanaleneiland, deel="opgave", klaar=True, door=anna)
    stand = stand_of(kanaleneiland)
    status = {taak.deel.sleutel: taak.status for taak in stand.taken}
    assert {sleutel: een for sleutel, een in status.items() if een != "nog_niet_begonnen"} == {
        "gebiedsanalyse": "bezig",
        "opgave": "klaar_zo",
    }
    assert (stand.ingevuld, stand.naam) == (1, "Buurtteam Kanaleneiland")


def test_ingevuld(kanaleneiland, anna, geef):
    geef(kanaleneiland, anna, filled("afronding"))
    [taak] = [taak for taak in stand_of(kanaleneiland).taken if taak.deel.sleutel == "afronding"]
    assert (taak.status, taak.eerste_open, taak.voortgang.ingevuld) == ("ingevuld", None, taak.voortgang.totaal)


def test_undecided_is_open(kanaleneiland, anna, geef):
    geef(kanaleneiland, anna, {NAAM_TEAM: {"keuze": "nog_niet"}})
    assert stand_of(kanaleneiland).taken[0].eerste_open.pagina.slug == "start"


def test_last_change_names_the_vraag(kanaleneiland, anna, fatma, geef, om):
    om(14)
    geef(kanaleneiland, anna, {"opgave.vraagstuk": "Een"})
    om(15)
    geef(kanaleneiland, fatma, {"opgave.potentie": "Twee"})
    [taak] = [taak for taak in stand_of(kanaleneiland).taken if taak.deel.sleutel == "opgave"]
    assert (taak.voortgang.laatste.auteur_naam, taak.laatste_vraag.sleutel) == ("Fatma", "opgave.potentie")


def test_last_change_of_a_withdrawn_vraag_has_no_words(kanaleneiland, anna, geef):
    with enter_scope(kanaleneiland.gemeente):
        sleutel = store.ask_eigen_vraag(wijkteam=kanaleneiland, deel="opgave", label="En nu?", door=anna).sleutel
    geef(kanaleneiland, anna, {sleutel: "Dit"})
    assert stand_of(kanaleneiland).taken[1].laatste_vraag.label == "En nu?"
    with enter_scope(kanaleneiland.gemeente):
        store.set_eigen_vraag_withdrawn(wijkteam=kanaleneiland, deel="opgave", sleutel=sleutel, ingetrokken=True)
    assert stand_of(kanaleneiland).taken[1].laatste_vraag is None


def test_verder_is_the_page_of_the_own_last_answer(kanaleneiland, anna, fatma, geef, om):
    om(14)
    geef(kanaleneiland, anna, {"opgave.vraagstuk": "Een"})
    om(15)
    geef(kanaleneiland, fatma, {"gebiedsanalyse.schaal": {"keuze": "wijk"}})
    stand = stand_of(kanaleneiland)
    assert stand.verder(anna.pk).pagina == catalogus().pagina_van["opgave.vraagstuk"]
    assert stand.verder(fatma.pk).pagina == catalogus().pagina_van["gebiedsanalyse.schaal"]


def test_verder_goes_on_and_around_the_end(kanaleneiland, anna, geef):
    geef(kanaleneiland, anna, filled("afronding"))
    assert stand_of(kanaleneiland).verder(anna.pk).pagina == catalogus().delen[0].pagina[0]


def test_verder_is_nowhere_when_all_is_filled_in(kanaleneiland, anna, geef):
    for deel in catalogus().delen:
        geef(kanaleneiland, anna, filled(deel.sleutel))
    stand = stand_of(kanaleneiland)
    assert [taak.deel.sleutel for taak in stand.taken if taak.eerste_open] == []
    assert (stand.verder(anna.pk), stand.ingevuld) == (None, stand.totaal)


def filled(deel):
    """A value for every vraag of a deel, of the right shape."""
    return {vraag.sleutel: value_of(vraag) for vraag in catalogus().deel(deel).vragen}


def value_of(vraag):
    if vraag.soort in ("keuze", "schaal"):
        return {"keuze": vraag.stappen[0].sleutel}
    return {
        "meer": lambda: {"keuzes": [vraag.opties[0].sleutel]},
        "wie": lambda: {"naam": "Afdeling Wijken"},
        "rangorde": lambda: {"volgorde": [vraag.opties[0].sleutel]},
        "competentie": lambda: {"nodig": "3", "aanwezig": "2"},
        "tabel": lambda: {"rijen": [{"id": "r1", vraag.kolommen[0].sleutel: "a"}]},
        "getal": lambda: "3",
        "tekst": lambda: "Tekst",
    }[vraag.soort]()
