"""The history of one answer: every version, who and when, and back to an older one."""

import pytest

from bouwstenen.antwoorden.store import add_voorbeeld, ask_eigen_vraag
from bouwstenen.antwoorden.store.wissen import wis_versie
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Antwoord
from bouwstenen.toegang.rechten import Recht
from tests.wizard.bezoeker import gegeven, geschiedenis
from tests.wizard.formulier import Formulier

VRAAG = "opgave.vraagstuk"
ADRES = f"/utrecht/kanaleneiland/antwoorden/{VRAAG}/"


@pytest.fixture
def client(client_for, anna):
    return client_for(anna)


@pytest.fixture
def twee_versies(kanaleneiland, anna, fatma):
    gegeven(kanaleneiland, anna, VRAAG, "Schulden", "Uit de gesprekken")
    gegeven(kanaleneiland, fatma, VRAAG, "Schulden en stress")


def test_history_shows_every_version(client, twee_versies):
    blad = Formulier(client.get(ADRES).text)
    plaatsen = [
        blad.zonder_opmaak.rindex(zin)
        for zin in ("Versie 2: ", "Fatma, ", "Schulden en stress", "Versie 1", "Anna, ", "Uit de gesprekken")
    ]
    assert plaatsen == sorted(plaatsen)
    assert blad.velden["gezien"] == ["2"]
    assert "/utrecht/kanaleneiland/wizard/opgave/vraagstuk/#vraag-vraagstuk" in blad.links


def test_history_of_an_unanswered_question(client, kanaleneiland):
    assert "Deze vraag heeft nog geen antwoord." in client.get(ADRES).text


def test_history_of_an_own_question(client, kanaleneiland, anna):
    with enter_scope(kanaleneiland.gemeente):
        ask_eigen_vraag(wijkteam=kanaleneiland, deel="opgave", label="En de winkels?", door=anna)
    response = client.get("/utrecht/kanaleneiland/antwoorden/opgave.eigen_1/")
    assert response.status_code == 200
    blad = Formulier(response.text)
    assert "En de winkels?" in blad.zonder_opmaak
    assert "/utrecht/kanaleneiland/wizard/opgave/eigen-vragen/#vraag-eigen_1" in blad.links


def test_mark_of_a_voorbeeld_goes_with_the_version_of_a_user(client, kanaleneiland, anna):
    merk = "Voorbeeld naar onderzoek uit 2013"
    with enter_scope(kanaleneiland.gemeente):
        add_voorbeeld(
            wijkteam=kanaleneiland, vraag=VRAAG, waarde="Oud", toelichting="", herkomst="002, regel 1", door=anna
        )
    adres = "/utrecht/kanaleneiland/wizard/opgave/vraagstuk/"
    gezien = [merk in client.get(adres).text]
    gegeven(kanaleneiland, anna, VRAAG, "Nieuw")
    gezien += [merk in client.get(adres).text, client.get(ADRES).text.count(merk)]
    assert gezien == [True, False, 1]


def test_older_version_is_put_back(client, twee_versies, kanaleneiland):
    response = client.post(ADRES, {"versie": "1", "gezien": "2"}, follow=True)
    assert response.redirect_chain == [(ADRES, 302)]
    assert "Versie 1 is teruggezet." in response.text
    assert geschiedenis(kanaleneiland, VRAAG)[0] == (3, "Schulden", "Anna")
    assert response.context["versies"][0].antwoord.toelichting == "Uit de gesprekken"


def test_newest_version_put_back_is_no_new_one(client, twee_versies, kanaleneiland):
    client.post(ADRES, {"versie": "2", "gezien": "2"})
    assert len(geschiedenis(kanaleneiland, VRAAG)) == 2


def test_change_of_each_version_is_told_in_words(client, twee_versies):
    tekst = Formulier(client.get(ADRES).text).zonder_opmaak
    assert "Wat is er veranderd in versie 2 ? Schulden [toegevoegd: en stress ]" in tekst
    assert "Toelichting [verwijderd: Uit de gesprekken ]" in tekst
    assert "in versie 1 ?" not in tekst


@pytest.fixture
def drie_versies(twee_versies, kanaleneiland, anna):
    gegeven(kanaleneiland, anna, VRAAG, "Schulden, stress en eenzaamheid")


@pytest.mark.parametrize(
    ("query", "vergeleken", "is_open"),
    [
        ({}, (2, 3), False),
        ({"van": "1", "naar": "3"}, (1, 3), True),
        ({"van": "3", "naar": "1"}, (3, 1), True),
        ({"van": "1"}, (1, 3), True),
        ({"van": "2", "naar": "2"}, (2, 2), True),
        ({"van": "9", "naar": "-1"}, (2, 3), True),
        ({"van": "een", "naar": "9" * 400}, (2, 3), True),
        ({"van": "\x00", "naar": "٣"}, (2, 3), True),
    ],
)
def test_two_versions_are_compared(client, drie_versies, query, vergeleken, is_open):
    response = client.get(ADRES, query)
    blad = Formulier(response.text)
    assert (blad.velden["van"], blad.velden["naar"]) == tuple([str(een)] for een in vergeleken)
    assert '<details class="wt-blok" id="vergelijken" open>' in response.text or not is_open
    zin = f"Van versie {vergeleken[0]} naar versie {vergeleken[1]}"
    assert (zin in blad.zonder_opmaak, "Deze versies zijn gelijk." in blad.zonder_opmaak) == (
        True,
        vergeleken == (2, 2),
    )


def test_one_version_is_compared_with_nothing(client, kanaleneiland, anna):
    gegeven(kanaleneiland, anna, VRAAG, "Schulden")
    assert "Vergelijken" not in client.get(ADRES, {"van": "1"}).text


def test_wiped_version_says_so_and_is_not_put_back(client, drie_versies, kanaleneiland, els):
    with enter_scope(kanaleneiland.gemeente):
        wis_versie(antwoord=Antwoord.objects.get(vraag=VRAAG, versie=1), reden="naam van een cliënt", door=els)
    response = client.get(ADRES)
    assert "Uit de gesprekken" not in response.text
    assert "[verwijderd op " in response.text
    assert [f'name="versie" value="{nummer}"' in response.text for nummer in (1, 2)] == [False, True]
    assert client.post(ADRES, {"versie": "1", "gezien": "3"}).status_code == 404
    assert len(geschiedenis(kanaleneiland, VRAAG)) == 3


@pytest.mark.parametrize("gezien", ["1", "0", "9"])
def test_putting_back_over_a_version_that_was_not_seen_is_refused(client, twee_versies, kanaleneiland, fatma, gezien):
    gegeven(kanaleneiland, fatma, VRAAG, "Nog nieuwer")
    response = client.post(ADRES, {"versie": "2", "gezien": gezien}, follow=True)
    assert "Er is net een nieuwer antwoord bewaard." in response.text
    assert geschiedenis(kanaleneiland, VRAAG)[0] == (3, "Nog nieuwer", "Fatma")


@pytest.mark.parametrize(
    "velden",
    [
        {},
        {"versie": "1"},
        {"gezien": "2"},
        {"versie": "3", "gezien": "2"},
        {"versie": "0", "gezien": "2"},
        {"versie": "-1", "gezien": "2"},
        {"versie": "een", "gezien": "2"},
        {"versie": "٢", "gezien": "2"},
        {"versie": "1", "gezien": "9" * 400},
    ],
)
def test_forged_version_is_404(client, twee_versies, kanaleneiland, velden):
    assert client.post(ADRES, velden).status_code == 404
    assert len(geschiedenis(kanaleneiland, VRAAG)) == 2


def test_reader_sees_the_history_and_may_not_put_back(client_for, bram, twee_versies, kanaleneiland):
    client = client_for(bram)
    blad = Formulier(client.get(ADRES).text)
    assert ("Schulden en stress" in blad.zonder_opmaak, "gezien" in blad.velden) == (True, False)
    response = client.post(ADRES, {"versie": "1", "gezien": "2"})
    assert (response.status_code, Recht.INVULLEN.reden in response.text) == (403, True)
    assert len(geschiedenis(kanaleneiland, VRAAG)) == 2


@pytest.mark.parametrize("vraag", ["opgave.verzonnen", "opgave.eigen_1", "opgave.eigen_²", "x", "opgave.vraagstuk\x00"])
def test_unknown_question_is_404(client, kanaleneiland, vraag):
    assert client.get(f"/utrecht/kanaleneiland/antwoorden/{vraag}/").status_code == 404


@pytest.mark.parametrize("methode", ["get", "post"])
def test_other_gemeente_is_404(client_for, carla, twee_versies, methode):
    response = getattr(client_for(carla), methode)(ADRES, {"versie": "1", "gezien": "2"})
    assert response.status_code == 404


@pytest.mark.parametrize("aantal", [1, 3])
def test_number_of_queries_does_not_grow_with_the_versions(
    client, kanaleneiland, anna, django_assert_num_queries, aantal
):
    for nummer in range(aantal):
        gegeven(kanaleneiland, anna, VRAAG, f"Versie {nummer}")
    with django_assert_num_queries(4):
        client.get(ADRES)


def test_pages_say_that_the_answer_of_now_was_wiped(client, kanaleneiland, anna, els):
    gegeven(kanaleneiland, anna, VRAAG, "Mevrouw Jansen")
    with enter_scope(kanaleneiland.gemeente):
        wis_versie(antwoord=Antwoord.objects.get(vraag=VRAAG), reden="naam van een cliënt", door=els)
    for pagina in ("wizard/opgave/vraagstuk/", "wizard/opgave/", f"antwoorden/{VRAAG}/"):
        tekst = Formulier(client.get(f"/utrecht/kanaleneiland/{pagina}").text).zonder_opmaak
        assert ("naam van een cliënt]" in tekst, "Jansen" in tekst) == (True, False), pagina
