"""Making, renaming, archiving and restoring a wijkteam."""

import pytest

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.toegang import store as toegang
from tests.factories import WijkteamFactory

INSTELLINGEN = "/utrecht/kanaleneiland/instellingen/"


def names_in(gemeente):
    with enter_scope(gemeente):
        return {wijkteam.slug: wijkteam.naam for wijkteam in toegang.wijkteams_van(gemeente)}


def is_archived(wijkteam):
    with enter_scope(wijkteam.gemeente):
        wijkteam.refresh_from_db()
    return wijkteam.gearchiveerd_op is not None


def test_make(client_for, anna, utrecht):
    answer = client_for(anna).post("/utrecht/nieuw/", {"naam": "  Kanalen\x00eiland \n Noord "}, follow=True)
    assert answer.redirect_chain == [("/utrecht/kanaleneiland-noord/", 302)]
    assert "Kanaleneiland Noord staat klaar." in answer.content.decode()
    assert names_in(utrecht) == {"kanaleneiland-noord": "Kanaleneiland Noord"}


@pytest.mark.parametrize(
    ("naam", "fout"),
    [
        (None, "Vul een naam in."),
        (" \x07 ", "Vul een naam in."),
        ("kanaleneiland", "Er is al een wijkteam met deze naam. Kies een andere naam."),
        ("x" * 101, "Maak de naam korter: er staan 101 tekens, 100 mag."),
    ],
)
def test_make_with_a_wrong_name(client_for, anna, kanaleneiland, naam, fout):
    answer = client_for(anna).post("/utrecht/nieuw/", {"naam": naam} if naam else {})
    html = answer.content.decode()
    assert (answer.status_code, f'<a href="#id_naam">{fout}</a>' in html) == (422, True)
    assert "<title>Fout: Wijkteam maken" in html
    assert names_in(kanaleneiland.gemeente) == {"kanaleneiland": "Kanaleneiland"}


def test_a_name_of_a_hundred_signs_is_not_too_long(client_for, anna, utrecht):
    client_for(anna).post("/utrecht/nieuw/", {"naam": "x" * 100})
    assert list(names_in(utrecht).values()) == ["x" * 100]


def test_a_script_as_name_is_text(client_for, anna, utrecht):
    answer = client_for(anna).post("/utrecht/nieuw/", {"naam": "<script>{{ 7 }}"}, follow=True)
    html = answer.content.decode()
    assert ("<script>{{" in html, "&lt;script&gt;{{ 7 }}" in html) == (False, True)


def test_rename_keeps_the_address(client_for, anna, kanaleneiland):
    answer = client_for(anna).post(INSTELLINGEN, {"naam": "Transwijk"})
    assert (answer.url, names_in(kanaleneiland.gemeente)) == ("/utrecht/kanaleneiland/", {"kanaleneiland": "Transwijk"})


def test_rename_to_a_taken_name(client_for, anna, kanaleneiland, utrecht):
    WijkteamFactory(gemeente=utrecht, slug="overvecht", naam="Overvecht")
    answer = client_for(anna).post(INSTELLINGEN, {"naam": "Overvecht"})
    assert (answer.status_code, names_in(utrecht)["kanaleneiland"]) == (422, "Kanaleneiland")


def test_rename_may_change_only_capitals(client_for, anna, kanaleneiland):
    client_for(anna).post(INSTELLINGEN, {"naam": "KanalenEiland"})
    assert names_in(kanaleneiland.gemeente) == {"kanaleneiland": "KanalenEiland"}


def test_archiving_asks_first(client_for, anna, kanaleneiland):
    html = client_for(anna).get(INSTELLINGEN + "?stap=archiveren").content.decode()
    assert ("Ja, archiveren" in html, "Alle antwoorden en eerdere versies blijven bewaard." in html) == (True, True)
    assert not is_archived(kanaleneiland)


def test_archive_and_restore(client_for, anna, kanaleneiland):
    client = client_for(anna)
    assert client.post(INSTELLINGEN, {"actie": "archiveren"}).url == "/utrecht/"
    assert is_archived(kanaleneiland)
    assert client.post(INSTELLINGEN, {"actie": "terugzetten"}).url == "/utrecht/kanaleneiland/"
    assert not is_archived(kanaleneiland)


@pytest.mark.parametrize("data", [{"naam": "Transwijk"}, {"actie": "archiveren"}, {"actie": "onzin"}])
def test_an_archived_wijkteam_only_comes_back(client_for, anna, kanaleneiland, data):
    client = client_for(anna)
    client.post(INSTELLINGEN, {"actie": "archiveren"})
    assert client.post(INSTELLINGEN, data).status_code == 403
    for url in (INSTELLINGEN, INSTELLINGEN + "?stap=archiveren"):
        html = client.get(url).content.decode()
        assert ("Terugzetten" in html, "Ja, archiveren" in html, "Naam opslaan" in html) == (True, False, False)
    assert names_in(kanaleneiland.gemeente) == {"kanaleneiland": "Kanaleneiland"}


@pytest.mark.parametrize("url", ["/utrecht/nieuw/", INSTELLINGEN])
@pytest.mark.parametrize("persoon", ["bram", "daan"])
def test_without_invullen_nothing_can_be_changed(client_for, request, persoon, kanaleneiland, url):
    client = client_for(request.getfixturevalue(persoon))
    data = {"naam": "Transwijk", "actie": "archiveren"}
    assert (client.get(url).status_code, client.post(url, data).status_code) == (403, 403)
    assert (names_in(kanaleneiland.gemeente), is_archived(kanaleneiland)) == ({"kanaleneiland": "Kanaleneiland"}, False)
