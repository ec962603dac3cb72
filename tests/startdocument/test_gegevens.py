"""What a template asks of a startdocument: what is answered, what is open, how much, and how wide."""

from dataclasses import replace

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.startdocument.gegevens import REGEL, Cel, Item, Kernregel, Kop, Tabel
from bouwstenen.startdocument.items import TWAALF, breedtes_van
from bouwstenen.wizard.voortgang import voortgang
from tests.startdocument.conftest import build
from tests.startdocument.voorbeeldantwoorden import alles, antwoord, wat


def gegeven(*antwoorden):
    return {een.vraag: een for een in antwoorden}


def test_questions_without_any_answer_stand_apart_from_the_others(klein):
    antwoorden = gegeven(
        antwoord("vormgeving.vorm", {"keuze": "integraal"}),
        antwoord("vormgeving.houding", None, toelichting="Volgt na de zomer."),
        antwoord("aansturing.durven", {"nodig": "4"}),
    )
    [_, vormgeving, aansturing, _] = build(klein, antwoorden).hoofdstukken
    [vorm], [kunnen] = vormgeving.groepen, aansturing.groepen
    assert [item.vraag for blok in vorm.beantwoord for item in blok.items] == ["vormgeving.vorm", "vormgeving.houding"]
    assert [item.vraag for item in vorm.open] == [
        f"vormgeving.{naam}" for naam in ("doelen", "focus", "zwaarte", "lijst")
    ]
    assert [[item.vraag for item in blok.items] for blok in kunnen.beantwoord] == [["aansturing.durven"]]
    assert [item.vraag for item in kunnen.open] == ["aansturing.luisteren"]
    assert [item.vraag for item in aansturing.lege_competenties] == ["aansturing.luisteren", "aansturing.durven"]


def test_a_chapter_in_which_nothing_was_said_is_empty(klein):
    document = build(klein, gegeven(antwoord("vormgeving.houding", None, toelichting="Volgt.")))
    assert [hoofdstuk.titel for hoofdstuk in document.leeg] == ["Gebiedsanalyse", "Aansturing", "Afronding"]


def test_an_example_is_told_once_when_all_of_a_chapter_is_one(klein):
    voorbeeld = antwoord("vormgeving.vorm", {"keuze": "integraal"}, herkomst="002, regel 12")
    eigen = antwoord("vormgeving.focus", {"keuzes": ["zorg"]})
    assert [h.is_voorbeeld for h in build(klein, gegeven(voorbeeld)).hoofdstukken] == [False, True, False, False]
    assert not any(h.is_voorbeeld for h in build(klein, gegeven(voorbeeld, eigen)).hoofdstukken)


@pytest.mark.parametrize("antwoorden", [{}, wat(catalogus()), alles(catalogus())], ids=["leeg", "wat", "alles"])
def test_progress_is_that_of_the_task_list(antwoorden):
    document, takenlijst = build(catalogus(), antwoorden), voortgang(catalogus(), antwoorden, {}, {})
    assert [(h.ingevuld, h.totaal) for h in document.hoofdstukken] == [(d.ingevuld, d.totaal) for d in takenlijst]
    assert (document.ingevuld, document.totaal) == (
        sum(d.ingevuld for d in takenlijst),
        sum(d.totaal for d in takenlijst),
    )


def test_the_summary_of_a_bouwsteen_stands_beside_its_chapter(klein):
    assert [(kern.titel, h.titel) for kern, h in build(klein, {}).overzicht] == [
        ("Vormgeving",) * 2,
        ("Aansturing",) * 2,
    ]


def test_a_summary_with_many_long_lines_gets_smaller_letters_and_then_shorter_answers():
    document = build(catalogus(), {})
    lang, kort = Kernregel(naam="Doel", tekst="x" * REGEL), Kernregel(naam="Doel", tekst="Samen")

    def dichtheid(*regels, **namen):
        kernen = tuple(replace(kern, regels=regels) for kern in document.samenvatting)
        return replace(document, samenvatting=kernen, **namen).dichtheid

    gemeten = [dichtheid(*regels) for regels in ([kort] * 3, [kort] * 4, [lang, lang], [lang, lang, kort])]
    assert gemeten == ["", "vol", "vol", "overvol vol"]
    assert dichtheid(*[kort] * 3, wijkteam_naam="Wijkteam" * 25) == "vol"


@pytest.mark.parametrize(
    ("kolommen", "breedtes"),
    [
        ([], []),
        ([["Wat"]], [12]),
        ([["Jaar", "2013"], ["Toelichting", "Een zin met veel woorden die lang is" * 3]], [3, 9]),
        ([["Een", "a"], ["Twee", "a"], ["Drie", "a"]], [4, 4, 4]),
        ([["x" * 300]] * 5, [3, 3, 2, 2, 2]),
        ([["Samenwerkingsverband"], ["Ja"]], [9, 3]),
    ],
)
def test_columns_are_as_wide_as_their_words_and_texts_ask(kolommen, breedtes):
    assert breedtes_van(kolommen) == breedtes
    assert sum(breedtes) in (0, TWAALF)


def test_only_rows_and_choices_that_are_short_are_kept_together():
    kop = Kop(label="Wat", soort="tekst")

    def tabel(tekst, rijen=1):
        return Tabel(koppen=(kop,), rijen=((Cel(kop=kop, tekst=tekst),),) * rijen)

    assert [(een.is_kort, een.is_lang) for een in (tabel("a"), tabel("a", 5), tabel("a" * 121))] == [
        (True, False), (False, False), (True, True)
    ]  # fmt: skip
    item = Item(vraag="v", soort="meer", titel="Wat?", status="ingevuld")
    assert [replace(item, keuzes=(keuze,)).is_kort for keuze in ("a", "a" * 601)] == [True, False]
