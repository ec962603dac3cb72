"""The chapters about how the answers hang together: tensions, choices, hours, the picture of the team, inzichten."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.samenhang import store as samenhang
from bouwstenen.samenhang.gegevens import HuidigeAfweging
from bouwstenen.samenhang.signaal import Signaal
from bouwstenen.samenhang.stand import build_samenhang
from bouwstenen.startdocument.gegevens import Keuze
from bouwstenen.startdocument.renderer import to_html
from bouwstenen.startdocument.samenhang import Keuzes, build_keuzes
from bouwstenen.startdocument.store import startdocument_van
from tests.startdocument.conftest import build
from tests.startdocument.voorbeeldantwoorden import GEGEVEN, alles, antwoord
from tests.wizard.bezoeker import gegeven

VORM, MANDAAT = "vormgeving.vorm", "aansturing.mandaat_omvang"
SPANNING = Signaal(
    sleutel="REG-001",
    ernst="spanning",
    melding="Dit trekt aan dat.",
    waarom="Want zo is het.",
    bron="003, regel 51–55",
    vragen=(VORM, MANDAAT),
)
PUNT = replace(SPANNING, sleutel="REG-010", ernst="aandachtspunt", melding="Let hierop.")
BESLUIT = HuidigeAfweging(
    regel="REG-001",
    versie=1,
    besluit="bewust",
    melding=SPANNING.melding,
    reden="Wij willen **eerst** oefenen.",
    door="Het college",
    op=date(2025, 3, 3),
    tot=date(2025, 12, 31),
    grond={VORM: 0, MANDAAT: 0},
    auteur_id=1,
    auteur_naam="Anna",
    gegeven_op=GEGEVEN,
)


def stand(*signalen, vandaag=date(2025, 3, 14), antwoorden=None, **afweging):
    afwegingen = {"REG-001": replace(BESLUIT, **afweging)} if afweging is not None else {}
    return build_samenhang(signalen, afwegingen, antwoorden or {}, vandaag=vandaag)


def zonder_besluit(*signalen):
    return build_samenhang(signalen, {}, {}, vandaag=date(2025, 3, 14))


def aantallen(keuzes):
    return tuple(len(getattr(keuzes, lijst)) for lijst in ("spanningen", "opnieuw", "agenda", "bewust"))


@pytest.mark.parametrize(
    ("samenhang", "verwacht", "aandachtspunten"),
    [
        (zonder_besluit(), (0, 0, 0, 0), 0),
        (zonder_besluit(SPANNING, PUNT), (1, 0, 0, 0), 1),
        (zonder_besluit(replace(SPANNING, ernst="ontbreekt")), (0, 0, 0, 0), 0),
        (stand(SPANNING), (0, 0, 0, 1), 0),
        (stand(SPANNING, PUNT, besluit="bespreken"), (0, 0, 1, 0), 1),
        (stand(SPANNING, besluit="open"), (1, 0, 0, 0), 0),
        (stand(SPANNING, vandaag=date(2026, 1, 1)), (0, 1, 0, 0), 0),
        (stand(SPANNING, antwoorden={VORM: antwoord(VORM, {"keuze": "integraal"})}), (0, 1, 0, 0), 0),
    ],
)
def test_each_signal_stands_in_one_list(samenhang, verwacht, aandachtspunten):
    keuzes = build_keuzes(catalogus(), samenhang)
    assert (aantallen(keuzes), keuzes.aandachtspunten) == (verwacht, aandachtspunten)
    assert keuzes.is_leeg is not any(verwacht)


def test_a_point_names_chapters_and_sources_in_words():
    [punt] = build_keuzes(catalogus(), zonder_besluit(SPANNING)).spanningen
    assert punt.delen == ("Vormgeving", "Aansturing")
    assert [bron.rpartition("(")[2] for bron in punt.bronnen] == [
        "Wmo-werkplaats Utrecht / Kenniscentrum Sociale Innovatie, 2014)"
    ]


def test_a_choice_to_look_at_again_tells_what_changed():
    antwoorden = {MANDAAT: antwoord(MANDAAT, {"keuze": "4"})}
    [keus] = build_keuzes(catalogus(), stand(SPANNING, antwoorden=antwoorden)).opnieuw
    assert keus.gewijzigd == (catalogus().vragen[MANDAAT].label,)
    assert (keus.reden, keus.door, keus.verlopen) == (BESLUIT.reden, BESLUIT.door, False)


def tekst(document):
    return " ".join(re.sub(r"<[^>]+>", " ", to_html(document)).split())


def test_a_deliberate_choice_is_read_with_its_reason_who_and_until_when():
    leest = tekst(build(catalogus(), {}, samenhang=stand(SPANNING)))
    assert "Bewust zo gekozen Dit trekt aan dat. Want zo is het. Reden Wij willen eerst oefenen." in leest
    assert "Besloten door Het college op 3 maart 2025, geldt tot en met 31 december 2025." in leest


def test_a_reason_that_was_wiped_is_shown_as_such():
    gewist = stand(SPANNING, gewist="[verwijderd op 3 mei 2026: namen]", reden="", door="")
    leest = tekst(build(catalogus(), {}, samenhang=gewist))
    assert "Want zo is het. [verwijderd op 3 mei 2026: namen] Gaat over" in leest


def test_without_signals_the_chapter_says_so():
    assert build(catalogus(), {}).keuzes == Keuzes()
    assert "Er staan nu geen spanningen open" in tekst(build(catalogus(), {}))


@pytest.mark.parametrize(
    ("aantal", "zin"), [(1, "is er 1 aandachtspunt dat niet"), (2, "zijn er 2 aandachtspunten die niet")]
)
def test_points_of_attention_are_only_counted(aantal, zin):
    punten = [replace(PUNT, sleutel=f"REG-{nummer:03d}") for nummer in range(aantal)]
    leest = tekst(build(catalogus(), {}, samenhang=zonder_besluit(*punten)))
    assert zin in leest
    assert PUNT.melding not in leest


def test_the_hours_and_what_was_agreed_have_a_chapter_of_their_own():
    sleutel = "afronding.verwachtingen"
    rijen = {"rijen": [{"id": "r1", "doel": "kwetsbaar", "verwachting": "Iedereen", "bijgesteld": "De helft"}]}
    document = build(catalogus(), {sleutel: antwoord(sleutel, rijen)})
    assert sleutel not in [item.vraag for hoofdstuk in document.hoofdstukken for item in hoofdstuk.items]
    assert [item.vraag for item in document.haalbaar.afspraken.items] == [sleutel]
    assert "De helft" in tekst(document).partition("Verwachtingen per doel")[2]


def test_the_hours_say_what_is_missing_until_they_are_there():
    uren = {
        "inrichting.uren_per_week": "40",
        "inrichting.werkweken": "46",
        "inrichting.uren_per_huishouden": "40",
        "inrichting.verwachte_huishoudens": "120",
    }
    leeg, vol = build(catalogus(), {}), build(catalogus(), {s: antwoord(s, w) for s, w in uren.items()})
    assert (leeg.haalbaar.capaciteit.figuur, leeg.haalbaar.gegeven, leeg.haalbaar.afspraken) == (None, (), None)
    assert "46 huishoudens per jaar; u verwacht er 120" in vol.haalbaar.capaciteit.zin
    assert vol.haalbaar.capaciteit.figuur.svg in to_html(vol)


def test_the_team_is_drawn_on_the_summary_and_in_full_further_on():
    document = build(catalogus(), alles(catalogus()))
    html = to_html(document)
    assert html.index(document.teambeeld.svg) < html.index(document.team.svg)
    assert len(document.teambeeld.svg) < len(document.team.svg)


def test_each_bouwsteen_has_at_most_three_inzichten_with_a_source():
    document = build(catalogus(), {})
    aantal = {hoofdstuk.titel: len(hoofdstuk.inzichten) for hoofdstuk in document.hoofdstukken}
    assert aantal == {deel.titel: 3 if deel.bouwsteen else 0 for deel in catalogus().delen}
    assert all(een.bronnen for hoofdstuk in document.hoofdstukken for een in hoofdstuk.inzichten)


def test_inzichten_begin_with_the_questions_that_have_a_signal():
    document = build(catalogus(), {}, samenhang=zonder_besluit(SPANNING))
    vormgeving = next(een for een in document.hoofdstukken if een.titel == "Vormgeving")
    assert VORM in [vraag.sleutel for vraag, _ in vormgeving.inzichten[0].vragen]


def test_a_download_without_inzichten_has_none(kanaleneiland):
    with enter_scope(kanaleneiland.gemeente):
        met, zonder = (startdocument_van(kanaleneiland, Keuze(zonder_inzichten=keus)) for keus in (False, True))
    assert [len(document.hoofdstukken[1].inzichten) for document in (met, zonder)] == [3, 0]
    assert ["Wat anderen leerden" in to_html(document) for document in (met, zonder)] == [True, False]


def test_a_decision_of_a_wijkteam_is_in_its_document(kanaleneiland, anna):
    gegeven(kanaleneiland, anna, VORM, {"keuze": "samenwerkingsverband"})
    gegeven(kanaleneiland, anna, MANDAAT, {"keuze": "4"})
    with enter_scope(kanaleneiland.gemeente):
        eerst = startdocument_van(kanaleneiland)
        samenhang.save_afweging(
            wijkteam=kanaleneiland,
            ingediend=samenhang.Ingediend(
                regel="REG-001",
                versie=0,
                besluit="bewust",
                melding="",
                op=date(2026, 1, 5),
                grond={VORM: 1, MANDAAT: 1},
                reden="Een proef",
            ),
            door=anna,
        )
        kanaleneiland.refresh_from_db()
        daarna = startdocument_van(kanaleneiland)
    assert (aantallen(eerst.keuzes)[::3], aantallen(daarna.keuzes)[::3]) == ((1, 0), (0, 1))
    assert daarna.keuzes.bewust[0].reden == "Een proef"
    assert daarna.moment > eerst.moment
