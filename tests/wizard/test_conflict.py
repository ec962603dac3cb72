"""Somebody saved another answer while the page stood open: both are shown, and the user decides."""

import threading

import pytest
from django.db import connection

from bouwstenen.antwoorden.store import klad as kladden
from bouwstenen.core.tenancy import enter_scope
from tests.wizard.bezoeker import Bezoeker, antwoorden, gegeven, geschiedenis
from tests.wizard.formulier import Formulier

VRAAG = "opgave.vraagstuk"
PAGINA = ("opgave", "vraagstuk")


@pytest.fixture
def verouderd(bezoeker, kanaleneiland, fatma):
    """The page as Anna has it open, with her text; Fatma saved another one meanwhile."""
    velden = bezoeker.open(*PAGINA).velden | {"vraagstuk": "Van Anna"}
    gegeven(kanaleneiland, fatma, VRAAG, "Van Fatma", "Omdat het zo is")
    return velden


def conflict(bezoeker, velden):
    response = bezoeker.post(*PAGINA, velden)
    assert response.status_code == 409
    return Formulier(response.text)


def kladden_van(wijkteam, door):
    with enter_scope(wijkteam.gemeente):
        return [een.velden for een in kladden.kladden_van(wijkteam=wijkteam, pagina=VRAAG, door=door)]


def test_both_texts_are_shown_and_the_rest_is_saved(bezoeker, kanaleneiland, verouderd):
    blad = conflict(bezoeker, verouderd | {"potentie": "Sterke buren"})
    assert [zin in blad.zonder_opmaak for zin in ("Fatma bewaarde dit om", "Van Fatma", "bewaard.")] == [True] * 3
    assert {naam: waarde for naam, waarde in blad.velden.items() if naam.startswith("vraagstuk")} == {
        "vraagstuk": ["Van Anna"],
        "vraagstuk-samen": ["Van Fatma\n\nVan Anna"],
        "vraagstuk-versie": ["1"],
        "vraagstuk-basis": ["0"],
        "vraagstuk-conflict": ["1"],
    }
    assert (blad.titel[:6] == "Fout: ", blad.knoppen[0]) == (False, "verder")
    assert ([een for een in blad.ids if blad.ids.count(een) > 1], set(blad.labels) - set(blad.ids)) == ([], set())
    assert antwoorden(kanaleneiland)["opgave.potentie"] == (1, "Sterke buren", "")


def test_what_differs_is_marked_in_words_too(bezoeker, kanaleneiland, fatma):
    velden = bezoeker.open(*PAGINA).velden | {"vraagstuk": "De wijk vraagt zorg."}
    gegeven(kanaleneiland, fatma, VRAAG, "De buurt vraagt zorg.")
    tekst = conflict(bezoeker, velden).zonder_opmaak
    assert "De [alleen hier: buurt ] vraagt zorg." in tekst
    assert "De [alleen hier: wijk ] vraagt zorg." in tekst


@pytest.mark.parametrize(
    ("besluit", "erbij"),
    [
        ("hun", []),
        ("mijn", [(2, "Van Anna", "Anna")]),
        ("samen", [(2, "Van Fatma en Anna", "Anna")]),
    ],
)
def test_decision_is_carried_out(bezoeker, kanaleneiland, anna, verouderd, besluit, erbij):
    velden = conflict(bezoeker, verouderd).velden
    besloten = velden | {"vraagstuk-besluit": besluit, "vraagstuk-samen": "Van Fatma en Anna"}
    response = bezoeker.post(*PAGINA, besloten)
    assert (response.status_code, response.url) == (302, bezoeker.adres("opgave", "kenmerken"))
    assert geschiedenis(kanaleneiland, VRAAG) == [*erbij, (1, "Van Fatma", "Fatma")]
    assert kladden_van(kanaleneiland, anna) == []


def test_decided_later_is_kept_and_not_saved(bezoeker, kanaleneiland, anna, verouderd):
    velden = conflict(bezoeker, verouderd).velden | {"vraagstuk-besluit": "zonder"}
    response = bezoeker.client.post(bezoeker.adres(*PAGINA), velden | {"actie": "verder"}, follow=True)
    assert response.redirect_chain == [(bezoeker.adres("opgave", "kenmerken"), 302)]
    assert "Waar u later over beslist, staat als niet-opgeslagen tekst op de pagina." in response.text
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Van Fatma", "Fatma")]
    [klad] = kladden_van(kanaleneiland, anna)
    assert (klad["vraagstuk"], klad["vraagstuk-versie"], "vraagstuk-samen" in klad) == (["Van Anna"], ["0"], False)


def test_decided_later_does_not_hide_another_conflict(bezoeker, kanaleneiland, fatma):
    velden = bezoeker.open(*PAGINA).velden | {"vraagstuk": "Van Anna", "potentie": "Van Anna"}
    for vraag in (VRAAG, "opgave.potentie"):
        gegeven(kanaleneiland, fatma, vraag, "Van Fatma")
    blad = conflict(bezoeker, conflict(bezoeker, velden).velden | {"vraagstuk-besluit": "zonder"})
    assert ("vraagstuk" in blad.velden, blad.velden["potentie"]) == (False, ["Van Anna"])


@pytest.mark.parametrize("besluit", ["", "verzonnen"])
def test_without_a_decision_it_is_asked_again(bezoeker, kanaleneiland, verouderd, besluit):
    velden = conflict(bezoeker, verouderd).velden
    blad = conflict(bezoeker, velden | {"vraagstuk-besluit": besluit})
    assert blad.titel[:6] == "Fout: "
    assert ("#id_vraagstuk-besluit_0" in blad.links, "id_vraagstuk-besluit_0" in blad.ids) == (True, True)
    assert "Kies welk antwoord u wilt bewaren bij: " in blad.zonder_opmaak
    assert blad.velden["vraagstuk"] == ["Van Anna"]
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Van Fatma", "Fatma")]


def test_refused_text_waits_on_the_page_when_the_conflict_page_is_left(bezoeker, kanaleneiland, verouderd):
    conflict(bezoeker, verouderd)
    blad = bezoeker.open(*PAGINA)
    [over] = [link for link in blad.links if link.startswith("?klad=")]
    assert blad.velden["vraagstuk"] == ["Van Fatma"]
    velden = bezoeker.open(*PAGINA, klad=over.removeprefix("?klad=")).velden
    assert velden["vraagstuk"] == ["Van Anna"]
    conflict(bezoeker, velden)  # taken over is not decided


def test_conflict_beside_an_error_waits_until_the_error_is_mended(bezoeker, kanaleneiland, verouderd):
    response = bezoeker.post(*PAGINA, verouderd | {"potentie": "x" * 100_001})
    blad = Formulier(response.text)
    assert (response.status_code, blad.velden["vraagstuk"]) == (422, ["Van Anna"])
    conflict(bezoeker, blad.velden | {"potentie": "Kort"})
    assert antwoorden(kanaleneiland) == {
        VRAAG: (1, "Van Fatma", "Omdat het zo is"),
        "opgave.potentie": (1, "Kort", ""),
    }


def test_error_on_the_conflict_page_leaves_the_decision_open(bezoeker, kanaleneiland, fatma):
    velden = bezoeker.open(*PAGINA).velden | {"vraagstuk": "Van Anna", "potentie": "Van Anna"}
    for vraag in (VRAAG, "opgave.potentie"):
        gegeven(kanaleneiland, fatma, vraag, "Van Fatma")
    besloten = conflict(bezoeker, velden).velden | {"potentie-besluit": "mijn", "potentie": "x" * 100_001}
    response = bezoeker.post(*PAGINA, besloten)
    blad = Formulier(response.text)
    assert (response.status_code, blad.velden["vraagstuk"]) == (422, ["Van Anna"])
    conflict(bezoeker, blad.velden | {"potentie": "Kort"})
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Van Fatma", "Fatma")]
    assert geschiedenis(kanaleneiland, "opgave.potentie")[0] == (2, "Kort", "Anna")


@pytest.mark.parametrize(
    ("eerste", "tweede", "gekozen"),
    [("Eerste tab", "Tweede tab", None), ("Eerste tab", "Eerste tab, en verder", ["mijn"])],
)
def test_own_other_tab_is_told_so_and_the_longer_text_is_chosen(bezoeker, kanaleneiland, anna, eerste, tweede, gekozen):
    velden = bezoeker.open(*PAGINA).velden | {"vraagstuk": tweede}
    gegeven(kanaleneiland, anna, VRAAG, eerste)
    blad = conflict(bezoeker, velden)
    assert ("U bewaarde dit zelf om " in blad.zonder_opmaak, blad.velden.get("vraagstuk-besluit")) == (True, gekozen)


def test_nothing_is_chosen_beforehand_over_the_text_of_another(bezoeker, kanaleneiland, fatma):
    velden = bezoeker.open(*PAGINA).velden | {"vraagstuk": "Van Fatma, en van Anna"}
    gegeven(kanaleneiland, fatma, VRAAG, "Van Fatma")
    blad = conflict(bezoeker, velden)
    assert ("vraagstuk-besluit" in blad.velden, "vraagstuk-samen" in blad.velden) == (False, False)


@pytest.mark.parametrize(
    ("besluit", "mijn", "samen"),
    [
        ("mijn", "Van Anna", "Van Els\n\nVan Anna"),
        ("samen", "Van ons\r\ntwee", "Van Els\n\nVan ons\ntwee"),
        ("", "Van Anna", "Van Els\n\nVan ons\ntwee"),
    ],
)
def test_third_version_is_asked_about_again_and_nothing_typed_is_lost(
    bezoeker, kanaleneiland, els, verouderd, besluit, mijn, samen
):
    velden = conflict(bezoeker, verouderd).velden | {"vraagstuk-samen": "Van ons\r\ntwee", "vraagstuk-besluit": besluit}
    gegeven(kanaleneiland, els, VRAAG, "Van Els")
    blad = conflict(bezoeker, velden)
    assert {naam: blad.velden.get(naam) for naam in ("vraagstuk", "vraagstuk-samen", "vraagstuk-besluit")} == {
        "vraagstuk": [mijn],
        "vraagstuk-samen": [samen],
        "vraagstuk-besluit": None,
    }
    assert ("is er weer een nieuwer antwoord bewaard" in blad.zonder_opmaak) == bool(besluit)
    assert bezoeker.post(*PAGINA, blad.velden | {"vraagstuk-besluit": "samen"}).status_code == 302
    assert geschiedenis(kanaleneiland, VRAAG)[0] == (3, samen, "Anna")


def test_what_was_joined_by_hand_stays_when_the_decision_is_forgotten(bezoeker, verouderd):
    velden = conflict(bezoeker, verouderd).velden | {"vraagstuk-samen": "Van ons twee"}
    assert conflict(bezoeker, velden).velden["vraagstuk-samen"] == ["Van ons twee"]


def test_same_text_twice_is_no_conflict(bezoeker, kanaleneiland, verouderd):
    velden = verouderd | {"vraagstuk": "Van Fatma"}
    assert bezoeker.post(*PAGINA, velden).status_code == 302
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Van Fatma", "Fatma")]


@pytest.mark.parametrize("versie", ["0", "7", "-1", "", "een", "1.0", "٢", "9" * 400])
def test_stale_or_forged_version_is_a_conflict(bezoeker, kanaleneiland, fatma, versie):
    gegeven(kanaleneiland, fatma, VRAAG, "Van Fatma")
    conflict(bezoeker, {"vraagstuk": "Vals", "vraagstuk-versie": versie})
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Van Fatma", "Fatma")]


def test_forged_version_of_an_unanswered_question_is_a_conflict(bezoeker, kanaleneiland):
    blad = conflict(bezoeker, {"vraagstuk": "Vals", "vraagstuk-versie": "3"})
    assert "Er is nog geen antwoord" in blad.zonder_opmaak
    assert blad.velden["vraagstuk-versie"] == ["0"]
    assert antwoorden(kanaleneiland) == {}


def test_forged_conflict_without_a_version_changes_nothing(bezoeker, kanaleneiland, verouderd):
    velden = {"vraagstuk-conflict": "1", "vraagstuk-besluit": "hun", "potentie-conflict": "1", "potentie": "Vals"}
    assert bezoeker.post(*PAGINA, velden).status_code == 302
    assert antwoorden(kanaleneiland) == {VRAAG: (1, "Van Fatma", "Omdat het zo is")}


@pytest.mark.parametrize(
    ("vraag", "pagina", "mijn", "hun", "samen"),
    [
        ("vormgeving.vorm", ("vormgeving", "vorm"), {"vorm": "integraal"}, {"keuze": "geintegreerd"}, None),
        (
            "opgave.focus",
            ("opgave", "focus"),
            {"focus": ["toegang"]},
            {"keuzes": ["individuele_zorg"]},
            {"keuzes": ["toegang", "individuele_zorg"]},
        ),
        ("opgave.budget", ("opgave", "focus"), {"budget": "1000"}, "2000", None),
        ("opgave.doelen", ("opgave", "doelen"), {"doelen-samenspel": "1"}, {"volgorde": ["kwetsbaar"]}, None),
        (
            "opgave.krachten",
            PAGINA,
            {"krachten-rij": ["ra"], "krachten-ra-kracht": "De moskee"},
            {"rijen": [{"id": "rb", "kracht": "De school"}]},
            {"rijen": [{"id": "rb", "kracht": "De school"}, {"id": "ra", "kracht": "De moskee"}]},
        ),
        ("competenties.meedoen", ("competenties", "generalist-doen"), {"meedoen-nodig": "4"}, {"nodig": "2"}, None),
        ("aansturing.leiding", ("aansturing", "leiding"), {"leiding-naam": "Jo"}, {"keuze": "team"}, None),
    ],
)
@pytest.mark.parametrize("besluit", ["mijn", "samen"])
def test_every_kind_of_answer_can_be_decided_on(
    bezoeker, kanaleneiland, fatma, vraag, pagina, mijn, hun, samen, besluit
):
    velden = bezoeker.open(*pagina).velden | mijn
    gegeven(kanaleneiland, fatma, vraag, hun)
    response = bezoeker.post(*pagina, velden)
    blad, naam = Formulier(response.text), vraag.partition(".")[2]
    assert (response.status_code, "Samenvoegen" in blad.zonder_opmaak) == (409, samen is not None)
    assert {een: blad.velden[een][:1] for een in mijn} == {
        een: waarde[:1] if isinstance(waarde, list) else [waarde] for een, waarde in mijn.items()
    }
    response = bezoeker.post(*pagina, blad.velden | {f"{naam}-besluit": besluit})
    versies = geschiedenis(kanaleneiland, vraag)
    if besluit == "samen" and samen is None:  # forged: nothing to join
        assert (response.status_code, len(versies)) == (409, 1)
    else:
        assert (response.status_code, [een[2] for een in versies]) == (302, ["Anna", "Fatma"])
        assert besluit == "mijn" or versies[0][1] == samen


@pytest.mark.parametrize(("besluit", "toelichting"), [("samen", "Zo\n\nDus"), ("mijn", "Dus"), ("hun", "Zo")])
def test_toelichting_goes_with_the_decision(bezoeker, kanaleneiland, fatma, besluit, toelichting):
    pagina, vraag = ("vormgeving", "vorm"), "vormgeving.vorm"
    velden = bezoeker.open(*pagina).velden | {"vorm": "integraal", "vorm-toelichting": "Dus"}
    gegeven(kanaleneiland, fatma, vraag, {"keuze": "geintegreerd"}, "Zo")
    response = bezoeker.post(*pagina, velden)
    blad = Formulier(response.text)
    assert (blad.velden["vorm-samen"], blad.velden["vorm-samen-toelichting"]) == (["integraal"], ["Zo\n\nDus"])
    assert [knop for knop in blad.knoppen if knop != "verder"] == []
    bezoeker.post(*pagina, blad.velden | {"vorm-besluit": besluit})
    assert antwoorden(kanaleneiland)[vraag][2] == toelichting


@pytest.mark.django_db(transaction=True)
def test_two_who_send_the_same_page_at_once_lose_no_acknowledged_save(client_for, kanaleneiland, anna, fatma):
    bezoekers = {wie.naam: Bezoeker(client_for(wie), kanaleneiland) for wie in (anna, fatma)}
    samen, bevestigd, statussen = threading.Barrier(2), [], set()

    def work(naam, bezoeker):
        try:
            for keer in range(5):
                velden = bezoeker.open(*PAGINA).velden | {"vraagstuk": f"{naam} {keer}"}
                samen.wait(timeout=60)
                status = bezoeker.post(*PAGINA, velden).status_code
                statussen.add(status)
                bevestigd.extend([velden["vraagstuk"]] if status == 302 else [])
                samen.wait(timeout=60)
        finally:
            connection.close()

    draden = [threading.Thread(target=work, args=paar) for paar in bezoekers.items()]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    # Each round one of the two is first, and the other one hears about it.
    assert (len(bevestigd), statussen) == (5, {302, 409})
    assert sorted(waarde for _, waarde, _ in geschiedenis(kanaleneiland, VRAAG)) == sorted(bevestigd)
