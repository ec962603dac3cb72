"""The history of a wijkteam: who, when and what, and the part of it that somebody looks for."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bouwstenen.antwoorden.store import add_voorbeeld, ask_eigen_vraag, set_eigen_vraag_withdrawn
from bouwstenen.antwoorden.store.wissen import wis_versie
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Antwoord
from tests.factories import WijkteamFactory
from tests.wizard.bezoeker import gegeven
from tests.wizard.formulier import Formulier

ADRES = "/utrecht/kanaleneiland/antwoorden/"
VRAAG, VISIE, VORM = "opgave.vraagstuk", "opgave.potentie", "vormgeving.vorm"
QUERIES = 8  # session, user, wijkteam with roles; persons, count, page, the versions before, own questions


@pytest.fixture
def client(client_for, bram):
    return client_for(bram)


@pytest.fixture
def op(kanaleneiland):
    """op(dag, uur, anna, vraag, waarde): a version of that moment in May 2026."""

    def save(dag, uur, door, vraag, waarde, **velden):
        moment = datetime(2026, 5, dag, uur, tzinfo=ZoneInfo("Europe/Amsterdam"))
        with enter_scope(kanaleneiland.gemeente):
            versie = Antwoord.objects.filter(wijkteam=kanaleneiland, vraag=vraag).count() + 1
            Antwoord.objects.create(
                wijkteam=kanaleneiland,
                vraag=vraag,
                versie=versie,
                waarde=waarde,
                auteur=door,
                gegeven_op=moment,
                **velden,
            )

    return save


def shown(client, **query):
    """[(vraag, versie)] as they stand on the page."""
    response = client.get(ADRES, query)
    assert response.status_code == 200
    return [(een.antwoord.vraag, een.antwoord.versie) for een in response.context["wijzigingen"]]


def test_newest_first_by_day_with_what_changed(client, op, anna, fatma):
    op(3, 9, anna, VRAAG, "Schulden")
    op(4, 0, fatma, VRAAG, "Schulden en stress")  # just after midnight here, the day before in UTC
    op(4, 14, anna, VORM, {"keuze": "integraal"}, toelichting="Past bij ons")
    tekst = Formulier(client.get(ADRES).text).zonder_opmaak
    zinnen = [
        "3 keer bewaard", "Maandag 4 mei 2026", "14:00, Anna", "versie 1", "Integraal team", "Past bij ons",
        "0:00, Fatma", "versie 2", "Schulden [toegevoegd: en stress ]", "Zondag 3 mei 2026", "9:00, Anna",
    ]  # fmt: skip
    plaatsen = [tekst.find(zin) for zin in zinnen]
    assert (plaatsen == sorted(plaatsen), min(plaatsen) >= 0) == (True, True)


def test_filters(client, op, anna, fatma):
    op(1, 9, anna, VRAAG, "Een")
    op(2, 0, fatma, VRAAG, "Twee")
    op(2, 23, anna, VORM, {"keuze": "integraal"})
    op(3, 9, fatma, VISIE, "Drie")
    assert shown(client) == [(VISIE, 1), (VORM, 1), (VRAAG, 2), (VRAAG, 1)]
    assert shown(client, wie=anna.pk) == [(VORM, 1), (VRAAG, 1)]
    assert shown(client, deel="vormgeving") == [(VORM, 1)]
    assert shown(client, van="2026-05-02", tot="2026-05-02") == [(VORM, 1), (VRAAG, 2)]
    assert shown(client, wie=fatma.pk, deel="opgave", van="2026-05-03") == [(VISIE, 1)]
    assert shown(client, tot="2026-05-01") == [(VRAAG, 1)]
    blad = Formulier(client.get(ADRES, {"wie": anna.pk, "tot": "2026-05-01"}).text)
    assert {naam: blad.velden[naam] for naam in ("wie", "deel", "van", "tot")} == {
        "wie": [str(anna.pk)],
        "deel": [""],
        "van": [""],
        "tot": ["2026-05-01"],
    }
    assert "Niets gevonden" in client.get(ADRES, {"van": "2027-01-01"}).text


@pytest.mark.parametrize(
    "query",
    [
        {"wie": "1000000", "deel": "verzonnen", "van": "gisteren", "tot": "2026-02-30", "pagina": "9"},
        {"wie": "\x00", "deel": "'", "van": "9" * 400, "pagina": "-1"},
        {"wie": "een", "pagina": "٣"},
    ],
)
def test_choice_that_can_not_be_does_not_count(client, op, anna, query):
    op(1, 9, anna, VRAAG, "Een")
    assert shown(client, **query) == [(VRAAG, 1)]


def test_fifty_on_a_page_and_the_choice_goes_along(client, op, anna, fatma):
    for nummer in range(60):
        op(1, 9, anna, VRAAG, f"Versie {nummer}")
    op(1, 9, fatma, VISIE, "Van Fatma")
    blad = Formulier(client.get(ADRES, {"deel": "opgave", "wie": anna.pk}).text)
    assert f"?deel=opgave&wie={anna.pk}&pagina=2" in blad.links
    assert "60 keer bewaard, pagina 1 van 2" in blad.zonder_opmaak
    assert [len(shown(client, wie=anna.pk, pagina=nummer)) for nummer in (1, 2)] == [50, 10]
    # The version before the last one of the page is on the next page, and still compared.
    assert client.get(ADRES, {"wie": anna.pk}).context["wijzigingen"][-1].vorige.versie == 10


def test_questions_that_are_asked_no_more(client, op, kanaleneiland, anna):
    with enter_scope(kanaleneiland.gemeente):
        for label in ("En de winkels?", "En de markt?"):
            ask_eigen_vraag(wijkteam=kanaleneiland, deel="opgave", label=label, door=anna)
        set_eigen_vraag_withdrawn(wijkteam=kanaleneiland, deel="opgave", sleutel="opgave.eigen_2", ingetrokken=True)
    for vraag in ("opgave.eigen_1", "opgave.eigen_2"):
        op(1, 9, anna, vraag, "Antwoord")
    op(2, 9, anna, "opgave.afgeschaft", {"onbekend": ["vorm"]})
    op(3, 9, anna, "afgeschaft.vraag", "Oud")
    op(3, 9, anna, "afgeschaft.vraag", "Nieuw")
    blad = Formulier(client.get(ADRES).text)
    assert [zin in blad.zonder_opmaak for zin in ("En de winkels?", "En de markt?")] == [True, True]
    assert blad.zonder_opmaak.count("de vraag staat niet meer in de vragenlijst") == 3
    assert [link for link in blad.links if "antwoorden/" in link] == [
        f"{ADRES}opgave.eigen_2/",
        f"{ADRES}opgave.eigen_1/",
    ]


def test_wiped_version_is_shown_as_wiped(client, op, kanaleneiland, anna, els):
    op(1, 9, anna, VRAAG, "Mevrouw Jansen")
    op(2, 9, anna, VRAAG, "Mevrouw Jansen valt")
    op(3, 9, anna, VRAAG, "Vallen")
    with enter_scope(kanaleneiland.gemeente):
        for versie in (1, 2):
            wis_versie(antwoord=Antwoord.objects.get(versie=versie), reden="naam", door=els)
    response = client.get(ADRES)
    assert ("Jansen" in response.text, response.text.count("[verwijderd op ") >= 2) == (False, True)


def test_mark_of_a_voorbeeld(client, kanaleneiland, anna):
    with enter_scope(kanaleneiland.gemeente):
        add_voorbeeld(
            wijkteam=kanaleneiland, vraag=VRAAG, waarde="Oud", toelichting="", herkomst="002, regel 1", door=anna
        )
    gegeven(kanaleneiland, anna, VISIE, "Nieuw")
    assert client.get(ADRES).text.count("Voorbeeld naar onderzoek uit 2013") == 1


def test_empty_history(client, kanaleneiland):
    assert "Nog niets bewaard" in client.get(ADRES).text


def test_only_of_this_wijkteam(client, client_for, carla, op, utrecht, anna):
    ander = WijkteamFactory(gemeente=utrecht, slug="ander")
    gegeven(ander, anna, VRAAG, "Ergens anders")
    op(1, 9, anna, VRAAG, "Hier")
    assert (shown(client), "Ergens anders" in client.get(ADRES).text) == ([(VRAAG, 1)], False)
    assert client_for(carla).get(ADRES).status_code == 404


def test_wijkteam_leads_to_its_history(client, kanaleneiland):
    assert ADRES in Formulier(client.get("/utrecht/kanaleneiland/").text).links


@pytest.mark.parametrize(("aantal", "pagina"), [(1, "1"), (3, "1"), (60, "2")])
def test_number_of_queries_does_not_grow(client, op, anna, fatma, django_assert_num_queries, aantal, pagina):
    for nummer in range(aantal):
        op(1, 9, (anna, fatma)[nummer % 2], (VRAAG, VISIE)[nummer % 2], f"Versie {nummer}")
    with django_assert_num_queries(QUERIES):
        client.get(ADRES, {"pagina": pagina})
