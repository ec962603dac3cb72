"""Joins two answers that began with the same version: what only one of them changed is taken, the rest by its kind."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bouwstenen.antwoorden.verschil import ZIN, Budget, Vergelijker, compare
from bouwstenen.catalogus.schema import ANDERS, Vraag

Inhoud = tuple[Any, str]  # a value and its toelichting
Rij = dict[str, Any]


@dataclass(frozen=True)
class SamenRij:
    """One row of a joined tabel; where both changed the same cell, two rows to choose from. None: no such row."""

    sleutel: str
    hun: Rij | None
    mijn: Rij | None

    @property
    def botst(self) -> bool:
        return self.hun != self.mijn


@dataclass(frozen=True)
class Samen:
    """Two answers as one; of a tabel row by row, where `waarde` has no rows that clash."""

    waarde: Any
    toelichting: str
    rijen: tuple[SamenRij, ...] = ()

    @property
    def botsingen(self) -> list[SamenRij]:
        return [rij for rij in self.rijen if rij.botst]


def join_answers(vraag: Vraag, basis: Inhoud, hun: Inhoud, mijn: Inhoud) -> Samen | None:
    """Both answers as one; None when that says no more than one of the two."""
    toelichting = join_texts(basis[1], hun[1], mijn[1])
    if vraag.soort == "tabel":
        rijen = tuple(join_rows(*(rows_by_id(waarde) for waarde, _ in (basis, hun, mijn))))
        gewoon = [rij.mijn for rij in rijen if rij.mijn and not rij.botst]
        samen = Samen({"rijen": gewoon} if gewoon else None, toelichting, rijen)
    elif vraag.soort == "tekst":
        samen = Samen(join_texts(*(waarde or "" for waarde, _ in (basis, hun, mijn))) or None, toelichting)
    else:
        samen = Samen(three_way(basis[0], hun[0], mijn[0], joiner(vraag)), toelichting)
    return samen if samen.botsingen or (samen.waarde, toelichting) not in (hun, mijn) else None


def three_way(basis: Any, hun: Any, mijn: Any, join: Callable[[Any, Any], Any]) -> Any:
    """The one that changed; when both did, and not the same way, what `join` makes of them."""
    if mijn in (basis, hun):
        return hun
    return mijn if hun == basis else join(hun, mijn)


def joiner(vraag: Vraag) -> Callable[[Any, Any], Any]:
    """What becomes of two answers of this kind; where they exclude each other, the one that was typed last."""
    if vraag.soort == "meer":
        return lambda hun, mijn: join_choices(vraag, hun or {}, mijn or {})
    return lambda hun, mijn: mijn


def join_texts(basis: str, hun: str, mijn: str) -> str:
    """What each of them changed; where both changed the same sentences, first theirs and then mine."""
    oud, zij, ik = ([zin for zin in ZIN.split(tekst) if zin] for tekst in (basis, hun, mijn))
    bij_hun, bij_mij = same_places(oud, zij), same_places(oud, ik)
    delen, (i, j, k) = list[str](), (0, 0, 0)
    for plaats in (plaats for plaats in bij_hun if plaats in bij_mij):  # a sentence that nobody changed
        hunne, mijne = bij_hun[plaats], bij_mij[plaats]
        delen += three_way(oud[i:plaats], zij[j:hunne], ik[k:mijne], both)
        delen.append(max(oud[plaats], zij[hunne], ik[mijne], key=len))
        i, j, k = plaats + 1, hunne + 1, mijne + 1
    return "".join(delen + three_way(oud[i:], zij[j:], ik[k:], both))


def same_places(oud: list[str], nieuw: list[str]) -> dict[int, int]:
    """Where the sentences of the old text stand in the new one, whatever blank is behind them."""
    oude, nieuwe = ([zin.strip() or zin for zin in zinnen] for zinnen in (oud, nieuw))
    blokken = Vergelijker(oude, nieuwe, Budget()).get_matching_blocks()
    return {blok.a + stap: blok.b + stap for blok in blokken for stap in range(blok.size)}


def both(hun: list[str], mijn: list[str]) -> list[str]:
    """What is in both once, and of the rest first theirs and then mine."""
    delen: list[str] = []
    for gelijk, a, b in compare(hun, mijn, Budget()):
        if gelijk or a in b or b in a:
            delen += [deel for deel in [max(a, b, key=len)] if deel]
        else:
            rand = "" if a[-1].isspace() else "\n" if delen else "\n\n"
            delen += [a, rand, b]
    return delen


def join_choices(vraag: Vraag, hun: Rij, mijn: Rij) -> Rij:
    """Every option that one of the two chose, in the order of the catalogue."""
    gekozen = [*hun.get("keuzes", ()), *mijn.get("keuzes", ())]
    bekend = [optie.sleutel for optie in vraag.opties]
    anders = list(dict.fromkeys(een[ANDERS] for een in (hun, mijn) if een.get(ANDERS)))
    keuzes = [sleutel for sleutel in dict.fromkeys([*bekend, *gekozen]) if sleutel in gekozen]
    return {"keuzes": keuzes} | ({ANDERS: "; ".join(anders)} if anders else {})


def rows_by_id(waarde: Any) -> dict[str, Rij]:
    return {rij["id"]: rij for rij in (waarde or {}).get("rijen", ())}


def join_rows(basis: Mapping[str, Rij], hun: Mapping[str, Rij], mijn: Mapping[str, Rij]) -> Iterator[SamenRij]:
    """Their rows, then the new ones of mine; a row that one removed and the other left alone is gone."""
    for sleutel in dict.fromkeys([*hun, *mijn]):
        van, zij, ik = basis.get(sleutel), hun.get(sleutel), mijn.get(sleutel)
        rij = three_way(van, zij, ik, lambda zij, ik: CLASH)
        paar = join_cells(van or {}, zij, ik) if rij is CLASH else (rij, rij)
        if paar != (None, None):
            yield SamenRij(sleutel, *paar)


CLASH = object()


def join_cells(basis: Rij, hun: Rij | None, mijn: Rij | None) -> tuple[Rij | None, Rij | None]:
    """A row that both changed, once with their cells first and once with mine; equal when no cell clashes."""
    if hun is None or mijn is None:
        return hun, mijn

    def with_first(keuze: Callable[[Any, Any], Any]) -> Rij | None:
        kolommen = dict.fromkeys([*hun, *mijn])
        rij = {een: three_way(basis.get(een), hun.get(een), mijn.get(een), keuze) for een in kolommen}
        gevuld = {een: cel for een, cel in rij.items() if cel}
        return gevuld if len(gevuld) > 1 else None

    return with_first(lambda zij, ik: zij), with_first(lambda zij, ik: ik)
