"""The simulated advisors of `make load`: they save what the site has, and what they were told is checked."""

import argparse
import asyncio

import pytest

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.store import Ingediend
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Gebruiker
from tests.benchmarks.adviseurs import Logboek
from tests.benchmarks.bezetting import lost_and_doubled, make_adviseurs
from tests.benchmarks.drukte import Drukte


@pytest.mark.django_db(transaction=True)
def test_an_advisor_fills_in_page_after_page(live_server, kanaleneiland):
    options = argparse.Namespace(pause=0, one_in=0)
    drukte = Drukte(live_server.thread.port, make_adviseurs(1), {}, options)

    async def work():
        adviseur = drukte.adviseur(0)
        adviseur.hier = 0
        await adviseur.open_page()
        for _ in range(6):  # four pages, the own questions that nobody asked, and behind the check page the next deel
            await adviseur.step(0)
        return adviseur.pad

    assert asyncio.run(work()) == "/utrecht/kanaleneiland/wizard/opgave/kenmerken/"
    assert (drukte.logboek.fouten, len(drukte.logboek.bewaard), drukte.logboek.geweigerd) == ({}, 5, [])
    assert lost_and_doubled(drukte.logboek) == []


@pytest.mark.django_db(transaction=True)
def test_an_advisor_who_is_not_let_in_is_an_error(live_server, kanaleneiland):
    plekken = [(team.replace("kanaleneiland", "elders"), sessie) for team, sessie in make_adviseurs(1)]
    drukte = Drukte(live_server.thread.port, plekken, {}, argparse.Namespace())

    async def work():
        adviseur = drukte.adviseur(0, pauze=1)
        task = asyncio.create_task(adviseur.work(0))
        while not drukte.logboek.fouten:
            await asyncio.sleep(0.05)
        task.cancel()

    asyncio.run(work())
    assert drukte.logboek.fouten == {"status 404": 1}
    assert [fout.partition("/wizard/")[0] for fout in drukte.errors()] == ["1 × status 404, such as: /utrecht/elders"]


def test_what_is_lost_doubled_or_refused_and_yet_saved(utrecht, kanaleneiland):
    make_adviseurs(1)
    door = Gebruiker.objects.get(naam="Adviseur 0")
    with enter_scope(utrecht):
        for versie, tekst in enumerate(["goed", "dubbel", "dubbel", "toch"]):
            een = Ingediend(vraag="opgave.vraagstuk", versie=versie, waarde=tekst, toelichting=str(versie))
            store.save_antwoorden(wijkteam=kanaleneiland, ingediend=[een], door=door)
    assert lost_and_doubled(Logboek(bewaard=["goed", "dubbel", "weg"], geweigerd=["toch", "echt niet"])) == [
        "2 times in the database: dubbel",
        "0 times in the database: weg",
        "refused and yet saved: toch",
    ]
