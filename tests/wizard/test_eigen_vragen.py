"""Questions that a wijkteam asks itself: added, answered, withdrawn and asked again; nothing of them is lost."""

import pytest

from tests.wizard.bezoeker import antwoorden, geschiedenis
from tests.wizard.formulier import Formulier

PAGINA = ("opgave", "eigen-vragen")
LABEL = "Hoe zit het met de winkels?"
SLEUTEL = "opgave.eigen_1"


@pytest.fixture
def gesteld(bezoeker):
    bezoeker.post(*PAGINA, {"eigen-label": LABEL}, "vraag")


def vragen(bezoeker):
    """The names of the questions on the page."""
    return [naam.removesuffix("-versie") for naam in bezoeker.open(*PAGINA).velden if naam.endswith("-versie")]


@pytest.mark.parametrize(("actie", "waarheen"), [("vraag", PAGINA), ("verder", None), ("later", None)])
def test_question_is_added_by_whatever_button(bezoeker, actie, waarheen):
    response = bezoeker.post(*PAGINA, {"eigen-label": f"  {LABEL}\x00\r\n"}, actie)
    andere = {"verder": bezoeker.adres("opgave", naam="wizard_deel"), "later": "/utrecht/kanaleneiland/"}
    assert response.url == (bezoeker.adres(*waarheen) if waarheen else andere[actie])
    assert vragen(bezoeker) == ["eigen_1"]


@pytest.mark.parametrize(
    ("label", "melding"),
    [
        ("", "Schrijf eerst uw vraag op."),
        (" \x00\n", "Schrijf eerst uw vraag op."),
        ("x" * 301, "Maak uw vraag korter: er staan 301 tekens, 300 mag."),
    ],
)
def test_question_that_is_empty_or_too_long_is_refused(bezoeker, label, melding):
    response = bezoeker.post(*PAGINA, {"eigen-label": label}, "vraag")
    blad = Formulier(response.text)
    assert (response.status_code, blad.titel[:6], melding in blad.zonder_opmaak) == (422, "Fout: ", True)
    assert "#eigen-label" in blad.links
    assert vragen(bezoeker) == []


def test_question_of_exactly_the_limit_is_added(bezoeker):
    assert bezoeker.post(*PAGINA, {"eigen-label": "x" * 300}, "vraag").status_code == 302


def test_only_the_page_of_own_questions_adds_any(bezoeker):
    bezoeker.post("opgave", "vraagstuk", {"eigen-label": LABEL}, "vraag")
    assert vragen(bezoeker) == []


def test_answers_have_versions_and_stand_on_the_check_page(bezoeker, kanaleneiland, gesteld):
    assert LABEL in bezoeker.controle("opgave").zonder_opmaak
    for tekst in ("Er zijn er drie.", "Er zijn er vier."):
        bezoeker.post(*PAGINA, bezoeker.open(*PAGINA).velden | {"eigen_1": tekst})
    assert geschiedenis(kanaleneiland, SLEUTEL) == [(2, "Er zijn er vier.", "Anna"), (1, "Er zijn er drie.", "Anna")]
    assert "Er zijn er vier." in bezoeker.controle("opgave").zonder_opmaak


def test_stale_answer_is_a_conflict(bezoeker, als, fatma, gesteld):
    velden = bezoeker.open(*PAGINA).velden
    ander = als(fatma)
    ander.post(*PAGINA, ander.open(*PAGINA).velden | {"eigen_1": "Van Fatma"})
    assert bezoeker.post(*PAGINA, velden | {"eigen_1": "Van Anna"}).status_code == 409


def test_withdrawn_question_goes_and_comes_back_with_its_answer(bezoeker, kanaleneiland, gesteld):
    velden = bezoeker.open(*PAGINA).velden | {"eigen_1": "Er zijn er drie."}
    assert bezoeker.post(*PAGINA, velden, f"intrekken:{SLEUTEL}").url == bezoeker.adres(*PAGINA)
    blad = bezoeker.open(*PAGINA)
    assert (vragen(bezoeker), f"weer-stellen:{SLEUTEL}" in blad.knoppen) == ([], True)
    assert LABEL not in bezoeker.controle("opgave").zonder_opmaak
    bezoeker.post(*PAGINA, blad.velden, f"weer-stellen:{SLEUTEL}")
    assert bezoeker.open(*PAGINA).velden["eigen_1"] == ["Er zijn er drie."]
    assert antwoorden(kanaleneiland) == {SLEUTEL: (1, "Er zijn er drie.", "")}


def test_number_of_a_withdrawn_question_is_not_used_again(bezoeker, gesteld):
    bezoeker.post(*PAGINA, {}, f"intrekken:{SLEUTEL}")
    bezoeker.post(*PAGINA, {"eigen-label": "En de school?"}, "vraag")
    assert vragen(bezoeker) == ["eigen_2"]


def test_answer_to_a_question_that_was_withdrawn_meanwhile_is_saved(bezoeker, als, fatma, kanaleneiland, gesteld):
    velden = bezoeker.open(*PAGINA).velden | {"eigen_1": "Er zijn er drie."}
    als(fatma).post(*PAGINA, {}, f"intrekken:{SLEUTEL}")
    assert bezoeker.post(*PAGINA, velden).status_code == 302
    assert antwoorden(kanaleneiland) == {SLEUTEL: (1, "Er zijn er drie.", "")}


def test_refused_answer_to_a_question_that_was_withdrawn_meanwhile_stays_on_the_page(bezoeker, als, fatma, gesteld):
    velden = bezoeker.open(*PAGINA).velden | {"eigen_1": "x" * 100_001}
    als(fatma).post(*PAGINA, {}, f"intrekken:{SLEUTEL}")
    blad = Formulier(bezoeker.post(*PAGINA, velden).text)
    assert blad.velden["eigen_1"] == ["x" * 100_001]


def test_question_added_beside_an_error_is_added_once(bezoeker, gesteld):
    velden = bezoeker.open(*PAGINA).velden | {"eigen_1": "x" * 100_001, "eigen-label": "En de school?"}
    blad = Formulier(bezoeker.post(*PAGINA, velden, "vraag").text)
    assert (blad.velden["eigen-label"], blad.velden["eigen_2"]) == ([""], [""])
    bezoeker.post(*PAGINA, blad.velden | {"eigen_1": "Kort"})
    assert vragen(bezoeker) == ["eigen_1", "eigen_2"]


@pytest.mark.parametrize("sleutel", ["", "opgave.eigen_2", "opgave.eigen_x", "opgave.vraagstuk"])
def test_withdrawing_what_is_not_there_does_nothing(bezoeker, gesteld, sleutel):
    assert bezoeker.post(*PAGINA, {}, f"intrekken:{sleutel}").status_code == 302
    assert vragen(bezoeker) == ["eigen_1"]
