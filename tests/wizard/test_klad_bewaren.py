"""What the script of a page sends while somebody types: kept for the right user, or refused in words it understands."""

import pytest
from django.utils import timezone

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.wizard.afzender import sign_van
from bouwstenen.wizard.klad import who_is_here
from tests.factories import WijkteamFactory
from tests.wizard.bezoeker import Bezoeker, antwoorden, kladden

PAGINA = ("opgave", "vraagstuk")
TYPT = {"vraagstuk": "Eenzaam", "vraagstuk-versie": "0"}


@pytest.fixture
def bewaar(bezoeker, kanaleneiland, anna):
    """bewaar({...}, serie="2"): what Anna's tab sends, with the signature of her page."""
    van = sign_van(anna, kanaleneiland, "opgave.vraagstuk")

    def send(velden, *, tab="tab-van-de-browser", serie="1", **bij):
        return bezoeker.bewaar(*PAGINA, velden, **{"van": van, "klad-tab": tab, "klad-serie": serie, **bij})

    return send


def nu():
    return f"{timezone.localtime():%H:%M}"


def test_typed_text_is_kept_and_nothing_is_saved(bewaar, kanaleneiland, anna):
    eerder = nu()
    response = bewaar(TYPT)
    assert (response.status_code, sorted(response.json())) == (200, ["aanwezig", "om"])
    assert response.json()["om"] in (eerder, nu())
    assert (kladden(kanaleneiland, anna), antwoorden(kanaleneiland)) == (
        [{"vraagstuk": ["Eenzaam"], "vraagstuk-versie": ["0"]}],
        {},
    )


def test_next_sending_replaces_it_and_nothing_changed_any_more_drops_it(bewaar, kanaleneiland, anna):
    bewaar(TYPT)
    bewaar(TYPT | {"vraagstuk": "Eenzaamheid"}, serie="2")
    assert [een["vraagstuk"] for een in kladden(kanaleneiland, anna)] == [["Eenzaamheid"]]
    assert (bewaar({}, serie="3").status_code, kladden(kanaleneiland, anna)) == (200, [])


@pytest.mark.parametrize("serie", ["1", "2"])
def test_second_tab_under_the_same_name_gets_its_own(bewaar, kanaleneiland, anna, serie):
    bewaar(TYPT, serie="2")
    response = bewaar(TYPT | {"vraagstuk": "Tweede tab"}, serie=serie)
    antwoord = response.json()
    assert (response.status_code, sorted(antwoord), len(antwoord["tab"])) == (409, ["aanwezig", "om", "tab"], 22)
    bewaar(TYPT | {"vraagstuk": "Tweede tab gaat door"}, tab=antwoord["tab"], serie="3")
    assert [een["vraagstuk"][0] for een in kladden(kanaleneiland, anna)] == ["Tweede tab gaat door", "Eenzaam"]


def test_same_sending_again_is_simply_kept(bewaar, kanaleneiland, anna):
    assert [bewaar(TYPT).status_code, bewaar(TYPT).status_code, len(kladden(kanaleneiland, anna))] == [200, 200, 1]


def test_only_fields_of_the_page_are_kept(bewaar, kanaleneiland, anna):
    vreemd = {"actie": "verder", "doelen": "x", "vraagstuk-\x00": "x", "eigen-label": "Wie?", "vraagstuk.x": "x"}
    bewaar(TYPT | vreemd | {"krachten-rij": ["ra", "rb"]})
    assert kladden(kanaleneiland, anna) == [
        {"vraagstuk": ["Eenzaam"], "vraagstuk-versie": ["0"], "krachten-rij": ["ra", "rb"]}
    ]


def test_own_question_is_kept_on_its_page(bezoeker, kanaleneiland, anna):
    van = sign_van(anna, kanaleneiland, "opgave.eigen_vragen")
    velden = {"eigen-label": "Wie?", "eigen_1": "Niemand vroeg dit"}
    assert bezoeker.bewaar("opgave", "eigen-vragen", velden, van=van).status_code == 200
    assert kladden(kanaleneiland, anna, "opgave.eigen_vragen") == [{"eigen-label": ["Wie?"]}]


@pytest.mark.parametrize(
    ("getypt", "schoon"),
    [("a\x00b\r\nc\x0b", "ab\nc\n"), ("\uf0b7 punt", "• punt"), ("x" * 3_000_000, "x" * 3_000_000), ("\ufffe", "")],
)
def test_strange_text_is_kept_clean(bewaar, kanaleneiland, anna, getypt, schoon):
    assert bewaar(TYPT | {"vraagstuk": getypt}).status_code == 200
    assert [een["vraagstuk"] for een in kladden(kanaleneiland, anna)] == [[schoon]]


def test_bytes_that_are_no_text_are_no_error(bezoeker, bewaar, kanaleneiland, anna):
    adres = bezoeker.adres(*PAGINA, naam="wizard_klad")
    van = sign_van(anna, kanaleneiland, "opgave.vraagstuk")
    lichaam = f"van={van}&klad-tab=t&klad-serie=1&vraagstuk=%ED%A0%80%FF%00x".encode()
    response = bezoeker.client.post(adres, lichaam, content_type="application/x-www-form-urlencoded")
    assert (response.status_code, kladden(kanaleneiland, anna)) == (200, [{"vraagstuk": ["\ufffd" * 4 + "x"]}])


def test_conflict_page_is_kept_as_not_decided(bewaar, bezoeker, kanaleneiland, anna, fatma):
    """Taken over later, it must not cover the answer that was shown beside it."""
    besluit = {"vraagstuk-conflict": "1", "vraagstuk-basis": "0", "vraagstuk-versie": "1", "vraagstuk-besluit": "mijn"}
    bewaar(TYPT | besluit | {"vraagstuk-besluit": ""})
    assert kladden(kanaleneiland, anna)[0]["vraagstuk-versie"] == ["0"]


# refused --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bij",
    [
        {"van": ""},
        {"van": "vals"},
        {"tab": ""},
        {"tab": "met spatie"},
        {"tab": "x" * 41},
        {"tab": ["a", "b c"]},
        {"serie": ""},
        {"serie": "-1"},
        {"serie": "1.5"},
        {"serie": "٢"},
        {"serie": "9" * 10},
    ],
)
def test_malformed_is_refused(bewaar, kanaleneiland, anna, bij):
    response = bewaar(TYPT, **bij)
    assert (response.status_code, sorted(response.json()), kladden(kanaleneiland, anna)) == (422, ["fout"], [])


def test_page_of_somebody_else_is_refused(bewaar, kanaleneiland, anna, fatma):
    response = bewaar(TYPT, van=sign_van(fatma, kanaleneiland, "opgave.vraagstuk"))
    assert (response.status_code, response.json()) == (409, {"ander": True})
    assert [kladden(kanaleneiland, wie) for wie in (anna, fatma)] == [[], []]


@pytest.mark.parametrize("elders", ["pagina", "wijkteam"])
def test_signature_of_another_page_is_refused(bewaar, utrecht, kanaleneiland, anna, elders):
    ander = WijkteamFactory(gemeente=utrecht) if elders == "wijkteam" else kanaleneiland
    van = sign_van(anna, ander, "opgave.doelen" if elders == "pagina" else "opgave.vraagstuk")
    assert (bewaar(TYPT, van=van).status_code, kladden(kanaleneiland, anna)) == (422, [])


def test_wijkteam_of_another_gemeente_is_unknown(client_for, kanaleneiland, anna, carla):
    van = sign_van(carla, kanaleneiland, "opgave.vraagstuk")
    response = Bezoeker(client_for(carla), kanaleneiland).bewaar(*PAGINA, TYPT, van=van)
    assert (response.status_code, kladden(kanaleneiland, carla)) == (404, [])


@pytest.mark.parametrize("pagina", [("opgave", "verzonnen"), ("verzonnen", "vraagstuk"), ("verzonnen", "eigen-vragen")])
def test_unknown_page_is_unknown(bezoeker, pagina):
    assert bezoeker.bewaar(*pagina, TYPT).status_code == 404


def test_archived_wijkteam_takes_no_text(bewaar, kanaleneiland, anna):
    with enter_scope(kanaleneiland.gemeente):
        kanaleneiland.gearchiveerd_op = timezone.now()
        kanaleneiland.save()
    assert (bewaar(TYPT).status_code, kladden(kanaleneiland, anna)) == (403, [])


def test_logged_out_is_sent_to_the_log_in_page(bewaar, bezoeker, kanaleneiland, anna):
    bezoeker.client.cookies.clear()
    response = bewaar(TYPT)
    assert (response.status_code, response.url[:18], kladden(kanaleneiland, anna)) == (302, "/account/inloggen/", [])


@pytest.mark.parametrize("soort", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_too_much_or_broken_is_refused_in_json(bezoeker, soort):
    lichaam = b"&".join([b"a=b"] * 20_001) if "urlencoded" in soort else b"geen multipart"
    response = bezoeker.client.post(bezoeker.adres(*PAGINA, naam="wizard_klad"), lichaam, content_type=soort)
    assert (response.status_code, sorted(response.json())) == (422, ["fout"])


# who is here ----------------------------------------------------------------------------------------------------------


def test_being_there_is_enough_to_hear_who_else_is(bewaar, als, kanaleneiland, anna, fatma):
    als(fatma).open(*PAGINA)
    response = bewaar({}, tab="", serie="", aanwezig="1")
    zin = "Fatma heeft deze pagina open."
    assert (response.status_code, response.json()["aanwezig"], kladden(kanaleneiland, anna)) == (200, zin, [])
    assert "Anna heeft deze pagina open." in als(fatma).open(*PAGINA).zonder_opmaak


@pytest.mark.parametrize(
    ("namen", "zin"),
    [
        ([], ""),
        (["Fatma"], "Fatma heeft deze pagina open."),
        (["Daan", "Fatma"], "Daan en Fatma hebben deze pagina open."),
        (["Anna", "Daan", "Fatma"], "Anna, Daan en Fatma hebben deze pagina open."),
    ],
)
def test_the_others_are_named_in_one_sentence(namen, zin):
    assert who_is_here(namen) == zin


@pytest.mark.parametrize(("keer", "aantal"), [(1, 12), (2, 8)])
def test_keeping_takes_few_queries(bewaar, django_assert_num_queries, keer, aantal):
    for serie in range(1, keer):
        bewaar(TYPT, serie=str(serie))
    with django_assert_num_queries(aantal):
        bewaar(TYPT | {"vraagstuk": "Nieuw"}, serie="9")
