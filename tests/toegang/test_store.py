"""Wijkteams, lidmaatschappen and the last beheerder."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Gebruiker, Gemeente
from bouwstenen.toegang import store
from bouwstenen.toegang.rechten import Recht
from tests.factories import GebruikerFactory, GemeenteFactory, LidmaatschapFactory, WijkteamFactory


@pytest.fixture
def in_utrecht(utrecht):
    with enter_scope(utrecht):
        yield utrecht


# Wijkteams


@pytest.mark.parametrize(
    ("naam", "slug"),
    [
        ("Kanaleneiland", "kanaleneiland"),
        ("'t Goy & Óud-Zuilen", "t-goy-oud-zuilen"),
        ("Nieuw", "nieuw-2"),
        ("Overzicht", "overzicht-2"),
        ("???", "wijkteam"),
        ("x" * 100, "x" * 60),
    ],
)
def test_create_wijkteam_chooses_the_slug(in_utrecht, anna, naam, slug):
    wijkteam = store.create_wijkteam(gemeente=in_utrecht, naam=naam, door=anna)
    assert (wijkteam.naam, wijkteam.slug, wijkteam.gemeente) == (naam, slug, in_utrecht)


def test_doubles_get_a_number_per_gemeente(in_utrecht, zeist, anna):
    WijkteamFactory(gemeente=zeist, slug="oost")
    slugs = [store.create_wijkteam(gemeente=in_utrecht, naam="Oost", door=anna).slug for _ in range(3)]
    assert slugs == ["oost", "oost-2", "oost-3"]


def test_rename_keeps_the_address(in_utrecht, kanaleneiland, anna):
    store.rename_wijkteam(wijkteam=kanaleneiland, naam="Zuidwest", door=anna)
    assert [(w.naam, w.slug) for w in store.wijkteams_van(in_utrecht)] == [("Zuidwest", "kanaleneiland")]


def test_archive_and_restore(in_utrecht, kanaleneiland, anna):
    store.archive_wijkteam(wijkteam=kanaleneiland, door=anna)
    eerst = store.wijkteam_met_slug(in_utrecht, "kanaleneiland").gearchiveerd_op
    store.archive_wijkteam(wijkteam=kanaleneiland, door=anna)
    assert store.wijkteam_met_slug(in_utrecht, "kanaleneiland").gearchiveerd_op == eerst
    store.restore_wijkteam(wijkteam=kanaleneiland, door=anna)
    assert store.wijkteam_met_slug(in_utrecht, "kanaleneiland").gearchiveerd_op is None


def test_two_makers_of_the_same_name_get_two_addresses(transactional_db):
    gemeente, gebruiker, samen = GemeenteFactory(), GebruikerFactory(), Barrier(4)

    def maak(_):
        try:
            samen.wait()
            with enter_scope(gemeente):
                return store.create_wijkteam(gemeente=gemeente, naam="Oost", door=gebruiker).slug
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(maak, range(4))) == ["oost", "oost-2", "oost-3", "oost-4"]


# Gemeenten and people


def test_gemeenten_van_gives_the_active_ones_by_name(daan, utrecht, zeist):
    assert list(store.gemeenten_van(daan)) == [utrecht, zeist]


def test_gemeente_met_rechten_looks_at_the_own_lidmaatschap_only(anna, bram, fatma, utrecht):
    rechten = [store.gemeente_met_rechten(wie, "utrecht") for wie in (anna, bram, fatma)]
    assert rechten == [
        (utrecht, frozenset({Recht.LEZEN, Recht.REAGEREN, Recht.INVULLEN})),
        (utrecht, frozenset({Recht.LEZEN})),
        (utrecht, frozenset(Recht)),
    ]
    assert store.gemeente_met_rechten(anna, "zeist") is None


def test_create_gemeente_refuses_reserved_words_and_doubles(db):
    store.create_gemeente(naam="Bergen (L.)", slug="bergen-l")
    for slug in ("beheer", "bergen-l", "Niet Goed"):
        with pytest.raises(ValidationError):
            store.create_gemeente(naam="Bergen (NH.)", slug=slug)


def test_email_is_the_same_with_and_without_capitals(db):
    anna = Gebruiker.objects.create_user(" Anna@Voorbeeld.NL ", "geheim", naam="Anna")
    assert anna.email == "anna@voorbeeld.nl"
    assert Gebruiker.objects.get_by_natural_key("ANNA@voorbeeld.nl") == anna
    with pytest.raises(IntegrityError):
        Gebruiker.objects.bulk_create([Gebruiker(email="ANNA@voorbeeld.nl", naam="Anna")])


def test_unknown_roles_are_refused(in_utrecht, anna):
    for rollen in (["koning"], ["lezer", "lezer"], "lezer"):
        with pytest.raises(ValidationError):
            store.set_lidmaatschap(gemeente=in_utrecht, gebruiker=anna, rollen=rollen, door=None)


# The last beheerder


@pytest.mark.parametrize(("rollen", "actief"), [(["lezer"], True), (["beheerder"], False)])
def test_the_last_beheerder_stays(in_utrecht, fatma, anna, rollen, actief):
    with pytest.raises(ValidationError, match="Fatma is de laatste beheerder van Utrecht"):
        store.set_lidmaatschap(gemeente=in_utrecht, gebruiker=fatma, rollen=rollen, actief=actief, door=fatma)
    store.set_lidmaatschap(gemeente=in_utrecht, gebruiker=anna, rollen=["beheerder"], door=fatma)
    store.set_lidmaatschap(gemeente=in_utrecht, gebruiker=fatma, rollen=rollen, actief=actief, door=fatma)


def test_a_closed_account_is_no_beheerder(in_utrecht, fatma):
    LidmaatschapFactory(gemeente=in_utrecht, gebruiker=GebruikerFactory(is_active=False), rollen=["beheerder"])
    with pytest.raises(ValidationError):
        store.set_lidmaatschap(gemeente=in_utrecht, gebruiker=fatma, rollen=["lezer"], door=fatma)


def test_the_account_of_a_last_beheerder_stays_open(in_utrecht, fatma, anna, els):
    with pytest.raises(ValidationError, match="Utrecht"):
        store.deactivate_gebruiker(gebruiker=fatma, door=els)
    with pytest.raises(ValidationError, match="laatste platformbeheerder"):
        store.deactivate_gebruiker(gebruiker=els, door=els)
    store.deactivate_gebruiker(gebruiker=anna, door=els)
    assert list(Gebruiker.objects.filter(is_active=False)) == [anna]


def test_two_beheerders_can_not_both_leave_at_once(transactional_db):
    gemeente, samen = GemeenteFactory(), Barrier(2)
    beheerders = [LidmaatschapFactory(gemeente=gemeente, rollen=["beheerder"]).gebruiker for _ in range(2)]

    def vertrek(gebruiker):
        try:
            samen.wait()
            with enter_scope(gemeente), transaction.atomic():
                store.set_lidmaatschap(gemeente=gemeente, gebruiker=gebruiker, rollen=["lezer"], door=gebruiker)
                sleep(0.3)  # long enough for the other one to look while this is not yet saved
            return "weg"
        except ValidationError:
            return "blijft"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(vertrek, beheerders)) == ["blijft", "weg"]
    assert Gemeente.objects.filter(lidmaatschap__rollen=["beheerder"]).count() == 1
