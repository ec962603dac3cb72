"""Decisions are versions that are only added: none covers one that its user has not seen, and none is lost."""

from datetime import date

import pytest
from django.db import IntegrityError
from django_scopes.exceptions import ScopeError

from bouwstenen.core.append_only import AlleenToevoegen
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Afweging, Wijkteam
from bouwstenen.samenhang import store
from bouwstenen.toegang.store.vertrek import anonimiseer
from tests.factories import WijkteamFactory
from tests.samenhang.besluiten import MANDAAT, REGEL, VORM, besluit, besluiten, decide, raise_spanning, samenhang, stand
from tests.tegelijk import at_once
from tests.wizard.bezoeker import gegeven


def in_scope(wijkteam, functie, **hoe):
    with enter_scope(wijkteam.gemeente):
        return functie(wijkteam=wijkteam, **hoe)


def test_a_decision_is_a_version_and_counts(spanning, anna, fatma):
    assert stand(spanning) == "open"
    assert decide(spanning, anna).bewaard.versie == 1
    assert stand(spanning) == "bewust"
    decide(spanning, fatma, 1, reden="Anders gezegd.")
    assert besluiten(spanning) == [
        (2, "bewust", "Anders gezegd.", "Fatma"),
        (1, "bewust", "Wij groeien in stappen.", "Anna"),
    ]


def test_everything_is_kept(spanning, anna):
    bewaard = decide(spanning, anna, tot=date(2027, 1, 1)).bewaard
    assert (bewaard.op, bewaard.tot, bewaard.door, bewaard.melding, bewaard.grond) == (
        date(2026, 5, 3),
        date(2027, 1, 1),
        "het college",
        "Dat past niet bij elkaar.",
        {VORM: 1, MANDAAT: 1},
    )


def test_an_answer_under_it_that_changes_asks_to_look_again_until_it_is_confirmed(spanning, anna):
    decide(spanning, anna)
    gegeven(spanning, anna, MANDAAT, {"keuze": "3"})
    assert samenhang(spanning).bij(REGEL).gewijzigd == (MANDAAT,)
    decide(spanning, anna, 1, grond={VORM: 1, MANDAAT: 2})
    assert (stand(spanning), len(besluiten(spanning))) == ("bewust", 2)


def test_an_answer_that_solves_it_makes_the_decision_history(spanning, anna):
    decide(spanning, anna)
    gegeven(spanning, anna, MANDAAT, {"keuze": "1"})
    assert (stand(spanning), [een.regel for een in samenhang(spanning).opgelost]) == (None, [REGEL])


def test_what_did_not_change_is_not_saved(spanning, anna, fatma):
    decide(spanning, anna)
    for wie, versie in ((anna, 1), (fatma, 0)):
        uitkomst = decide(spanning, wie, versie)
        assert (uitkomst.bewaard, uitkomst.botst) == (None, False)
    assert len(besluiten(spanning)) == 1


@pytest.mark.parametrize("versie", [0, -1, 7])
def test_stale_or_forged_version_is_a_conflict(spanning, anna, fatma, versie):
    decide(spanning, fatma)
    uitkomst = decide(spanning, anna, versie, reden="Van Anna")
    assert (uitkomst.bewaard, uitkomst.botst, uitkomst.huidig.auteur_naam) == (None, True, "Fatma")
    assert len(besluiten(spanning)) == 1


def test_forged_version_of_what_was_never_decided_is_a_conflict(spanning, anna):
    uitkomst = decide(spanning, anna, 3)
    assert (uitkomst.botst, uitkomst.huidig, besluiten(spanning)) == (True, None, [])


def test_unchanged_against_the_version_shown_never_covers_a_newer_one(spanning, anna, fatma):
    decide(spanning, anna)
    decide(spanning, fatma, 1, besluit="open", reden="", door="")
    assert decide(spanning, anna, 1).botst is False
    assert (stand(spanning), len(besluiten(spanning))) == ("open", 2)


def test_who_loses_the_race_for_a_version_gets_a_conflict(spanning, anna, fatma):
    with enter_scope(spanning.gemeente):
        store.insert(spanning, besluit(), fatma)
        # Both passed the pre-check before either had inserted.
        uitkomst = store.insert(spanning, besluit(reden="Van Anna"), anna)
    assert (uitkomst.bewaard, uitkomst.botst, uitkomst.huidig.auteur_naam) == (None, True, "Fatma")


def test_the_unique_key_refuses_the_same_version_twice(spanning, anna):
    decide(spanning, anna)
    velden = {"regel": REGEL, "versie": 1, "besluit": "open", "op": date(2026, 5, 3), "auteur": anna}
    with enter_scope(spanning.gemeente), pytest.raises(IntegrityError):
        Afweging.objects.create(wijkteam=spanning, **velden)


@pytest.mark.django_db(transaction=True)
def test_many_writers_lose_no_acknowledged_decision(spanning, anna):
    bevestigd = []

    def write(nummer):
        for keer in range(5):
            tekst, versie = f"schrijver {nummer} keer {keer}", len(besluiten(spanning))
            uitkomst = decide(spanning, anna, versie, reden=tekst)
            bevestigd.extend([tekst] if uitkomst.bewaard else [])

    assert at_once(write, 4) == []
    assert len(bevestigd) >= 5
    assert sorted(reden for _, _, reden, _ in besluiten(spanning)) == sorted(bevestigd)


def test_decisions_are_only_added(spanning, anna):
    decide(spanning, anna)
    with enter_scope(spanning.gemeente):
        rij = Afweging.objects.get()
        for verboden in (
            rij.save,
            rij.delete,
            Afweging.objects.all().delete,
            lambda: Afweging.objects.update(reden=""),
        ):
            with pytest.raises(AlleenToevoegen):
                verboden()


def test_how_it_stands_takes_one_query(spanning, anna, django_assert_num_queries):
    decide(spanning, anna)
    decide(spanning, anna, regel="REG-011")
    with enter_scope(spanning.gemeente), django_assert_num_queries(1):
        assert [een.regel for een in store.samenhang_van(spanning, {}).opgelost] == [REGEL, "REG-011"]


# The agenda


def off(wijkteam, door, versie):
    return in_scope(wijkteam, store.take_off_agenda, regel=REGEL, versie=versie, door=door)


def test_on_the_agenda_and_off_again(spanning, anna, daan):
    decide(spanning, daan, besluit="bespreken", reden="", door="")
    assert (stand(spanning), len(samenhang(spanning).agenda)) == ("bespreken", 1)
    off(spanning, anna, 1)
    assert (stand(spanning), [een[:2] for een in besluiten(spanning)]) == ("open", [(2, "open"), (1, "bespreken")])


def test_off_the_agenda_what_was_decided_before_counts_again(spanning, anna, daan):
    """Looked at again, discussed, and nothing new decided: the reason is still there, and still to be looked at."""
    decide(spanning, anna)
    gegeven(spanning, anna, MANDAAT, {"keuze": "3"})
    decide(spanning, daan, 1, besluit="bespreken", reden="", door="")
    off(spanning, daan, 2)
    assert besluiten(spanning)[0] == (3, "bewust", "Wij groeien in stappen.", "Daan")
    assert stand(spanning) == "opnieuw"


def test_what_is_not_on_the_agenda_is_not_taken_off(spanning, anna):
    assert off(spanning, anna, 0).bewaard is None
    decide(spanning, anna)
    assert (off(spanning, anna, 1).bewaard, stand(spanning)) == (None, "bewust")


def test_taking_off_over_an_unseen_version_is_a_conflict(spanning, anna):
    decide(spanning, anna, besluit="bespreken", reden="", door="")
    assert (off(spanning, anna, 0).botst, stand(spanning)) == (True, "bespreken")


# Around it


def test_documents_hear_of_a_decision(spanning, anna):
    with enter_scope(spanning.gemeente):
        voor = Wijkteam.objects.get(pk=spanning.pk).gewijzigd_op
        decide(spanning, anna)
        na = Wijkteam.objects.get(pk=spanning.pk).gewijzigd_op
        decide(spanning, anna, 1)  # the same again
        later = Wijkteam.objects.get(pk=spanning.pk).gewijzigd_op
    assert (na > voor, later == na) == (True, True)


def test_another_gemeente_has_decisions_of_its_own(spanning, zeist, anna, carla):
    oost = WijkteamFactory(gemeente=zeist, slug="oost", naam="Oost")
    raise_spanning(oost, carla)
    decide(oost, carla)
    assert (stand(oost), stand(spanning), besluiten(spanning)) == ("bewust", "open", [])
    with enter_scope(spanning.gemeente):
        assert (store.geschiedenis(oost, REGEL), store.huidige_afwegingen(oost)) == ([], {})


def test_nothing_is_decided_for_another_gemeente(spanning, zeist, anna):
    """Not by the store, and not past it."""
    velden = {"regel": REGEL, "versie": 1, "besluit": "open", "op": date(2026, 5, 3), "auteur": anna}
    with enter_scope(zeist):
        for werk in (
            lambda: store.save_afweging(wijkteam=spanning, ingediend=besluit(), door=anna),
            lambda: Afweging.objects.create(wijkteam=spanning, **velden),
            lambda: Afweging.objects.bulk_create([Afweging(wijkteam=spanning, **velden)]),
        ):
            with pytest.raises(ScopeError):
                werk()
    assert besluiten(spanning) == []


def test_who_left_is_anonymous_here_too(spanning, anna, els, utrecht):
    decide(spanning, anna)
    anna.is_active = False
    anna.save()
    with enter_scope([utrecht]):
        anonimiseer(gebruiker=anna, door=els)
    assert besluiten(spanning) == [(1, "bewust", "Wij groeien in stappen.", "oud-medewerker")]
