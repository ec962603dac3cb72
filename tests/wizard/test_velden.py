"""Every soort: what a user sends becomes its value, or a sentence that says what to do; nothing else changes."""

import re
from datetime import UTC, datetime

import pytest
from django.http import QueryDict
from hypothesis import given, settings

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import SOORTEN, Kolom, Optie, Schaaldeel, Vraag
from bouwstenen.voorbeelden.loader import ONTWERPEN, load_ontwerpen
from bouwstenen.wizard.forms import PaginaForm
from bouwstenen.wizard.widgets import WEG
from tests.catalogus.strategieen import RUSTIG, waarde_van
from tests.wizard.formulier import Formulier

OPTIES = (
    Optie(sleutel="rust", label="Rust"),
    Optie(sleutel="ruimte", label="Ruimte"),
    Optie(sleutel="anders", label="Anders"),
)
POLEN = (Optie(sleutel="0", label="Zorgen voor"), Optie(sleutel="10", label="Zorgen dat"))
SCHALEN = (
    Schaaldeel(sleutel="nodig", label="Nodig", polen=("niet", "heel hard")),
    Schaaldeel(sleutel="aanwezig", label="Aanwezig", polen=("niets", "genoeg")),
)
KOLOMMEN = (
    Kolom(sleutel="partij", label="Partij", soort="tekst"),
    Kolom(sleutel="uren", label="Uren", soort="getal", minimum=0, maximum=40),
    Kolom(sleutel="rol", label="Rol", soort="keuze", opties=OPTIES),
    Kolom(sleutel="taken", label="Taken", soort="meer", opties=OPTIES),
    Kolom(sleutel="wie", label="Wie", soort="wie", opties=OPTIES),
)


def vraag(soort, **velden):
    return Vraag(sleutel=f"opgave.{soort}", soort=soort, label=f"Vraag {soort}", bron="", **velden)


VRAGEN = {
    "tekst": vraag("tekst"),
    "getal": vraag("getal", minimum=0, maximum=1500),
    "keuze": vraag("keuze", opties=OPTIES),
    "meer": vraag("meer", opties=OPTIES),
    "wie": vraag("wie", opties=OPTIES[:2]),
    "schaal": vraag("schaal", opties=POLEN, van=0, tot=10),
    "rangorde": vraag("rangorde", opties=OPTIES),
    "competentie": vraag("competentie", schalen=SCHALEN),
    "tabel": vraag("tabel", kolommen=KOLOMMEN),
}


def antwoord(een, waarde):
    return HuidigAntwoord(
        vraag=een.sleutel,
        versie=1,
        waarde=waarde,
        toelichting="",
        auteur_id=1,
        auteur_naam="Anna",
        gegeven_op=datetime(2026, 1, 1, tzinfo=UTC),
    )


def form_met(een, velden, opgeslagen=None):
    data = QueryDict(mutable=True)
    for naam, waarde in {f"{een.naam}-versie": "1", **velden}.items():
        data.setlist(naam, waarde if isinstance(waarde, list) else [waarde])
    return PaginaForm([een], {een.sleutel: antwoord(een, opgeslagen)}, data)


def waarde_bij(een, velden, opgeslagen=None):
    form = form_met(een, velden, opgeslagen)
    assert form.errors == {}
    return form.cleaned_data[een.naam]


def fouten_bij(een, velden, opgeslagen=None):
    return dict(form_met(een, velden, opgeslagen).errors).get(een.naam, [])


NAMEN = {"verwijder": WEG, "wie_naam": "wie-naam"}


def rij(nummer, **cellen):
    naam = f"tabel-r{nummer}"
    return {f"{naam}-{NAMEN.get(kolom, kolom)}": waarde for kolom, waarde in cellen.items()}


GOED = [
    ("tekst", {"tekst": "Een\r\ntwee\x0bdrie\x00\x1f"}, "Een\ntwee\ndrie"),
    ("tekst", {"tekst": "  met wit \n"}, "  met wit \n"),
    ("tekst", {"tekst": "\uf0b7 punt"}, "• punt"),
    ("tekst", {"tekst": "x" * 100_000}, "x" * 100_000),
    ("tekst", {"tekst": "x\r\n" * 50_000}, "x\n" * 50_000),
    ("tekst", {"tekst": " \r\n\t\x00"}, None),
    ("tekst", {}, None),
    ("getal", {"getal": " 1.250,5 "}, "1250.5"),
    ("getal", {"getal": "0"}, "0"),
    ("getal", {"getal": "   "}, None),
    ("keuze", {"keuze": "rust"}, {"keuze": "rust"}),
    ("keuze", {"keuze": "nog_niet"}, {"keuze": "nog_niet"}),
    ("keuze", {"keuze": "anders", "keuze-anders": " Iets \x00anders "}, {"keuze": "anders", "anders": "Iets anders"}),
    ("keuze", {"keuze-anders": "Iets anders"}, {"keuze": "anders", "anders": "Iets anders"}),
    ("keuze", {"keuze": "rust", "keuze-anders": "Bewaar mij"}, {"keuze": "rust", "anders": "Bewaar mij"}),
    ("keuze", {"keuze": "", "keuze-anders": "  "}, None),
    ("schaal", {"schaal": "7"}, {"keuze": "7"}),
    ("schaal", {"schaal": "nog_niet"}, {"keuze": "nog_niet"}),
    ("schaal", {}, None),
    ("meer", {"meer": ["ruimte", "rust", "rust"]}, {"keuzes": ["rust", "ruimte"]}),
    ("meer", {"meer": ["rust"], "meer-anders": "Ook dit"}, {"keuzes": ["rust", "anders"], "anders": "Ook dit"}),
    ("meer", {"meer": ["anders"]}, {"keuzes": ["anders"]}),
    ("meer", {}, None),
    ("wie", {"wie": "rust", "wie-naam": " Jo "}, {"keuze": "rust", "naam": "Jo"}),
    ("wie", {"wie-naam": "Jo"}, {"naam": "Jo"}),
    ("wie", {"wie": "nog_niet"}, {"keuze": "nog_niet"}),
    ("wie", {"wie-naam": " \x00"}, None),
    ("rangorde", {"rangorde-rust": "2", "rangorde-ruimte": "1"}, {"volgorde": ["ruimte", "rust"]}),
    ("rangorde", {"rangorde-rust": "3", "rangorde-anders": "1"}, {"volgorde": ["anders", "rust"]}),
    ("rangorde", {"rangorde-rust": ""}, None),
    ("competentie", {"competentie-nodig": "4"}, {"nodig": "4"}),
    (
        "competentie",
        {"competentie-nodig": "nog_niet", "competentie-aanwezig": "2"},
        {"nodig": "nog_niet", "aanwezig": "2"},
    ),
    ("competentie", {}, None),
    ("tabel", {"tabel-rij": ["r1", "r2"]}, None),
    ("tabel", {"tabel-rij": ["r1"], **rij(1, partij=" \x00\n")}, None),
    (
        "tabel",
        {"tabel-rij": ["r2", "r1", "r3"], **rij(1, partij="Een", uren="1,5"), **rij(2, rol="rust"), **rij(3)},
        {"rijen": [{"id": "r2", "rol": "rust"}, {"id": "r1", "partij": "Een", "uren": "1.5"}]},
    ),
    (
        "tabel",
        {"tabel-rij": ["r1"], **rij(1, taken=["ruimte", "rust"], wie="rust", wie_naam="Jo")},
        {"rijen": [{"id": "r1", "taken": ["rust", "ruimte"], "wie": {"keuze": "rust", "naam": "Jo"}}]},
    ),
    (
        "tabel",
        {
            "tabel-rij": ["r1", "r2"],
            **rij(1, partij="Weg", uren="geen getal", verwijder="on"),
            **rij(2, partij="Blijft"),
        },
        {"rijen": [{"id": "r2", "partij": "Blijft"}]},
    ),
    ("tabel", {"tabel-rij": ["r1", "r1"], **rij(1, partij="Een")}, {"rijen": [{"id": "r1", "partij": "Een"}]}),
]

NIET_IN_DE_LIJST = "Kies een antwoord uit de lijst. Wat u koos, staat er niet in."
PLAATS = "Kies een plaats uit de lijst."
GEEN_GETAL = "Vul een getal in, bijvoorbeeld 28 of 28,5."
TE_LANG_KORT = "Maak deze tekst korter: er staan 2001 tekens, 2000 mag."

FOUT = [
    ("tekst", {"tekst": "x" * 100_001}, ["Maak deze tekst korter: er staan 100.001 tekens, 100.000 mag."]),
    ("getal", {"getal": "veel"}, [GEEN_GETAL]),
    ("getal", {"getal": "9" * 400}, [GEEN_GETAL]),
    ("getal", {"getal": "-1"}, ["Vul een getal in van 0 of meer."]),
    ("getal", {"getal": "1.500,1"}, ["Vul een getal in van 1500 of minder."]),
    ("keuze", {"keuze": "verzonnen"}, [NIET_IN_DE_LIJST]),
    ("keuze", {"keuze": "anders", "keuze-anders": "x" * 2001}, [TE_LANG_KORT]),
    ("schaal", {"schaal": "11"}, [NIET_IN_DE_LIJST]),
    ("meer", {"meer": ["rust", "verzonnen"]}, [NIET_IN_DE_LIJST]),
    ("meer", {"meer-anders": "x" * 2001}, [TE_LANG_KORT]),
    ("wie", {"wie": "verzonnen", "wie-naam": "Jo"}, [NIET_IN_DE_LIJST]),
    ("wie", {"wie-naam": "x" * 2001}, [TE_LANG_KORT]),
    (
        "rangorde",
        {"rangorde-rust": "1", "rangorde-ruimte": "1"},
        ["Geef elke plaats maar één keer. Kies voor elk doel een andere plaats."],
    ),
    ("rangorde", {"rangorde-rust": "4"}, [PLAATS]),
    ("rangorde", {"rangorde-rust": "0"}, [PLAATS]),
    ("rangorde", {"rangorde-rust": "eerst"}, [PLAATS]),
    ("rangorde", {"rangorde-rust": "²"}, [PLAATS]),
    ("rangorde", {"rangorde-rust": "9" * 5000}, [PLAATS]),
    ("rangorde", {"rangorde-verzonnen": "1"}, [NIET_IN_DE_LIJST]),
    ("competentie", {"competentie-nodig": "6"}, [NIET_IN_DE_LIJST]),
    (
        "tabel",
        {"tabel-rij": ["r1", "r2"], **rij(1, uren="41"), **rij(2, partij="x" * 2001, uren="veel", rol="verzonnen")},
        [
            "Rij 1, Uren: Vul een getal in van 40 of minder.",
            f"Rij 2, Partij: {TE_LANG_KORT}",
            f"Rij 2, Uren: {GEEN_GETAL}",
            f"Rij 2, Rol: {NIET_IN_DE_LIJST}",
        ],
    ),
    ("tabel", {"tabel-rij": ["r1"], **rij(1, taken=["verzonnen"])}, [f"Rij 1, Taken: {NIET_IN_DE_LIJST}"]),
    ("tabel", {"tabel-rij": ["r1"], **rij(1, wie="verzonnen")}, [f"Rij 1, Wie: {NIET_IN_DE_LIJST}"]),
    (
        "tabel",
        {"tabel-rij": [f"r{nummer:x}" for nummer in range(501)]},
        ["Deze tabel heeft te veel rijen: 501. Er passen er 500 in."],
    ),
]


@pytest.mark.parametrize(("soort", "velden", "waarde"), GOED)
def test_right_input_becomes_the_value(soort, velden, waarde):
    assert waarde_bij(VRAGEN[soort], velden) == waarde


@pytest.mark.parametrize(("soort", "velden", "meldingen"), FOUT)
def test_wrong_input_gets_a_sentence_that_says_what_to_do(soort, velden, meldingen):
    assert fouten_bij(VRAGEN[soort], velden) == meldingen


@pytest.mark.parametrize("soort", SOORTEN)
def test_every_soort_has_right_and_wrong_input_above(soort):
    assert soort in {een for een, *_ in GOED} & {een for een, *_ in FOUT}


OUD = {
    "keuze": {"keuze": "vervallen_optie"},
    "schaal": {"keuze": "12"},
    "meer": {"keuzes": ["rust", "vervallen_optie"]},
    "wie": {"keuze": "vervallen_optie", "naam": "Jo"},
    "rangorde": {"volgorde": ["anders", "vervallen_optie", "ruimte", "rust"]},
    "tabel": {
        "rijen": [{"id": "r1", "rol": "vervallen_optie", "taken": ["vervallen_optie"], "wie": {"keuze": "oud_wie"}}]
    },
}


def getoond(een, waarde):
    form = PaginaForm([een], {een.sleutel: antwoord(een, waarde)})
    return Formulier(f'<input name="{een.naam}-versie" value="1">{form[een.naam]}')


@pytest.mark.parametrize("soort", OUD)
def test_vervallen_option_is_shown_as_such_and_kept(soort):
    een, waarde = VRAGEN[soort], OUD[soort]
    pagina = getoond(een, waarde)
    assert len(re.findall(r"\(vervallen\)", pagina.zonder_opmaak)) == (3 if soort == "tabel" else 1)
    assert waarde_bij(een, pagina.velden, waarde) == waarde


def test_what_did_not_stand_on_the_page_stays_what_it_was():
    een = VRAGEN["tekst"]
    form = PaginaForm([een], {een.sleutel: antwoord(een, "Eerder")}, QueryDict("tekst=Nieuw"))
    assert (form.errors, form.cleaned_data, form["tekst"].value(), form.ingediend()) == (
        {},
        {"tekst": "Eerder"},
        "Eerder",
        [],
    )


@pytest.mark.parametrize("vals", ["x1", "R1", "r1-weg", "r" + "1" * 13, "", "r1\n", "<b>"])
def test_forged_row_id_never_gets_in(vals):
    velden = {"tabel-rij": [vals, "r2"], f"tabel-{vals}-partij": "Vals", **rij(2, partij="Echt")}
    assert waarde_bij(VRAGEN["tabel"], velden) == {"rijen": [{"id": "r2", "partij": "Echt"}]}


def test_empty_rows_have_new_ids_that_are_read_back():
    pagina = getoond(VRAGEN["tabel"], None)
    ids = pagina.velden["tabel-rij"]
    assert (len(ids), len(set(ids))) == (3, 3)
    velden = pagina.velden | {f"tabel-{ids[1]}-partij": ["Nieuw"]}
    assert waarde_bij(VRAGEN["tabel"], velden) == {"rijen": [{"id": ids[1], "partij": "Nieuw"}]}


VEEL = vraag(
    "tabel",
    kolommen=(
        Kolom(
            sleutel="taken", label="Taken", soort="meer",
            opties=tuple(Optie(sleutel=f"o{nummer}", label="Optie") for nummer in range(6)),
        ),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("gekozen", "verwacht"),
    [([], ("", "Kies")), (["o1", "o5"], ("", "2 gekozen")), (["o1", "vervallen"], (" open", "2 gekozen"))],
)
def test_many_options_in_a_cell_are_folded_away_unless_one_is_wrong(gekozen, verwacht):
    rijen = {"rijen": [{"id": "r1", "taken": gekozen}]}
    html = str(PaginaForm([VEEL], {VEEL.sleutel: antwoord(VEEL, rijen)})["tabel"])
    assert re.findall(r"<details class=\"wt-uitleg\"( open)?><summary[^>]*>([^<]*)", html)[0] == verwacht
    assert "<details" not in str(PaginaForm([VRAGEN["tabel"]], {})["tabel"])


def test_an_error_in_a_cell_leads_to_its_boxes():
    form = form_met(VEEL, {"tabel-rij": ["r1"], "tabel-r1-taken": ["o1", "verzonnen"]})
    [fout] = form.errors.as_data()["tabel"]
    anker = form["tabel"].field.widget.id_bij_fout("id_tabel", fout.error_list[0].code)
    assert f'<fieldset id="{anker}">' in str(form["tabel"])
    assert " open>" in str(form["tabel"])


def test_what_was_typed_wrong_is_shown_again():
    velden = {"tabel-rij": ["r1"], **rij(1, partij="<b>Jo</b>", uren="veel", rol="rust", verwijder="on")}
    form = form_met(VRAGEN["tabel"], velden)
    pagina = Formulier(str(form["tabel"]))
    assert {naam: pagina.velden[naam] for naam in velden if naam != "tabel-rij"} == {
        "tabel-r1-partij": ["<b>Jo</b>"],
        "tabel-r1-uren": ["veel"],
        "tabel-r1-rol": ["rust"],
        "tabel-r1-rij-weg": ["on"],
    }


@pytest.mark.parametrize("soort", SOORTEN)
def test_nothing_typed_is_nothing(soort):
    form = form_met(VRAGEN[soort], getoond(VRAGEN[soort], None).velden)
    assert (form.is_valid(), bool(form[soort].value()), form.cleaned_data[soort]) == (True, False, None)


@pytest.mark.parametrize("een", catalogus().vragen.values(), ids=lambda een: een.sleutel)
def test_page_sent_back_untouched_gives_every_value_back(een):
    @settings(RUSTIG, max_examples=10)
    @given(waarde_van(een))
    def check(waarde):
        assert waarde_bij(een, getoond(een, waarde).velden, waarde) == waarde

    check()


@pytest.mark.parametrize("ontwerp", load_ontwerpen(ONTWERPEN, catalogus()), ids=lambda ontwerp: ontwerp.slug)
def test_voorbeeld_keeps_its_mark_when_its_page_is_sent_back_untouched(ontwerp):
    vragen = catalogus().vragen
    terug = {
        een.vraag: waarde_bij(vragen[een.vraag], getoond(vragen[een.vraag], een.waarde).velden, een.waarde)
        for een in ontwerp.antwoorden
    }
    assert terug == {een.vraag: een.waarde for een in ontwerp.antwoorden}
