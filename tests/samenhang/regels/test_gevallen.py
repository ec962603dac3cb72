"""Every regel: what fires it, what just does not, what no answers give; and it names the questions it looks at.

What changes at one of those questions may change the signaal, so an afweging holds their versions.
"""

from dataclasses import replace
from importlib import import_module

import pytest

from bouwstenen.catalogus.voorwaarden import BEPALEND
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels import MODULES, REGELS
from tests.samenhang.regels.gevallen import uitkomst

ALLE_TEKST = {"REG-126"}  # looks at every text that was typed
TABELLEN = [import_module(f"tests.samenhang.regels.test_{module.__name__.rpartition('.')[2]}") for module in MODULES]
GEVALLEN = [geval for tabel in TABELLEN for geval in tabel.GEVALLEN]


@pytest.mark.parametrize("geval", GEVALLEN, ids=str)
def test_fires_and_just_does_not(geval):
    assert uitkomst(geval) == (True, False, geval.leeg)


class Luisteraar(Gegeven):
    """Remembers which questions were looked at."""

    def __init__(self, waarden):
        super().__init__(waarden)
        self.gelezen = set()

    def waarde(self, vraag):
        self.gelezen.add(vraag)
        return super().waarde(vraag)


def gelezen_door(sleutel):
    """All that the condition looks at, in the cases of its table."""
    gevallen = [geval for geval in GEVALLEN if geval.regel == sleutel]
    luisteraars = [Luisteraar(waarden) for een in gevallen for waarden in (een.wel, een.wel | een.anders, {})]
    for luisteraar in luisteraars:
        REGELS[sleutel].conditie(luisteraar)
    return set().union(*(een.gelezen for een in luisteraars))


def verschil(sleutel):
    """Read and not named, named and not read; what decides which questions are shown may be either."""
    gelezen, genoemd = gelezen_door(sleutel), set(REGELS[sleutel].woorden.vragen)
    return gelezen - genoemd - {*BEPALEND}, genoemd - gelezen - {*BEPALEND}


def test_every_regel_has_a_row():
    assert {geval.regel for geval in GEVALLEN} == set(REGELS)


def test_a_regel_names_what_it_looks_at():
    anders = {sleutel: verschil(sleutel) for sleutel in REGELS.keys() - ALLE_TEKST}
    assert {sleutel: paar for sleutel, paar in anders.items() if any(paar)} == {}


def test_what_is_looked_at_is_heard():
    assert gelezen_door("REG-112") == {"opgave.focus", "aansturing.soort_financiering"}


def test_a_question_that_is_not_named_is_seen(monkeypatch):
    regel = REGELS["REG-112"]
    monkeypatch.setitem(REGELS, "REG-112", replace(regel, sleutel="REG-017"))  # the words of another regel
    gelezen, genoemd = gelezen_door("REG-112"), set(REGELS["REG-112"].woorden.vragen)
    assert gelezen - genoemd == {"opgave.focus", "aansturing.soort_financiering"}
