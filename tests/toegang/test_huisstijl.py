"""The house style of a gemeente: who chooses it, what is refused, and how it reaches every page."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Gemeente, Logo, Spoorregel
from bouwstenen.toegang.beeld import BESCHADIGD, GEEN_BEELD, to_beeld
from bouwstenen.toegang.kleuren import STANDAARD
from bouwstenen.toegang.store.huisstijl import save_huisstijl

HIER = "/utrecht/huisstijl/"
ROOD, WIT = "#cc0000", "#ffffff"
GOED = {"kleur_balk": ROOD, "kleur_letters": WIT}
WIJKTEAM = dict(zip(("kleur_balk", "kleur_letters"), STANDAARD, strict=True))
FOUT = re.compile(r'<a href="#(id_\w+)">([^<]+)</a>')


def png(kleur=ROOD, maten=(60, 20)):
    uit = BytesIO()
    Image.new("RGB", maten, kleur).save(uit, "PNG")
    return uit.getvalue()


def bestand(inhoud=None, naam="logo.png"):
    return SimpleUploadedFile(naam, png() if inhoud is None else inhoud, "image/png")


def stijl_van(gemeente):
    gemeente.refresh_from_db()
    return gemeente.kleur_balk, gemeente.kleur_letters, gemeente.logo_hash


def logos_of(gemeente):
    with enter_scope(gemeente):
        return [bytes(inhoud) for inhoud in Logo.objects.values_list("png", flat=True)]


def traces():
    return list(Spoorregel.objects.filter(actie="huisstijl").values_list("object", "actor__naam", "bijzonderheden"))


@pytest.fixture
def client(client_for, fatma):
    return client_for(fatma)


@pytest.fixture
def met_stijl(utrecht, fatma):
    """Utrecht with a red band and a red logo."""
    with enter_scope(utrecht):
        save_huisstijl(gemeente=utrecht, kleuren=(ROOD, WIT), logo=to_beeld(png()), door=fatma)
    return utrecht


def test_logo_and_colours(client, utrecht):
    answer = client.post(HIER, GOED | {"logo": bestand()}, follow=True)
    assert answer.redirect_chain == [(HIER, 302)]
    assert "De huisstijl is opgeslagen. Iedereen in uw gemeente ziet die nu." in answer.content.decode()
    assert stijl_van(utrecht) == (ROOD, WIT, to_beeld(png()).kenmerk)
    assert logos_of(utrecht) == [to_beeld(png()).png]
    assert traces() == [(f"gemeente:{utrecht.pk}", "Fatma", "logo en kleuren")]


def test_colours_alone_and_logo_alone(client, utrecht):
    client.post(HIER, GOED)
    assert (stijl_van(utrecht), logos_of(utrecht)) == ((ROOD, WIT, ""), [])
    client.post(HIER, GOED | {"logo": bestand(png("blue"))})
    assert stijl_van(utrecht) == (ROOD, WIT, to_beeld(png("blue")).kenmerk)
    assert [bij for _, _, bij in traces()] == ["logo", "kleuren"]


def test_another_logo_takes_the_place_of_the_first(client, met_stijl):
    client.post(HIER, GOED | {"logo": bestand(png("blue")), "zonder_logo": "on"})
    assert logos_of(met_stijl) == [to_beeld(png("blue")).png]
    assert traces()[0][2] == "logo"


def test_what_did_not_change_leaves_no_trace(client, met_stijl):
    client.post(HIER, GOED | {"logo": bestand()})
    assert (len(traces()), stijl_van(met_stijl)[:2]) == (1, (ROOD, WIT))


def test_take_the_logo_away(client, met_stijl):
    client.post(HIER, GOED | {"zonder_logo": "on"})
    assert (stijl_van(met_stijl), logos_of(met_stijl)) == ((ROOD, WIT, ""), [])
    assert traces()[0] == (f"gemeente:{met_stijl.pk}", "Fatma", "logo weggehaald")


@pytest.mark.parametrize(
    "data", [GOED | {"standaard": "on"}, {"standaard": "on", "kleur_balk": "rood"}, WIJKTEAM], ids=str
)
def test_back_to_the_colours_of_wijkteam(client, met_stijl, data):
    assert client.post(HIER, data).status_code == 302
    assert stijl_van(met_stijl) == ("", "", to_beeld(png()).kenmerk)


def test_saving_the_first_page_as_it_is_sets_no_colours(client, utrecht):
    assert client.post(HIER, WIJKTEAM).status_code == 302
    assert (stijl_van(utrecht), traces()) == (("", "", ""), [])


@pytest.mark.parametrize(
    ("inhoud", "fout"),
    [
        (b"", "Dit bestand is leeg. Kies een ander bestand."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", GEEN_BEELD),
        (b"\x89PNG\r\n\x1a\n<html><script>alert(1)</script>", GEEN_BEELD),
        (png()[:-20], BESCHADIGD),
        (
            png() + bytes(500_001),
            "Dit bestand is 501 kB. Kies een logo van hoogstens 500 kB, of maak dit logo kleiner.",
        ),
        (
            bytes(10_500_000),
            "Dit bestand is 10.500 kB. Kies een logo van hoogstens 500 kB, of maak dit logo kleiner.",
        ),
    ],
    ids=["empty", "svg", "html", "half", "too-large", "10-MB"],
)
def test_a_refused_logo_keeps_the_colours(client, utrecht, inhoud, fout):
    answer = client.post(HIER, GOED | {"logo": bestand(inhoud)})
    html = answer.content.decode()
    assert (answer.status_code, FOUT.findall(html)) == (422, [("id_logo", fout)])
    assert "De kleuren zijn wel opgeslagen." in html
    assert f'value="{ROOD}"' in html
    assert (stijl_van(utrecht), logos_of(utrecht)) == ((ROOD, WIT, ""), [])


@pytest.mark.parametrize(
    ("balk", "letters", "fout"),
    [
        (
            "#ff8080",
            WIT,
            "Het verschil tussen balk en letters is 2,4 op 1; 4,5 op 1 is nodig. "
            "Kies een donkerder balk of lichtere letters.",
        ),
        (
            "#5a5a5a",
            "#000000",
            "Het verschil tussen balk en letters is 3 op 1; 4,5 op 1 is nodig. "
            "Kies een lichtere balk of donkerder letters.",
        ),
        (
            "#777777",
            "#777777",
            "Het verschil tussen balk en letters is 1 op 1; 4,5 op 1 is nodig. "
            "Kies een donkerder balk of lichtere letters.",
        ),
    ],
)
def test_refused_colours_keep_the_logo(client, utrecht, balk, letters, fout):
    answer = client.post(HIER, {"kleur_balk": balk, "kleur_letters": letters, "logo": bestand()})
    html = answer.content.decode()
    assert (answer.status_code, FOUT.findall(html)) == (422, [("id_kleur_letters", fout)])
    assert "Het logo is wel opgeslagen." in html and "<title>Fout: Huisstijl van Utrecht" in html
    assert [f'value="{kleur}"' in html for kleur in (balk, letters)] == [True, True]
    assert stijl_van(utrecht) == ("", "", to_beeld(png()).kenmerk)


@pytest.mark.parametrize(
    "kleur", ["", "rood", "#fff", "#12345g", "url(//x.nl)", "#cc0000}*{display:none", "#cc0000\n;"]
)
def test_what_is_no_colour_is_refused(client, utrecht, kleur):
    answer = client.post(HIER, {"kleur_balk": kleur, "kleur_letters": WIT})
    assert (answer.status_code, FOUT.findall(answer.content.decode())) == (422, [("id_kleur_balk", "Kies een kleur.")])
    assert stijl_van(utrecht) == ("", "", "")


def test_capitals_are_a_colour_too(client, utrecht):
    client.post(HIER, {"kleur_balk": "#CC0000", "kleur_letters": " #FFFFFF "})
    assert stijl_van(utrecht) == (ROOD, WIT, "")


def test_a_second_beheerder_sees_what_the_first_chose(client_for, client, lid, utrecht):
    client.post(HIER, GOED | {"logo": bestand()})
    html = client_for(lid("hans", (utrecht, "beheerder"))).get(HIER).content.decode()
    assert [deel in html for deel in (f'value="{ROOD}"', "Logo weghalen", "Terug naar de kleuren")] == [True] * 3
    assert '<output name="verschil">5,8 op 1, genoeg</output>' in html


def test_nothing_to_take_away_is_not_offered(client):
    html = client.get(HIER).content.decode()
    assert [deel in html for deel in ("Logo weghalen", "Terug naar de kleuren")] == [False, False]
    assert [f'value="{kleur}"' in html for kleur in STANDAARD] == [True, True]


# How it reaches a page


def adressen(gemeente):
    return (
        reverse("toegang_huisstijl_css", args=[gemeente.slug, gemeente.stijl_hash]),
        reverse("toegang_logo", args=[gemeente.slug, gemeente.logo_hash]),
    )


def test_every_page_of_the_gemeente_has_it(client_for, bram, met_stijl):
    css, logo = adressen(met_stijl)
    html = client_for(bram).get("/utrecht/").content.decode()
    assert f'<link rel="stylesheet" href="{css}">' in html
    assert f'<a class="wt-kop__logo" href="/utrecht/"><img src="{logo}" alt="Utrecht"></a>' in html


def test_without_one_a_page_is_as_before(client_for, bram, utrecht):
    html = client_for(bram).get("/utrecht/").content.decode()
    assert ("huisstijl-" in html, "wt-kop__logo" in html) == (False, False)
    assert '<span class="wt-kop__gemeente">Utrecht</span>' in html


def test_elsewhere_a_page_is_as_before(client_for, daan, met_stijl):
    html = client_for(daan).get("/overzicht/").content.decode()
    assert ("huisstijl-" in html, "wt-kop__logo" in html) == (False, False)


def test_who_may_not_read_gets_no_broken_picture(client_for, lid, met_stijl):
    answer = client_for(lid("iris", (met_stijl, "lezer")))
    with enter_scope(met_stijl):
        met_stijl.lidmaatschap_set.filter(gebruiker__naam="Iris").update(rollen=[])
    html = answer.get("/utrecht/").content.decode()
    assert ("huisstijl-" in html, "wt-kop__logo" in html, "heeft nog geen rol" in html) == (False, False, True)


def test_a_page_costs_no_more_queries(client_for, daan, met_stijl, django_assert_num_queries):
    client = client_for(daan)
    with CaptureQueriesContext(connection) as zonder:
        client.get("/zeist/")
    with django_assert_num_queries(len(zonder)):
        client.get("/utrecht/")


def test_stylesheet_and_logo_are_kept_for_a_year(client_for, bram, met_stijl):
    css, logo = map(client_for(bram).get, adressen(met_stijl))
    verwacht = {"Cache-Control": "private, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
    assert [{naam: answer[naam] for naam in verwacht} for answer in (css, logo)] == [verwacht, verwacht]
    assert (css["Content-Type"], css.content) == (
        "text/css; charset=utf-8",
        b":root{--wt-balk:#cc0000;--wt-letters:#ffffff;--wt-omslag:#cc0000}\n",
    )
    assert (logo["Content-Type"], logo["Content-Disposition"]) == ("image/png", "inline")
    assert logo.content == to_beeld(png()).png


@pytest.mark.parametrize("kenmerk", ["0000000000000000", "1", "a" * 300])
def test_another_kenmerk_is_not_found(client_for, bram, met_stijl, zeist, kenmerk):
    for naam in ("toegang_huisstijl_css", "toegang_logo"):
        answer = client_for(bram).get(reverse(naam, args=["utrecht", kenmerk]))
        assert (answer.status_code, "immutable" in answer.get("Cache-Control", "")) == (404, False)


def test_the_old_ones_are_gone(client, client_for, bram, met_stijl):
    oud = adressen(met_stijl)
    client.post(HIER, {"kleur_balk": "#000000", "kleur_letters": WIT, "logo": bestand(png("blue"))})
    assert [client_for(bram).get(adres).status_code for adres in oud] == [404, 404]


def test_a_log_in_page_is_not_kept_in_their_place(client_for, met_stijl):
    for answer in map(client_for(None).get, adressen(met_stijl)):
        assert (answer.status_code, answer.get("Cache-Control", "")) == (302, "")


def test_other_gemeenten_get_nothing(client_for, lid, carla, zeist, met_stijl):
    hans = client_for(lid("hans", (zeist, "beheerder")))
    assert [hans.get(adres).status_code for adres in (*adressen(met_stijl), HIER)] == [404, 404, 404]
    assert hans.post(HIER, GOED | {"zonder_logo": "on"}).status_code == 404
    assert len(logos_of(met_stijl)) == 1
    css, logo = adressen(met_stijl)
    mee = client_for(carla)
    assert [mee.get(adres.replace("utrecht", "zeist")).status_code for adres in (css, logo)] == [404, 404]


@pytest.mark.parametrize("persoon", ["anna", "bram", "daan"])
def test_only_the_beheerder_chooses(client_for, request, persoon, met_stijl):
    client = client_for(request.getfixturevalue(persoon))
    assert (client.get(HIER).status_code, client.post(HIER, {"standaard": "on"}).status_code) == (403, 403)
    assert stijl_van(met_stijl)[:2] == (ROOD, WIT)


@pytest.mark.parametrize("kleur", ["}*{x:y", "red", "</p>"])
def test_what_got_into_the_database_otherwise_is_no_css(client_for, bram, met_stijl, kleur):
    Gemeente.objects.filter(pk=met_stijl.pk).update(kleur_balk=kleur)
    html = client_for(bram).get("/utrecht/").content.decode()
    assert "huisstijl-" not in html and f"--wt-balk:{kleur}" not in html


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.fixed_dictionaries(
        {},
        optional={
            naam: st.one_of(st.text(max_size=20), st.sampled_from([ROOD, WIT, "on"]))
            for naam in ("kleur_balk", "kleur_letters", "standaard", "zonder_logo", "logo")
        },
    ),
    inhoud=st.none() | st.binary(max_size=40) | st.binary(max_size=9).map(lambda eind: png()[:-9] + eind),
    naam=st.text(min_size=1, max_size=300).filter(lambda naam: naam.rpartition("/")[2] not in ("", ".", "..")),
)
def test_whatever_is_sent_gets_an_answer(client, utrecht, data, inhoud, naam):
    if inhoud is not None:
        data["logo"] = SimpleUploadedFile(naam, inhoud)
    answer = client.post(HIER, data)
    assert answer.status_code in (302, 422)
    assert client.get(HIER).status_code == 200


@pytest.mark.parametrize("naam", ["/", ".", "..", ""])
def test_a_file_with_no_name_is_no_logo(client, utrecht, naam):
    """Names that the test client can't send by itself."""
    kop = f'--b\r\nContent-Disposition: form-data; name="logo"; filename="{naam}"\r\nContent-Type: image/png\r\n\r\n'
    answer = client.generic("POST", HIER, kop.encode() + png() + b"\r\n--b--\r\n", "multipart/form-data; boundary=b")
    assert (answer.status_code, Gemeente.objects.get(pk=utrecht.pk).logo_hash) == (422, "")
