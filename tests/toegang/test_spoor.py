"""What is traced: every place, never what was typed; and who gets to see it."""

import json
import logging
import re
from datetime import UTC, datetime

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from bouwstenen.core.spoor import Daad, Resultaat, gemeente_van, note, sleutel_van
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Spoorregel
from bouwstenen.toegang import store
from bouwstenen.toegang.store import spoor
from tests.factories import AfdrukFactory
from tests.wizard.formulier import Formulier

OUD = "oud-wachtwoord-123"
NIEUW = "nieuw-wachtwoord-1"
TEAM = "/utrecht/kanaleneiland"
INLOGGEN = "/account/inloggen/"


@pytest.fixture
def met_wachtwoord(anna):
    anna.set_password(OUD)
    anna.save()
    return anna


def deeds():
    """(actie, object, resultaat, actor) of all rows, oldest first."""
    rijen = Spoorregel.objects.order_by("pk").select_related("actor")
    return [(rij.actie, rij.object, rij.resultaat, rij.actor and rij.actor.naam) for rij in rijen]


# The places


def test_logging_in_and_out(client, met_wachtwoord):
    key = f"gebruiker:{met_wachtwoord.pk}"
    client.post(INLOGGEN, {"login": "anna@voorbeeld.nl", "password": "verkeerd-wachtwoord"})
    client.post(INLOGGEN, {"login": "ANNA@voorbeeld.nl", "password": OUD})
    client.post("/account/uitloggen/")
    client.post("/account/uitloggen/")
    client.post(INLOGGEN, {"login": "niemand@voorbeeld.nl", "password": OUD})
    assert deeds() == [
        ("ingelogd", key, "mislukt", None),
        ("ingelogd", key, "gelukt", "Anna"),
        ("uitgelogd", key, "gelukt", "Anna"),
        ("ingelogd", "", "mislukt", None),
    ]


def test_logging_in_to_a_closed_account_fails(client, met_wachtwoord, els):
    store.deactivate_gebruiker(gebruiker=met_wachtwoord, door=els)
    client.post(INLOGGEN, {"login": "anna@voorbeeld.nl", "password": OUD})
    assert deeds()[1:] == [("ingelogd", f"gebruiker:{met_wachtwoord.pk}", "mislukt", None)]


def test_new_passwords(client, client_for, met_wachtwoord):
    key = f"gebruiker:{met_wachtwoord.pk}"
    velden = {"oldpassword": OUD, "password1": NIEUW, "password2": NIEUW}
    client_for(met_wachtwoord).post("/account/wachtwoord/", velden)
    client.post("/account/wachtwoord-vergeten/", {"email": "anna@voorbeeld.nl"})
    link = re.search(r"https?://[^/]+(/account/wachtwoord-vergeten/\S+)", mail.outbox[-1].body)[1]
    adres = client.get(link, follow=True).request["PATH_INFO"]
    client.post(adres, {"password1": OUD, "password2": OUD})
    assert deeds() == [("wachtwoord", key, "gelukt", "Anna")] * 2


def test_work_on_a_wijkteam(client_for, fatma, kanaleneiland, tmp_path):
    client = client_for(fatma)
    client.post(f"{TEAM}/instellingen/", {"naam": "Kanalen"})
    for actie in ("archiveren", "terugzetten", "terugzetten"):
        client.post(f"{TEAM}/instellingen/", {"actie": actie})
    afdruk = AfdrukFactory(wijkteam=kanaleneiland, pdf=b"%PDF", gemaakt_op=timezone.now())
    client.get(f"{TEAM}/startdocument/{afdruk.kenmerk}.pdf")
    call_command("startdocument", "utrecht", "kanaleneiland", uit=tmp_path / "document.pdf", stdout=None)
    key = f"wijkteam:{kanaleneiland.pk}"
    namen = ["hernoemd", "gearchiveerd", "teruggezet", "gedownload"]
    assert deeds() == [
        *((naam, key, "gelukt", "Fatma") for naam in namen),
        ("gedownload", key, "gelukt", None),
    ]
    assert set(Spoorregel.objects.values_list("gemeente__slug", flat=True)) == {"utrecht"}


def test_gemeenten_and_rights(utrecht, anna, els):
    gemeente = store.create_gemeente(naam="Bunnik", slug="bunnik")
    for _ in range(2):
        store.archive_gemeente(gemeente=gemeente, door=els)
    for _ in range(2):
        store.restore_gemeente(gemeente=gemeente, door=els)
    with enter_scope(utrecht):
        lid = store.set_lidmaatschap(gemeente=utrecht, gebruiker=anna, rollen=["lezer", "teamcoach"], door=els)
        store.set_lidmaatschap(gemeente=utrecht, gebruiker=anna, rollen=["lezer"], actief=False, door=els)
    assert deeds() == [
        ("gemaakt", f"gemeente:{gemeente.pk}", "gelukt", None),
        ("gearchiveerd", f"gemeente:{gemeente.pk}", "gelukt", "Els"),
        ("teruggezet", f"gemeente:{gemeente.pk}", "gelukt", "Els"),
        ("rechten", f"lidmaatschap:{lid.pk}", "gelukt", "Els"),
        ("rechten", f"lidmaatschap:{lid.pk}", "gelukt", "Els"),
    ]
    bij = Spoorregel.objects.order_by("pk").values_list("bijzonderheden", flat=True)
    assert list(bij)[-2:] == ["lezer, teamcoach", "niet meer actief"]


def test_nothing_that_was_typed_is_kept(client, met_wachtwoord, caplog):
    with caplog.at_level(logging.INFO, "wijkteam.spoor"):
        for email in ("anna@voorbeeld.nl", "wie.dan.ook@voorbeeld.nl"):
            client.post(INLOGGEN, {"login": email, "password": "mijn-geheim-0"})
        client.post(INLOGGEN, {"login": "mijn-geheim-1@voorbeeld.nl", "password": OUD})
        client.post(INLOGGEN, {"login": "anna@voorbeeld.nl", "password": OUD})
    rijen = [json.dumps(rij, default=str) for rij in Spoorregel.objects.values()]
    regels = [regel.getMessage() for regel in caplog.records if regel.name == "wijkteam.spoor"]
    assert (len(rijen), len(regels)) == (4, 4)
    assert [tekst for tekst in rijen + regels if re.search("geheim|wachtwoord-123|voorbeeld|wie.dan", tekst)] == []


# The own log-ins


def test_own_logins(anna, bram):
    for wie, resultaat in ((anna, Resultaat.GELUKT), (bram, Resultaat.GELUKT), (anna, Resultaat.MISLUKT)):
        note(Daad.INGELOGD, wie, door=wie, resultaat=resultaat)
    note(Daad.UITGELOGD, anna, door=anna)
    assert [(inlog.oorsprong, inlog.gelukt) for inlog in spoor.inlogs_van(anna)] == [
        ("opdracht", False),
        ("opdracht", True),
    ]
    assert len(spoor.inlogs_van(anna, limit=1)) == 1


# The logboek


def rij(dag, daad, object_, *, door, resultaat=Resultaat.GELUKT, oorsprong="198.51.100.7", bij=""):
    """A deed on this day of May 2026, at noon."""
    Spoorregel.objects.create(
        tijdstip=datetime(2026, 5, dag, 10, tzinfo=UTC),
        actie=daad.value,
        object=sleutel_van(object_),
        gemeente=gemeente_van(object_),
        actor=door,
        resultaat=resultaat.value,
        oorsprong=oorsprong,
        bijzonderheden=bij,
    )


def shown(client, **query):
    """The cells of the logboek, a list per row, without the heads of narrow screens."""
    html = client.get("/utrecht/logboek/", query).text
    rijen = re.findall(r"<tr>\s*(<td>.*?)</tr>", html, re.S)
    cellen = [re.findall(r"<td><span[^>]*>\w+</span>(.*?)</td>", rij, re.S) for rij in rijen]
    return [[" ".join(re.sub(r"<[^>]*>", " ", cel).split()) for cel in rij] for rij in cellen]


def test_the_logboek_tells_who_what_when(client_for, fatma, anna, kanaleneiland):
    rij(2, Daad.GEMAAKT, kanaleneiland, door=anna)
    with enter_scope(kanaleneiland.gemeente):
        rij(3, Daad.RECHTEN, anna.lidmaatschap_set.get(), door=fatma, bij="lezer")
    rij(4, Daad.INGELOGD, anna, door=None, resultaat=Resultaat.MISLUKT)
    rij(5, Daad.GEDOWNLOAD, kanaleneiland, door=None, oorsprong="opdracht", bij="startdocument")
    client = client_for(fatma)
    assert shown(client) == [
        ["5 mei 2026 12:00", "Systeem", "Downloaden", "Kanaleneiland startdocument", "Gelukt", "opdracht"],
        ["4 mei 2026 12:00", "Onbekend", "Inloggen", "Anna", "Mislukt", "198.51.100.7"],
        ["3 mei 2026 12:00", "Fatma", "Rechten wijzigen", "Anna lezer", "Gelukt", "198.51.100.7"],
        ["2 mei 2026 12:00", "Anna", "Maken", "Kanaleneiland", "Gelukt", "198.51.100.7"],
    ]


def test_the_logboek_shows_no_other_gemeente(client_for, fatma, carla, daan, zeist, utrecht, els):
    rij(1, Daad.INGELOGD, carla, door=carla)
    rij(1, Daad.HUISSTIJL, zeist, door=daan)
    rij(1, Daad.INGELOGD, els, door=els)
    rij(1, Daad.INGELOGD, None, door=None, resultaat=Resultaat.MISLUKT)
    rij(1, Daad.BEHEER, carla, door=daan)
    assert shown(client_for(fatma)) == []
    rij(2, Daad.INGELOGD, daan, door=daan)
    assert [regel[1] for regel in shown(client_for(fatma))] == ["Daan"]
    with enter_scope(utrecht):
        store.set_lidmaatschap(gemeente=utrecht, gebruiker=daan, rollen=["teamcoach"], actief=False, door=fatma)
    assert [regel[2] for regel in shown(client_for(fatma))] == ["Rechten wijzigen"]
    opties = re.findall(r"<option[^>]*>\s*(\w+)\s*</option>", client_for(fatma).get("/utrecht/logboek/").text)
    assert opties[: opties.index("Alles")] == ["Iedereen", "Daan", "Fatma"]


def test_the_logboek_can_be_narrowed(client_for, fatma, anna, kanaleneiland):
    for dag in (1, 2, 3):
        rij(dag, Daad.INGELOGD, anna, door=None, resultaat=Resultaat.MISLUKT)
        rij(dag, Daad.GEDOWNLOAD, kanaleneiland, door=fatma)
    client = client_for(fatma)

    def found(**query):
        return [(regel[0][0], regel[2]) for regel in shown(client, **query)]

    assert found(wie=anna.pk) == [("3", "Inloggen"), ("2", "Inloggen"), ("1", "Inloggen")]
    assert found(wie=fatma.pk, van="2026-05-03") == [("3", "Downloaden")]
    assert found(daad="gedownload", tot="2026-05-01") == [("1", "Downloaden")]
    assert found(van="2026-05-02", tot="2026-05-02") == [("2", "Downloaden"), ("2", "Inloggen")]
    assert found(van="4-5-2026") == []
    blad = Formulier(client.get("/utrecht/logboek/", {"wie": anna.pk, "van": "2026-05-02"}).text)
    assert blad.velden == {"wie": [str(anna.pk)], "daad": [""], "van": ["2026-05-02"], "tot": [""]} | {
        naam: waarde for naam, waarde in blad.velden.items() if naam == "csrfmiddlewaretoken"
    }


def test_a_choice_that_can_not_be_is_told_and_does_not_count(client_for, fatma, carla, utrecht):
    rij(1, Daad.HUISSTIJL, utrecht, door=fatma)
    client = client_for(fatma)
    query = {"wie": carla.pk, "daad": "niets", "van": "gisteren", "pagina": "99"}
    fouten = client.get("/utrecht/logboek/", query).context["form"].errors
    kies = ["Kies iets uit de lijst."]
    assert fouten == {"wie": kies, "daad": kies, "van": ["Vul een dag in, zoals 31-12-2026."]}
    assert len(shown(client, **query)) == 1
    andersom = client.get("/utrecht/logboek/", {"van": "2026-05-02", "tot": "2026-05-01"})
    assert andersom.context["form"].errors == {"tot": ["Kies een dag die niet voor ‘Vanaf’ ligt."]}


def test_fifty_deeds_on_a_page_and_the_choice_goes_along(client_for, fatma, utrecht):
    for _ in range(60):
        note(Daad.HUISSTIJL, utrecht, door=fatma)
    note(Daad.INGELOGD, fatma, door=fatma)
    client = client_for(fatma)
    eerste = Formulier(client.get("/utrecht/logboek/", {"daad": "huisstijl"}).text)
    assert "?daad=huisstijl&pagina=2" in eerste.links
    assert [len(shown(client, daad="huisstijl", pagina=nummer)) for nummer in (1, 2)] == [50, 10]
    assert "60 regels, pagina 1 van 2" in eerste.zonder_opmaak


def test_the_queries_do_not_grow_with_the_rows(client_for, fatma, anna, bram, kanaleneiland, django_assert_num_queries):
    client = client_for(fatma)

    def fill():
        for wie in (anna, bram, fatma):
            note(Daad.INGELOGD, wie, door=wie)
        with enter_scope(kanaleneiland.gemeente):
            note(Daad.RECHTEN, anna.lidmaatschap_set.get(), door=fatma)
        note(Daad.HERNOEMD, kanaleneiland, door=fatma)

    fill()
    with django_assert_num_queries(QUERIES):
        client.get("/utrecht/logboek/")
    fill()
    with django_assert_num_queries(QUERIES):
        client.get("/utrecht/logboek/")


QUERIES = 10  # session, user, lidmaatschap; persons, members, count, page; users, lidmaatschappen, wijkteams
