"""A PDF is asked for, waited for and handed over: at once when it was made before."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from bouwstenen.core.models import Spoorregel
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Afdruk, Wijkteam
from bouwstenen.startdocument.gegevens import STANDAARD
from bouwstenen.startdocument.store import afdrukken
from bouwstenen.startdocument.tasks import maak_afdruk
from bouwstenen.toegang.store import archive_wijkteam
from tests.factories import AfdrukFactory, WijkteamFactory
from tests.wizard.bezoeker import gegeven
from tests.wizard.formulier import Formulier

NAMEN = ("utrecht", "kanaleneiland")
PREVIEW = reverse("startdocument_startdocument", args=NAMEN)
VRAAG = reverse("startdocument_pdf", args=NAMEN)
HEEL = {"soort": "document"}
NU = timezone.now()
GEMAAKT = {"pdf": b"%PDF-proef", "gemaakt_op": NU}
LANG_GELEDEN = NU - timedelta(minutes=3)


def page_of(afdruk):
    return reverse("startdocument_afdruk", args=[*NAMEN, afdruk.kenmerk])


def file_of(afdruk):
    return reverse("startdocument_bestand", args=[*NAMEN, afdruk.kenmerk])


def rows(wijkteam):
    with enter_scope(wijkteam.gemeente):
        return list(Afdruk.objects.order_by("pk"))


@pytest.fixture
def afdruk(kanaleneiland):
    """afdruk(**velden): one of Kanaleneiland."""
    return lambda **velden: AfdrukFactory(wijkteam=kanaleneiland, **velden)


@pytest.mark.once
def test_asked_made_and_at_once_the_next_time(client_for, bram, anna, kanaleneiland, tmp_path):
    """And the same bytes as the command gives."""
    client = client_for(bram)
    gevraagd = client.post(VRAAG, HEEL)
    [rij] = rows(kanaleneiland)
    assert (gevraagd.status_code, gevraagd.url) == (302, page_of(rij))
    maak_afdruk.call(rij.pk, kanaleneiland.gemeente_id)
    assert file_of(rij) in Formulier(client.get(gevraagd.url).text).links
    weer = client.post(VRAAG, HEEL)
    assert (weer.status_code, weer.url, DBTaskResult.objects.count()) == (302, file_of(rij), 1)
    download = client.get(weer.url)
    naam = f"startdocument-utrecht-wijkteam-kanaleneiland-{kanaleneiland.aangemaakt_op.astimezone().date()}.pdf"
    koppen = [download[kop] for kop in ("Content-Type", "Content-Disposition", "Cache-Control")]
    assert koppen == ["application/pdf", f'attachment; filename="{naam}"', "private, no-store"]
    call_command("startdocument", *NAMEN, uit=tmp_path / "uit.pdf", stdout=None)
    assert (tmp_path / "uit.pdf").read_bytes() == download.content == client_for(anna).get(weer.url).content
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "x")
    assert client.post(VRAAG, HEEL).url == page_of(rows(kanaleneiland)[1])


def test_what_is_chosen_is_what_is_made(client_for, bram, kanaleneiland):
    """Also where names make no difference: the trace tells what was asked for."""
    client = client_for(bram)
    for soort in ("document", "poster"):
        for vinkjes in ({}, {"met_namen": "on"}, {"zonder_inzichten": "on"}):
            client.post(VRAAG, {"soort": soort} | vinkjes)
    keuzes = [(rij.poster, rij.met_namen, rij.zonder_inzichten) for rij in rows(kanaleneiland)]
    document, poster = keuzes[:3], keuzes[3:]
    assert document == [(False, False, False), (False, True, False), (False, False, True)]
    assert poster == [(True, False, False), (True, True, False)], "a poster has no inzichten to leave out"


def test_the_form_asks_for_the_whole_document_without_names(client_for, bram, kanaleneiland):
    client = client_for(bram)
    velden = Formulier(client.get(PREVIEW).text).velden
    assert [velden.get(naam) for naam in ("soort", "met_namen", "zonder_inzichten")] == [["document"], None, None]
    client.post(VRAAG, velden)
    assert [rij.keuze for rij in rows(kanaleneiland)] == [STANDAARD]


@pytest.mark.parametrize("velden", [{}, {"soort": "boek"}])
def test_without_a_choice_the_page_says_so(client_for, bram, kanaleneiland, velden):
    page = client_for(bram).post(VRAAG, velden)
    assert (page.status_code, "<title>Fout: " in page.text, rows(kanaleneiland)) == (422, True, [])
    assert '<a href="#id_soort_0">Kies wat u wilt downloaden.</a>' in page.text
    assert '<h1 class="omslag-titel' in page.text


def test_after_a_log_in_in_between_the_form_is_there_again(client_for, bram, kanaleneiland):
    assert client_for(None).post(VRAAG, HEEL).url == f"/account/inloggen/?next={VRAAG}"
    assert client_for(bram).get(VRAAG).url == PREVIEW


@pytest.mark.parametrize(
    ("velden", "titel", "zin", "knop"),
    [
        ({}, "Het document wordt gemaakt", "Uw document staat in de rij.", "Vernieuwen"),
        ({"begonnen_op": NU}, "Het document wordt gemaakt", "Uw document wordt nu gemaakt.", "Vernieuwen"),
        (GEMAAKT, "Het document staat klaar", "Het document staat klaar.", "Download de PDF"),
        ({"mislukt_op": NU}, "Het maken is niet gelukt", "Uw antwoorden zijn bewaard.", "Opnieuw maken"),
        ({"begonnen_op": LANG_GELEDEN}, "Het maken is niet gelukt", "Uw antwoorden zijn bewaard.", "Opnieuw maken"),
    ],
)
def test_the_page_tells_how_far_it_is(client_for, bram, afdruk, velden, titel, zin, knop):
    html = client_for(bram).get(page_of(afdruk(titel="Startdocument Noord", **velden))).text
    blad = Formulier(html)
    assert (blad.titel, zin in blad.zonder_opmaak) == (f"{titel} – Wijkteam", True)
    assert re.findall(r'class="utrecht-button [^>]*>([^<]+)<', html) == [knop]
    assert ("js/wachten.js" in html, "<h1>Startdocument Noord</h1>" in html) == (knop == "Vernieuwen", True)


def test_the_page_tells_when_it_was_made_and_how_big_it_is(client_for, bram, afdruk):
    gemaakt = afdruk(pdf=b"x" * 2048, gemaakt_op=NU, met_namen=True)
    dag = timezone.localtime(NU)
    zin = f"om {dag:%H:%M}, 2,0 KB, met namen van personen"
    assert zin in Formulier(client_for(bram).get(page_of(gemaakt)).text).zonder_opmaak


def test_what_failed_is_asked_for_again_with_the_same_choice(client_for, bram, kanaleneiland, afdruk):
    fout = afdruk(mislukt_op=NU, met_namen=True)
    antwoord = client_for(bram).post(page_of(fout))
    [_, nieuw] = rows(kanaleneiland)
    assert (antwoord.url, nieuw.stand, nieuw.met_namen) == (page_of(nieuw), "wacht", True)


def test_what_changed_since_is_told_and_can_be_had(client_for, bram, anna, kanaleneiland):
    client = client_for(bram)
    client.post(VRAAG, HEEL)
    [rij] = rows(kanaleneiland)
    with enter_scope(kanaleneiland.gemeente):
        afdrukken.keep(rij, b"%PDF-proef")
    assert "Daarna is er iets gewijzigd." not in client.get(page_of(rij)).text
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "x")
    assert "Daarna is er iets gewijzigd." in client.get(page_of(rij)).text
    assert client.post(page_of(rij)).url == page_of(rows(kanaleneiland)[1])
    assert client.get(file_of(rij)).content == b"%PDF-proef"  # and the older one stays what it is


def test_a_new_name_is_a_change_too(client_for, bram, kanaleneiland, afdruk):
    gemaakt = afdruk(**GEMAAKT)
    with enter_scope(kanaleneiland.gemeente):
        Wijkteam.objects.update(gewijzigd_op=timezone.now())
    assert "Daarna is er iets gewijzigd." in client_for(bram).get(page_of(gemaakt)).text


def test_a_file_that_is_not_there_yet_leads_to_the_page(client_for, bram, afdruk):
    wacht = afdruk()
    assert client_for(bram).get(file_of(wacht)).url == page_of(wacht)
    assert Spoorregel.objects.count() == 0


def test_nobody_gets_the_document_of_another(client_for, bram, carla, anna, utrecht, zeist, afdruk):
    """Of another gemeente, of another wijkteam, and one that is none."""
    WijkteamFactory(gemeente=utrecht, slug="noord")
    WijkteamFactory(gemeente=zeist, slug="kanaleneiland")
    kenmerk = afdruk(**GEMAAKT).kenmerk
    plekken = [
        (carla, *NAMEN, kenmerk),
        (carla, "zeist", "kanaleneiland", kenmerk),
        (bram, "utrecht", "noord", kenmerk),
        (bram, *NAMEN, "0" * 63 + "f"),
        (bram, *NAMEN, kenmerk),
    ]
    gezien = [
        (client_for(wie).get(reverse(naam, args=plek)).status_code, client_for(wie).post(vraag).status_code)
        for wie, *plek in plekken
        for naam, vraag in [("startdocument_bestand", reverse("startdocument_afdruk", args=plek))]
    ]
    assert gezien == [(404, 404)] * 4 + [(200, 302)]


def test_a_reader_downloads_from_the_archive_too(client_for, bram, anna, kanaleneiland, afdruk):
    with enter_scope(kanaleneiland.gemeente):
        archive_wijkteam(wijkteam=kanaleneiland, door=anna)
    client, gemaakt = client_for(bram), afdruk(**GEMAAKT)
    gezien = [client.get(PREVIEW), client.post(VRAAG, HEEL), client.get(page_of(gemaakt)), client.get(file_of(gemaakt))]
    assert [een.status_code for een in gezien] == [200, 302, 200, 200]


@pytest.mark.parametrize(
    ("velden", "bij"),
    [
        ({}, "startdocument"),
        ({"met_namen": True}, "startdocument, met namen"),
        ({"poster": True}, "poster"),
        ({"poster": True, "met_namen": True}, "poster, met namen"),
        ({"met_namen": True, "zonder_inzichten": True}, "startdocument, met namen, zonder inzichten"),
    ],
)
def test_each_download_leaves_a_trace(client_for, bram, kanaleneiland, afdruk, velden, bij):
    client_for(bram).get(file_of(afdruk(**GEMAAKT, **velden)))
    [regel] = Spoorregel.objects.values_list("actie", "object", "actor", "bijzonderheden")
    assert regel == ("gedownload", f"wijkteam:{kanaleneiland.pk}", bram.pk, bij)


@pytest.mark.parametrize("extra", [0, 3])
def test_the_queries_do_not_grow(client_for, bram, anna, kanaleneiland, afdruk, django_assert_num_queries, extra):
    client, gemaakt = client_for(bram), afdruk(**GEMAAKT)
    for vraag in ("vraagstuk", "potentie", "kenmerken")[:extra]:
        gegeven(kanaleneiland, anna, f"opgave.{vraag}", "x")
        afdruk(**GEMAAKT)
    with django_assert_num_queries(PAGINA):
        client.get(page_of(gemaakt))
    with django_assert_num_queries(BESTAND):
        client.get(file_of(gemaakt))
    with django_assert_num_queries(VRAGEN):
        client.post(VRAAG, HEEL)


LID = 3  # session, user, wijkteam with lidmaatschap
PAGINA = LID + 2  # afdruk, a later answer
BESTAND = LID + 3  # afdruk, its bytes, trace
# answers, afwegingen, own questions; find, add, room in the queue, job, and the savepoints around these
VRAGEN = LID + 13
