"""Typed text: a row per tab in which only a newer sending replaces an older one, also when two come at once."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from bouwstenen.antwoorden.models import Klad
from bouwstenen.antwoorden.store import klad
from bouwstenen.core.tenancy import enter_scope
from tests.factories import WijkteamFactory

PAGINA = "opgave.vraagstuk"


@pytest.fixture
def hier(kanaleneiland, anna):
    with enter_scope(kanaleneiland.gemeente):
        yield {"wijkteam": kanaleneiland, "pagina": PAGINA, "door": anna}


def keep(hier, tab, serie, tekst):
    return klad.keep_klad(**hier, tab=tab, serie=serie, velden={"vraagstuk": [tekst]} if tekst else {})


def settle(hier, tab, serie, tekst):
    return klad.settle_klad(**hier, tab=tab, serie=serie, velden={"vraagstuk": [tekst]} if tekst else {})


def rijen(hier):
    """{tab: (serie, text)}, with "" for a row that only remembers."""
    alle = Klad.objects.filter(wijkteam=hier["wijkteam"], gebruiker=hier["door"]).order_by("pk")
    return {rij.tab: (rij.serie, rij.velden.get("vraagstuk", [""])[0]) for rij in alle}


def test_each_sending_replaces_the_one_before(hier):
    assert [keep(hier, "a", 1, "Een"), keep(hier, "a", 2, "Eenzaam"), keep(hier, "a", 7, "Eenzaamheid")] == ["a"] * 3
    assert rijen(hier) == {"a": (7, "Eenzaamheid")}


@pytest.mark.parametrize("serie", [1, 2])
def test_other_text_that_is_not_newer_gets_a_tab_of_its_own(hier, serie):
    keep(hier, "a", 2, "Eerste tab")
    nieuw = keep(hier, "a", serie, "Tweede tab")
    assert rijen(hier) == {"a": (2, "Eerste tab"), nieuw: (serie, "Tweede tab")}


def test_the_same_sending_twice_is_kept_once(hier):
    assert [keep(hier, "a", 2, "Eenzaam"), keep(hier, "a", 2, "Eenzaam")] == ["a", "a"]
    assert rijen(hier) == {"a": (2, "Eenzaam")}


def test_tabs_users_pages_and_wijkteams_do_not_touch_each_other(hier, utrecht, fatma):
    keep(hier, "a", 1, "Van Anna")
    keep(hier, "b", 1, "Van Anna, andere tab")
    keep(hier | {"door": fatma}, "a", 1, "Van Fatma")
    keep(hier | {"pagina": "opgave.doelen"}, "a", 1, "Andere pagina")
    keep(hier | {"wijkteam": WijkteamFactory(gemeente=utrecht)}, "a", 1, "Ander wijkteam")
    teksten = [een.velden["vraagstuk"] for een in klad.kladden_van(**hier)]
    assert teksten == [["Van Anna, andere tab"], ["Van Anna"]]


def test_text_is_cleaned(hier):
    keep(hier, "a", 1, "Een\x00\r\ntwee\x0b\ud800\uf0b7")
    assert rijen(hier) == {"a": (1, "Een\ntwee\n•")}


def test_sending_nothing_forgets_what_was_typed_and_late_text_stays_away(hier):
    keep(hier, "a", 1, "Eenzaam")
    assert (keep(hier, "a", 3, ""), klad.kladden_van(**hier)) == ("a", [])
    assert (keep(hier, "a", 2, "Te laat"), rijen(hier)) == (None, {"a": (3, "")})
    assert (keep(hier, "a", 4, "Weer"), rijen(hier)) == ("a", {"a": (4, "Weer")})


@pytest.mark.parametrize("eerder", [True, False])
def test_submitted_page_leaves_only_its_number(hier, eerder):
    if eerder:
        keep(hier, "a", 4, "Eenzaam")
    assert settle(hier, "a", 5, "") == ("a", 5)
    assert (keep(hier, "a", 5, "Te laat"), rijen(hier)) == (None, {"a": (5, "")})


@pytest.mark.parametrize("serie", [4, 5])
def test_submitted_page_keeps_exactly_what_was_refused(hier, serie):
    keep(hier, "a", 4, "Eenzaam")
    assert (settle(hier, "a", serie, "Te lang"), rijen(hier)) == (("a", serie), {"a": (serie, "Te lang")})


def test_submitted_page_of_an_older_copy_of_the_tab_takes_nothing_away(hier):
    keep(hier, "a", 9, "In de andere kopie")
    assert (settle(hier, "a", 5, ""), rijen(hier)) == (("a", 5), {"a": (9, "In de andere kopie")})
    nieuw, serie = settle(hier, "a", 5, "Te lang")
    assert rijen(hier) == {"a": (9, "In de andere kopie"), nieuw: (serie, "Te lang")}


def test_page_without_a_tab_gets_one_when_something_is_refused(hier):
    assert (settle(hier, "", 0, ""), rijen(hier)) == (("", 0), {})
    nieuw, serie = settle(hier, "", 0, "Te lang")
    assert (len(nieuw), rijen(hier)) == (22, {nieuw: (serie, "Te lang")})
    assert settle(hier, "", 0, "Te lang") == (nieuw, serie)
    assert len(rijen(hier)) == 1


def test_thrown_away_is_gone_and_late_text_stays_away(hier):
    keep(hier, "a", 3, "Eenzaam")
    keep(hier, "b", 1, "Blijft")
    klad.drop_klad(**hier, tab="a")
    assert (keep(hier, "a", 3, "Eenzaam"), rijen(hier)) == (None, {"a": (3, ""), "b": (1, "Blijft")})


def test_what_says_nothing_new_is_dropped_unless_it_grew_meanwhile(hier):
    keep(hier, "a", 1, "Blijft")
    keep(hier, "b", 1, "Weg")
    gezien = klad.kladden_van(**hier)
    keep(hier, "a", 2, "Blijft en groeit")
    klad.drop_kladden(gezien)
    assert rijen(hier) == {"a": (2, "Blijft en groeit"), "b": (1, "")}


def test_numbers_of_submitted_pages_are_forgotten_after_a_day(hier, fatma):
    for tab in ("oud", "vers"):
        settle(hier, tab, 1, "")
    keep(hier, "tekst", 1, "Blijft")
    settle(hier | {"door": fatma}, "oud", 1, "")
    Klad.objects.filter(tab__in=["oud", "tekst"]).update(op=timezone.now() - timedelta(hours=25))
    keep(hier, "nieuw", 1, "Nieuw")
    assert list(rijen(hier)) == ["vers", "tekst", "nieuw"]
    assert list(rijen(hier | {"door": fatma})) == ["oud"]


def test_own_text_of_all_gemeenten_in_one_query(hier, utrecht, zeist, fatma, django_assert_num_queries):
    keep(hier, "a", 1, "Van Anna")
    keep(hier | {"door": fatma}, "a", 1, "Van Fatma")
    settle(hier, "klaar", 1, "")
    with enter_scope([utrecht, zeist]):
        weg = WijkteamFactory(gemeente=utrecht, gearchiveerd_op=timezone.now())
        keep(hier | {"wijkteam": weg}, "a", 1, "In het archief")
        keep(hier | {"wijkteam": WijkteamFactory(gemeente=zeist, naam="Vollenhove")}, "a", 1, "In Zeist")
        with django_assert_num_queries(1):
            alle = klad.eigen_kladden(gemeenten=[utrecht, zeist], door=hier["door"])
            assert [str(een.wijkteam) for een in alle] == ["Vollenhove", "Kanaleneiland"]
        assert [str(een.wijkteam) for een in klad.eigen_kladden(gemeenten=[utrecht], door=hier["door"])] == [
            "Kanaleneiland"
        ]


@pytest.mark.django_db(transaction=True)
def test_many_copies_of_a_tab_lose_no_acknowledged_text(hier):
    """Eight copies of one tab send at once, under the same name: each text that was acknowledged is in some klad."""
    bevestigd, fouten, samen = [], [], threading.Barrier(8)

    def send(nummer):
        try:
            with enter_scope(hier["wijkteam"].gemeente):
                tab = "a"
                for keer in range(1, 4):
                    samen.wait(timeout=60)
                    tab = keep(hier, tab, keer, f"kopie {nummer} keer {keer}")
                bevestigd.append((tab, f"kopie {nummer} keer 3"))
        except Exception as fout:  # a thread must hand its error to the test
            fouten.append(fout)
        finally:
            connection.close()

    draden = [threading.Thread(target=send, args=(nummer,)) for nummer in range(8)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert fouten == []
    assert sorted((tab, tekst) for tab, (_, tekst) in rijen(hier).items()) == sorted(bevestigd)
