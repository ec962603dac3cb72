"""The members of a gemeente: what their beheerder sees and changes, and what nobody else can."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Lidmaatschap, Spoorregel
from bouwstenen.toegang.store.leden import leden_van, op_alfabet
from tests.factories import GebruikerFactory, GemeenteFactory, LidmaatschapFactory

LEDEN = "/utrecht/leden/"
LAATSTE = "Fatma is de laatste beheerder van Utrecht. Maak eerst iemand anders beheerder."


@pytest.fixture
def beheer(client_for, fatma):
    return client_for(fatma)


def lid_van(gemeente, gebruiker):
    with enter_scope(gemeente):
        return Lidmaatschap.objects.select_related("gebruiker").get(gebruiker=gebruiker)


def url(lid):
    return f"{LEDEN}{lid.pk}/"


def stand(gemeente, gebruiker):
    lid = lid_van(gemeente, gebruiker)
    return lid.rollen, lid.actief


def spoor():
    rijen = Spoorregel.objects.filter(actie="rechten").order_by("pk")
    return list(rijen.values_list("actie", "object", "resultaat", "bijzonderheden"))


def meldingen(antwoord):
    return [str(melding) for melding in antwoord.context["messages"]]


# The list


def test_members_with_roles_and_last_login(beheer, anna, bram, fatma, carla):
    bram.last_login = timezone.make_aware(timezone.datetime(2025, 3, 4, 9, 5))
    bram.save()
    antwoord = beheer.get(LEDEN)
    assert [lid.gebruiker.naam for lid in antwoord.context["leden"]] == ["Anna", "Bram", "Fatma"]
    rij = re.search(r'<li class="wt-taak">((?:(?!</li>).)*Bram.*?)</li>', antwoord.content.decode(), re.DOTALL)[1]
    woorden = [deel.strip() for deel in re.sub(r"<[^>]+>", "\n", rij).splitlines() if deel.strip()]
    assert woorden == ["Bram", "bram@voorbeeld.nl", "Laatst ingelogd: 4 maart 2025 09:05", "Lezer"]


def test_who_stopped_stands_apart_and_who_was_made_anonymous_is_gone(beheer, utrecht, fatma, lid):
    LidmaatschapFactory(gemeente=utrecht, gebruiker=lid("gijs"), actief=False)
    lid("hans", (utrecht, "lezer"), is_active=False)
    lid("ivo", (utrecht, "lezer"), geanonimiseerd_op=timezone.now(), is_active=False)
    antwoord = beheer.get(LEDEN)
    assert [rij.gebruiker.naam for rij in antwoord.context["leden"]] == ["Fatma"]
    assert [rij.gebruiker.naam for rij in antwoord.context["gestopt"]] == ["Gijs", "Hans"]
    assert antwoord.content.decode().count("Weer toelaten") == 1  # a closed account is for the platform beheerder


def test_names_are_sorted_as_a_reader_looks_for_them(utrecht):
    namen = ["Zoë", "emma", "Émile", "Anna", "Emil", "İpek", "Jan"]
    for naam in namen:
        LidmaatschapFactory(gemeente=utrecht, gebruiker=GebruikerFactory(naam=naam))
    with enter_scope(utrecht):
        assert [rij.gebruiker.naam for rij in leden_van(utrecht)] == [
            "Anna", "Emil", "Émile", "emma", "İpek", "Jan", "Zoë",
        ]  # fmt: skip


def test_letters_count_without_capitals_and_accents():
    assert op_alfabet("ÉMILE Straße") == "emile strasse"


def test_one_and_three_members_take_the_same_queries(beheer, utrecht, zeist, lid, django_assert_num_queries):
    for aantal in (1, 2):
        with django_assert_num_queries(5):  # session, gebruiker, gemeente with roles, uitnodigingen, leden
            assert len(beheer.get(LEDEN).context["leden"]) == 2 * aantal - 1
        lid("gijs" * aantal, (utrecht, "lezer"))
        lid("hans" * aantal, (utrecht, "lezer"))
        lid("inge" * aantal, (zeist, "lezer"))


# Changing a member


def test_other_roles(beheer, utrecht, bram):
    lid = lid_van(utrecht, bram)
    antwoord = beheer.post(url(lid), {"rollen": ["teamcoach", "lezer", "teamcoach"], "actie": "rollen"}, follow=True)
    assert stand(utrecht, bram) == (["lezer", "teamcoach"], True)
    assert meldingen(antwoord) == ["Opgeslagen. Bram heeft nu deze rollen: Lezer, Teamcoach."]
    assert spoor() == [("rechten", f"lidmaatschap:{lid.pk}", "gelukt", "lezer, teamcoach")]


@pytest.mark.parametrize("rollen", [[], ["koning"], ["is_staff"], ["lezer", "platformbeheerder"], ["lezer\x00"]])
def test_no_role_or_an_unknown_role_changes_nothing(beheer, utrecht, bram, rollen):
    antwoord = beheer.post(url(lid_van(utrecht, bram)), {"rollen": rollen, "is_staff": "on", "gemeente": "2"})
    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors["rollen"] == (
        ["Kies rollen uit de lijst."] if rollen else ["Kies minstens één rol."]
    )
    bram.refresh_from_db()
    assert (stand(utrecht, bram), bram.is_staff, spoor()) == ((["lezer"], True), False, [])


def test_stopping_asks_first_and_keeps_everything(beheer, client_for, utrecht, bram):
    lid = lid_van(utrecht, bram)
    vraag = beheer.get(f"{url(lid)}?stap=stoppen").content.decode()
    assert "Wilt u de toegang van Bram stoppen?" in vraag
    assert stand(utrecht, bram) == (["lezer"], True)
    antwoord = beheer.post(url(lid), {"actie": "stoppen"}, follow=True)
    assert meldingen(antwoord) == ["Bram heeft geen toegang meer tot Utrecht."]
    assert (stand(utrecht, bram), client_for(bram).get("/utrecht/").status_code) == ((["lezer"], False), 404)
    assert spoor() == [("rechten", f"lidmaatschap:{lid.pk}", "gelukt", "niet meer actief")]


def test_let_in_again_with_the_roles_that_are_chosen_now(beheer, client_for, utrecht, lid):
    gijs = lid("gijs")
    rij = LidmaatschapFactory(gemeente=utrecht, gebruiker=gijs, rollen=["beheerder"], actief=False)
    beheer.post(url(rij), {"rollen": ["lezer"], "actie": "rollen"})  # from a page that was opened before it was stopped
    assert stand(utrecht, gijs) == (["lezer"], False)
    beheer.post(url(rij), {"rollen": ["lezer"], "actie": "toelaten"})
    assert (stand(utrecht, gijs), client_for(gijs).get("/utrecht/").status_code) == ((["lezer"], True), 200)


# The last beheerder


@pytest.mark.parametrize("data", [{"rollen": ["lezer"], "actie": "rollen"}, {"actie": "stoppen"}])
def test_the_last_beheerder_stays_and_the_trace_tells_it_was_tried(beheer, utrecht, fatma, anna, data):
    lid = lid_van(utrecht, fatma)
    antwoord = beheer.post(url(lid), data)
    assert (antwoord.status_code, LAATSTE in antwoord.content.decode()) == (422, True)
    assert stand(utrecht, fatma) == (["beheerder"], True)
    assert spoor() == [("rechten", f"lidmaatschap:{lid.pk}", "geweigerd", "")]


def test_a_beheerder_may_leave_when_another_stays(beheer, client_for, utrecht, fatma, lid):
    gijs = lid("gijs", (utrecht, "beheerder"))
    antwoord = beheer.post(url(lid_van(utrecht, fatma)), {"rollen": ["lezer"]})
    assert (antwoord.url, beheer.get(LEDEN).status_code) == ("/utrecht/", 403)
    antwoord = client_for(gijs).post(url(lid_van(utrecht, fatma)), {"actie": "stoppen"})
    assert antwoord.url == LEDEN
    assert beheer.get("/utrecht/").status_code == 404


def test_who_stops_the_own_access_lands_on_a_page_that_opens(beheer, utrecht, fatma, lid):
    lid("gijs", (utrecht, "beheerder"))
    antwoord = beheer.post(url(lid_van(utrecht, fatma)), {"actie": "stoppen"}, follow=True)
    assert (antwoord.status_code, antwoord.redirect_chain) == (200, [("/", 302)])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("data", [{"rollen": ["lezer"]}, {"actie": "stoppen"}])
def test_two_beheerders_demote_each_other_at_once(client_for, data):
    gemeente, samen = GemeenteFactory(), Barrier(2)
    leden = [LidmaatschapFactory(gemeente=gemeente, rollen=["beheerder"]) for _ in range(2)]
    clients = [client_for(lid.gebruiker) for lid in leden]

    def demote(client, lid):
        try:
            samen.wait()
            return client.post(f"/{gemeente.slug}/leden/{lid.pk}/", data).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        statussen = sorted(pool.map(demote, clients, reversed(leden)))
    # The second one is too late: refused as last beheerder, or no beheerder any more when the request came in.
    assert statussen[0] == 302 and statussen[1] in (403, 404, 422)
    with enter_scope(gemeente):
        assert [lid.rollen for lid in Lidmaatschap.objects.filter(actief=True) if "beheerder" in lid.rollen] == [
            ["beheerder"]
        ]


# Who may not


@pytest.mark.parametrize("rol", ["lezer", "teamcoach", "beleidsadviseur"])
def test_a_member_does_not_raise_the_own_role(client_for, utrecht, lid, rol):
    gijs = lid("gijs", (utrecht, rol))
    rij, client = lid_van(utrecht, gijs), client_for(gijs)
    uitnodigen = {"email": gijs.email, "rollen": ["beheerder"]}
    antwoorden = [client.post(url(rij), {"rollen": ["beheerder"]}), client.post(LEDEN, uitnodigen), client.get(LEDEN)]
    assert [antwoord.status_code for antwoord in antwoorden] == [403] * 3
    assert (stand(utrecht, gijs), spoor()) == (([rol], True), [])


def test_a_beheerder_of_another_gemeente_finds_nothing(client_for, utrecht, zeist, bram, lid):
    gijs, rij = lid("gijs", (zeist, "beheerder")), lid_van(utrecht, bram)
    client, data = client_for(gijs), {"rollen": ["beheerder"], "gemeente": zeist.pk}
    paden = [LEDEN, url(rij), f"/zeist/leden/{rij.pk}/", f"/zeist/leden/{'9' * 30}/"]
    assert [client.get(pad).status_code for pad in paden] == [404] * 4
    assert [client.post(pad, data).status_code for pad in paden] == [404] * 4
    assert stand(utrecht, bram) == (["lezer"], True)
