"""The questions that a regel names are those that its condition looks at: what changes there may change the signaal."""

from bouwstenen.catalogus.voorwaarden import BEPALEND
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.regels import REGELS
from tests.samenhang.regels import (
    test_aansturing,
    test_afronding,
    test_competenties,
    test_gebiedsanalyse,
    test_inrichting,
    test_opgave,
    test_vormgeving,
    test_werkprincipes,
)

TABELLEN = (
    test_gebiedsanalyse,
    test_opgave,
    test_vormgeving,
    test_inrichting,
    test_werkprincipes,
    test_aansturing,
    test_competenties,
    test_afronding,
)
ALLE_TEKST = {"REG-126"}  # looks at every text that was typed; its cases are in test_opgave
GEVALLEN = [geval for tabel in TABELLEN for geval in tabel.GEVALLEN]


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
    assert {geval.regel for geval in GEVALLEN} == set(REGELS) - ALLE_TEKST


def test_a_regel_names_what_it_looks_at():
    anders = {sleutel: verschil(sleutel) for sleutel in REGELS.keys() - ALLE_TEKST}
    assert {sleutel: paar for sleutel, paar in anders.items() if any(paar)} == {}


def test_what_is_looked_at_is_heard():
    assert gelezen_door("REG-112") == {"opgave.focus", "aansturing.soort_financiering"}
