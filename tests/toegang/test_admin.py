"""What the platform beheerder does under /beheer/."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from django_scopes import scopes_disabled  # noqa: TID251 -- to see what the beheer door saved

from bouwstenen.core.beheer import site
from bouwstenen.core.spoor import Daad, note
from bouwstenen.models import Gebruiker, Gemeente, Lidmaatschap, Spoorregel

INLINE = {"lidmaatschap_set-TOTAL_FORMS": 0, "lidmaatschap_set-INITIAL_FORMS": 0}


@pytest.fixture
def beheer(client_for, els):
    return client_for(els)


def lidmaatschap_van(gebruiker):
    with scopes_disabled():
        return Lidmaatschap.objects.get(gebruiker=gebruiker)


def errors(answer):
    return re.findall(r'<ul class="errorlist[^>]*><li>([^<]*)', answer.content.decode())


def test_makes_a_gemeente_and_its_address_stays(beheer):
    beheer.post("/beheer/bouwstenen/gemeente/add/", {"naam": "Bergen (L.)", "slug": "bergen-l", "cbs_code": ""})
    gemeente = Gemeente.objects.get()
    assert (gemeente.naam, gemeente.slug, gemeente.cbs_code) == ("Bergen (L.)", "bergen-l", None)
    beheer.post(f"/beheer/bouwstenen/gemeente/{gemeente.pk}/change/", {"naam": "Bergen", "slug": "anders"})
    gemeente.refresh_from_db()
    assert (gemeente.naam, gemeente.slug) == ("Bergen", "bergen-l")


def test_remembers_when_a_gemeente_got_another_name(beheer, utrecht):
    adres = f"/beheer/bouwstenen/gemeente/{utrecht.pk}/change/"
    beheer.post(adres, {"naam": "Utrecht", "cbs_code": "GM0344"})
    utrecht.refresh_from_db()
    assert (utrecht.cbs_code, utrecht.hernoemd_op) == ("GM0344", None)
    begin = timezone.now()
    beheer.post(adres, {"naam": "Stad Utrecht", "cbs_code": "GM0344"})
    utrecht.refresh_from_db()
    assert begin < utrecht.hernoemd_op < timezone.now()


def test_a_reserved_word_is_refused(beheer):
    answer = beheer.post("/beheer/bouwstenen/gemeente/add/", {"naam": "Beheer", "slug": "beheer"})
    assert errors(answer) == ["Dit woord gebruikt de website zelf al. Kies een ander woord."]


def test_archives_and_restores_a_gemeente(beheer, utrecht):
    for action, archived in (("archiveer", True), ("zet_terug", False)):
        beheer.post("/beheer/bouwstenen/gemeente/", {"action": action, "_selected_action": utrecht.pk})
        utrecht.refresh_from_db()
        assert (utrecht.gearchiveerd_op is not None) == archived


def test_makes_a_user_who_gets_a_mail_to_choose_a_password(beheer, client):
    beheer.post(
        "/beheer/bouwstenen/gebruiker/add/",
        {"naam": "Gijs", "email": "Gijs@voorbeeld.nl", "stuur_mail": "on", **INLINE},
    )
    gijs = Gebruiker.objects.get(email="gijs@voorbeeld.nl")
    assert (gijs.is_staff, gijs.has_usable_password()) == (False, False)
    assert [message.to for message in mail.outbox] == [["gijs@voorbeeld.nl"]]
    link = re.search(r"https?://[^/]+(/account/\S+)", mail.outbox[0].body)[1]
    page = client.get(link, follow=True)
    client.post(page.request["PATH_INFO"], {"password1": "een-lang-wachtwoord", "password2": "een-lang-wachtwoord"})
    gijs.refresh_from_db()
    assert gijs.check_password("een-lang-wachtwoord")


def test_makes_a_user_without_a_mail_and_mails_later(beheer):
    beheer.post("/beheer/bouwstenen/gebruiker/add/", {"naam": "Gijs", "email": "gijs@voorbeeld.nl", **INLINE})
    assert mail.outbox == []
    gijs = Gebruiker.objects.get(email="gijs@voorbeeld.nl")
    beheer.post("/beheer/bouwstenen/gebruiker/", {"action": "mail_wachtwoord", "_selected_action": gijs.pk})
    assert [message.to for message in mail.outbox] == [["gijs@voorbeeld.nl"]]


def test_one_address_is_one_user_whatever_the_capitals(beheer, anna):
    answer = beheer.post("/beheer/bouwstenen/gebruiker/add/", {"naam": "A", "email": "ANNA@voorbeeld.nl", **INLINE})
    assert errors(answer) == ["Er is al een gebruiker met dit e-mailadres."]


def test_sets_a_password(beheer, anna):
    new = {"password1": "een-lang-wachtwoord", "password2": "een-lang-wachtwoord"}
    beheer.post(f"/beheer/bouwstenen/gebruiker/{anna.pk}/password/", new | {"usable_password": "true"})
    anna.refresh_from_db()
    assert anna.check_password("een-lang-wachtwoord")


def test_gives_roles_as_tick_boxes(beheer, utrecht, lid):
    gijs = lid("gijs")
    data = {"gemeente": utrecht.pk, "gebruiker": gijs.pk, "rollen": ["lezer", "beheerder"], "actief": "on"}
    beheer.post("/beheer/bouwstenen/lidmaatschap/add/", data)
    assert lidmaatschap_van(gijs).rollen == ["lezer", "beheerder"]
    page = beheer.get(f"/beheer/bouwstenen/lidmaatschap/{lidmaatschap_van(gijs).pk}/change/").content.decode()
    ticks = re.findall(r'<input type="checkbox" name="rollen" value="(\w+)"[^>]*?( checked)?>', page)
    assert ticks == [("lezer", " checked"), ("teamcoach", ""), ("beleidsadviseur", ""), ("beheerder", " checked")]


def test_a_lidmaatschap_stays_with_its_gemeente_and_its_user(beheer, anna, bram, zeist):
    url = f"/beheer/bouwstenen/lidmaatschap/{lidmaatschap_van(anna).pk}/change/"
    beheer.post(url, {"gemeente": zeist.pk, "gebruiker": bram.pk, "rollen": ["teamcoach"], "actief": "on"})
    assert (lidmaatschap_van(anna).gemeente.slug, lidmaatschap_van(anna).rollen) == ("utrecht", ["teamcoach"])


@pytest.mark.parametrize("data", [{"rollen": ["lezer"], "actief": "on"}, {"rollen": ["beheerder"]}])
def test_the_last_beheerder_stays(beheer, fatma, data):
    pk = lidmaatschap_van(fatma).pk
    answer = beheer.post(f"/beheer/bouwstenen/lidmaatschap/{pk}/change/", data)
    wrong = ["Fatma is de laatste beheerder van Utrecht. Maak eerst iemand anders beheerder."]
    assert errors(answer) == wrong
    inline = {f"lidmaatschap_set-0-{name}": value for name, value in data.items()} | {
        "lidmaatschap_set-TOTAL_FORMS": 1,
        "lidmaatschap_set-INITIAL_FORMS": 1,
        "lidmaatschap_set-0-id": pk,
        "lidmaatschap_set-0-gebruiker": fatma.pk,
    }
    answer = beheer.post(
        f"/beheer/bouwstenen/gebruiker/{fatma.pk}/change/",
        {"naam": "Fatma", "email": fatma.email, "is_active": "on"} | inline,
    )
    assert errors(answer) == wrong
    assert lidmaatschap_van(fatma).rollen == ["beheerder"]


def test_the_account_of_a_last_beheerder_stays_open(beheer, fatma, els, anna):
    def close(gebruiker):
        with scopes_disabled():
            pks = list(gebruiker.lidmaatschap_set.values_list("pk", flat=True))
        rows = {f"lidmaatschap_set-{i}-id": pk for i, pk in enumerate(pks)} | {
            f"lidmaatschap_set-{i}-rollen": "beheerder" for i in range(len(pks))
        }
        counts = {"lidmaatschap_set-TOTAL_FORMS": len(pks), "lidmaatschap_set-INITIAL_FORMS": len(pks)}
        data = {"naam": gebruiker.naam, "email": gebruiker.email} | counts | rows
        return errors(beheer.post(f"/beheer/bouwstenen/gebruiker/{gebruiker.pk}/change/", data))

    assert close(fatma)[0] == "Fatma is de laatste beheerder van Utrecht. Maak eerst iemand anders beheerder."
    assert close(els) == ["Els is de laatste platformbeheerder. Maak eerst iemand anders platformbeheerder."]
    assert list(Gebruiker.objects.filter(is_active=False)) == []


def traced():
    """(actie, resultaat, bijzonderheden, soort) of every deed so far, oldest first."""
    rijen = Spoorregel.objects.order_by("pk").values_list(
        "actie", "resultaat", "bijzonderheden", "object", "actor__naam"
    )
    return [
        (actie, resultaat, bij, object_.partition(":")[0]) for actie, resultaat, bij, object_, door in rijen if door
    ]


def test_what_the_platform_beheerder_does_is_traced(beheer, utrecht, kanaleneiland, els):
    beheer.post("/beheer/bouwstenen/gemeente/add/", {"naam": "Zeist", "slug": "zeist", "cbs_code": ""})
    beheer.post(f"/beheer/bouwstenen/gemeente/{utrecht.pk}/change/", {"naam": "Utrecht stad", "is_voorbeeld": "on"})
    beheer.post(f"/beheer/bouwstenen/wijkteam/{kanaleneiland.pk}/change/", {"naam": "Zuidwest"})
    for actie in ("archiveer", "archiveer", "zet_terug"):
        beheer.post("/beheer/bouwstenen/gemeente/", {"action": actie, "_selected_action": utrecht.pk})
    assert traced() == [
        ("gemaakt", "gelukt", "", "gemeente"),
        ("hernoemd", "gelukt", "", "gemeente"),
        ("beheer", "gelukt", "is een voorbeeld", "gemeente"),
        ("hernoemd", "gelukt", "", "wijkteam"),
        ("gearchiveerd", "gelukt", "", "gemeente"),
        ("teruggezet", "gelukt", "", "gemeente"),
    ]
    assert set(Spoorregel.objects.values_list("actor", flat=True)) == {els.pk}


def test_what_happens_to_accounts_is_traced(beheer, utrecht):
    add = {"naam": "Gijs", "email": "gijs@voorbeeld.nl", "is_staff": "on"}
    beheer.post("/beheer/bouwstenen/gebruiker/add/", add | INLINE)
    gijs = Gebruiker.objects.get(email="gijs@voorbeeld.nl")
    url = f"/beheer/bouwstenen/gebruiker/{gijs.pk}/"
    nieuw = {
        "lidmaatschap_set-TOTAL_FORMS": 1,
        "lidmaatschap_set-INITIAL_FORMS": 0,
        "lidmaatschap_set-0-gemeente": utrecht.pk,
        "lidmaatschap_set-0-rollen": ["lezer", "teamcoach"],
        "lidmaatschap_set-0-actief": "on",
    }
    beheer.post(f"{url}change/", {"naam": "Gijs", "email": "g@voorbeeld.nl", "is_active": "on"} | nieuw)
    wachtwoord = {"password1": "een-lang-wachtwoord", "password2": "een-lang-wachtwoord", "usable_password": "true"}
    beheer.post(f"{url}password/", wachtwoord)
    weg = {"lidmaatschap_set-INITIAL_FORMS": 1, "lidmaatschap_set-0-id": lidmaatschap_van(gijs).pk}
    weg |= {"lidmaatschap_set-TOTAL_FORMS": 1, "lidmaatschap_set-0-rollen": ["lezer", "teamcoach"]}
    for velden in (weg, weg | {"is_active": "on"}):
        beheer.post(f"{url}change/", {"naam": "Gijs", "email": "g@voorbeeld.nl"} | velden)
    lid = {"rollen": ["lezer"], "actief": "on"}
    for _ in range(2):
        beheer.post(f"/beheer/bouwstenen/lidmaatschap/{lidmaatschap_van(gijs).pk}/change/", lid)
    assert traced() == [
        ("gemaakt", "gelukt", "", "gebruiker"),
        ("rechten", "gelukt", "platformbeheerder", "gebruiker"),
        ("rechten", "gelukt", "lezer, teamcoach", "lidmaatschap"),
        ("email", "gelukt", "", "gebruiker"),
        ("rechten", "gelukt", "geen platformbeheerder meer", "gebruiker"),
        ("wachtwoord", "gelukt", "", "gebruiker"),
        ("rechten", "gelukt", "niet meer actief", "lidmaatschap"),
        ("account_gesloten", "gelukt", "", "gebruiker"),
        ("beheer", "gelukt", "account weer open", "gebruiker"),
        ("rechten", "gelukt", "lezer", "lidmaatschap"),
    ]


def test_what_was_refused_is_traced(beheer, fatma, els):
    pk = lidmaatschap_van(fatma).pk
    beheer.post(f"/beheer/bouwstenen/lidmaatschap/{pk}/change/", {"rollen": ["lezer"], "actief": "on"})
    lid = {"lidmaatschap_set-TOTAL_FORMS": 1, "lidmaatschap_set-INITIAL_FORMS": 1, "lidmaatschap_set-0-id": pk}
    lid |= {"lidmaatschap_set-0-rollen": ["beheerder"], "lidmaatschap_set-0-actief": "on"}
    for gebruiker, velden in ((fatma, lid), (els, INLINE)):
        data = {"naam": gebruiker.naam, "email": gebruiker.email} | velden
        beheer.post(f"/beheer/bouwstenen/gebruiker/{gebruiker.pk}/change/", data)
    beheer.post(
        f"/beheer/bouwstenen/gebruiker/{fatma.pk}/change/",
        {"naam": "Fatma", "email": fatma.email, "is_active": "on"} | lid | {"lidmaatschap_set-0-rollen": ["lezer"]},
    )
    assert traced() == [
        ("rechten", "geweigerd", "", "lidmaatschap"),
        ("account_gesloten", "geweigerd", "", "gebruiker"),
        ("account_gesloten", "geweigerd", "", "gebruiker"),
        ("rechten", "geweigerd", "", "lidmaatschap"),
    ]


def test_the_trace_is_there_to_read_and_the_log_of_the_admin_stays_empty(beheer, utrecht, fatma, els):
    beheer.post(f"/beheer/bouwstenen/gemeente/{utrecht.pk}/change/", {"naam": "Utrecht stad"})
    note(Daad.INGELOGD, fatma, door=fatma)
    lijst = "/beheer/bouwstenen/spoorregel/"
    regel = Spoorregel.objects.earliest("pk")
    geschiedenis = beheer.get(f"/beheer/bouwstenen/gemeente/{utrecht.pk}/history/", follow=True)
    assert [rij.pk for rij in geschiedenis.context["cl"].result_list] == [regel.pk]
    assert "Naam wijzigen" in geschiedenis.text and "Inloggen" not in geschiedenis.text
    assert beheer.get(f"{lijst}?q=fatma").context["cl"].result_count == 1
    pogingen = [f"{lijst}add/", f"{lijst}{regel.pk}/change/", f"{lijst}{regel.pk}/delete/"]
    assert [beheer.post(url, {"actie": "niets", "post": "yes"}).status_code for url in pogingen] == [403, 403, 403]
    assert beheer.get("/beheer/bouwstenen/gemeente/999999/history/").status_code == 302
    assert LogEntry.objects.count() == 0


def test_nothing_can_be_deleted(beheer, anna, kanaleneiland, rf, els):
    request = rf.get("/beheer/")
    request.user = els
    assert [model for model, admin in site._registry.items() if admin.has_delete_permission(request)] == []
    with scopes_disabled():
        rows = [anna, kanaleneiland, kanaleneiland.gemeente, lidmaatschap_van(anna)]
    urls = [reverse(f"admin:bouwstenen_{row._meta.model_name}_delete", args=[row.pk]) for row in rows]
    assert [beheer.post(url, {"post": "yes"}).status_code for url in urls] == [403] * 4


def test_wijkteams_are_made_by_members(beheer, kanaleneiland):
    assert beheer.get("/beheer/bouwstenen/wijkteam/add/").status_code == 403
    beheer.post(f"/beheer/bouwstenen/wijkteam/{kanaleneiland.pk}/change/", {"naam": "Zuidwest", "slug": "zuidwest"})
    with scopes_disabled():
        kanaleneiland.refresh_from_db()
    assert (kanaleneiland.naam, kanaleneiland.slug) == ("Zuidwest", "kanaleneiland")


def test_logging_in_and_out_is_the_sites_own(client, beheer):
    assert client.get("/beheer/login/").url == "/account/inloggen/?next=/beheer/login/"
    assert beheer.get("/beheer/login/").url == reverse("account_login")
    assert beheer.get("/beheer/password_change/").url == reverse("account_change_password")
    assert beheer.get("/beheer/logout/").status_code == 405
    assert beheer.post("/beheer/logout/").url == reverse("account_login")
    assert beheer.get("/beheer/").status_code == 302


def test_no_page_needs_an_inline_script_or_style(beheer, fatma, kanaleneiland):
    rows = [fatma, kanaleneiland, kanaleneiland.gemeente, lidmaatschap_van(fatma)]
    urls = ["/beheer/", f"/beheer/bouwstenen/gebruiker/{fatma.pk}/password/"]
    for row in rows:
        model = f"/beheer/bouwstenen/{row._meta.model_name}/"
        urls += [model, f"{model}?q=a", f"{model}{row.pk}/change/", f"{model}{row.pk}/history/"]
    urls += [f"/beheer/bouwstenen/{model}/add/" for model in ("gemeente", "gebruiker", "lidmaatschap")]
    pages = [beheer.get(url, follow=True) for url in [*urls, "/beheer/bouwstenen/spoorregel/"]]
    assert {page.status_code for page in pages} == {200}
    html = "".join(page.content.decode() for page in pages)
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>", html) == []
