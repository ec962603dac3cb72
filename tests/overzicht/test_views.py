"""The pages before the wizard, as each role sees them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bouwstenen.antwoorden import store
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.toegang import store as toegang
from tests.factories import GemeenteFactory, LidmaatschapFactory, WijkteamFactory
from tests.samenhang.besluiten import decide, raise_spanning, samenhang
from tests.wizard.formulier import Formulier

MAKEN, TERUGZETTEN, INSTELLINGEN = "Wijkteam maken", "Terugzetten", "Naam wijzigen of archiveren"


def page(client, naam, *args, status=200):
    answer = client.get(reverse(naam, args=args))
    assert answer.status_code == status
    return answer.content.decode()


def archive(wijkteam, door):
    with enter_scope(wijkteam.gemeente):
        toegang.archive_wijkteam(wijkteam=wijkteam, door=door)


# start


def test_start_asks_to_log_in(client, db):
    assert client.get("/").url == "/account/inloggen/?next=/"


def test_start_with_one_gemeente_goes_there(client_for, bram):
    assert client_for(bram).get("/").url == "/utrecht/"


def test_start_with_more_gemeenten_lets_choose(client_for, daan, kanaleneiland):
    answer = client_for(daan).get("/")
    assert {gemeente.slug: aantal for gemeente, aantal in answer.context["gemeenten"]} == {"utrecht": 1, "zeist": 0}
    assert "1 wijkteam</p>" in answer.content.decode()


def test_start_counts_no_archived_wijkteams(client_for, daan, kanaleneiland):
    archive(kanaleneiland, daan)
    assert [aantal for _, aantal in client_for(daan).get("/").context["gemeenten"]] == [0, 0]


def test_start_of_the_platform_beheerder(client_for, els):
    assert 'href="/beheer/"' in page(client_for(els), "start")


def test_start_of_a_platform_beheerder_with_a_gemeente_has_both(client_for, lid, utrecht):
    html = page(client_for(lid("gerda", (utrecht, "lezer"), is_staff=True)), "start")
    assert ('href="/beheer/"' in html, 'href="/utrecht/"' in html) == (True, True)


def test_start_without_gemeente_says_whom_to_ask(client_for, lid, db):
    html = page(client_for(lid("hans")), "start")
    assert ("hans@voorbeeld.nl" in html, "Vraag de beheerder van uw gemeente" in html) == (True, True)


def test_a_lidmaatschap_without_a_role_shows_nothing(client_for, lid, utrecht, kanaleneiland):
    hans = lid("hans")
    LidmaatschapFactory(gebruiker=hans, gemeente=utrecht, rollen=[])
    assert client_for(hans).get("/").context["gemeenten"] == []
    assert client_for(hans).get("/overzicht/").context["groepen"] == []


# all wijkteams


def test_wijkteams_of_own_gemeenten_only(client_for, daan, anna, kanaleneiland, zeist):
    WijkteamFactory(gemeente=zeist, naam="Zeist-Oost")
    assert shown(client_for(daan)) == {"utrecht": ["Wijkteam Kanaleneiland"], "zeist": ["Wijkteam Zeist-Oost"]}
    assert shown(client_for(anna)) == {"utrecht": ["Wijkteam Kanaleneiland"]}


def shown(client):
    groepen = client.get("/overzicht/").context["groepen"]
    return {gemeente.slug: [stand.naam for stand in standen] for gemeente, standen in groepen}


def test_wijkteams_tells_progress_last_change_and_download(client_for, daan, anna, kanaleneiland, geef, om):
    om(14, 3)
    geef(kanaleneiland, anna, {"opgave.vraagstuk": "Eenzaamheid"})
    html = page(client_for(daan), "overzicht_wijkteams")
    assert "1 van " in html
    assert 'Anna, <time datetime="2026-05-03T14:03:00+02:00">3 mei 2026 14:03</time>' in html
    assert 'Opgave<span class="wt-sr">: Bezig</span>' in html
    assert f'href="{reverse("startdocument_startdocument", args=("utrecht", "kanaleneiland"))}#downloaden"' in html


@pytest.mark.parametrize("naam", ["overzicht_wijkteams", "start"])
def test_queries_do_not_grow_with_gemeenten_and_wijkteams(client_for, lid, anna, geef, naam):
    gemeenten = [GemeenteFactory() for _ in range(3)]
    een, drie = lid("ilse", (gemeenten[0], "lezer"), is_staff=True), lid("joop", *((g, "lezer") for g in gemeenten))
    filled_wijkteam(gemeenten[0], anna, geef)
    aantal = number_of_queries(client_for(een), reverse(naam))
    for gemeente in (gemeenten[1], gemeenten[1], gemeenten[2], gemeenten[2], gemeenten[2]):
        filled_wijkteam(gemeente, anna, geef)
    assert number_of_queries(client_for(drie), reverse(naam)) == aantal


def test_queries_do_not_grow_with_wijkteams_of_one_gemeente(client_for, anna, utrecht, geef):
    filled_wijkteam(utrecht, anna, geef)
    aantal = number_of_queries(client_for(anna), "/utrecht/")
    for _ in range(2):
        filled_wijkteam(utrecht, anna, geef)
    assert number_of_queries(client_for(anna), "/utrecht/") == aantal


def filled_wijkteam(gemeente, door, geef):
    wijkteam = WijkteamFactory(gemeente=gemeente)
    with enter_scope(gemeente):
        eigen = store.ask_eigen_vraag(wijkteam=wijkteam, deel="opgave", label="En nu?", door=door)
        store.set_klaar(wijkteam=wijkteam, deel="opgave", klaar=True, door=door)
    geef(wijkteam, door, {"opgave.vraagstuk": "Een", eigen.sleutel: "Twee"})


def number_of_queries(client, url):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


# one gemeente


def test_gemeente_for_a_beleidsadviseur(client_for, anna, kanaleneiland):
    html = page(client_for(anna), "overzicht_gemeente", "utrecht")
    assert ("Wijkteam Kanaleneiland" in html, MAKEN in html, TERUGZETTEN in html) == (True, True, False)


@pytest.mark.parametrize("persoon", ["bram", "daan"])
def test_gemeente_without_invullen_has_no_buttons(client_for, request, persoon, kanaleneiland, utrecht, anna):
    archive(WijkteamFactory(gemeente=utrecht, naam="Overvecht"), anna)
    html = page(client_for(request.getfixturevalue(persoon)), "overzicht_gemeente", "utrecht")
    assert (MAKEN in html, TERUGZETTEN in html, "Overvecht" in html) == (False, False, True)


def test_gemeente_keeps_archived_wijkteams_apart(client_for, anna, kanaleneiland):
    archive(kanaleneiland, anna)
    answer = client_for(anna).get("/utrecht/")
    assert (answer.context["standen"], list(answer.context["gearchiveerd"])) == ([], [kanaleneiland])
    assert TERUGZETTEN in answer.content.decode()


def test_gemeente_without_wijkteams(client_for, anna, bram):
    assert [MAKEN in page(client_for(wie), "overzicht_gemeente", "utrecht") for wie in (anna, bram)] == [True, False]


@pytest.mark.parametrize("naam", ["gemeente", "nieuw", "wijkteam", "instellingen"])
def test_another_gemeente_does_not_exist(client_for, carla, kanaleneiland, naam):
    args = ("utrecht", "kanaleneiland") if naam in ("wijkteam", "instellingen") else ("utrecht",)
    page(client_for(carla), f"overzicht_{naam}", *args, status=404)


# one wijkteam


def test_wijkteam_shows_every_deel_and_the_startdocument(client_for, anna, kanaleneiland, geef, om):
    om(14, 3)
    geef(kanaleneiland, anna, {"opgave.vraagstuk": "Eenzaamheid", "gebiedsanalyse.naam_team": {"keuze": "buurtteam"}})
    answer = client_for(anna).get("/utrecht/kanaleneiland/")
    html = answer.content.decode()
    assert [len(taken) for _, taken in answer.context["groepen"]] == [1, 6, 1]
    assert "<h1>Buurtteam Kanaleneiland</h1>" in html
    assert ("Startdocument</a>" in html, "Verder waar u was" in html, INSTELLINGEN in html) == (True, True, True)
    assert f"14:03</time>: {answer.context['groepen'][1][1][0].laatste_vraag.label}" in html


def task_lists(client_for, *gebruikers):
    return [page(client_for(wie), "overzicht_wijkteam", "utrecht", "kanaleneiland") for wie in gebruikers]


def test_samenhang_stands_before_the_startdocument_with_its_numbers(client_for, anna, bram, kanaleneiland):
    assert "Welke antwoorden passen bij elkaar, en welke niet?" in task_lists(client_for, anna)[0]
    raise_spanning(kanaleneiland, anna)
    decide(kanaleneiland, anna, besluit="bespreken")
    aandacht = len(samenhang(kanaleneiland).aandachtspunten)
    for html in task_lists(client_for, anna, bram):
        tekst = Formulier(html).zonder_opmaak
        assert f"Samenhang 1 spanning, {aandacht} aandachtspunten Op de agenda: 1 Startdocument" in tekst


def test_the_task_list_takes_one_query_more_for_what_was_decided(client_for, anna, kanaleneiland):
    client = client_for(anna)
    aantal = number_of_queries(client, "/utrecht/kanaleneiland/")
    raise_spanning(kanaleneiland, anna)
    for regel in ("REG-001", "REG-072", "REG-121"):
        decide(kanaleneiland, anna, regel=regel)
    assert number_of_queries(client, "/utrecht/kanaleneiland/") == aantal
    with CaptureQueriesContext(connection) as queries:
        client.get("/utrecht/kanaleneiland/")
    assert len([een for een in queries if "bouwstenen_afweging" in een["sql"]]) == 1


def test_rows_lead_to_what_is_open_and_for_a_lezer_to_the_check_page(client_for, anna, bram, kanaleneiland):
    deel = "/utrecht/kanaleneiland/wizard/gebiedsanalyse/"
    van_anna, van_bram = task_lists(client_for, anna, bram)
    assert f'<a href="{deel}start/">Gebiedsanalyse' in van_anna
    assert f'<a href="{deel}">Gebiedsanalyse' in van_bram
    assert ("Beginnen" in van_anna, "Beginnen" in van_bram, INSTELLINGEN in van_bram) == (True, False, False)


def test_whoever_saved_nothing_yet_goes_on_with_what_is_open(client_for, anna, fatma, kanaleneiland, geef):
    geef(kanaleneiland, anna, {"opgave.vraagstuk": "Eenzaamheid"})
    assert "Verder met invullen" in page(client_for(fatma), "overzicht_wijkteam", "utrecht", "kanaleneiland")


def test_an_archived_wijkteam_can_be_read_and_restored(client_for, anna, bram, kanaleneiland):
    archive(kanaleneiland, anna)
    van_anna, van_bram = task_lists(client_for, anna, bram)
    assert ("in het archief" in van_anna, "in het archief" in van_bram) == (True, True)
    assert (TERUGZETTEN in van_anna, TERUGZETTEN in van_bram, "Beginnen" in van_anna) == (True, False, False)


def test_a_voorbeeld_is_marked_until_users_replaced_it(client_for, anna, kanaleneiland):
    with enter_scope(kanaleneiland.gemeente):
        voorbeeld = {"vraag": "opgave.vraagstuk", "waarde": "Een", "toelichting": "", "herkomst": "002, regel 1"}
        store.add_voorbeeld(wijkteam=kanaleneiland, door=anna, **voorbeeld)
    assert marked(client_for(anna)) == [True, True, True]
    with enter_scope(kanaleneiland.gemeente):
        eigen = store.Ingediend(vraag="opgave.vraagstuk", versie=1, waarde="Twee")
        store.save_antwoorden(wijkteam=kanaleneiland, ingediend=[eigen], door=anna)
    assert marked(client_for(anna)) == [False, False, False]


def marked(client):
    urls = ("/utrecht/kanaleneiland/", "/utrecht/", "/overzicht/")
    return ["Voorbeeld naar onderzoek uit 2013" in client.get(url).content.decode() for url in urls]


def test_a_voorbeeldgemeente_is_marked_on_the_start_page(client_for, lid, utrecht):
    gemeente = GemeenteFactory(slug="voorbeeld-utrecht", is_voorbeeld=True)
    assert "Voorbeeld naar onderzoek uit 2013" in page(
        client_for(lid("hans", (utrecht, "lezer"), (gemeente, "lezer"))), "start"
    )
