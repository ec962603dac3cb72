"""The doors: who gets in where, and what is in scope behind each."""

import pytest
from django.utils import timezone

from bouwstenen.core.tenancy import enter_scope
from tests.factories import LidmaatschapFactory, WijkteamFactory

pytestmark = [pytest.mark.urls("tests.toegang.proef_urls"), pytest.mark.django_db]


@pytest.fixture
def oost(zeist):
    return WijkteamFactory(gemeente=zeist, slug="oost", naam="Oost")


@pytest.fixture
def archief(kanaleneiland):
    with enter_scope(kanaleneiland.gemeente):
        kanaleneiland.gearchiveerd_op = timezone.now()
        kanaleneiland.save()


def test_open_door_needs_nobody_and_knows_no_gemeente(client):
    assert client.get("/open/").content == b"None"


@pytest.mark.parametrize("url", ["/eigen/", "/utrecht/", "/bestaat-niet/", "/utrecht/kanaleneiland/", "/beheer/"])
def test_anonymous_is_sent_to_the_login_page_whether_it_exists_or_not(client, kanaleneiland, url):
    antwoord = client.get(f"{url}?a=1")
    assert (antwoord.status_code, antwoord.url) == (302, f"/account/inloggen/?next={url}%3Fa%3D1")


def test_eigen_door_shows_all_own_gemeenten_and_no_other(client_for, daan, carla, lid, kanaleneiland, oost):
    assert client_for(daan).get("/eigen/").content.decode() == "Utrecht/Kanaleneiland Zeist/Oost "
    assert client_for(carla).get("/eigen/").content.decode() == "Zeist/Oost "
    assert client_for(lid("gijs")).get("/eigen/").content.decode() == ""


def test_lid_door_shows_only_the_gemeente_in_the_url(client_for, daan, kanaleneiland, oost):
    assert client_for(daan).get("/utrecht/").content.decode() == "Utrecht/Kanaleneiland "


def test_unknown_and_not_yours_get_the_same_answer(client_for, anna, oost):
    client = client_for(anna)
    urls = [
        "/zeist/",
        "/zeist/oost/",
        "/zeist/west/",
        "/nergens/",
        "/nergens/oost/",
        "/utrecht/oost/",
        "/utrecht/west/",
    ]
    answers = [client.get(url) for url in urls]
    assert [answer.status_code for answer in answers] == [404] * len(urls)
    # Only the address itself may differ: a page that shows it, shows what was typed.
    assert len({answer.content.replace(url.encode(), b"") for url, answer in zip(urls, answers, strict=True)}) == 1


def test_inactive_lidmaatschap_and_archived_gemeente_are_gone(client_for, anna, lid, utrecht, zeist):
    LidmaatschapFactory(gemeente=zeist, gebruiker=anna, actief=False)
    assert client_for(anna).get("/zeist/").status_code == 404
    utrecht.gearchiveerd_op = timezone.now()
    utrecht.save()
    assert client_for(anna).get("/utrecht/").status_code == 404
    assert client_for(anna).get("/eigen/").content.decode() == ""


def test_a_closed_account_is_anonymous(client_for, anna):
    client = client_for(anna)
    anna.is_active = False
    anna.save()
    assert client.get("/utrecht/").status_code == 302


def test_platform_beheerder_without_lidmaatschap_sees_no_gemeente(client_for, els, utrecht):
    assert client_for(els).get("/utrecht/").status_code == 404


def test_member_without_the_right_is_told_why(client_for, bram, kanaleneiland):
    antwoord = client_for(bram).post("/utrecht/kanaleneiland/")
    assert antwoord.status_code == 403
    assert "Met uw rol kunt u dit bekijken, maar niet wijzigen." in antwoord.content.decode()


def test_rights_of_one_gemeente_do_not_count_in_another(client_for, anna, zeist, fatma):
    LidmaatschapFactory(gemeente=zeist, gebruiker=anna, rollen=["lezer"])
    assert [client_for(anna).post(url).status_code for url in ("/utrecht/", "/zeist/")] == [200, 403]
    assert [client_for(wie).get("/utrecht/leden/").status_code for wie in (anna, fatma)] == [403, 200]


def test_roles_add_up_and_without_a_role_nothing_is_allowed(client_for, lid, utrecht):
    gijs, hans = lid("gijs"), lid("hans")
    LidmaatschapFactory(gemeente=utrecht, gebruiker=gijs, rollen=["lezer", "beheerder"])
    LidmaatschapFactory(gemeente=utrecht, gebruiker=hans, rollen=[])
    assert client_for(gijs).get("/utrecht/leden/").status_code == 200
    WijkteamFactory(gemeente=utrecht, naam="Oost")
    assert client_for(hans).get("/utrecht/").status_code == 403
    assert [client_for(wie).get("/eigen/").content.decode() for wie in (gijs, hans)] == ["Utrecht/Oost ", ""]


def test_archived_wijkteam_is_readable_and_only_restoring_changes_it(client_for, anna, archief):
    client = client_for(anna)
    assert client.get("/utrecht/kanaleneiland/").status_code == 200
    antwoord = client.post("/utrecht/kanaleneiland/")
    assert antwoord.status_code == 403
    assert "Dit wijkteam is gearchiveerd." in antwoord.content.decode()
    assert client.post("/utrecht/kanaleneiland/herstel/").status_code == 200


def test_beheer_is_for_platform_beheerders(client_for, els, anna):
    assert client_for(els).get("/beheer/").status_code == 200
    antwoord = client_for(anna).get("/beheer/")
    assert antwoord.status_code == 403
    assert "alleen voor de platformbeheerder" in antwoord.content.decode()


def test_a_streaming_response_keeps_its_scope(client_for, daan, kanaleneiland, oost):
    antwoord = client_for(daan).get("/utrecht/stroom/")
    assert b"".join(antwoord.streaming_content) == b"KanaleneilandKanaleneiland"


@pytest.mark.parametrize("url", ["/utrecht/bestaat/niet/echt/", "/Utrecht/", "/utrecht/%00/"])
def test_unknown_urls_are_404(client_for, anna, url):
    assert client_for(anna).get(url).status_code == 404


def test_the_door_takes_three_queries(client_for, anna, kanaleneiland, django_assert_num_queries):
    client = client_for(anna)
    with django_assert_num_queries(4):  # session, gebruiker, wijkteam with gemeente and roles; and the view's own
        client.get("/utrecht/kanaleneiland/")
