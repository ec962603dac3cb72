"""The platform beheerder reads answers under /beheer/ and can't change them."""

import pytest

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.store import Ingediend, save_antwoorden
from bouwstenen.core.tenancy import enter_scope

LIJST = "/beheer/bouwstenen/antwoord/"


@pytest.fixture
def antwoord(kanaleneiland, anna):
    with enter_scope(kanaleneiland.gemeente):
        save_antwoorden(
            wijkteam=kanaleneiland,
            ingediend=[Ingediend(vraag="opgave.vraagstuk", versie=0, waarde="Eenzaamheid")],
            door=anna,
        )
        return store.Antwoord.objects.get()


def test_answers_can_be_read(client_for, els, antwoord):
    beheer = client_for(els)
    pages = [beheer.get(LIJST), beheer.get(f"{LIJST}?q=vraagstuk"), beheer.get(f"{LIJST}{antwoord.pk}/change/")]
    assert [page.status_code for page in pages] == [200, 200, 200]
    assert "Eenzaamheid" in pages[-1].content.decode()


def test_answers_can_not_be_changed(client_for, els, antwoord, kanaleneiland):
    beheer = client_for(els)
    pogingen = [f"{LIJST}add/", f"{LIJST}{antwoord.pk}/change/", f"{LIJST}{antwoord.pk}/delete/"]
    assert [beheer.post(url, {"waarde": "Anders", "post": "yes"}).status_code for url in pogingen] == [403, 403, 403]
    with enter_scope(kanaleneiland.gemeente):
        assert store.huidige_antwoorden(kanaleneiland)["opgave.vraagstuk"].waarde == "Eenzaamheid"
