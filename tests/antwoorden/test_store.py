"""Saving adds versions, never covers what was not seen, and loses nothing when two save at once."""

import pytest
from django.db import IntegrityError

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.models import Antwoord
from bouwstenen.antwoorden.store import Ingediend, save_antwoorden
from bouwstenen.core.append_only import AlleenToevoegen
from bouwstenen.core.tenancy import enter_scope
from tests.tegelijk import at_once

VRAAG, ANDERE = "opgave.vraagstuk", "opgave.potentie"


@pytest.fixture(autouse=True)
def scope(utrecht):
    with enter_scope(utrecht):
        yield


def ingediend(waarde, versie=0, vraag=VRAAG, toelichting=""):
    return Ingediend(vraag=vraag, versie=versie, waarde=waarde, toelichting=toelichting)


def save(wijkteam, door, *alle):
    return save_antwoorden(wijkteam=wijkteam, ingediend=alle, door=door)


def versies(wijkteam, vraag=VRAAG):
    return [(een.versie, een.waarde, een.auteur_naam) for een in store.geschiedenis(wijkteam, vraag)]


def test_a_change_is_a_new_version(kanaleneiland, anna, fatma):
    save(kanaleneiland, anna, ingediend("Eenzaamheid"))
    save(kanaleneiland, fatma, ingediend("Eenzaamheid en schulden", versie=1))
    assert versies(kanaleneiland) == [(2, "Eenzaamheid en schulden", "Fatma"), (1, "Eenzaamheid", "Anna")]
    assert store.huidige_antwoorden(kanaleneiland)[VRAAG].versie == 2


def test_what_did_not_change_is_not_saved(kanaleneiland, anna):
    save(kanaleneiland, anna, ingediend("Eenzaamheid"))
    uitkomst = save(kanaleneiland, anna, ingediend("Eenzaamheid", versie=1), ingediend(None, vraag=ANDERE))
    assert (uitkomst.bewaard, uitkomst.conflicten) == ((), ())
    assert len(versies(kanaleneiland)) == 1


def test_emptying_an_answer_is_a_version_too(kanaleneiland, anna):
    save(kanaleneiland, anna, ingediend("Eenzaamheid"))
    save(kanaleneiland, anna, ingediend(None, versie=1))
    assert versies(kanaleneiland)[0] == (2, None, "Anna")


def test_toelichting_alone_is_a_change(kanaleneiland, anna):
    save(kanaleneiland, anna, ingediend({"keuze": "nog_niet"}))
    save(kanaleneiland, anna, ingediend({"keuze": "nog_niet"}, versie=1, toelichting="Besluit in mei."))
    assert store.huidige_antwoorden(kanaleneiland)[VRAAG].toelichting == "Besluit in mei."


def test_stale_version_is_a_conflict_and_the_rest_is_saved(kanaleneiland, anna, fatma):
    save(kanaleneiland, fatma, ingediend("Van Fatma"))
    uitkomst = save(kanaleneiland, anna, ingediend("Van Anna"), ingediend("Sterke buren", vraag=ANDERE))
    assert [een.vraag for een in uitkomst.bewaard] == [ANDERE]
    assert [(c.ingediend.waarde, c.huidig.waarde) for c in uitkomst.conflicten] == [("Van Anna", "Van Fatma")]
    assert versies(kanaleneiland) == [(1, "Van Fatma", "Fatma")]


def test_unchanged_against_the_version_shown_never_covers_a_newer_one(kanaleneiland, anna, fatma):
    save(kanaleneiland, anna, ingediend("Eerst"))
    save(kanaleneiland, fatma, ingediend("Daarna", versie=1))
    uitkomst = save(kanaleneiland, anna, ingediend("Eerst", versie=1))
    assert (uitkomst.bewaard, uitkomst.conflicten) == ((), ())
    assert versies(kanaleneiland)[0][1] == "Daarna"


def test_the_same_answer_as_somebody_else_is_no_conflict(kanaleneiland, anna, fatma):
    save(kanaleneiland, fatma, ingediend("Hetzelfde"))
    assert save(kanaleneiland, anna, ingediend("Hetzelfde")).conflicten == ()


@pytest.mark.parametrize("versie", [-1, 7])
def test_forged_version_is_a_conflict(kanaleneiland, anna, versie):
    save(kanaleneiland, anna, ingediend("Eenzaamheid"))
    uitkomst = save(kanaleneiland, anna, ingediend("Vals", versie=versie))
    assert [een.huidig.waarde for een in uitkomst.conflicten] == ["Eenzaamheid"]


def test_forged_version_of_an_unanswered_question_is_a_conflict(kanaleneiland, anna):
    uitkomst = save(kanaleneiland, anna, ingediend("Vals", versie=3))
    assert [een.huidig for een in uitkomst.conflicten] == [None]
    assert versies(kanaleneiland) == []


def test_older_version_is_put_back_as_a_new_one(kanaleneiland, anna):
    save(kanaleneiland, anna, ingediend("Eerst", toelichting="Omdat"))
    save(kanaleneiland, anna, ingediend("Daarna", versie=1))
    store.restore_version(wijkteam=kanaleneiland, vraag=VRAAG, versie=1, gezien=2, door=anna)
    huidig = store.huidige_antwoorden(kanaleneiland)[VRAAG]
    assert (huidig.versie, huidig.waarde, huidig.toelichting) == (3, "Eerst", "Omdat")


def test_putting_back_what_is_not_there_does_nothing(kanaleneiland, anna):
    assert store.restore_version(wijkteam=kanaleneiland, vraag=VRAAG, versie=1, gezien=0, door=anna) is None


def test_putting_back_over_an_unseen_version_is_a_conflict(kanaleneiland, anna, fatma):
    save(kanaleneiland, anna, ingediend("Eerst"))
    save(kanaleneiland, anna, ingediend("Daarna", versie=1))
    save(kanaleneiland, fatma, ingediend("Nieuwst", versie=2))
    uitkomst = store.restore_version(wijkteam=kanaleneiland, vraag=VRAAG, versie=1, gezien=2, door=anna)
    assert len(uitkomst.conflicten) == 1


def test_current_answers_take_one_query(kanaleneiland, anna, django_assert_num_queries):
    save(kanaleneiland, anna, ingediend("Een"), ingediend("Twee", vraag=ANDERE))
    save(kanaleneiland, anna, ingediend("Drie", versie=1))
    with django_assert_num_queries(1):
        assert {k: v.waarde for k, v in store.huidige_antwoorden(kanaleneiland).items()} == {
            VRAAG: "Drie",
            ANDERE: "Twee",
        }


def test_answers_are_only_added(kanaleneiland, anna):
    save(kanaleneiland, anna, ingediend("Eenzaamheid"))
    rij = Antwoord.objects.get(vraag=VRAAG)
    for verboden in (
        rij.save,
        rij.delete,
        Antwoord.objects.all().delete,
        lambda: Antwoord.objects.update(waarde="weg"),
        lambda: Antwoord.objects.bulk_update([rij], ["waarde"]),
    ):
        with pytest.raises(AlleenToevoegen):
            verboden()
    assert versies(kanaleneiland) == [(1, "Eenzaamheid", "Anna")]


def test_the_unique_key_refuses_the_same_version_twice(kanaleneiland, anna):
    store.insert(kanaleneiland, [ingediend("Een")], anna)
    with pytest.raises(IntegrityError):
        store.insert(kanaleneiland, [ingediend("Twee")], anna)


def test_who_loses_the_race_for_a_version_gets_a_conflict_and_keeps_the_rest(kanaleneiland, anna, fatma):
    store.insert(kanaleneiland, [ingediend("Van Fatma")], fatma)
    # Both passed the pre-check before either had inserted.
    nieuw = [ingediend("Van Anna"), ingediend("Sterke buren", vraag=ANDERE)]
    bewaard, conflicten = store.add_versions(kanaleneiland, nieuw, anna)
    assert ([een.vraag for een in bewaard], [een.huidig.waarde for een in conflicten]) == ([ANDERE], ["Van Fatma"])


def test_own_questions_keep_number_and_answers(kanaleneiland, anna):
    eerste = store.ask_eigen_vraag(
        wijkteam=kanaleneiland, deel="opgave", label="Hoe zit het met de winkels?", door=anna
    )
    save(kanaleneiland, anna, ingediend("Er zijn er drie.", vraag=eerste.sleutel))
    store.set_eigen_vraag_withdrawn(wijkteam=kanaleneiland, deel="opgave", sleutel=eerste.sleutel, ingetrokken=True)
    tweede = store.ask_eigen_vraag(wijkteam=kanaleneiland, deel="opgave", label="En de school?", door=anna)
    assert (eerste.sleutel, tweede.sleutel) == ("opgave.eigen_1", "opgave.eigen_2")
    assert [vraag.sleutel for vraag in store.eigen_vragen(kanaleneiland)["opgave"]] == ["opgave.eigen_2"]
    assert store.eigen_vraag(kanaleneiland, "opgave.eigen_1").label == "Hoe zit het met de winkels?"
    assert versies(kanaleneiland, "opgave.eigen_1") == [(1, "Er zijn er drie.", "Anna")]


@pytest.mark.parametrize(
    "sleutel", ["opgave.eigen_", "opgave.eigen_x", "opgave.eigen_99999999999", "opgave.vraagstuk", ""]
)
def test_unknown_own_question_is_none(kanaleneiland, sleutel):
    assert store.eigen_vraag(kanaleneiland, sleutel) is None
    assert not store.set_eigen_vraag_withdrawn(wijkteam=kanaleneiland, deel="opgave", sleutel=sleutel, ingetrokken=True)


@pytest.mark.django_db(transaction=True)
def test_many_writers_lose_no_acknowledged_save(kanaleneiland, anna):
    """Eight writers add their own line to one answer; what was acknowledged is in the history exactly once."""
    bevestigd = []

    def write(nummer):
        with enter_scope(kanaleneiland.gemeente):
            for keer in range(5):
                huidig = store.huidige_antwoorden(kanaleneiland).get(VRAAG)
                tekst = f"schrijver {nummer} keer {keer}"
                uitkomst = save(kanaleneiland, anna, ingediend(tekst, versie=huidig.versie if huidig else 0))
                bevestigd.extend(een.waarde for een in uitkomst.bewaard)

    assert at_once(write, 8) == []
    assert len(bevestigd) >= 5
    assert sorted(waarde for _, waarde, _ in versies(kanaleneiland)) == sorted(bevestigd)
