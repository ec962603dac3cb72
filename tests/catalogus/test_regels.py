"""Every exact rule can be answered by the catalogue; and the resolver refuses what it should."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Catalogus, Deel, Kolom, Optie, Pagina, Vraag
from tests.catalogus.regeltaal import RegelFout, Toets, Verbinding, fouten, maak_gids, ontleed, toetsen
from tests.catalogus.strategieen import RUSTIG

with (Path(__file__).parent / "regels_ja.tsv").open(encoding="utf-8") as bestand:
    REGELS = {rij["id"]: rij["voorwaarde"] for rij in csv.DictReader(bestand, delimiter="\t")}

A, B, C = (Toets("leeg", (naam,)) for naam in ("AAN-01", "AAN-02", "AAN-03"))


# The rules against the real catalogue


def test_there_are_eighty_exact_rules():
    assert len(REGELS) == 80


@pytest.mark.parametrize("regel", REGELS)
def test_rule_can_be_answered_by_the_catalogue(regel):
    assert [f"{regel}: {fout}" for fout in fouten(REGELS[regel], maak_gids(catalogus()))] == []


# The language


@pytest.mark.parametrize(
    ("tekst", "boom"),
    [
        ("leeg(AAN-01)", A),
        ("leeg(AAN-01) EN leeg(AAN-02)", Verbinding("EN", (A, B))),
        ("leeg(AAN-01) OF leeg(AAN-02) EN leeg(AAN-03)", Verbinding("OF", (A, Verbinding("EN", (B, C))))),
        ("(leeg(AAN-01) OF leeg(AAN-02)) EN leeg(AAN-03)", Verbinding("EN", (Verbinding("OF", (A, B)), C))),
        ("NIET leeg(AAN-01) EN leeg(AAN-02)", Verbinding("EN", (Verbinding("NIET", (A,)), B))),
        ("NIET (leeg(AAN-01) OF leeg(AAN-02))", Verbinding("NIET", (Verbinding("OF", (A, B)),))),
        ("gevuld(AAN-01)", Toets("gevuld", ("AAN-01",))),
        ("schaal(AAN-13)>=3", Toets("schaal", ("AAN-13",), ">=", "3")),
        ("aantal(VOR-03d1,VOR-03d2)=4", Toets("aantal", ("VOR-03d1", "VOR-03d2"), "=", "4")),
        ("VOR-01<>VOR-03", Toets("is", ("VOR-01",), "<>", "VOR-03")),
        ("EX-04<28", Toets("is", ("EX-04",), "<", "28")),
        ("EX-17 bevat per indicatie", Toets("is", ("EX-17",), "bevat", "per indicatie")),
        ("WER-10 gekozen", Toets("gekozen", ("WER-10",))),
    ],
)
def test_condition_becomes_a_tree(tekst, boom):
    assert ontleed(tekst) == boom


def test_all_tests_of_a_tree_are_found():
    assert list(toetsen(ontleed("leeg(AAN-01) EN NIET (leeg(AAN-02) OF leeg(AAN-03))"))) == [A, B, C]


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "EN",
        "leeg()",
        "leeg(AAN-01",
        "(leeg(AAN-01)",
        "leeg(AAN-01))",
        "leeg(AAN-01) leeg(AAN-02)",
        "leeg(AAN-01) EN",
        "AAN-01",
        "AAN-01=",
        "AAN-01=(ja)",
        "AAN-01=ja,nee",
        "aantal(AAN-01)",
        "schaal(AAN-01)>=veel",
        "tekst(OPG-08)~preventie",
        "AAN-01 noemt iets",
    ],
)
def test_parser_refuses_what_is_not_the_language(tekst):
    with pytest.raises(RegelFout):
        ontleed(tekst)


@RUSTIG
@given(st.lists(st.sampled_from(["EN", "OF", "NIET", "(", ")", "leeg", "AAN-01", "=", "ja", "3", ","]), max_size=8))
def test_parser_reads_or_refuses_but_never_breaks(woorden):
    try:
        boom = ontleed(" ".join(woorden))
    except RegelFout:
        return
    assert all(toets.ids == ("AAN-01",) * len(toets.ids) for toets in toetsen(boom))


# The resolver, against a catalogue of its own


def vraag(naam, soort, *dekking, **velden):
    return Vraag(sleutel=f"opgave.{naam}", soort=soort, label=naam, bron="eigen voorstel", dekking=dekking, **velden)


def optie(sleutel, *dekking):
    return Optie(sleutel=sleutel, label=sleutel, dekking=dekking)


VRAGEN = (
    vraag("leiding", "wie", "AAN-01", opties=(optie("gemeente"),)),
    vraag("afspraken", "tekst", "AAN-02"),
    vraag("vorm", "keuze", "VOR-01", opties=(optie("overleg", "VOR-03"), optie("team", "VOR-04"))),
    vraag("doelen", "meer", "OPG-08", opties=(optie("veerkracht", "OPG-08a"), optie("samenspel", "OPG-08c"))),
    vraag("wegen", "meer", "OPG-08", opties=(optie("ontmoeting", "OPG-08a1"),)),
    vraag("mandaat", "schaal", "AAN-13", opties=(optie("0"), optie("1"))),
    vraag("uren", "getal", verdieping=True, extra="EX-04"),
    vraag("beraad", "keuze", "WER-06", opties=(optie("ja"), optie("nee"))),
    vraag("specialist", "competentie", "COM-13", "COM-10"),
    vraag(
        "geld",
        "tabel",
        "AAN-14",
        kolommen=(
            Kolom(sleutel="soort", label="Soort", soort="keuze", opties=(optie("per_indicatie"),), dekking=("EX-17",)),
        ),
    ),
)
PAGINA = Pagina(sleutel="opgave.alles", titel="Alles", vraag=VRAGEN)
GIDS = maak_gids(Catalogus((Deel(sleutel="opgave", titel="Opgave", intro="", bron="", pagina=(PAGINA,)),)))


@pytest.mark.parametrize(
    "voorwaarde",
    [
        "leeg(AAN-02) OF gevuld(EX-17)",
        "VOR-01=VOR-03 EN VOR-01<>VOR-04",
        "OPG-08 bevat OPG-08a EN OPG-08 bevat OPG-08a1",
        "AAN-01=gemeente",
        "EX-17 bevat per indicatie",
        "WER-06=nee EN WER-06 gekozen",
        "OPG-08a gekozen EN COM-13 gekozen",
        "COM-10 bevat COM-13",
        "aantal(OPG-08)=2 OF aantal(AAN-14)>1 OF aantal(OPG-08a,OPG-08c)=2",
        "schaal(AAN-13)>=1 OF EX-04<28 OF schaal(COM-13)<=2",
    ],
)
def test_resolver_finds_ids_and_options(voorwaarde):
    assert fouten(voorwaarde, GIDS) == []


@pytest.mark.parametrize(
    ("voorwaarde", "fout"),
    [
        ("leeg(OPG-99)", "OPG-99: geen vraag, optie of kolom dekt dit"),
        ("VOR-01=VOR-99", "VOR-99: geen vraag, optie of kolom dekt dit"),
        ("VOR-01=OPG-08a", "VOR-01: antwoord 'OPG-08a' bestaat hier niet"),
        ("OPG-08a bevat OPG-08c", "OPG-08a: antwoord 'OPG-08c' bestaat hier niet"),
        ("AAN-01=provincie", "AAN-01: antwoord 'provincie' bestaat hier niet"),
        ("EX-17=vast budget", "EX-17: antwoord 'vast budget' bestaat hier niet"),
        ("OPG-08=OPG-08a", "OPG-08: meer antwoorden mogelijk: '=' past niet, wel bevat"),
        ("VOR-01>=VOR-03", "VOR-01: '>=' past niet bij 'VOR-03'"),
        ("schaal(AAN-02)>=3", "AAN-02: geen schaal, getal of competentie"),
        ("AAN-02>=3", "AAN-02: geen schaal, getal of competentie"),
        ("schaal(OPG-08a)>=3", "OPG-08a: geen schaal, getal of competentie"),
        ("schaal(AAN-13)>=9", "AAN-13: stap 9 bestaat niet"),
        ("aantal(AAN-02)>1", "AAN-02: niet te tellen"),
        ("aantal(OPG-08a)=1", "OPG-08a: niet te tellen"),
        ("aantal(OPG-08a,AAN-02)=2", "AAN-02: geen optie"),
        ("AAN-02 gekozen", "AAN-02: geen optie, competentie of ja-vraag"),
        ("leeg(AAN-02", "verwacht ), vond 'het einde'"),
    ],
)
def test_resolver_refuses_with_id_and_reason(voorwaarde, fout):
    assert fouten(voorwaarde, GIDS) == [fout]


def test_resolver_names_every_fault_of_a_rule():
    assert fouten("leeg(OPG-98) EN NIET (schaal(AAN-02)=1 OF leeg(AAN-01))", GIDS) == [
        "OPG-98: geen vraag, optie of kolom dekt dit",
        "AAN-02: geen schaal, getal of competentie",
    ]
