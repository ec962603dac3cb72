"""One version of a decision can be wiped when the law asks for it, as one of an answer can."""

import re

import pytest

from bouwstenen.antwoorden.store.wissen import ook_in, wis_rij
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Afdruk, Afweging, Spoorregel
from bouwstenen.samenhang import store
from tests.factories import AfdrukFactory
from tests.samenhang.besluiten import REGEL, TEAM, besluiten, decide, raise_spanning, samenhang, stand

MARKERING = re.compile(r"\[verwijderd op \d{1,2} \w+ \d{4}: een naam\]")


@pytest.fixture
def versies(kanaleneiland, anna):
    """versies[1] and versies[2]: the rows of a decision that was written down twice."""
    raise_spanning(kanaleneiland, anna)
    decide(kanaleneiland, anna, reden="Jan wil het zo.", door="Jan Jansen")
    decide(kanaleneiland, anna, 1, reden="Zo is het besloten.", door="Jan Jansen")
    with enter_scope(kanaleneiland.gemeente):
        return {rij.versie: rij for rij in Afweging.objects.all()}


def wipe(rij, door):
    with enter_scope(rij.wijkteam.gemeente):
        return wis_rij(rij=rij, reden="een naam", door=door)


def test_text_and_who_decided_go_and_the_decision_stays(versies, kanaleneiland, els):
    wipe(versies[1], els)
    with enter_scope(kanaleneiland.gemeente):
        nieuw, oud = store.geschiedenis(kanaleneiland, REGEL)
    assert (oud.reden, oud.door, oud.besluit) == ("", "", "bewust")
    assert MARKERING.fullmatch(oud.gewist)
    assert (nieuw.reden, nieuw.gewist, stand(kanaleneiland)) == ("Zo is het besloten.", "", "bewust")


def test_a_page_that_stood_open_does_not_save_the_text_again(versies, kanaleneiland, anna, els):
    wipe(versies[2], els)
    assert [een[:3] for een in besluiten(kanaleneiland)[:2]] == [(3, "bewust", ""), (2, "bewust", "")]
    assert MARKERING.fullmatch(samenhang(kanaleneiland).bij(REGEL).afweging.gewist)
    assert decide(kanaleneiland, anna, 2, reden="Zo is het besloten.", door="Jan Jansen").botst
    assert decide(kanaleneiland, anna, 3, reden="Opnieuw.").bewaard.versie == 4


def test_an_emptied_page_is_no_decision(versies, kanaleneiland, anna, els):
    """What was wiped says nothing, so that saying it again is a version of its own."""
    wipe(versies[2], els)
    assert decide(kanaleneiland, anna, 3, reden="", door="").bewaard.versie == 4


def test_what_was_wiped_does_not_come_back_from_the_agenda(versies, kanaleneiland, anna, els):
    decide(kanaleneiland, anna, 2, besluit="bespreken", reden="", door="")
    wipe(versies[2], els)
    with enter_scope(kanaleneiland.gemeente):
        store.take_off_agenda(wijkteam=kanaleneiland, regel=REGEL, versie=3, door=anna)
    assert besluiten(kanaleneiland)[0][:3] == (4, "open", "")


def test_it_is_traced_and_stored_documents_go(versies, kanaleneiland, els):
    AfdrukFactory(wijkteam=kanaleneiland)
    wipe(versies[1], els)
    regel = Spoorregel.objects.get(actie="gewist")
    assert (regel.object, regel.bijzonderheden) == (f"wijkteam:{kanaleneiland.pk}", f"{REGEL}, versie 1: een naam")
    with enter_scope(kanaleneiland.gemeente):
        assert Afdruk.objects.count() == 0


def test_other_versions_with_the_same_text(versies, kanaleneiland):
    with enter_scope(kanaleneiland.gemeente):
        assert [een.versie for een in ook_in(versies[1])] == [2]


def test_the_platform_beheerder_reads_and_wipes(client_for, els, fatma, versies, kanaleneiland):
    adres, beheer = f"/beheer/bouwstenen/afweging/{versies[1].pk}/", client_for(els)
    lijst = "/beheer/bouwstenen/afweging/"
    assert [beheer.get(een).status_code for een in (lijst, f"{lijst}?q=REG", f"{adres}change/")] == [200] * 3
    assert [beheer.post(een).status_code for een in (f"{lijst}add/", f"{adres}change/", f"{adres}delete/")] == [403] * 3
    assert f"{adres}wissen/" in beheer.get(f"{adres}change/").text
    pagina = beheer.get(f"{adres}wissen/").text
    assert ("Jan wil het zo." in pagina, "versie 2</a>" in pagina, "de toelichting" in pagina) == (True, True, False)
    assert beheer.post(f"{adres}wissen/", {"reden": ""}).status_code == 422
    assert client_for(fatma).post(f"{adres}wissen/", {"reden": "een naam"}).status_code == 403
    keren = [beheer.post(f"{adres}wissen/", {"reden": "een naam"}, follow=True).text for _ in range(2)]
    assert [re.findall("De tekst van versie 1 [^<]*", keer) for keer in keren] == [
        ["De tekst van versie 1 is gewist."],
        ["De tekst van versie 1 was al gewist."],
    ]
    assert ("Jan wil" in beheer.get(f"{adres}wissen/").text, "wissen/" in beheer.get(f"{adres}change/").text) == (
        False,
        False,
    )


def test_members_read_the_marker(client_for, bram, els, versies):
    wipe(versies[2], els)
    for adres in (TEAM, f"{TEAM}{REGEL}/"):
        html = client_for(bram).get(adres).text
        assert ("Zo is het besloten." in html, bool(MARKERING.search(html))) == (False, True)
