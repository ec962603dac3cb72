"""What goes into a startdocument and what stays out, without database or template."""

from datetime import timedelta

import pytest

from bouwstenen.catalogus.schema import Vraag
from bouwstenen.startdocument.gegevens import Cel, Kop
from tests.startdocument.conftest import SCHALEN, build
from tests.startdocument.voorbeeldantwoorden import BEGONNEN, GEGEVEN, alles, antwoord

VERBAND = antwoord("vormgeving.vorm", {"keuze": "samenwerkingsverband"})


def items(document):
    return {item.vraag: item for hoofdstuk in document.hoofdstukken for item in hoofdstuk.items}


def item_van(klein, vraag, waarde, **velden):
    return items(build(klein, {vraag: antwoord(vraag, waarde, **velden)}))[vraag]


def test_every_question_and_answer_is_in_it_once_and_in_order(klein):
    document = build(klein, alles(klein))
    assert [item.vraag for hoofdstuk in document.hoofdstukken for item in hoofdstuk.items] == list(klein.vragen)
    assert [(h.titel, h.nummer) for h in document.hoofdstukken] == [
        ("Gebiedsanalyse", None), ("Vormgeving", 1), ("Aansturing", 2), ("Afronding", None)
    ]  # fmt: skip


def test_without_answers_only_what_is_asked_is_shown(klein):
    gevonden = items(build(klein, {}))
    assert set(klein.vragen) - set(gevonden) == {"gebiedsanalyse.extra", "aansturing.overleg", "aansturing.regie"}
    assert {item.status for item in gevonden.values()} == {"leeg"}


def test_a_condition_that_holds_shows_the_question(klein):
    gevonden = items(build(klein, {VERBAND.vraag: VERBAND}))
    assert (gevonden["aansturing.overleg"].stand, gevonden["aansturing.regie"].stand) == ("gevraagd", "gevraagd")


def test_an_answer_to_a_question_that_is_no_longer_asked_stays(klein):
    gegeven = [
        antwoord("vormgeving.vorm", {"keuze": "integraal"}),
        antwoord("aansturing.overleg", "Elke week"),
        antwoord("aansturing.regie", {"keuze": "partner", "naam": "Stichting De Brug"}),
    ]
    document = build(klein, {een.vraag: een for een in gegeven})
    gevonden = items(document)
    assert (gevonden["aansturing.overleg"].stand, gevonden["aansturing.overleg"].tekst) == ("verborgen", "Elke week")
    assert gevonden["aansturing.regie"].stand == "ook_handig"


@pytest.mark.parametrize("vraag", ["gebiedsanalyse.extra", "aansturing.overleg", "vormgeving.vorm"])
def test_an_answer_that_was_wiped_is_shown_as_such(klein, vraag):
    item = item_van(klein, vraag, None, gewist="[verwijderd op 3 mei 2026: namen]")
    assert (item.status, item.gewist) == ("leeg", "[verwijderd op 3 mei 2026: namen]")


def test_a_toelichting_alone_is_an_answer_worth_showing(klein):
    item = item_van(klein, "gebiedsanalyse.extra", None, toelichting="Volgt na de zomer.")
    assert (item.status, item.toelichting) == ("leeg", "Volgt na de zomer.")


@pytest.mark.parametrize(
    ("vraag", "waarde", "keuzes", "niet_gekozen"),
    [
        ("vormgeving.vorm", {"keuze": "integraal"}, ("Integraal",), ("Samenwerkingsverband",)),
        ("vormgeving.vorm", {"keuze": "anders", "anders": "Loket"}, ("Loket",), ("Samenwerkingsverband", "Integraal")),
        ("vormgeving.vorm", {"keuze": "weg"}, ("weg (vervallen)",), ("Samenwerkingsverband", "Integraal")),
        ("vormgeving.vorm", {"keuze": "nog_niet"}, (), ("Samenwerkingsverband", "Integraal")),
        ("vormgeving.focus", {"keuzes": ["zorg", "anders"], "anders": "Werk"}, ("Zorg", "Werk"), ("Toegang",)),
        ("vormgeving.doelen", {"volgorde": ["samen", "hulp"]}, ("Samen", "Hulp"), ("Kracht",)),
        ("vormgeving.zwaarte", {"keuze": "zwaar"}, ("Zwaar",), ("Licht",)),
        ("vormgeving.houding", {"keuze": "nog_niet"}, (), ()),
    ],
)
def test_a_choice_names_what_was_chosen_and_what_was_not(klein, vraag, waarde, keuzes, niet_gekozen):
    item = item_van(klein, vraag, waarde)
    assert (item.keuzes, item.niet_gekozen) == (keuzes, niet_gekozen)
    assert item.status == ("onbeslist" if waarde == {"keuze": "nog_niet"} else "ingevuld")


def test_a_scale_of_numbers_is_a_place_on_it(klein):
    assert item_van(klein, "vormgeving.houding", {"keuze": "3"}).regel == "3 op een schaal van 0 (0) tot 4 (4)"


def test_wie_names_organisation_and_person_and_the_others(klein):
    item = item_van(klein, "aansturing.regie", {"keuze": "partner", "naam": "De Brug"})
    assert (item.regel, item.niet_gekozen) == ("Partner: De Brug", ("Gemeente",))


def test_a_table_has_a_cell_under_each_head(klein):
    tabel = item_van(
        klein, "vormgeving.lijst", {"rijen": [{"id": "r1", "wat": "Spreekuur"}, {"id": "r2", "uren": "28.5"}]}
    ).tabel
    wat, uren = Kop(label="Wat", soort="tekst", breedte=7), Kop(label="Uren", soort="getal", breedte=5)
    assert tabel.koppen == (wat, uren)
    assert tabel.rijen == (
        (Cel(kop=wat, tekst="Spreekuur"), Cel(kop=uren, tekst="–")),
        (Cel(kop=wat, tekst="–"), Cel(kop=uren, tekst="28,5")),
    )


def test_a_column_without_any_answer_is_left_out(klein):
    tabel = item_van(klein, "vormgeving.lijst", {"rijen": [{"id": "r1", "uren": "2"}]}).tabel
    assert [kop.label for kop in tabel.koppen] == ["Uren"]


def test_competenties_that_follow_each_other_are_one_table(klein):
    gegeven = antwoord("aansturing.durven", {"nodig": "4", "aanwezig": "nog_niet"})
    document = build(klein, {gegeven.vraag: gegeven})
    [blok] = document.hoofdstukken[2].groepen[-1].blokken
    assert blok.koppen == tuple(schaal.label for schaal in SCHALEN)
    assert [(item.helften, item.status) for item in blok.items] == [
        ((), "leeg"), (("4 van 5", "Nog niet besloten"), "onbeslist")
    ]  # fmt: skip


def test_half_a_competentie_is_open(klein):
    assert item_van(klein, "aansturing.durven", {"nodig": "4"}).status == "deels"


def test_an_example_is_marked_until_a_user_answers(klein):
    assert item_van(klein, "gebiedsanalyse.gebied", "Zuid", herkomst="002, regel 12").voorbeeld
    assert not item_van(klein, "gebiedsanalyse.gebied", "Zuid").voorbeeld


def test_own_questions_close_their_chapter(klein):
    eigen = Vraag(sleutel="vormgeving.eigen_1", soort="tekst", label="Wie betaalt?", bron="eigen vraag", eigen=True)
    document = build(klein, {}, {"vormgeving": (eigen,)})
    assert document.hoofdstukken[1].groepen[-1].titel == "Eigen vragen"
    assert document.hoofdstukken[1].items[-1].titel == "Wie betaalt?"
    assert eigen.label in [item.titel for item in document.hoofdstukken[1].leeg]


def test_open_are_the_empty_and_the_undecided_but_nothing_hidden(klein):
    gegeven = alles(klein) | {
        "vormgeving.vorm": antwoord("vormgeving.vorm", {"keuze": "nog_niet"}),
        "vormgeving.focus": antwoord("vormgeving.focus", None),
        "aansturing.durven": antwoord("aansturing.durven", {"nodig": "4"}),
    }
    document = build(klein, gegeven)
    assert [(h.titel, [i.vraag for i in h.onbeslist], [i.vraag for i in h.leeg]) for h in document.openstaand] == [
        ("Vormgeving", ["vormgeving.vorm"], ["vormgeving.focus"]),
        ("Aansturing", [], ["aansturing.durven"]),
    ]


def test_the_date_is_the_last_change(klein):
    later = antwoord("afronding.kader", "Samen", gegeven_op=GEGEVEN + timedelta(days=1))
    assert build(klein, {}).moment == BEGONNEN
    assert build(klein, {VERBAND.vraag: VERBAND, later.vraag: later}).moment == GEGEVEN + timedelta(days=1)


def test_names_of_authors_are_not_in_it(klein):
    assert "Anna" not in repr(build(klein, alles(klein)))
