"""Text that was refused or never sent: kept, offered with what it would change, and never saved by itself."""

import pytest
from django.db import connection

from bouwstenen.antwoorden.models import Klad
from tests.wizard.bezoeker import antwoorden, gegeven, geschiedenis, kladden
from tests.wizard.formulier import Formulier

PAGINA = ("opgave", "vraagstuk")
TE_LANG = "x" * 100_001


def overnemen(blad):
    """The links that take typed text over."""
    return [link for link in blad.links if link.startswith("?klad=")]


def neem_over(bezoeker, blad, nummer=0):
    return bezoeker.open(*PAGINA, klad=overnemen(blad)[nummer].partition("=")[2])


@pytest.fixture
def geweigerd(bezoeker, kanaleneiland, anna):
    """A text that was refused and a page that was left; meanwhile another answer was saved."""
    bezoeker.post(*PAGINA, {"potentie": TE_LANG, "potentie-versie": "0"})
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "Schulden")


@pytest.fixture
def getypt(bezoeker, kanaleneiland, fatma):
    """What the script sent before the browser fell over; the answer of then is there too."""
    gegeven(kanaleneiland, fatma, "opgave.vraagstuk", "Eenzame ouderen")
    velden = bezoeker.open(*PAGINA).velden
    typt = {"vraagstuk": "Eenzame ouderen en jongeren", "vraagstuk-versie": "1"}
    assert bezoeker.bewaar(*PAGINA, typt, van=velden["van"]).status_code == 200


# offering -------------------------------------------------------------------------------------------------------------


def test_typed_text_is_offered_with_the_difference(bezoeker, getypt):
    blad = bezoeker.open(*PAGINA)
    assert (blad.velden["vraagstuk"], overnemen(blad)) == (["Eenzame ouderen"], ["?klad=tab-van-de-browser"])
    assert blad.knoppen[0] == "klad-weg:tab-van-de-browser"
    assert "Eenzame ouderen [toegevoegd: en jongeren ]" in blad.zonder_opmaak.replace("toegevoegd: ]", "toegevoegd:")


def test_typed_text_is_of_its_user_alone(als, fatma, getypt):
    assert overnemen(als(fatma).open(*PAGINA)) == []


def test_taken_over_it_stands_in_the_page_with_its_version_and_its_tab(bezoeker, kanaleneiland, anna, getypt):
    blad = neem_over(bezoeker, bezoeker.open(*PAGINA))
    namen = ("vraagstuk", "vraagstuk-versie", "klad-tab", "klad-serie", "klad")
    assert {naam: blad.velden[naam] for naam in namen} == {
        "vraagstuk": ["Eenzame ouderen en jongeren"],
        "vraagstuk-versie": ["1"],
        "klad-tab": ["tab-van-de-browser"],
        "klad-serie": ["1"],
        "klad": ["vraagstuk"],
    }
    assert (overnemen(blad), antwoorden(kanaleneiland)["opgave.vraagstuk"][1]) == ([], "Eenzame ouderen")
    assert bezoeker.post(*PAGINA, blad.velden).status_code == 302
    assert geschiedenis(kanaleneiland, "opgave.vraagstuk")[0] == (2, "Eenzame ouderen en jongeren", "Anna")
    assert kladden(kanaleneiland, anna) == []


def test_taken_over_after_a_colleague_saved_is_a_conflict(bezoeker, kanaleneiland, anna, fatma, getypt):
    gegeven(kanaleneiland, fatma, "opgave.vraagstuk", "Van Fatma")
    blad = neem_over(bezoeker, bezoeker.open(*PAGINA))
    assert bezoeker.post(*PAGINA, blad.velden).status_code == 409
    assert geschiedenis(kanaleneiland, "opgave.vraagstuk")[0] == (2, "Van Fatma", "Fatma")
    assert [een["vraagstuk"] for een in kladden(kanaleneiland, anna)] == [["Eenzame ouderen en jongeren"]]


def test_what_says_the_same_as_the_answer_is_not_offered_and_dropped(bezoeker, kanaleneiland, anna, getypt):
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "Eenzame ouderen en jongeren")
    assert (overnemen(bezoeker.open(*PAGINA)), kladden(kanaleneiland, anna)) == ([], [])


@pytest.mark.parametrize(
    ("deel", "pagina", "vraag", "waarde", "velden"),
    [
        ("opgave", "focus", "budget", "1500.5", {"budget": ["1500,5 "]}),
        ("opgave", "doelen", "doelen", {"volgorde": ["kwetsbaar"]}, {"doelen-kwetsbaar": ["2"]}),
        ("opgave", "focus", "focus", {"keuzes": ["toegang"]}, {"focus": ["toegang"]}),
        (
            *PAGINA,
            "krachten",
            {"rijen": [{"id": "ra", "kracht": "De moskee"}]},
            {"krachten-rij": ["ra", "rb"], "krachten-ra-kracht": ["De moskee"], "krachten-rb-kracht": [""]},
        ),
    ],
)
def test_sameness_is_judged_by_what_is_meant(bezoeker, kanaleneiland, anna, deel, pagina, vraag, waarde, velden):
    van = bezoeker.open(deel, pagina).velden["van"]
    gegeven(kanaleneiland, anna, f"{deel}.{vraag}", waarde)
    bezoeker.bewaar(deel, pagina, velden | {f"{vraag}-versie": "0"}, van=van)
    assert overnemen(bezoeker.open(deel, pagina)) == []


@pytest.mark.parametrize(
    ("deel", "pagina", "velden", "woorden"),
    [
        ("opgave", "focus", {"budget": "veel"}, "[toegevoegd: veel ]"),
        ("vormgeving", "vorm", {"vorm": "integraal", "vorm-toelichting": "Past bij ons"}, "Past bij ons"),
        (*PAGINA, {"krachten-rij": "ra", "krachten-ra-kracht": "De moskee"}, "De moskee"),
        ("opgave", "eigen-vragen", {"eigen-label": "Wie is de wethouder?"}, "Wie is de wethouder?"),
        ("vormgeving", "uitwerking", {"overlegvorm": "beide"}, "overleg"),
    ],
)
def test_every_kind_of_answer_is_offered_and_taken_over(bezoeker, deel, pagina, velden, woorden):
    van = bezoeker.open(deel, pagina).velden["van"]
    [naam] = {naam.partition("-")[0] for naam in velden} - {"eigen"} or {""}
    bezoeker.bewaar(deel, pagina, velden | ({f"{naam}-versie": "0"} if naam else {}), van=van)
    blad = bezoeker.open(deel, pagina)
    assert (len(overnemen(blad)), woorden in blad.zonder_opmaak) == (1, True)
    over = bezoeker.open(deel, pagina, klad="tab-van-de-browser").velden
    assert {een: over[een][0] for een in velden} == velden


def test_two_tabs_are_offered_apart(bezoeker, kanaleneiland, getypt):
    van = bezoeker.open(*PAGINA).velden["van"]
    tweede = {"vraagstuk": "Tweede tab", "vraagstuk-versie": "1"}
    assert bezoeker.bewaar(*PAGINA, tweede, **{"van": van, "klad-tab": "tweede"}).status_code == 200
    blad = bezoeker.open(*PAGINA)
    assert overnemen(blad) == ["?klad=tweede", "?klad=tab-van-de-browser"]
    assert overnemen(neem_over(bezoeker, blad)) == ["?klad=tab-van-de-browser"]


def test_text_at_a_question_that_is_gone_can_be_copied(bezoeker, kanaleneiland, getypt):
    Klad._base_manager.update(velden={"verdwenen": ["Van een vorige versie"], "verdwenen-versie": ["3"]})
    blad = bezoeker.open(*PAGINA)
    assert "Een vraag die niet meer op deze pagina staat [toegevoegd: Van een vorige versie" in blad.zonder_opmaak
    assert neem_over(bezoeker, blad).velden["vraagstuk"] == ["Eenzame ouderen"]


def test_same_text_of_two_tabs_is_offered_once(bezoeker, kanaleneiland, anna, getypt):
    [klad] = kladden(kanaleneiland, anna)
    van = bezoeker.open(*PAGINA).velden["van"]
    bezoeker.bewaar(*PAGINA, klad, **{"van": van, "klad-tab": "tweede"})
    assert (overnemen(bezoeker.open(*PAGINA)), kladden(kanaleneiland, anna)) == (["?klad=tweede"], [klad])


@pytest.mark.parametrize(("aantal", "uitklap"), [(1_500, 0), (2_500, 1)])
def test_long_difference_is_folded_away(bezoeker, kanaleneiland, aantal, uitklap):
    van = bezoeker.open(*PAGINA).velden["van"]
    bezoeker.bewaar(*PAGINA, {"vraagstuk": "x" * aantal, "vraagstuk-versie": "0"}, van=van)
    assert bezoeker.open(*PAGINA).zonder_opmaak.count("Bekijk wat er anders is") == uitklap


def test_unknown_klad_in_the_address_shows_the_page(bezoeker, getypt):
    blad = bezoeker.open(*PAGINA, klad="verzonnen")
    assert (blad.velden["vraagstuk"], len(overnemen(blad))) == (["Eenzame ouderen"], 1)


def test_throwing_it_away_saves_nothing(bezoeker, kanaleneiland, anna, getypt):
    velden = {"vraagstuk": "", "vraagstuk-versie": "1"}
    response = bezoeker.post(*PAGINA, velden, "klad-weg:tab-van-de-browser")
    assert (response.url, kladden(kanaleneiland, anna)) == (bezoeker.adres(*PAGINA), [])
    assert antwoorden(kanaleneiland)["opgave.vraagstuk"] == (1, "Eenzame ouderen", "")


def test_page_that_is_not_needed_now_still_shows_its_text(bezoeker, kanaleneiland, anna):
    pagina = ("competenties", "complex-vak")
    gegeven(kanaleneiland, anna, "competenties.complexe_vragen", {"keuze": "ja"})
    van = bezoeker.open(*pagina).velden["van"]
    gegeven(kanaleneiland, anna, "competenties.complexe_vragen", {"keuze": "nee"})
    assert bezoeker.get(*pagina).status_code == 302
    bezoeker.bewaar(*pagina, {"vakkennis-nodig": "4", "vakkennis-versie": "0"}, van=van)
    assert bezoeker.open(*pagina, klad="tab-van-de-browser").velden["vakkennis-nodig"] == ["4"]


# refused --------------------------------------------------------------------------------------------------------------


def test_refused_text_is_kept_and_offered(bezoeker, kanaleneiland, anna, geweigerd):
    assert kladden(kanaleneiland, anna) == [{"potentie": [TE_LANG], "potentie-versie": ["0"]}]
    blad = bezoeker.open(*PAGINA)
    assert (blad.velden["potentie"], len(overnemen(blad))) == ([""], 1)


def test_taking_over_fills_in_the_refused_text_and_leaves_the_rest(bezoeker, kanaleneiland, anna, geweigerd):
    blad = neem_over(bezoeker, bezoeker.open(*PAGINA))
    assert (blad.velden["potentie"], blad.velden["vraagstuk"]) == ([TE_LANG], ["Schulden"])
    bezoeker.post(*PAGINA, blad.velden | {"potentie": "Kort"})
    assert antwoorden(kanaleneiland) == {
        "opgave.vraagstuk": (1, "Schulden", ""),
        "opgave.potentie": (1, "Kort", ""),
    }
    assert kladden(kanaleneiland, anna) == []


def test_refused_twice_without_script_is_kept_once_and_apart_from_what_was_refused_earlier(
    bezoeker, kanaleneiland, anna, geweigerd
):
    blad = bezoeker.open(*PAGINA)
    for _ in range(2):
        bezoeker.post(*PAGINA, blad.velden | {"vraagstuk": TE_LANG})
    assert [sorted(een) for een in kladden(kanaleneiland, anna)] == [
        ["vraagstuk", "vraagstuk-versie"],
        ["potentie", "potentie-versie"],
    ]


def test_mending_it_on_the_page_itself_drops_it(bezoeker, kanaleneiland, anna):
    blad = Formulier(bezoeker.post(*PAGINA, {"potentie": TE_LANG, "potentie-versie": "0"}).text)
    nog_eens = Formulier(bezoeker.post(*PAGINA, blad.velden | {"potentie": TE_LANG + "x"}).text)
    assert kladden(kanaleneiland, anna) == [{"potentie": [TE_LANG + "x"], "potentie-versie": ["0"]}]
    bezoeker.post(*PAGINA, nog_eens.velden | {"potentie": "Kort"})
    assert kladden(kanaleneiland, anna) == []


def test_own_question_that_is_too_long_is_kept_too(bezoeker, kanaleneiland, anna):
    pagina = ("opgave", "eigen-vragen")
    velden = bezoeker.open(*pagina).velden | {"eigen-label": "x" * 301}
    assert bezoeker.post(*pagina, velden).status_code == 422
    assert kladden(kanaleneiland, anna, "opgave.eigen_vragen") == [{"eigen-label": ["x" * 301]}]


def test_control_characters_in_refused_text_are_dropped(bezoeker, kanaleneiland, anna):
    bezoeker.post(*PAGINA, {"potentie": TE_LANG + "\x00\r\n\x0b", "potentie-versie": "0\x00"})
    assert kladden(kanaleneiland, anna) == [{"potentie": [TE_LANG + "\n\n"], "potentie-versie": ["0"]}]


# submitted ------------------------------------------------------------------------------------------------------------


def test_submitting_empties_the_tab_and_late_text_is_told_so(bezoeker, kanaleneiland, anna, getypt):
    velden = bezoeker.open(*PAGINA).velden | {"klad-tab": "tab-van-de-browser", "klad-serie": "3"}
    bezoeker.post(*PAGINA, velden | {"vraagstuk": "Klaar"})
    laat = {"vraagstuk": "Kla", "vraagstuk-versie": "1"}
    response = bezoeker.bewaar(*PAGINA, laat, **{"van": velden["van"], "klad-serie": "2"})
    assert (response.status_code, response.json(), kladden(kanaleneiland, anna)) == (409, {"klaar": True}, [])


def test_refused_text_stays_in_the_tab_that_sent_it(bezoeker, kanaleneiland, anna, getypt):
    velden = bezoeker.open(*PAGINA).velden | {"klad-tab": "tab-van-de-browser", "klad-serie": "3"}
    blad = Formulier(bezoeker.post(*PAGINA, velden | {"vraagstuk": "Klaar", "potentie": TE_LANG}).text)
    assert [blad.velden[naam] for naam in ("klad-tab", "klad-serie", "klad")] == [
        ["tab-van-de-browser"],
        ["3"],
        ["potentie"],
    ]
    assert kladden(kanaleneiland, anna) == [{"potentie": [TE_LANG], "potentie-versie": ["0"]}]


@pytest.mark.parametrize(("tab", "serie"), [("", "4"), ("a b", "4"), ("x" * 41, "4"), ("tab", "-1"), ("tab", "1e9")])
def test_made_up_tab_counts_as_none(bezoeker, kanaleneiland, anna, tab, serie):
    velden = {"potentie": TE_LANG, "potentie-versie": "0", "klad-tab": tab, "klad-serie": serie}
    blad = Formulier(bezoeker.post(*PAGINA, velden).text)
    [nieuw] = blad.velden["klad-tab"]
    assert (len(nieuw), len(kladden(kanaleneiland, anna))) == (22, 1)


@pytest.mark.django_db(transaction=True)
def test_answers_and_klad_are_saved_together_or_not_at_all(bezoeker, kanaleneiland, anna):
    velden = {"potentie": TE_LANG, "potentie-versie": "0", "vraagstuk": "Schulden", "vraagstuk-versie": "0"}
    bezoeker.client.raise_request_exception = False
    with connection.execute_wrapper(refuse_klad):
        assert bezoeker.post(*PAGINA, velden).status_code == 500
    assert (antwoorden(kanaleneiland), kladden(kanaleneiland, anna)) == ({}, [])


def refuse_klad(execute, sql, params, many, context):
    if sql.startswith("INSERT") and "bouwstenen_klad" in sql:
        raise RuntimeError("The disk is full.")
    return execute(sql, params, many, context)


# who is here ----------------------------------------------------------------------------------------------------------


def test_who_has_the_page_open_is_told(bezoeker, als, fatma, lid, utrecht):
    gerda = als(lid("gerda", (utrecht, "beleidsadviseur")))
    assert "deze pagina open." not in bezoeker.open(*PAGINA).zonder_opmaak
    assert "Anna heeft deze pagina open." in als(fatma).open(*PAGINA).zonder_opmaak
    assert "Anna en Fatma hebben deze pagina open." in gerda.open(*PAGINA).zonder_opmaak
    assert "deze pagina open." not in gerda.open("opgave", "doelen").zonder_opmaak


def test_saving_is_being_on_the_page_it_leads_to(bezoeker, als, fatma):
    fatma = als(fatma)
    velden = bezoeker.open(*PAGINA).velden
    bezoeker.post(*PAGINA, velden)
    assert "deze pagina open." not in fatma.open(*PAGINA).zonder_opmaak
    assert "Anna heeft deze pagina open." in fatma.open("opgave", "kenmerken").zonder_opmaak
    bezoeker.post(*PAGINA, velden | {"potentie": TE_LANG})
    assert "Anna heeft deze pagina open." in fatma.open(*PAGINA).zonder_opmaak
    bezoeker.post(*PAGINA, velden, "later")
    assert "deze pagina open." not in fatma.open(*PAGINA).zonder_opmaak
