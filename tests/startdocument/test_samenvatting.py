"""The page that shows six bouwstenen at a glance."""

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.startdocument.samenvatting import LENGTE, kernregels, kernvragen, kort
from tests.startdocument.conftest import build, vraag
from tests.startdocument.voorbeeldantwoorden import alles

BOUWSTENEN = [deel for deel in catalogus().delen if deel.bouwsteen]


def test_each_bouwsteen_has_two_to_four_questions_that_exist():
    assert list(kernvragen()) == [deel.sleutel for deel in BOUWSTENEN]
    for deel in BOUWSTENEN:
        namen = kernvragen()[deel.sleutel]
        assert 2 <= len(namen) <= 4
        assert set(namen) - {vraag.sleutel for vraag in deel.vragen} == set()


def test_without_answers_the_names_are_there_with_nothing_behind():
    document = build(catalogus(), {})
    assert [kern.nummer for kern in document.samenvatting] == [1, 2, 3, 4, 5, 6]
    assert {regel.tekst for kern in document.samenvatting for regel in kern.regels} == {""}
    assert all(kern.regels for kern in document.samenvatting)


def test_a_question_that_is_not_asked_is_left_out_until_it_has_an_answer():
    deel = catalogus().deel("vormgeving")
    assert "Overleg" not in [regel.naam for regel in kernregels(deel, {}, frozenset())]
    gegeven = {"vormgeving.overlegvorm": alles(catalogus())["vormgeving.overlegvorm"].waarde}
    assert [regel.naam for regel in kernregels(deel, gegeven, frozenset())] == ["Overleg"]


@pytest.mark.parametrize(
    ("tekst", "regel"),
    [
        ("**Vet** begin\n\n- een\n- twee\n1. drie", "Vet begin een twee drie"),
        ("woord " * 40, "woord " * 22 + "woord …"),
        (
            "Een zin van bijna vijftig letters, dat is lang genoeg. " + "woord " * 40,
            "Een zin van bijna vijftig letters, dat is lang genoeg.",
        ),
        ("Te kort. " + "woord " * 40, "Te kort. " + "woord " * 20 + "woord …"),
        ("x" * 200, "x" * (LENGTE - 1) + " …"),
        ("3 wijken, 2 teams", "3 wijken, 2 teams"),
    ],
)
def test_a_text_becomes_one_line(tekst, regel):
    assert kort(vraag("opgave.vraagstuk"), tekst) == regel


def test_a_table_gives_its_first_column(klein):
    lijst = klein.vragen["vormgeving.lijst"]
    assert (
        kort(lijst, {"rijen": [{"id": "r1", "wat": "Spreekuur", "uren": "2"}, {"id": "r2", "wat": "Bezoek"}]})
        == "Spreekuur, Bezoek"
    )
    assert kort(lijst, {"rijen": [{"id": "r1", "uren": "2"}]}) == "Uren: 2"


def test_a_list_that_is_too_long_ends_after_a_whole_part(klein):
    lijst = klein.vragen["vormgeving.lijst"]
    rijen = [{"id": f"r{nummer}", "wat": f"Spreekuur in buurthuis {nummer}"} for nummer in range(9)]
    regel = kort(lijst, {"rijen": rijen})
    assert regel == ", ".join(f"Spreekuur in buurthuis {nummer}" for nummer in range(5)) + " en nog 4"
    assert len(regel) <= LENGTE
    assert kort(lijst, {"rijen": [{"id": "r1", "wat": "woord " * 40}]}) == "woord " * 22 + "woord …"


def test_an_order_keeps_its_numbers(klein):
    assert kort(klein.vragen["vormgeving.doelen"], {"volgorde": ["samen", "hulp"]}) == "1. Samen; 2. Hulp"
