"""A page that was opened from Samenhang: saving leads back there, whatever happens in between."""

from datetime import UTC, datetime

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from bouwstenen.samenhang.gevolg import Gevolg
from bouwstenen.wizard.terug import PLEKKEN, read_terug
from tests.samenhang.besluiten import MANDAAT, REGEL, TEAM, VERBAND, VORM, raise_spanning
from tests.wizard.bezoeker import antwoorden, gegeven, kladden
from tests.wizard.formulier import Formulier

TERUG = f"samenhang:{REGEL}"
DAAR = f"{TEAM}#{REGEL}"
TE_LANG = "x" * 100_001
VRAAG = {"vraagstuk": "Schulden", "vraagstuk-versie": "0"}


@pytest.fixture
def lees():
    """lees("samenhang"): the place that an address or a form names."""

    def read(tekst, *, post=False):
        return read_terug(RequestFactory().generic("POST" if post else "GET", "/", **velden(tekst, post)))

    def velden(tekst, post):
        if not post:
            return {"QUERY_STRING": f"terug={tekst}"}
        return {"data": f"terug={tekst}", "content_type": "application/x-www-form-urlencoded"}

    return read


@pytest.mark.parametrize("post", [True, False])
@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("samenhang", "samenhang"),
        (TERUG, TERUG),
        ("kan-dit-ook", "kan-dit-ook"),
        *(
            (een, None)
            for een in ("", "verzonnen", "https://voorbeeld.invalid/", "//x", "samenhang/../..", "Samenhang")
        ),
        *((f"samenhang:{een}", None) for een in ("a b", "a/b", "x" * 41, "%0d%0aSet-Cookie", "<b>")),
    ],
)
def test_only_named_places(lees, tekst, verwacht, post):
    gelezen = lees(tekst, post=post)
    assert (gelezen and str(gelezen)) == verwacht


@pytest.mark.parametrize("plek", PLEKKEN)
def test_every_place_has_an_address(lees, plek):
    assert lees(f"{plek}:x").adres("utrecht", "kanaleneiland").startswith(TEAM)


def test_the_button_says_where_it_leads(bezoeker):
    blad = bezoeker.open("opgave", "vraagstuk", terug=TERUG)
    assert (blad.velden["terug"], "Opslaan en terug naar Samenhang" in blad.zonder_opmaak) == ([TERUG], True)
    gewoon = bezoeker.open("opgave", "vraagstuk")
    assert ("terug" in gewoon.velden, "Opslaan en verder" in gewoon.zonder_opmaak) == (False, True)


@pytest.mark.parametrize(("actie", "naar"), [("verder", DAAR), ("", DAAR), ("later", "/utrecht/kanaleneiland/")])
def test_saving_leads_back(bezoeker, kanaleneiland, actie, naar):
    assert bezoeker.post("opgave", "vraagstuk", VRAAG | {"terug": TERUG}, actie).url == naar
    assert antwoorden(kanaleneiland)["opgave.vraagstuk"][1] == "Schulden"


def test_a_place_that_is_none_leads_on(bezoeker):
    antwoord = bezoeker.post("opgave", "vraagstuk", VRAAG | {"terug": "https://voorbeeld.invalid/"})
    assert antwoord.url == bezoeker.adres("opgave", "kenmerken")


def test_through_an_error(bezoeker):
    fout = Formulier(bezoeker.post("opgave", "vraagstuk", VRAAG | {"terug": TERUG, "vraagstuk": TE_LANG}).text)
    assert fout.velden["terug"] == [TERUG]
    assert bezoeker.post("opgave", "vraagstuk", fout.velden | {"vraagstuk": "Kort"}).url == DAAR


def test_through_a_conflict(bezoeker, kanaleneiland, fatma):
    gegeven(kanaleneiland, fatma, "opgave.vraagstuk", "Van Fatma")
    botsing = Formulier(bezoeker.post("opgave", "vraagstuk", VRAAG | {"terug": TERUG}).text)
    assert "Keuze bewaren en terug naar Samenhang" in botsing.zonder_opmaak
    assert bezoeker.post("opgave", "vraagstuk", botsing.velden | {"vraagstuk-besluit": "mijn"}).url == DAAR


def test_through_text_that_was_not_saved(bezoeker):
    van = bezoeker.open("opgave", "vraagstuk").velden["van"]
    bezoeker.bewaar("opgave", "vraagstuk", VRAAG, van=van)
    blad = bezoeker.open("opgave", "vraagstuk", terug=TERUG)
    over = next(link for link in blad.links if link.startswith("?klad="))
    overgenomen = Formulier(bezoeker.client.get(bezoeker.adres("opgave", "vraagstuk") + over).text)
    assert (overgenomen.velden["vraagstuk"], overgenomen.velden["terug"]) == (["Schulden"], [TERUG])
    weg = bezoeker.post("opgave", "vraagstuk", {"terug": TERUG}, "klad-weg:tab-van-de-browser")
    assert weg.url == f"{bezoeker.adres('opgave', 'vraagstuk')}?terug=samenhang%3A{REGEL}"


def test_through_a_log_in(bezoeker, kanaleneiland, anna):
    velden = bezoeker.open("opgave", "vraagstuk", terug=TERUG).velden | VRAAG
    bezoeker.client.cookies.clear()
    adres = bezoeker.post("opgave", "vraagstuk", velden).url
    anna.set_password("correct-paard-batterij")
    anna.save()
    wie = {"login": anna.email, "password": "correct-paard-batterij"}
    blad = Formulier(bezoeker.client.post(adres, wie, follow=True).text)
    assert (blad.velden["vraagstuk"], blad.velden["terug"], kladden(kanaleneiland, anna) != []) == (
        ["Schulden"],
        [TERUG],
        True,
    )


@pytest.mark.parametrize(
    ("actie", "query", "anker"),
    [("rij:krachten", "?rijen=krachten&", "#vraag-krachten"), ("wis:vraagstuk", "?", "#vraag-vraagstuk")],
)
def test_a_button_that_stays_here_keeps_it(bezoeker, actie, query, anker):
    antwoord = bezoeker.post("opgave", "vraagstuk", {"terug": TERUG}, actie)
    assert antwoord.url == f"{bezoeker.adres('opgave', 'vraagstuk')}{query}terug=samenhang%3A{REGEL}{anker}"


# A question behind a fold


def is_open(html):
    return '<details class="wt-blok wt-verdieping" open>' in html


@pytest.mark.parametrize(
    ("query", "open_"),
    [({}, False), ({"vraag": "besparen"}, True), ({"rijen": "besparen"}, True), ({"vraag": "x"}, False)],
)
def test_verdieping_with_the_question_that_a_link_leads_to_is_open(bezoeker, query, open_):
    assert is_open(bezoeker.get("opgave", "doelen", **query).text) is open_


# What saving does to the signalen


@pytest.fixture
def bewaar(bezoeker):
    """bewaar("4"): save this mandaat, and read the message on the page that it leads to."""

    def save(stap, **anders):
        blad = bezoeker.open("aansturing", "mandaat")
        antwoord = bezoeker.post("aansturing", "mandaat", blad.velden | {"mandaat_omvang": stap} | anders)
        html = bezoeker.client.get(antwoord.url).text
        return Formulier(html[html.index('role="status"') :].partition("</div></div></div>")[0])

    return save


def test_after_saving_one_line_tells_what_it_does(bewaar, kanaleneiland, anna):
    gegeven(kanaleneiland, anna, VORM, VERBAND)
    erbij = bewaar("4")
    assert "Dit geeft 1 nieuw signaal. Bekijk de samenhang" in erbij.zonder_opmaak
    assert erbij.links == [TEAM]
    assert "Dit lost 1 signaal op. Bekijk de samenhang" in bewaar("1").zonder_opmaak


def test_nothing_is_told_when_nothing_came_or_went(bewaar, kanaleneiland, anna):
    raise_spanning(kanaleneiland, anna)
    assert "signa" not in bewaar("3").zonder_opmaak


def test_the_line_has_no_link_to_the_page_it_stands_on(bewaar, kanaleneiland, anna):
    raise_spanning(kanaleneiland, anna)
    melding = bewaar("1", terug=TERUG)
    assert (melding.zonder_opmaak.endswith("Dit lost 1 signaal op."), melding.links) == (True, [])


@pytest.mark.parametrize(
    ("gevolg", "zin"),
    [
        (Gevolg(1, 0), "Dit geeft 1 nieuw signaal."),
        (Gevolg(0, 1), "Dit lost 1 signaal op."),
        (Gevolg(2, 3), "Dit geeft 2 nieuwe signalen en lost 3 signalen op."),
        (Gevolg(), ""),
    ],
)
def test_the_line_in_words(gevolg, zin):
    om = datetime(2026, 5, 3, 14, 3, tzinfo=UTC)
    tekst = render_to_string("wizard/_bewaard_om.html", {"nu": om, "gevolg": gevolg, "samenhang": ""})
    assert tekst.strip() == f"Bewaard om 16:03. {zin}".strip()


def test_answers_on_other_pages_count_too(bewaar, kanaleneiland, anna):
    """A signaal hangs on answers of several delen; a page shows only some of them."""
    gegeven(kanaleneiland, anna, VORM, VERBAND)
    assert MANDAAT not in antwoorden(kanaleneiland)
    assert "1 nieuw signaal" in bewaar("4").zonder_opmaak
