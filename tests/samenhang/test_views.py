"""The page Samenhang and the agenda: what they show, to whom they offer what, and what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bouwstenen.antwoorden import store as antwoorden
from bouwstenen.antwoorden.store import Ingediend
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.toegang.store import archive_wijkteam
from tests.samenhang.besluiten import MANDAAT, REGEL, TEAM, VORM, besluiten, decide, samenhang, stand
from tests.samenhang.voorbeeldsignalen import ontwerpen
from tests.wizard.bezoeker import gegeven
from tests.wizard.formulier import Formulier

AGENDA = f"{TEAM}bespreken/"
MELDING = "U kiest een samenwerkingsverband, maar het team moet wel zelf beslissen."


@pytest.fixture
def open_(client_for, anna):
    """open_(bram): the page as Bram sees it."""

    def visit(wie=anna, adres=TEAM):
        antwoord = client_for(wie).get(adres)
        assert antwoord.status_code == 200
        return Formulier(antwoord.text)

    return visit


@pytest.fixture
def zet(client_for, spanning):
    """zet(anna, "erop"): press the button beside the spanning."""

    def press(wie, actie, versie=0, **anders):
        return client_for(wie).post(AGENDA, {"regel": REGEL, "versie": versie, "actie": actie, **anders})

    return press


def sections(blad):
    """The headings of the page that hold signalen."""
    return [een for een in ("spanningen", "aandachtspunten", "bewust") if een in blad.ids]


def test_a_signaal_says_what_and_why_and_by_which_source(spanning, open_):
    tekst = open_().zonder_opmaak
    bron = str(catalogus().bronnen_van("003, regel 51")[0])
    assert bron.startswith("Bouwstenen voor de ontwikkeling")
    assert (MELDING in tekst, "Zelf beslissen met mandaat hoort bij het integrale team." in tekst) == (True, True)
    assert (bron in tekst, "003, regel" in tekst) == (True, False)
    assert "1 spanning " in tekst


def test_it_leads_straight_to_the_questions_and_back(spanning, open_):
    blad = open_()
    tekst = blad.zonder_opmaak
    assert f"{catalogus().vragen[VORM].label} Samenwerkingsverband Aanpassen" in tekst
    hier = "/utrecht/kanaleneiland/wizard"
    assert f"{hier}/vormgeving/vorm/?vraag=vorm&terug=samenhang:{REGEL}#vraag-vorm" in blad.links
    assert REGEL in blad.ids


def test_signalen_come_by_ernst_and_deel_and_what_is_missing_is_folded(spanning, open_):
    stand_ = samenhang(spanning)
    blad = open_()
    verwacht = [een.signaal.sleutel for een in (*stand_.spanningen, *stand_.aandachtspunten, *stand_.ontbreekt)]
    assert [een for een in blad.ids if een in verwacht] == verwacht
    assert f"Nog in te vullen: {len(stand_.ontbreekt)}" in blad.zonder_opmaak


def test_without_answers_it_says_what_to_do(kanaleneiland, open_):
    blad = open_()
    assert ("Er zijn nog geen antwoorden" in blad.zonder_opmaak, "/utrecht/kanaleneiland/" in blad.links) == (
        True,
        True,
    )
    assert sections(blad) == []


def test_without_signalen_it_says_so(kanaleneiland, anna, open_):
    gegeven(kanaleneiland, anna, "gebiedsanalyse.naam_team", {"keuze": "buurtteam"})
    for een in samenhang(kanaleneiland).aandachtspunten:  # what a design without answers is told anyway
        decide(kanaleneiland, anna, regel=een.signaal.sleutel, grond={})
    assert "Geen spanningen en geen aandachtspunten" in open_().zonder_opmaak


def test_what_was_chosen_on_purpose_stands_apart_with_its_reason(spanning, anna, open_):
    decide(spanning, anna, reden="Zo <b>willen</b> wij het.\nEerst klein.")
    blad = open_()
    assert "Zo <b>willen</b> wij het. Eerst klein. Besloten door het college op 3 mei 2026." in blad.zonder_opmaak
    assert ("spanningen" in sections(blad), "bewust" in sections(blad), f"{TEAM}{REGEL}/" in blad.links) == (
        bool(samenhang(spanning).spanningen),
        True,
        True,
    )


def test_what_is_to_be_looked_at_again_says_what_changed(spanning, anna, open_):
    decide(spanning, anna)
    gegeven(spanning, anna, MANDAAT, {"keuze": "3"})
    blad = open_()
    assert "Opnieuw bekijken. Dit is op 3 mei 2026 bewust zo gekozen door het college. Daarna is veranderd:" in (
        blad.zonder_opmaak
    )
    assert f"/utrecht/kanaleneiland/antwoorden/{MANDAAT}/?van=1&naar=2#vergelijken" in blad.links
    assert "De reden was: ‘Wij groeien in stappen.’" in blad.zonder_opmaak


def test_what_no_longer_plays_is_folded_away(spanning, anna, open_):
    decide(spanning, anna)
    gegeven(spanning, anna, MANDAAT, {"keuze": "1"})
    assert "Speelt niet meer: 1" in open_().zonder_opmaak


def offers(blad):
    """(links that change an answer, links that decide, buttons for the agenda), whether there are any."""
    return (
        any("/wizard/" in link for link in blad.links),
        any(link.startswith(f"{TEAM}REG") for link in blad.links),
        bool({"erop", "eraf"} & set(blad.knoppen)),
    )


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("anna", (True, True, True)),
        ("fatma", (True, True, True)),
        ("daan", (False, False, True)),
        ("bram", (False, False, False)),
    ],
)
def test_each_role_is_offered_what_it_may_do(spanning, request, open_, naam, verwacht):
    assert offers(open_(request.getfixturevalue(naam))) == verwacht


def test_an_archived_wijkteam_is_only_read(spanning, anna, open_, zet):
    zet(anna, "erop")
    with enter_scope(spanning.gemeente):
        archive_wijkteam(wijkteam=spanning, door=anna)
    assert [offers(open_(adres=adres))[0::2] for adres in (TEAM, AGENDA)] == [(False, False)] * 2
    assert MELDING in open_(adres=AGENDA).zonder_opmaak
    assert (zet(anna, "eraf", 1).status_code, stand(spanning)) == (403, "bespreken")


@pytest.mark.parametrize("adres", [TEAM, AGENDA, f"{TEAM}{REGEL}/"])
def test_another_gemeente_does_not_exist(spanning, client_for, carla, adres):
    assert [client_for(carla).get(adres).status_code, client_for(carla).post(adres).status_code] == [404, 404]


def number_of_queries(client, adres):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(adres).status_code == 200
    return len(queries)


@pytest.fixture
def vol(spanning, anna):
    """vol(): many answers more, and everything they say is on the agenda or chosen on purpose."""

    def fill():
        ontwerp = next(een for een in ontwerpen() if een.slug == "voorbeeld-utrecht")
        nieuw = [een for een in ontwerp.antwoorden if een.vraag not in (VORM, MANDAAT)]
        with enter_scope(spanning.gemeente):
            ingediend = [Ingediend(vraag=een.vraag, versie=0, waarde=een.waarde) for een in nieuw]
            antwoorden.save_antwoorden(wijkteam=spanning, ingediend=ingediend, door=anna)
        for nummer, een in enumerate(samenhang(spanning).beoordelingen):
            decide(spanning, anna, regel=een.signaal.sleutel, besluit="bespreken" if nummer % 2 else "bewust")

    return fill


@pytest.mark.parametrize("adres", [TEAM, AGENDA, f"{TEAM}{REGEL}/"])
def test_queries_do_not_grow_with_signalen_and_decisions(spanning, client_for, anna, vol, adres):
    client = client_for(anna)
    aantal = number_of_queries(client, adres)
    vol()
    stand_ = samenhang(spanning)
    assert min(len(stand_.spanningen) + len(stand_.aandachtspunten), len(stand_.agenda), len(stand_.bewust)) > 5
    assert number_of_queries(client, adres) == aantal


# The agenda


def test_a_teamcoach_puts_it_on_the_agenda_and_takes_it_off(spanning, daan, open_, zet):
    assert zet(daan, "erop").url == f"{TEAM}#{REGEL}"
    assert (stand(spanning), besluiten(spanning)[0][3]) == ("bespreken", "Daan")
    blad = open_(daan)
    assert ("1 op de agenda" in blad.zonder_opmaak, "Dit punt staat op de agenda." in blad.zonder_opmaak) == (
        True,
        False,
    )
    assert zet(daan, "eraf", 1, terug="bespreken").url == AGENDA
    assert stand(spanning) == "open"


def test_the_agenda_has_what_is_needed_for_a_talk(spanning, daan, open_, zet):
    assert "Er staat nog niets op de agenda" in open_(adres=AGENDA).zonder_opmaak
    zet(daan, "erop")
    tekst = open_(adres=AGENDA).zonder_opmaak
    for stuk in (MELDING, "Bron: ", "Samenwerkingsverband", "Welk antwoord past u aan?", "Druk deze pagina af", "Daan"):
        assert (stuk, stuk in tekst) == (stuk, True)


def told(client, antwoord):
    return Formulier(client.get(antwoord.url).text).zonder_opmaak


def test_it_is_told_that_it_stands_on_the_agenda(spanning, client_for, anna):
    client = client_for(anna)
    antwoord = client.post(AGENDA, {"regel": REGEL, "versie": 0, "actie": "erop"})
    assert "Dit punt staat op de agenda." in told(client, antwoord)


def test_pressing_twice_is_no_conflict(spanning, anna, zet):
    for _ in range(2):
        zet(anna, "erop")
    assert len(besluiten(spanning)) == 1


def test_reacting_does_not_undo_a_deliberate_choice(spanning, client_for, anna, daan):
    decide(spanning, anna)
    client = client_for(daan)
    antwoord = client.post(AGENDA, {"regel": REGEL, "versie": 1, "actie": "erop"})
    assert "Er is net een ander besluit over dit signaal bewaard." in told(client, antwoord)
    assert (stand(spanning), len(besluiten(spanning))) == ("bewust", 1)


def test_over_an_unseen_decision_it_is_told(spanning, client_for, anna, fatma):
    decide(spanning, fatma)
    decide(spanning, fatma, 1, besluit="open", reden="", door="")
    client = client_for(anna)
    antwoord = client.post(AGENDA, {"regel": REGEL, "versie": 1, "actie": "erop"})
    assert "Er is net een ander besluit over dit signaal bewaard." in told(client, antwoord)
    assert stand(spanning) == "open"


def test_what_no_longer_plays_comes_on_no_agenda(spanning, client_for, anna):
    gegeven(spanning, anna, MANDAAT, {"keuze": "1"})
    client = client_for(anna)
    antwoord = client.post(AGENDA, {"regel": REGEL, "versie": 0, "actie": "erop"})
    assert "Dit signaal speelt nu niet meer" in told(client, antwoord)
    assert besluiten(spanning) == []


@pytest.mark.parametrize("velden", [{"regel": "REG-999"}, {"versie": "x"}, {"versie": "-1"}, {"regel": ""}])
def test_what_is_not_there_is_404(spanning, anna, zet, velden):
    assert (zet(anna, "erop", **velden).status_code, besluiten(spanning)) == (404, [])


@pytest.mark.parametrize(("naam", "status"), [("anna", 302), ("daan", 302), ("bram", 403)])
def test_who_may_react_changes_the_agenda(spanning, request, zet, naam, status):
    assert zet(request.getfixturevalue(naam), "erop").status_code == status
