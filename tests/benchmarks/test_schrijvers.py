"""Two thousand saves by eight advisors on five pages: what was told is what is in the history, exactly once."""

import pytest
from django.db import connection

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.store import Ingediend
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Antwoord
from tests.benchmarks.schrijvers import OPSLAAN, SCHRIJVERS, Telling, lost_and_doubled, vellen, write_together


def sturen(client):
    def stuur(methode, pad, velden):
        try:
            response = client.get(pad) if methode == "GET" else client.post(pad, velden)
            return response.status_code, response.text
        finally:
            connection.close()

    return stuur


@pytest.mark.django_db(transaction=True)
def test_every_save_is_in_the_history_once_or_was_refused_aloud(lid, client_for, utrecht, kanaleneiland):
    adviseurs = [lid(f"adviseur{nummer}", (utrecht, "beleidsadviseur")) for nummer in range(SCHRIJVERS)]
    telling = write_together("/utrecht/kanaleneiland/", [sturen(client_for(een)) for een in adviseurs])
    assert lost_and_doubled(kanaleneiland, telling) == []
    assert (telling.totaal, bool(telling.bewaard), bool(telling.geweigerd)) == (OPSLAAN, True, True)


def test_the_count_sees_what_is_lost_doubled_and_never_told(anna, utrecht, kanaleneiland):
    pad, naam = next(vellen())
    vraag = f"{pad.split('/')[1]}.{naam}"
    with enter_scope(utrecht):
        for versie, tekst in enumerate(["dubbel", "dubbel", "stil", "toch"]):
            een = Ingediend(vraag=vraag, versie=versie, waarde=tekst, toelichting=str(versie))
            store.save_antwoorden(wijkteam=kanaleneiland, ingediend=[een], door=anna)
        Antwoord.objects.create(wijkteam=kanaleneiland, vraag=vraag, versie=9, waarde="ver", auteur=anna)
    telling = Telling(bewaard=["dubbel", "weg"], geweigerd=["toch"], mis=["500 mis"])
    assert sorted(lost_and_doubled(kanaleneiland, telling)) == [
        "0 times in the history: weg",
        "2 times in the history: dubbel",
        "500 mis",
        "refused and yet saved: toch",
        "saved and never told: stil",
        "saved and never told: toch",
        "saved and never told: ver",
        f"the versions of {vraag} have a gap",
    ]
