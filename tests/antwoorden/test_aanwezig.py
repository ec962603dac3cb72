"""Who has a page open: one row per user and wijkteam, which nobody waits for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bouwstenen.antwoorden.models import Aanwezig
from bouwstenen.antwoorden.store import aanwezig
from bouwstenen.core.tenancy import enter_scope


@pytest.fixture
def hier(kanaleneiland, anna):
    with enter_scope(kanaleneiland.gemeente):
        yield {"wijkteam": kanaleneiland, "pagina": "opgave.vraagstuk", "door": anna}


def test_others_on_the_page_are_named(hier, bram, fatma):
    for wie in (fatma, bram, hier["door"]):
        aanwezig.note_aanwezig(**hier | {"door": wie})
    assert aanwezig.names_on(**hier) == ["Bram", "Fatma"]


def test_user_is_on_one_page_of_a_wijkteam(hier, fatma):
    for pagina in ("opgave.vraagstuk", "opgave.doelen", ""):
        assert aanwezig.names_on(**hier | {"pagina": pagina}) == []
        aanwezig.note_aanwezig(**hier | {"pagina": pagina, "door": fatma})
        assert aanwezig.names_on(**hier | {"pagina": pagina}) == ["Fatma"]
    assert [aanwezig.names_on(**hier), Aanwezig.objects.count()] == [[], 1]


def test_after_two_minutes_nobody_is_there(hier, fatma):
    aanwezig.note_aanwezig(**hier | {"door": fatma})
    Aanwezig.objects.update(op=timezone.now() - timedelta(minutes=2, seconds=1))
    assert aanwezig.names_on(**hier) == []


def test_looking_around_is_being_seen(hier, fatma, django_assert_num_queries):
    assert aanwezig.look_around(**hier | {"door": fatma}) == []
    assert aanwezig.look_around(**hier) == ["Fatma"]
    with django_assert_num_queries(1):
        assert aanwezig.look_around(**hier) == ["Fatma"]


@pytest.mark.parametrize("anders", [{"pagina": "opgave.doelen"}, {"op": timezone.now() - timedelta(seconds=61)}])
def test_own_row_is_written_again_when_it_is_old_or_elsewhere(hier, anders):
    aanwezig.look_around(**hier)
    Aanwezig.objects.update(**anders)
    aanwezig.look_around(**hier)
    rij = Aanwezig.objects.get()
    assert (rij.pagina, rij.op > timezone.now() - timedelta(seconds=30)) == ("opgave.vraagstuk", True)
