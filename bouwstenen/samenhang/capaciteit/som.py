"""The sum behind "Kan dit ook?": the households for which there are hours, beside those that are expected."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Literal

from bouwstenen.samenhang.capaciteit.getallen import GROOTSTE, TIENDE, gedeeld, lees
from bouwstenen.samenhang.capaciteit.uren import ANDER_WERK, HULP, TEAM, TOTAAL, WEKEN, Uren, uren_van
from bouwstenen.samenhang.gegeven import Gegeven

PER_HUISHOUDEN, PER_VRAAG = "inrichting.uren_per_huishouden", "inrichting.uren_per_vraag"
VERWACHT, AANDEEL = "inrichting.verwachte_huishoudens", "inrichting.aandeel_inwoners"
INWONERS = "gebiedsanalyse.inwoners"
FTE, CASELOAD, GRENS = "inrichting.fte", "inrichting.caseload", "inrichting.caseload_grens"
GETALLEN = (
    *(VERWACHT, AANDEEL, INWONERS, TOTAAL, FTE, HULP, *ANDER_WERK.values()),
    *(PER_HUISHOUDEN, PER_VRAAG, WEKEN, CASELOAD, GRENS),
)
MILJOENSTE = Decimal("1e-6")
Uitkomst = Literal[
    "ruimte_en_verwacht", "alleen_ruimte", "alleen_verwacht", "onbekend", "nul_uren", "nul_weken", "te_groot"
]


@dataclass(frozen=True, kw_only=True)
class Som:
    """The numbers of the check, whole where they count households.

    getallen: what was given, by the key of its vraag. onbruikbaar: the keys of what can't be true. verwacht, ruimte:
    households per year that are expected, and for which there are hours. ontbreekt: the keys of the vragen that the
    sum still needs, the first to fill in in front.
    """

    getallen: Mapping[str, Decimal]
    onbruikbaar: tuple[str, ...]
    uren: Uren
    verwacht: Decimal | None
    ruimte: Decimal | None
    uitkomst: Uitkomst
    ontbreekt: tuple[str, ...]

    @property
    def uit_aandeel(self) -> bool:
        """Whether the expected households come from a share of the inhabitants."""
        return self.verwacht is not None and VERWACHT not in self.getallen

    @property
    def nodig(self) -> Decimal | None:
        """The hours per week for all expected households, rounded up to a tenth."""
        per = self.getallen.get(PER_HUISHOUDEN)
        if self.verwacht is None or not per:
            return None
        uren = gedeeld(self.verwacht * per, self.getallen.get(WEKEN))
        return None if uren is None else uren.quantize(TIENDE, ROUND_CEILING)

    def per_fte(self, huishoudens: Decimal | None) -> Decimal | None:
        return gedeeld(huishoudens, self.getallen.get(FTE))


def som_van(gegeven: Gegeven) -> Som:
    getallen, onbruikbaar = lees(gegeven, GETALLEN)
    uren = uren_van(gegeven, getallen)
    verwacht, ruimte = verwacht_van(getallen), ruimte_van(uren.hulp, getallen)
    return Som(
        getallen=getallen,
        onbruikbaar=onbruikbaar + ((TEAM,) if uren.team.onbruikbaar else ()),
        uren=uren,
        verwacht=verwacht,
        ruimte=ruimte,
        uitkomst=uitkomst_van(getallen, uren.hulp, verwacht, ruimte),
        ontbreekt=tuple(ontbrekend(getallen, uren.hulp)),
    )


def verwacht_van(getallen: Mapping[str, Decimal]) -> Decimal | None:
    """The households per year: as given, else the share per 100 inhabitants, to the nearest whole household."""
    if VERWACHT in getallen:
        return getallen[VERWACHT]
    if AANDEEL not in getallen or INWONERS not in getallen:
        return None
    aantal = getallen[AANDEEL] * getallen[INWONERS] / 100
    return aantal.quantize(Decimal(1), ROUND_HALF_UP) if aantal <= GROOTSTE else None


def ruimte_van(hulp: Decimal | None, getallen: Mapping[str, Decimal]) -> Decimal | None:
    """Hours per week times weeks, over the hours per household; a part of a household is none.

    Rounded first, for hours that were left by a division: 205.999999995 is 206.
    """
    weken = getallen.get(WEKEN)
    if hulp is None or weken is None:
        return None
    aantal = gedeeld(hulp * weken, getallen.get(PER_HUISHOUDEN))
    return None if aantal is None else aantal.quantize(MILJOENSTE).quantize(Decimal(1), ROUND_FLOOR)


def uitkomst_van(
    getallen: Mapping[str, Decimal], hulp: Decimal | None, verwacht: Decimal | None, ruimte: Decimal | None
) -> Uitkomst:
    """Which sentence tells it."""
    weken, per = getallen.get(WEKEN), getallen.get(PER_HUISHOUDEN)
    if per == 0:
        return "nul_uren"
    if weken == 0:
        return "nul_weken"
    geen_ruimte = ruimte is None and None not in (hulp, weken, per)
    geen_aandeel = verwacht is None and {AANDEEL, INWONERS} <= getallen.keys()
    if geen_ruimte or geen_aandeel:
        return "te_groot"
    if ruimte is not None:
        return "alleen_ruimte" if verwacht is None else "ruimte_en_verwacht"
    return "onbekend" if verwacht is None else "alleen_verwacht"


def ontbrekend(getallen: Mapping[str, Decimal], hulp: Decimal | None) -> list[str]:
    """What the sum still needs, also where zero is in the way; where it has a choice, the one to fill in first."""
    nodig = [] if hulp is not None else [HULP]
    nodig += [vraag for vraag in (WEKEN, PER_HUISHOUDEN) if not getallen.get(vraag)]
    if VERWACHT not in getallen:
        nodig += [VERWACHT] if AANDEEL not in getallen else [INWONERS] if INWONERS not in getallen else []
    return nodig
