"""Every page of the catalogue: opened, sent back untouched, and what lies beside its questions."""

import pytest

from bouwstenen.antwoorden.store import ask_eigen_vraag
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.toegang.rechten import Recht
from tests.wizard.bezoeker import antwoorden, gegeven
from tests.wizard.formulier import Formulier

PAGINAS = [(deel.sleutel, pagina.slug) for deel in catalogus().delen for pagina in deel.pagina]
ALLES_BEREIKBAAR = {
    "vormgeving.vorm": {"keuze": "integraal"},
    "inrichting.een_of_meer_teams": {"keuze": "meerdere"},
    "competenties.complexe_vragen": {"keuze": "ja"},
}
VERBORGEN = [("inrichting", "focus-teams"), ("competenties", "complex-vak"), ("competenties", "complex-verbinden")]


@pytest.fixture
def alles_bereikbaar(kanaleneiland, anna):
    for vraag, waarde in ALLES_BEREIKBAAR.items():
        gegeven(kanaleneiland, anna, vraag, waarde)


@pytest.mark.parametrize(("deel", "pagina"), PAGINAS)
def test_page_opens_whole_and_sent_back_untouched_changes_nothing(
    bezoeker, alles_bereikbaar, kanaleneiland, deel, pagina
):
    blad = bezoeker.open(deel, pagina)
    vragen = next(een for een in catalogus().deel(deel).pagina if een.slug == pagina).vraag
    anker = [f"{vraag.naam}-versie" for vraag in vragen if vraag.voorwaarde != "samenwerkingsverband"]
    assert [naam for naam in blad.velden if naam.endswith("-versie")] == anker
    assert [een for een in blad.ids if blad.ids.count(een) > 1] == []
    assert set(blad.labels) - set(blad.ids) == set()
    assert {link[1:] for link in blad.links if link.startswith("#")} - set(blad.ids) == set()
    voor = antwoorden(kanaleneiland)
    assert bezoeker.post(deel, pagina, blad.velden).status_code == 302
    assert antwoorden(kanaleneiland) == voor


@pytest.mark.parametrize("deel", [deel.sleutel for deel in catalogus().delen])
def test_following_saves_from_page_to_page_ends_at_the_check_page(bezoeker, alles_bereikbaar, deel):
    adres, bezocht = bezoeker.adres(deel, catalogus().deel(deel).pagina[0].slug), []
    while adres != bezoeker.adres(deel, naam="wizard_deel"):
        bezocht.append(adres)
        adres = bezoeker.client.post(adres).url
    slugs = [pagina.slug for pagina in catalogus().deel(deel).pagina]
    assert bezocht == [bezoeker.adres(deel, slug) for slug in [*slugs, "eigen-vragen"]]


def test_title_tells_the_step(bezoeker):
    assert bezoeker.open("opgave", "kenmerken").titel == "De kenmerken van de wijk – Opgave, stap 2 van 7 – Wijkteam"


@pytest.mark.parametrize(("deel", "pagina"), VERBORGEN)
def test_page_that_is_not_asked_leads_to_the_check_page(bezoeker, deel, pagina):
    response = bezoeker.get(deel, pagina)
    assert (response.status_code, response.url) == (302, bezoeker.adres(deel, naam="wizard_deel"))


@pytest.mark.parametrize(("deel", "pagina"), VERBORGEN)
def test_page_that_is_asked_stands_in_the_steps(bezoeker, alles_bereikbaar, deel, pagina):
    assert bezoeker.adres(deel, pagina) in bezoeker.open(deel, "eigen-vragen").links


@pytest.mark.parametrize(
    ("vorm", "regie", "organisatie"),
    [
        (None, "open", "open"),
        ("eigen", "open", "open"),
        ("nog_niet", "open", "open"),
        ("samenwerkingsverband", "gevraagd", "andere vorm"),
        ("geintegreerd", "andere vorm", "gevraagd"),
        ("integraal", "andere vorm", "gevraagd"),
    ],
)
def test_blocks_regie_and_organisatie_by_vorm(bezoeker, kanaleneiland, anna, vorm, regie, organisatie):
    if vorm:
        gegeven(kanaleneiland, anna, "vormgeving.vorm", {"keuze": vorm})
    zinnen = {"open": "U koos nog geen vorm, of een eigen vorm", "andere vorm": "horen bij een andere vorm dan u koos"}

    def gezien(pagina):
        tekst = bezoeker.open("aansturing", pagina).zonder_opmaak
        return next((naam for naam, zin in zinnen.items() if zin in tekst), "gevraagd")

    assert {pagina: gezien(pagina) for pagina in ("regie", "organisatie", "leiding")} == {
        "regie": regie,
        "organisatie": organisatie,
        "leiding": "gevraagd",
    }


def test_gebiedsanalyse_lies_beside_the_bouwstenen_only(bezoeker, kanaleneiland, anna):
    gegeven(kanaleneiland, anna, "gebiedsanalyse.gebied", "Tussen kanaal en spoor")
    gegeven(kanaleneiland, anna, "gebiedsanalyse.samenvatting", None)
    gezien = {
        deel: ["Uit uw gebiedsanalyse (1)" in tekst, "Tussen kanaal en spoor" in tekst]
        for deel, pagina in {een: pagina for een, pagina in reversed(PAGINAS)}.items()
        for tekst in [bezoeker.open(deel, pagina).zonder_opmaak]
    }
    assert gezien == {deel.sleutel: [deel.bouwsteen] * 2 for deel in catalogus().delen}


def test_vorm_is_shown_where_the_inrichting_needs_it(bezoeker, kanaleneiland, anna):
    gegeven(kanaleneiland, anna, "vormgeving.vorm", {"keuze": "integraal"})
    blad = bezoeker.open("inrichting", "focus")
    assert catalogus().vragen["vormgeving.vorm"].optie("integraal").label in blad.zonder_opmaak
    assert bezoeker.adres("vormgeving", "vorm") in blad.links


@pytest.mark.parametrize(
    ("deel", "pagina", "gevouwen"),
    [
        ("inrichting", "uitgangspunten", False),
        ("afronding", "verwachtingen", False),
        ("inrichting", "tijd", True),
        ("inrichting", "eigen-vragen", False),
    ],
)
def test_extra_questions_stand_in_a_fold_unless_the_page_has_no_other(bezoeker, deel, pagina, gevouwen):
    blad = bezoeker.get(deel, pagina).text
    assert ("wt-verdieping" in blad, "Deze vragen zijn extra" in blad) == (gevouwen, gevouwen)


def test_first_submit_button_is_save_and_go_on(bezoeker, kanaleneiland, anna):
    with enter_scope(kanaleneiland.gemeente):
        ask_eigen_vraag(wijkteam=kanaleneiland, deel="opgave", label="En de winkels?", door=anna)
    assert [bezoeker.open("opgave", pagina).knoppen[0] for pagina in ("vraagstuk", "eigen-vragen")] == ["verder"] * 2


@pytest.mark.parametrize(
    ("deel", "pagina"), [("opgave", "verzonnen"), ("verzonnen", "start"), ("verzonnen", ""), ("opgave", "vraagstuk-")]
)
def test_unknown_page_is_404(bezoeker, deel, pagina):
    naam = "wizard_pagina" if pagina else "wizard_deel"
    assert bezoeker.client.get(bezoeker.adres(deel, pagina, naam=naam)).status_code == 404


def test_reader_may_not_fill_in(als, bram):
    response = als(bram).get("opgave", "vraagstuk")
    assert response.status_code == 403
    assert Recht.INVULLEN.reden in Formulier(response.text).zonder_opmaak
