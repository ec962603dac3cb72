"""The trace: six fields for each deed, a line in the log, and nothing is ever changed or taken away."""

import json
import logging

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from bouwstenen.core.append_only import AlleenToevoegen
from bouwstenen.core.spoor import Daad, Resultaat, from_oorsprong, note, note_refusal
from bouwstenen.models import Spoorregel


def test_a_deed_has_the_six_fields(kanaleneiland, anna):
    begin = timezone.now()
    with from_oorsprong("203.0.113.9"):
        note(Daad.HERNOEMD, kanaleneiland, door=anna, bij="eerder iets anders")
    [regel] = Spoorregel.objects.all()
    assert (regel.actie, regel.object, regel.resultaat) == ("hernoemd", f"wijkteam:{kanaleneiland.pk}", "gelukt")
    assert (regel.oorsprong, regel.actor, begin <= regel.tijdstip <= timezone.now()) == ("203.0.113.9", anna, True)
    assert (regel.gemeente, regel.bijzonderheden) == (kanaleneiland.gemeente, "eerder iets anders")


def test_the_log_has_the_same_deed_as_json(caplog, utrecht, anna):
    with caplog.at_level(logging.INFO, "wijkteam.spoor"):
        note(Daad.INGELOGD, anna, door=anna, resultaat=Resultaat.MISLUKT)
    [regel] = Spoorregel.objects.all()
    assert json.loads(caplog.messages[0]) == {
        "actie": "ingelogd",
        "object": f"gebruiker:{anna.pk}",
        "resultaat": "mislukt",
        "oorsprong": "opdracht",
        "actor_id": anna.pk,
        "gemeente_id": None,
        "bijzonderheden": "",
        "tijdstip": regel.tijdstip.isoformat(),
    }


def test_nothing_is_changed_or_taken_away(anna):
    note(Daad.INGELOGD, anna, door=anna)
    regel = Spoorregel.objects.get()
    for werk in (
        regel.save,
        regel.delete,
        Spoorregel.objects.all().delete,
        lambda: Spoorregel.objects.update(actie=""),
    ):
        with pytest.raises(AlleenToevoegen):
            werk()
    assert Spoorregel.objects.count() == 1


def test_a_request_tells_where_it_comes_from(client_for, fatma, utrecht):
    client_for(fatma).post("/utrecht/nieuw/", {"naam": "Oost"}, REMOTE_ADDR="198.51.100.7")
    regel = Spoorregel.objects.get(actie="gemaakt")
    assert (regel.oorsprong, regel.gemeente, regel.actor) == ("198.51.100.7", utrecht, fatma)


def test_a_refused_deed_is_remembered_and_one_that_is_rolled_back_is_not(utrecht, anna, els):
    with (
        pytest.raises(ValidationError),
        note_refusal(Daad.RECHTEN, anna, door=els, gemeente=utrecht),
        transaction.atomic(),
    ):
        note(Daad.RECHTEN, anna, door=els, gemeente=utrecht)
        raise ValidationError("Dit mag niet.")
    assert list(Spoorregel.objects.values_list("actie", "resultaat")) == [("rechten", "geweigerd")]


def test_sending_something_without_the_right_is_remembered_and_asking_for_a_page_is_not(client_for, bram, utrecht):
    client = client_for(bram)
    assert [client.get("/utrecht/nieuw/").status_code, client.post("/utrecht/nieuw/", {}).status_code] == [403, 403]
    [regel] = Spoorregel.objects.all()
    assert (regel.actie, regel.resultaat, regel.actor) == ("toegang", "geweigerd", bram)
    assert (regel.object, regel.gemeente, regel.bijzonderheden) == (
        f"gemeente:{utrecht.pk}",
        utrecht,
        "/utrecht/nieuw/",
    )


@pytest.mark.parametrize("adres", ["", "198.51.100.7"])
def test_a_visitor_past_the_proxy_still_gets_in(client, db, settings, adres):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2
    kop = {"X-Forwarded-For": "198.51.100.7"} if adres else {}
    assert client.get("/account/inloggen/", REMOTE_ADDR="", headers=kop).status_code == 200
