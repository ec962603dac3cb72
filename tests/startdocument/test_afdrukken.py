"""What is kept of the making of documents, and how far each one is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bouwstenen.antwoorden.store import ask_eigen_vraag, set_eigen_vraag_withdrawn
from bouwstenen.antwoorden.store.wissen import wis_versie
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Afdruk, Antwoord
from bouwstenen.startdocument.store import afdrukken, startdocument_van
from bouwstenen.toegang.store import rename_wijkteam
from tests.factories import AfdrukFactory, WijkteamFactory
from tests.wizard.bezoeker import gegeven

VELDEN = {"titel": "Startdocument", "bestandsnaam": "startdocument.pdf", "moment": timezone.now()}


def ago(**tijd):
    return timezone.now() - timedelta(**tijd)


@pytest.fixture
def binnen(kanaleneiland):
    """Everything happens in the scope of Utrecht."""
    with enter_scope(kanaleneiland.gemeente):
        yield kanaleneiland


@pytest.mark.parametrize(
    ("geleden", "stand"),
    [
        ({}, "wacht"),
        ({"in_rij_op": 9 * 60}, "wacht"),
        ({"in_rij_op": 11 * 60}, "mislukt"),
        ({"begonnen_op": 119}, "bezig"),
        ({"begonnen_op": 120}, "mislukt"),
        ({"begonnen_op": 1, "mislukt_op": 0}, "mislukt"),
        ({"begonnen_op": 86_400, "gemaakt_op": 86_390}, "klaar"),
    ],
)
def test_how_far_it_is(geleden, stand):
    """geleden: seconds ago."""
    nu = timezone.now()
    velden = {naam: nu - timedelta(seconds=seconden) for naam, seconden in ({"in_rij_op": 0} | geleden).items()}
    assert Afdruk(**velden).stand_op(nu) == stand


def test_the_same_hash_is_one_afdruk(binnen):
    eerste, nieuw = afdrukken.find_or_add(wijkteam=binnen, kenmerk="a", html="<p>", **VELDEN)
    zelfde, opnieuw = afdrukken.find_or_add(wijkteam=binnen, kenmerk="a", html="<p>", **VELDEN)
    ander, ook_nieuw = afdrukken.find_or_add(wijkteam=binnen, kenmerk="b", html="<p>", **VELDEN)
    assert (eerste.pk, nieuw, opnieuw, ook_nieuw) == (zelfde.pk, True, False, True)
    assert zelfde.gevraagd_op > eerste.gevraagd_op
    assert ander.pk != eerste.pk


@pytest.mark.parametrize(
    "velden", [{"mislukt_op": ago(seconds=1)}, {"begonnen_op": ago(minutes=3)}, {"in_rij_op": ago(hours=1)}]
)
def test_what_failed_is_made_again_when_asked(binnen, velden):
    oud = AfdrukFactory(wijkteam=binnen, kenmerk="a", **velden)
    afdruk, te_maken = afdrukken.find_or_add(wijkteam=binnen, kenmerk="a", html="<p>", **VELDEN)
    assert (afdruk.pk, te_maken, afdruk.stand) == (oud.pk, True, "wacht")


def test_one_worker_makes_it(binnen):
    afdruk = AfdrukFactory(wijkteam=binnen, html="<p>Tekst</p>")
    assert afdrukken.claim(afdruk.pk).html == "<p>Tekst</p>"
    assert afdrukken.claim(afdruk.pk) is None
    afdrukken.keep(afdruk, b"%PDF")
    assert afdrukken.claim(afdruk.pk) is None
    gemaakt = Afdruk.objects.get(pk=afdruk.pk)
    assert (gemaakt.stand, gemaakt.html, afdrukken.pdf_van(gemaakt)) == ("klaar", "", b"%PDF")


def test_another_gemeente_finds_nothing(binnen, zeist):
    afdruk = AfdrukFactory(wijkteam=binnen, kenmerk="a")
    oost = WijkteamFactory(gemeente=zeist, slug="oost")
    with enter_scope(zeist):
        assert afdrukken.find(oost, "a") is None
        assert afdrukken.claim(afdruk.pk) is None
    assert afdrukken.find(binnen, "a") == afdruk


def test_wiped_text_is_in_no_document_any_longer(binnen, anna, els):
    gegeven(binnen, anna, "opgave.vraagstuk", "Mevrouw Jansen valt.")
    gemaakt = AfdrukFactory(wijkteam=binnen, pdf=b"%PDF", gemaakt_op=timezone.now())
    bezig = AfdrukFactory(wijkteam=binnen, html="Mevrouw Jansen valt.", begonnen_op=timezone.now())
    van_een_ander = AfdrukFactory(wijkteam=WijkteamFactory(gemeente=binnen.gemeente, slug="zuid"))
    wis_versie(antwoord=Antwoord.objects.get(), reden="namen", door=els)
    afdrukken.keep(bezig, b"%PDF met mevrouw Jansen")
    assert list(Afdruk.objects.all()) == [van_een_ander]
    assert gemaakt not in Afdruk.objects.all()


def test_after_thirty_days_without_a_question_it_goes(binnen):
    oud, recent = (AfdrukFactory(wijkteam=binnen, gevraagd_op=ago(days=dagen)) for dagen in (31, 29))
    assert afdrukken.prune() == 1
    assert list(Afdruk.objects.all()) == [recent]
    assert oud.pk != recent.pk


def test_what_was_made_ahead_in_vain_goes_when_there_is_a_newer_one(binnen):
    gevraagd, in_vain, gebruikt, nieuwste = (
        AfdrukFactory(wijkteam=binnen, kenmerk=kenmerk, vanzelf=vanzelf, gevraagd_op=ago(hours=uren))
        for kenmerk, vanzelf, uren in (("a", False, 4), ("b", True, 3), ("c", True, 2), ("d", True, 1))
    )
    afdrukken.find_or_add(wijkteam=binnen, kenmerk="c", html="<p>", **VELDEN)
    afdrukken.find_or_add(wijkteam=binnen, kenmerk="d", html="<p>", vanzelf=True, **VELDEN)
    assert (afdrukken.prune(), set(Afdruk.objects.all())) == (1, {gevraagd, gebruikt, nieuwste})
    assert in_vain.vanzelf


@pytest.fixture
def lang_geleden(binnen):
    """Nothing changed for a day; then `changed(...)` says when something did."""

    def changed(**tijd):
        type(binnen).objects.filter(pk=binnen.pk).update(gewijzigd_op=ago(**tijd))
        return [wijkteam.slug for wijkteam in afdrukken.changed_wijkteams()]

    return changed


@pytest.mark.parametrize(
    ("tijd", "verwacht"),
    [
        ({"seconds": 30}, []),
        ({"minutes": 2}, ["kanaleneiland"]),
        ({"days": 1}, []),
    ],
)
def test_what_changed_and_rests_is_made_by_itself(lang_geleden, tijd, verwacht):
    assert lang_geleden(**tijd) == verwacht


def test_an_answer_is_a_change_too(binnen, anna, lang_geleden):
    assert lang_geleden(days=1) == []
    gegeven(binnen, anna, "opgave.vraagstuk", "Eenzaamheid")
    assert lang_geleden(days=1) == []  # a minute ago at the earliest
    Antwoord._base_manager.update(gegeven_op=ago(minutes=2))
    assert lang_geleden(days=1) == ["kanaleneiland"]


def test_what_was_asked_for_since_is_not_made_again(binnen, lang_geleden):
    AfdrukFactory(wijkteam=binnen, gevraagd_op=ago(minutes=3))
    assert lang_geleden(minutes=2) == ["kanaleneiland"]
    AfdrukFactory(wijkteam=binnen, gevraagd_op=ago(minutes=1))
    assert lang_geleden(minutes=2) == []


def test_nothing_is_made_for_the_archive(binnen, lang_geleden):
    type(binnen).objects.filter(pk=binnen.pk).update(gearchiveerd_op=timezone.now())
    assert lang_geleden(minutes=2) == []


def test_a_new_name_and_an_own_question_are_the_last_change(binnen, anna):
    momenten = [startdocument_van(binnen).moment]
    for change in (
        lambda: rename_wijkteam(wijkteam=binnen, naam="Eiland", door=anna),
        lambda: ask_eigen_vraag(wijkteam=binnen, deel="opgave", label="Wie betaalt?", door=anna),
        lambda: set_eigen_vraag_withdrawn(wijkteam=binnen, deel="opgave", sleutel="opgave.eigen_1", ingetrokken=True),
        lambda: type(binnen.gemeente).objects.update(hernoemd_op=timezone.now()),
    ):
        change()
        wijkteam = type(binnen).objects.select_related("gemeente").get()
        momenten.append(startdocument_van(wijkteam).moment)
    assert momenten == sorted(set(momenten)) and len(momenten) == 5
