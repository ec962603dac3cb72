"""Writing down a deliberate choice: what is asked, what is told, and nothing that was typed is lost."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.samenhang import store
from bouwstenen.toegang.store import archive_wijkteam
from tests.samenhang.besluiten import MANDAAT, REGEL, TEAM, VORM, besluiten, decide, samenhang, stand
from tests.wizard.bezoeker import gegeven
from tests.wizard.formulier import Formulier

BLAD = f"{TEAM}{REGEL}/"
INGEVULD = {"reden": "Wij groeien in stappen.", "door": "het college", "op": "2026-05-03", "tot": ""}


@pytest.fixture
def client(client_for, anna):
    return client_for(anna)


@pytest.fixture
def stuur(spanning, client):
    """stuur(reden="x"): open the page, fill it in and send it; `blad`: a page that stood open."""

    def send(blad=None, **velden):
        blad = blad or Formulier(client.get(BLAD).text)
        return client.post(BLAD, blad.velden | INGEVULD | velden)

    return send


def huidig(wijkteam):
    return samenhang(wijkteam).bij(REGEL).afweging


def test_it_is_saved_and_leads_back_to_the_signaal(spanning, client, stuur):
    antwoord = stuur()
    assert (antwoord.status_code, antwoord.url) == (302, f"{TEAM}#{REGEL}")
    assert besluiten(spanning) == [(1, "bewust", "Wij groeien in stappen.", "Anna")]
    een = huidig(spanning)
    assert (een.door, een.op, een.tot, een.grond) == ("het college", date(2026, 5, 3), None, {VORM: 1, MANDAAT: 1})
    assert een.melding.startswith("U kiest een samenwerkingsverband")
    assert "Het besluit is bewaard." in Formulier(client.get(TEAM).text).zonder_opmaak


def test_the_page_shows_the_signaal_and_asks_for_today(spanning, client):
    blad = Formulier(client.get(BLAD).text)
    assert blad.velden["op"] == [str(timezone.localdate())]
    assert (blad.velden["versie"], blad.velden[f"grond-{VORM}"]) == (["0"], ["1"])
    for stuk in (
        "U kiest een samenwerkingsverband",
        "Bron: ",
        "Samenwerkingsverband",
        "Noem geen naam van een persoon",
    ):
        assert (stuk, stuk in blad.zonder_opmaak) == (stuk, True)


def test_text_is_cleaned(spanning, stuur):
    stuur(reden="  Een\x00\r\ntwee  ", door=" het\n college ")
    assert (huidig(spanning).reden, huidig(spanning).door) == ("Een\ntwee", "het college")


@pytest.mark.parametrize("dag", ["3-5-2026", "03-05-2026", "3/5/2026", "3-5-26", " 2026-05-03 "])
def test_days_are_forgiven(spanning, stuur, dag):
    stuur(op=dag)
    assert huidig(spanning).op == date(2026, 5, 3)


def test_a_last_day_of_today_is_still_good(spanning, stuur):
    stuur(op="2026-05-03", tot=str(timezone.localdate()))
    assert stand(spanning) == "bewust"


MORGEN = str(timezone.localdate() + timedelta(days=1))
FOUTIEF = [
    ({"reden": ""}, "reden", "Vul in waarom u dit bewust zo kiest."),
    ({"reden": " \x07\n"}, "reden", "Vul in waarom u dit bewust zo kiest."),
    ({"reden": "x" * 5001}, "reden", "Maak deze tekst korter: er staan 5001 tekens, 5000 mag."),
    ({"door": ""}, "door", "Vul in wie dit besloot, zoals het college."),
    ({"door": "x" * 201}, "door", "Maak deze tekst korter: er staan 201 tekens, 200 mag."),
    ({"op": ""}, "op", "Vul in wanneer dit is besloten, zoals 31-12-2026."),
    ({"op": "31-02-2026"}, "op", "Vul een dag in, zoals 31-12-2026."),
    ({"op": "gisteren"}, "op", "Vul een dag in, zoals 31-12-2026."),
    ({"op": "0026-05-03"}, "op", "Kijk het jaar na: vul een dag in, zoals 31-12-2026."),
    ({"op": MORGEN}, "op", "Kies vandaag of een dag daarvoor."),
    ({"tot": "30-02-2027"}, "tot", "Vul een dag in, zoals 31-12-2026."),
    ({"tot": "2026-05-02"}, "tot", "Kies een dag die niet voor de dag van het besluit ligt."),
    ({"op": "2020-05-03", "tot": "2020-06-01"}, "tot", "Deze dag is voorbij. Kies vandaag of een latere dag"),
]


@pytest.mark.parametrize(("velden", "veld", "melding"), FOUTIEF)
def test_what_is_wrong_is_told_and_everything_that_was_typed_stays(spanning, stuur, velden, veld, melding):
    antwoord = stuur(**velden)
    blad = Formulier(antwoord.text)
    assert (antwoord.status_code, blad.titel[:6], besluiten(spanning)) == (422, "Fout: ", [])
    assert f'<a href="#id_{veld}">{melding}' in antwoord.text
    getypt = {naam: [waarde] for naam, waarde in (INGEVULD | velden).items()}
    kaal = {naam: [waarde.replace("\r\n", "\n") for waarde in blad.velden[naam]] for naam in getypt}
    assert kaal == getypt
    assert (blad.velden["versie"], blad.velden[f"grond-{VORM}"]) == (["0"], ["1"])


@pytest.mark.parametrize(("dag", "soort"), [("31-02-2026", "text"), ("2026-05-03", "date")])
def test_a_day_that_is_none_stays_in_sight(stuur, dag, soort):
    """A browser shows nothing in an input for days when that is no day."""
    html = stuur(op=dag, door="").text
    assert re.search(r'<input type="(\w+)" name="op"', html)[1] == soort


# Two at once


def test_somebody_decided_meanwhile(spanning, client, stuur, fatma):
    blad = Formulier(client.get(BLAD).text)
    decide(spanning, fatma, reden="Van Fatma.")
    antwoord = stuur(blad, reden="Van Anna.", tot="2030-01-01")
    botsing = Formulier(antwoord.text)
    assert (antwoord.status_code, besluiten(spanning)) == (409, [(1, "bewust", "Van Fatma.", "Fatma")])
    assert "Fatma bewaarde dit om " in botsing.zonder_opmaak
    assert "Van Fatma. Besloten door het college op 3 mei 2026." in botsing.zonder_opmaak
    assert [botsing.velden[naam] for naam in ("reden", "tot", "versie")] == [["Van Anna."], ["2030-01-01"], ["1"]]
    assert stuur(botsing, reden="Van beiden.").status_code == 302
    assert besluiten(spanning) == [(2, "bewust", "Van beiden.", "Anna"), (1, "bewust", "Van Fatma.", "Fatma")]


def test_own_other_tab_is_told(spanning, client, stuur, anna):
    blad = Formulier(client.get(BLAD).text)
    decide(spanning, anna, reden="Eerder.")
    assert "U bewaarde dit zelf om " in Formulier(stuur(blad, reden="Later.").text).zonder_opmaak


def test_a_mistake_beside_a_conflict_is_told_first_and_the_conflict_after_it(spanning, client, stuur, fatma):
    blad = Formulier(client.get(BLAD).text)
    decide(spanning, fatma)
    fout = stuur(blad, reden="")
    assert (fout.status_code, Formulier(fout.text).velden["versie"][0]) == (422, "0")  # the second one is to take back
    assert stuur(Formulier(fout.text), reden="Van Anna.", versie="0").status_code == 409


@pytest.mark.parametrize("versie", ["", "x", "-1", "7", "٣"])
def test_forged_version_saves_nothing(spanning, stuur, versie):
    antwoord = stuur(versie=versie)
    assert (antwoord.status_code, besluiten(spanning)) == (409, [])
    assert "Er is nog geen besluit" in Formulier(antwoord.text).zonder_opmaak


def test_an_answer_that_changed_while_the_page_stood_open_asks_to_look_again(spanning, client, stuur, fatma):
    """The decision was about what its user saw."""
    blad = Formulier(client.get(BLAD).text)
    gegeven(spanning, fatma, MANDAAT, {"keuze": "3"})
    stuur(blad)
    assert stand(spanning) == "opnieuw"


@pytest.mark.parametrize("vals", ["", "99", "x"])
def test_forged_versions_of_answers_ask_to_look_again(spanning, stuur, vals):
    stuur(**{f"grond-{VORM}": vals, "grond-opgave.vraagstuk": "1"})
    assert (stand(spanning), set(huidig(spanning).grond)) == ("opnieuw", {VORM, MANDAAT})


# Again, and back


def test_confirming_fills_in_what_was_decided_and_asks_for_today(spanning, client, stuur, anna):
    decide(spanning, anna, tot=timezone.localdate() - timedelta(days=1))
    assert stand(spanning) == "opnieuw"
    blad = Formulier(client.get(BLAD).text)
    assert [blad.velden[naam] for naam in ("reden", "door", "op", "tot")] == [
        ["Wij groeien in stappen."],
        ["het college"],
        [str(timezone.localdate())],
        [""],
    ]
    assert client.post(BLAD, blad.velden).status_code == 302
    assert (stand(spanning), len(besluiten(spanning))) == ("bewust", 2)


def test_sent_back_untouched_changes_nothing(spanning, client, anna):
    decide(spanning, anna, tot=date(2030, 1, 1))
    assert client.post(BLAD, Formulier(client.get(BLAD).text).velden).status_code == 302
    assert len(besluiten(spanning)) == 1


def test_a_decision_is_taken_back_and_stays_in_the_history(spanning, client, anna):
    decide(spanning, anna)
    antwoord = client.post(BLAD, {"actie": "intrekken", "versie": "1"})
    assert (antwoord.url, stand(spanning)) == (f"{TEAM}#{REGEL}", "open")
    assert [een[:3] for een in besluiten(spanning)] == [(2, "open", ""), (1, "bewust", "Wij groeien in stappen.")]
    tekst = Formulier(client.get(BLAD).text).zonder_opmaak
    assert ("Eerdere besluiten" in tekst, "Wij groeien in stappen." in tekst) == (True, True)
    assert "Opgeschreven door Anna, " in tekst


def test_taking_back_over_an_unseen_decision_does_nothing(spanning, client, anna, fatma):
    decide(spanning, anna)
    decide(spanning, fatma, 1, reden="Anders.")
    client.post(BLAD, {"actie": "intrekken", "versie": "1"})
    assert (stand(spanning), len(besluiten(spanning))) == ("bewust", 2)


@pytest.mark.parametrize("versie", ["", "x", "0"])
def test_taking_back_what_is_not_there_is_404(spanning, client, versie):
    assert client.post(BLAD, {"actie": "intrekken", "versie": versie}).status_code == 404


def test_what_no_longer_plays_shows_its_history_and_still_takes_what_was_typed(spanning, client, stuur, anna):
    blad = Formulier(client.get(BLAD).text)
    decide(spanning, anna)
    gegeven(spanning, anna, MANDAAT, {"keuze": "1"})
    tekst = Formulier(client.get(BLAD).text)
    assert "Dit signaal speelt nu niet." in tekst.zonder_opmaak
    assert ("reden" in tekst.velden, "Wij groeien in stappen." in tekst.zonder_opmaak) == (False, True)
    assert stuur(blad, versie="1", reden="Toch.").status_code == 302
    assert besluiten(spanning)[0][:3] == (2, "bewust", "Toch.")


# Rights, and pages that could not be saved


@pytest.mark.parametrize(("naam", "status"), [("anna", 422), ("fatma", 422), ("daan", 403), ("bram", 403)])
def test_who_may_fill_in_decides(spanning, request, client_for, naam, status):
    client = client_for(request.getfixturevalue(naam))
    assert (client.get(BLAD).status_code, client.post(BLAD, {"reden": "x"}).status_code) == (200, status)
    assert ("reden" in Formulier(client.get(BLAD).text).velden) == (status == 422)


def test_a_reader_reads_the_history(spanning, client_for, anna, bram):
    decide(spanning, anna)
    blad = Formulier(client_for(bram).get(BLAD).text)
    assert ("Wij groeien in stappen." in blad.zonder_opmaak, "intrekken" in blad.knoppen) == (True, False)


def test_unknown_regel_is_404(spanning, client):
    assert [client.get(f"{TEAM}{een}/").status_code for een in ("REG-999", "x", "REG-001x")] == [404] * 3


def test_an_archived_wijkteam_gives_the_text_back(spanning, client, stuur, anna):
    blad = Formulier(client.get(BLAD).text)
    with enter_scope(spanning.gemeente):
        archive_wijkteam(wijkteam=spanning, door=anna)
    antwoord = stuur(blad, reden="Niet weg.")
    assert (antwoord.status_code, "Niet weg." in antwoord.text, "grond" in antwoord.text) == (403, True, False)


def test_after_the_log_in_ended_the_text_comes_back_to_copy(spanning, client, stuur):
    blad = Formulier(client.get(BLAD).text)
    client.cookies.clear()
    antwoord = stuur(blad, reden="Niet weg.")
    velden = Formulier(antwoord.text)
    assert (antwoord.status_code, besluiten(spanning)) == (403, [])
    assert ("Niet weg." in velden.zonder_opmaak, "U was uitgelogd" in velden.zonder_opmaak) == (True, True)
    assert client.get(BLAD).status_code == client.post(BLAD).status_code == 302  # nothing typed: an ordinary log-in


def test_a_token_that_is_too_old_gives_the_text_back(spanning, anna):
    client = Client(enforce_csrf_checks=True)
    client.force_login(anna)
    antwoord = client.post(BLAD, INGEVULD | {"reden": "Niet weg."})
    assert (antwoord.status_code, "Niet weg." in antwoord.text) == (403, True)


def test_typed_text_appears_as_text(spanning, client, stuur):
    stuur(reden="<script>alert(1)</script>", door="<b>wij</b>")
    for adres in (TEAM, BLAD):
        html = client.get(adres).text
        assert ("<script>alert" in html, "<b>wij" in html, "&lt;script&gt;alert(1)" in html) == (False, False, True)


def test_history_is_read_by_who_wrote_it_down(spanning, anna, fatma):
    decide(spanning, anna)
    decide(spanning, fatma, 1, reden="Nog eens.")
    with enter_scope(spanning.gemeente):
        assert [een.auteur_naam for een in store.geschiedenis(spanning, REGEL)] == ["Fatma", "Anna"]
