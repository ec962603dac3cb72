"""No page of the wizard is taller than two screens, whatever was chosen before."""

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.toegang.store.uitleg import close_uitleg
from tests.verloop.kijken import hoogte

HOOGSTE = 1800  # pixels at 1280 × 900, with blocks closed and tables at three rows
OPEN = {"inrichting.een_of_meer_teams": {"keuze": "meerdere"}, "competenties.complexe_vragen": {"keuze": "ja"}}
VORMEN = [optie.sleutel for optie in catalogus().vragen["vormgeving.vorm"].opties]


@pytest.fixture(autouse=True)
def been_here_before(anna):
    """The explanation of a first visit comes on top, until it is closed."""
    close_uitleg(sleutel="wizard_pagina", door=anna)


def adres(deel, slug):
    return f"/utrecht/kanaleneiland/wizard/{deel.sleutel}/{slug}/"


ALLE = [adres(deel, slug) for deel in catalogus().delen for slug in [*(p.slug for p in deel.pagina), "eigen-vragen"]]
AFHANKELIJK = [
    adres(deel, pagina.slug)
    for deel in catalogus().delen
    for pagina in deel.pagina
    if pagina.voorwaarde or pagina.verwijzing or any(vraag.voorwaarde for vraag in pagina.vraag)
]


def meet(page, adressen):
    """{address: height} of the pages that are too tall, and how many pages there were to measure."""
    te_hoog, bereikt = {}, 0
    for een in adressen:
        page.goto(een)
        if page.url.endswith(een):  # a page that is not asked now leads elsewhere
            bereikt += 1
            te_hoog |= {een: hoogte(page)} if hoogte(page) > HOOGSTE else {}
    return te_hoog, bereikt


def test_every_page_of_an_empty_design_fits(page, kanaleneiland):
    verborgen = 3  # the focus of several teams, and profile 2 of the competenties on two pages
    assert meet(page, ALLE) == ({}, len(ALLE) - verborgen)


@pytest.mark.parametrize("vorm", VORMEN)
def test_every_page_that_depends_on_a_choice_fits_with_each_vorm(page, kanaleneiland, anna, geef, vorm):
    geef(kanaleneiland, anna, {**OPEN, "vormgeving.vorm": {"keuze": vorm}})
    assert meet(page, AFHANKELIJK) == ({}, len(AFHANKELIJK))
