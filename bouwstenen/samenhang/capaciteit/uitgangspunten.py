"""What the capacity check rests on: each answer with its question, given or not."""

from collections.abc import Iterator
from dataclasses import dataclass

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import ANDERS
from bouwstenen.catalogus.waarden import label_van
from bouwstenen.samenhang.capaciteit.getallen import exact
from bouwstenen.samenhang.capaciteit.plek import Plek
from bouwstenen.samenhang.capaciteit.som import (
    AANDEEL,
    CASELOAD,
    FTE,
    GRENS,
    INWONERS,
    PER_HUISHOUDEN,
    VERWACHT,
    Som,
)
from bouwstenen.samenhang.capaciteit.uren import ANDER_WERK, HULP, MEEGETELD, TEAM, TOTAAL, WEKEN
from bouwstenen.samenhang.capaciteit.woorden import aantal, woorden
from bouwstenen.samenhang.capaciteit.zinnen import met_eenheid
from bouwstenen.samenhang.gegeven import Gegeven

DOELEN, GEBIEDEN, DIEPTE = "opgave.doelen", "inrichting.gebieden", "inrichting.intensiteit"


@dataclass(frozen=True)
class Uitgangspunt(Plek):
    """One answer; waarde: readable, perhaps over several lines, "" when it was not given."""

    waarde: str


def ambitie_van(gegeven: Gegeven) -> tuple[Uitgangspunt, ...]:
    """What the team is for, how broad it works and how far it goes."""
    diepte = catalogus().vragen[DIEPTE]
    return (
        Uitgangspunt(DOELEN, "\n".join(f"{nummer}. {doel}" for nummer, doel in enumerate(labels(gegeven, DOELEN), 1))),
        Uitgangspunt(GEBIEDEN, breedte(labels(gegeven, GEBIEDEN))),
        Uitgangspunt(DIEPTE, "".join(label_van(diepte.stappen, stap) for stap in gegeven.gekozen(DIEPTE))),
    )


def labels(gegeven: Gegeven, sleutel: str) -> list[str]:
    """The chosen options in words; what was typed at "anders" instead of that word."""
    waarde = gegeven.waarde(sleutel)
    anders = waarde.get(ANDERS) if isinstance(waarde, dict) else ""
    opties = catalogus().vragen[sleutel].opties
    return [label_van(opties, een, anders if isinstance(anders, str) else "") for een in gegeven.gekozen(sleutel)]


def breedte(gebieden: list[str]) -> str:
    return f"{aantal(len(gebieden), 'gebied', 'gebieden')}: {', '.join(gebieden)}" if gebieden else ""


def uitgangspunten_van(gegeven: Gegeven, som: Som) -> tuple[Uitgangspunt, ...]:
    return tuple(Uitgangspunt(sleutel, waarde_van(gegeven, som, sleutel)) for sleutel in te_tonen(gegeven, som))


def te_tonen(gegeven: Gegeven, som: Som) -> Iterator[str]:
    """The keys of all numbers in the check, page by page; without those that another one makes idle."""
    aandeel = VERWACHT not in som.getallen
    yield from (VERWACHT, *([AANDEEL] * aandeel), HULP, ANDER_WERK["preventie"], CASELOAD)
    yield from (PER_HUISHOUDEN, WEKEN, GRENS)
    yield from (TOTAAL, FTE, ANDER_WERK["overleg"])
    if som.uren.ander["overleg"] is not None or gegeven.gevuld(MEEGETELD):
        yield MEEGETELD
    yield from (ANDER_WERK["opbouwwerk"], TEAM, ANDER_WERK["scholing"], *([INWONERS] * aandeel))


def waarde_van(gegeven: Gegeven, som: Som, sleutel: str) -> str:
    if sleutel in som.onbruikbaar:
        return woorden("woord")["klopt_niet"]
    if sleutel in som.getallen:
        return met_eenheid(som, sleutel)
    if sleutel == TEAM:
        return tabel(som)
    return ", ".join(labels(gegeven, sleutel)) if sleutel == MEEGETELD else ""


def tabel(som: Som) -> str:
    """The table of the team in a few words."""
    team = som.uren.team
    if not team.rijen:
        return ""
    rijen = aantal(team.rijen, "rij", "rijen")
    zin = woorden("woord")["tabel_zonder_uren" if team.uren is None else "tabel"]
    return zin.format(uren="" if team.uren is None else exact(team.uren), rijen=rijen)
