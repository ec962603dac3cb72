"""The language of what a user reads: `u` or neutral, short labels, sources named (options: test_inhoud.py)."""

import re
from pathlib import Path

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Vraag

ROOT = Path(__file__).parents[2]
WOORDEN = re.compile(r"\b(je|jij|jou|jouw|jouwe|jullie|jezelf|jijzelf)\b", re.IGNORECASE)
BRON = re.compile(r"(00[0-4], regel \d+(–\d+)?(, \d+(–\d+)?)*|eigen voorstel)(; |$)")
LANGSTE_LABEL = 110


def teksten():
    """Every file with text for users: the data of bouwstenen/ and all templates."""
    for map_, patronen in (("bouwstenen", ("*.toml", "*.json", "*.tsv")), ("templates", ("*.html", "*.txt"))):
        for patroon in patronen:
            yield from (ROOT / map_).rglob(patroon)


def tutoyeert(tekst):
    """The lines that address the reader with je, jij, jouw or jullie."""
    return [regel.strip() for regel in tekst.splitlines() if WOORDEN.search(regel)]


def is_bron(tekst):
    """Whether a reference names lines of a source ("003, regel 1–2"), our own proposal, or several of these."""
    return bool(tekst) and not BRON.sub("", tekst)


def te_lang(vragen):
    return [vraag.sleutel for vraag in vragen if len(vraag.label) > LANGSTE_LABEL]


def een_vraag(**velden):
    return Vraag(**{"sleutel": "opgave.test", "soort": "keuze", "label": "Test", "bron": "eigen voorstel"} | velden)


def test_nothing_addresses_the_reader_with_je():
    gevonden = {bestand.relative_to(ROOT): tutoyeert(bestand.read_text(encoding="utf-8")) for bestand in teksten()}
    assert {bestand: regels for bestand, regels in gevonden.items() if regels} == {}


def test_the_texts_are_looked_at():
    assert {"opgave.toml", "base.html"} - {bestand.name for bestand in teksten()} == set()


@pytest.mark.parametrize("woord", ["je", "Jij", "JOUW", "jullie", "jou", "jezelf"])
def test_je_is_found(woord):
    assert tutoyeert(f"Eerste regel\n  Wat kiest {woord}?") == [f"Wat kiest {woord}?"]


@pytest.mark.parametrize("woord", ["u", "jeugd", "buurtje", "objecten", "jaar"])
def test_other_words_are_left_alone(woord):
    assert tutoyeert(f"Wat is {woord}?") == []


def test_labels_are_short():
    assert te_lang(catalogus().vragen.values()) == []


def test_a_long_label_is_found():
    assert te_lang([een_vraag(label="x" * 110), een_vraag(sleutel="opgave.lang", label="x" * 111)]) == ["opgave.lang"]


def test_every_vraag_names_its_source():
    assert [f"{v.sleutel}: {v.bron}" for v in catalogus().vragen.values() if not is_bron(v.bron)] == []


@pytest.mark.parametrize(
    ("bron", "goed"),
    [
        ("003, regel 6", True),
        ("003, regel 6; 002, regel 312–318, 1164–1171", True),
        ("eigen voorstel; 001, regel 3", True),
        ("", False),
        ("003", False),
        ("005, regel 1", False),
        ("003, regel 1-2", False),
        ("003, regel 6, eigen voorstel", False),
    ],
)
def test_what_a_source_looks_like(bron, goed):
    assert is_bron(bron) is goed


def test_every_source_that_is_named_is_known():
    genoemd = {nummer for vraag in catalogus().vragen.values() for nummer in re.findall(r"(\d{3}), regel", vraag.bron)}
    assert genoemd - {bron.sleutel for bron in catalogus().bronnen} == set()
