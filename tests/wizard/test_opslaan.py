"""Saving a page: what is right is kept, what is wrong comes back as it was typed, and nothing else changes."""

import pytest

from bouwstenen.catalogus.loader import catalogus
from tests.wizard.bezoeker import antwoorden, gegeven
from tests.wizard.formulier import Formulier

TE_LANG = "x" * 100_001


def fouten(blad):
    """The lines of the error summary, and whether each leads to an id on the page."""
    return [
        (link[1:], link[1:] in blad.ids) for link in blad.links if link.startswith("#id_") or link == "#eigen-label"
    ]


@pytest.mark.parametrize(
    ("actie", "naam", "delen"),
    [
        ("verder", "wizard_pagina", ("opgave", "kenmerken")),
        ("", "wizard_pagina", ("opgave", "kenmerken")),
        ("later", "overzicht_wijkteam", ()),
    ],
)
def test_save_leads_on_or_to_the_task_list(bezoeker, kanaleneiland, actie, naam, delen):
    response = bezoeker.post("opgave", "vraagstuk", {"vraagstuk": "Schulden", "vraagstuk-versie": "0"}, actie)
    adressen = {"wizard_pagina": bezoeker.adres("opgave", "kenmerken"), "overzicht_wijkteam": "/utrecht/kanaleneiland/"}
    assert (response.status_code, response.url) == (302, adressen[naam])
    assert antwoorden(kanaleneiland) == {"opgave.vraagstuk": (1, "Schulden", "")}


def test_saved_is_told_with_the_time(bezoeker):
    bezoeker.post("opgave", "vraagstuk", {"vraagstuk": "Schulden", "vraagstuk-versie": "0"})
    assert "Bewaard om " in bezoeker.open("opgave", "kenmerken").zonder_opmaak


def test_incomplete_page_and_toelichting_are_saved(bezoeker, kanaleneiland):
    blad = bezoeker.open("opgave", "doelen")
    bezoeker.post("opgave", "doelen", blad.velden | {"doelen-toelichting": "Nog in gesprek\x00"})
    assert antwoorden(kanaleneiland) == {"opgave.doelen": (1, None, "Nog in gesprek")}


def test_question_that_was_not_on_the_page_is_not_touched(bezoeker, kanaleneiland, anna):
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "Blijft")
    bezoeker.post("opgave", "vraagstuk", {"potentie": "Sterke buren", "potentie-versie": "0", "vraagstuk": "Vals"})
    assert antwoorden(kanaleneiland) == {
        "opgave.vraagstuk": (1, "Blijft", ""),
        "opgave.potentie": (1, "Sterke buren", ""),
    }


def test_question_that_was_not_on_the_page_is_shown_as_it_is_beside_an_error(bezoeker, kanaleneiland, anna):
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "Blijft")
    response = bezoeker.post("opgave", "vraagstuk", {"potentie": TE_LANG, "potentie-versie": "0"})
    velden = Formulier(response.text).velden
    assert (velden["vraagstuk"], velden["vraagstuk-versie"]) == (["Blijft"], ["1"])


def test_hidden_question_keeps_its_answer(bezoeker, kanaleneiland, anna):
    gegeven(kanaleneiland, anna, "vormgeving.vorm", {"keuze": "samenwerkingsverband"})
    gegeven(kanaleneiland, anna, "vormgeving.overlegvorm", {"keuze": "beide"})
    gegeven(kanaleneiland, anna, "vormgeving.vorm", {"keuze": "integraal"})
    blad = bezoeker.open("vormgeving", "uitwerking")
    bezoeker.post("vormgeving", "uitwerking", blad.velden | {"beschrijving": "Eén team"})
    assert "overlegvorm-versie" not in blad.velden
    assert antwoorden(kanaleneiland)["vormgeving.overlegvorm"] == (1, {"keuze": "beide"}, "")


def test_answer_to_a_question_that_was_hidden_meanwhile_is_saved(bezoeker, kanaleneiland):
    velden = {"overlegvorm": "beide", "overlegvorm-versie": "0"}
    assert bezoeker.post("vormgeving", "uitwerking", velden).status_code == 302
    assert antwoorden(kanaleneiland) == {"vormgeving.overlegvorm": (1, {"keuze": "beide"}, "")}


FOUTIEF = [
    ("opgave", "vraagstuk", {"vraagstuk": TE_LANG}, ["id_vraagstuk"]),
    ("opgave", "focus", {"budget": "veel"}, ["id_budget"]),
    ("opgave", "doelen", {"doelen-toelichting": TE_LANG}, ["id_doelen-toelichting"]),
    ("opgave", "doelen", {"doelen-veerkracht": "1", "doelen-samenspel": "1"}, ["id_doelen_0"]),
    ("opgave", "focus", {"focus": ["toegang", "verzonnen"]}, ["id_focus_0"]),
    ("opgave", "vraagstuk", {"krachten-rij": "ra", "krachten-ra-soort": "verzonnen"}, ["id_krachten-ra-soort"]),
    ("vormgeving", "vorm", {"vorm": "verzonnen"}, ["id_vorm_0"]),
    ("werkprincipes", "uitgangspunten", {"grondhouding": "11"}, ["id_grondhouding_0"]),
    ("aansturing", "leiding", {"leiding": "verzonnen"}, ["id_leiding_0"]),
    ("competenties", "generalist-doen", {"meedoen-aanwezig": "9"}, ["id_meedoen_nodig_0"]),
    ("opgave", "eigen-vragen", {"eigen-label": "x" * 301}, ["eigen-label"]),
    ("inrichting", "tijd", {"uren_per_vraag": "-1", "caseload": "-1"}, ["id_uren_per_vraag", "id_caseload"]),
]


@pytest.mark.parametrize(("deel", "pagina", "fout", "ankers"), FOUTIEF)
def test_wrong_input_comes_back_as_it_was_typed(bezoeker, kanaleneiland, deel, pagina, fout, ankers):
    velden = bezoeker.open(deel, pagina).velden | fout
    response = bezoeker.post(deel, pagina, velden)
    blad = Formulier(response.text)
    assert (response.status_code, blad.titel[:6]) == (422, "Fout: ")
    assert fouten(blad) == [(anker, True) for anker in ankers]
    keuzes = ("focus", "vorm", "grondhouding", "leiding", "meedoen-aanwezig", "krachten-rij", "krachten-ra-soort")
    getypt = {naam: waarde for naam, waarde in fout.items() if naam not in keuzes}  # an unknown option has no input
    assert {naam: blad.velden[naam] for naam in getypt} == {naam: [waarde] for naam, waarde in getypt.items()}
    assert antwoorden(kanaleneiland) == {}


def test_beside_an_error_the_rest_is_saved_and_mending_it_is_no_conflict(bezoeker, kanaleneiland):
    velden = bezoeker.open("opgave", "vraagstuk").velden | {"vraagstuk": "Schulden", "potentie": TE_LANG}
    blad = Formulier(bezoeker.post("opgave", "vraagstuk", velden).text)
    assert antwoorden(kanaleneiland) == {"opgave.vraagstuk": (1, "Schulden", "")}
    assert "Wat goed was, is bewaard." in blad.zonder_opmaak
    assert (blad.velden["vraagstuk-versie"], blad.velden["potentie-versie"]) == (["1"], ["0"])
    opnieuw = blad.velden | {"vraagstuk": "Schulden en stress", "potentie": "Kort"}
    assert bezoeker.post("opgave", "vraagstuk", opnieuw).status_code == 302
    assert antwoorden(kanaleneiland) == {
        "opgave.vraagstuk": (2, "Schulden en stress", ""),
        "opgave.potentie": (1, "Kort", ""),
    }


# rows and choices -----------------------------------------------------------------------------------------------------


def test_add_row_keeps_what_was_typed_and_adds_empty_rows(bezoeker, kanaleneiland):
    blad = bezoeker.open("opgave", "vraagstuk")
    rij = blad.velden["krachten-rij"][1]
    velden = blad.velden | {f"krachten-{rij}-kracht": "De moskee", "vraagstuk": "Schulden"}
    response = bezoeker.post("opgave", "vraagstuk", velden, "rij:krachten")
    assert response.url == bezoeker.adres("opgave", "vraagstuk") + "?rijen=krachten#vraag-krachten"
    assert antwoorden(kanaleneiland) == {
        "opgave.vraagstuk": (1, "Schulden", ""),
        "opgave.krachten": (1, {"rijen": [{"id": rij, "kracht": "De moskee"}]}, ""),
    }
    terug = bezoeker.open("opgave", "vraagstuk", rijen="krachten")
    kracht = [terug.velden[f"krachten-{een}-kracht"] for een in terug.velden["krachten-rij"]]
    assert kracht == [["De moskee"]] + [[""]] * 5


def test_unknown_rows_to_add_are_ignored(bezoeker):
    assert bezoeker.get("opgave", "vraagstuk", rijen="vraagstuk").status_code == 200
    response = bezoeker.post("opgave", "vraagstuk", {}, "rij:verzonnen")
    assert response.url == bezoeker.adres("opgave", "kenmerken")


def test_two_hundred_rows_are_saved_and_shown(bezoeker, kanaleneiland):
    rijen = [{"id": f"r{nummer:x}", "partij": f"Partij {nummer}", "rol": "Doet mee"} for nummer in range(200)]
    velden = {"partijen_lijst-rij": [rij["id"] for rij in rijen], "partijen_lijst-versie": "0"}
    velden |= {f"partijen_lijst-{rij['id']}-{kolom}": rij[kolom] for rij in rijen for kolom in ("partij", "rol")}
    assert bezoeker.post("opgave", "partijen", velden).status_code == 302
    assert antwoorden(kanaleneiland)["opgave.partijen_lijst"] == (1, {"rijen": rijen}, "")
    blad = bezoeker.open("opgave", "partijen")
    getoond = [blad.velden[f"partijen_lijst-{rij}-partij"] for rij in blad.velden["partijen_lijst-rij"]]
    assert getoond == [[rij["partij"]] for rij in rijen] + [[""]]


@pytest.mark.parametrize(
    ("deel", "pagina", "vraag", "waarde", "over"),
    [
        ("vormgeving", "vorm", "vormgeving.vorm", {"keuze": "integraal"}, None),
        ("gebiedsanalyse", "start", "gebiedsanalyse.naam_team", {"keuze": "anders", "anders": "Kernteam"}, None),
        ("werkprincipes", "uitgangspunten", "werkprincipes.grondhouding", {"keuze": "7"}, None),
        ("aansturing", "leiding", "aansturing.leiding", {"keuze": "team", "naam": "Jo"}, {"naam": "Jo"}),
        ("competenties", "generalist-doen", "competenties.meedoen", {"nodig": "4", "aanwezig": "nog_niet"}, None),
    ],
)
def test_choice_can_be_cleared(bezoeker, kanaleneiland, anna, deel, pagina, vraag, waarde, over):
    gegeven(kanaleneiland, anna, vraag, waarde, "Omdat het zo is")
    naam = catalogus().vragen[vraag].naam
    blad = bezoeker.open(deel, pagina)
    assert f"wis:{naam}" in blad.knoppen
    response = bezoeker.post(deel, pagina, blad.velden, f"wis:{naam}")
    assert response.url == f"{bezoeker.adres(deel, pagina)}#vraag-{naam}"
    assert antwoorden(kanaleneiland) == {vraag: (2, over, "Omdat het zo is")}


# too much -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "velden", [{"vraagstuk": [str(nummer) for nummer in range(20_001)]}, {"vraagstuk": "x" * (10 * 1024 * 1024)}]
)
@pytest.mark.parametrize("soort", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_too_much_at_once_is_told(bezoeker, kanaleneiland, velden, soort):
    adres = bezoeker.adres("opgave", "vraagstuk")
    if soort == "multipart/form-data":
        response = bezoeker.client.post(adres, velden)
    else:
        lichaam = "&".join(f"{n}={w}" for n, wat in velden.items() for w in (wat if isinstance(wat, list) else [wat]))
        response = bezoeker.client.post(adres, lichaam, content_type=soort)
    blad = Formulier(response.text)
    assert (response.status_code, blad.titel) == (422, "Dit is te veel in één keer – Wijkteam")
    assert antwoorden(kanaleneiland) == {}


def test_no_request_at_all_is_still_400(client):
    assert client.get("/", HTTP_HOST="vals.example.com").status_code == 400


# queries --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pagina", ["vraagstuk", "doelen", "eigen-vragen"])
def test_showing_a_page_takes_seven_queries(bezoeker, django_assert_num_queries, pagina):
    bezoeker.open("opgave", pagina)  # the first time also writes that its user is here
    with django_assert_num_queries(7):
        bezoeker.open("opgave", pagina)


@pytest.mark.parametrize("tab", ["", "tab-van-de-browser"])
def test_saving_a_page_takes_twelve_queries_or_one_more_with_klad(bezoeker, django_assert_num_queries, tab):
    velden = bezoeker.open("opgave", "kenmerken").velden
    nieuw = velden | {naam: "Nieuw" for naam in velden if f"{naam}-versie" in velden}
    if tab:
        bezoeker.bewaar("opgave", "kenmerken", nieuw)
    nieuw |= {"klad-tab": tab, "klad-serie": "2"}
    with django_assert_num_queries(13 if tab else 12):  # four of them begin and end a transaction
        bezoeker.post("opgave", "kenmerken", nieuw)
    with django_assert_num_queries(7):
        bezoeker.open("opgave", "partijen")
