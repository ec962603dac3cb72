"""What the platform beheerder does under /beheer/."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from django_scopes import scopes_disabled  # noqa: TID251 -- to see what the beheer door saved

from bouwstenen.core.beheer import site
from bouwstenen.models import Gebruiker, Gemeente, Lidmaatschap

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
    pages = [beheer.get(url) for url in urls]
    assert {page.status_code for page in pages} == {200}
    html = "".join(page.content.decode() for page in pages)
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>", html) == []
