"""The language of the rules: parses a condition, and finds each id and option of it in the catalogue."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass

from bouwstenen.catalogus.schema import Catalogus, Kolom, Optie, Vraag

ID = re.compile(r"[A-Z]{2,4}-\d+[a-z0-9]*")
WOORD = re.compile(rf"\s*({ID.pattern}|<>|>=|<=|[=<>(),]|\w+)\s*")
TEKENS = ("=", "<>", ">=", "<=", ">", "<")
FUNCTIES = ("leeg", "gevuld", "aantal", "schaal")
TELBAAR = ("meer", "rangorde", "tabel")
GETALLEN = ("schaal", "getal", "competentie")


class RegelFout(ValueError):
    """A condition that can't be parsed, or that the catalogue can't answer; says which id and why."""


# Parsing --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Toets:
    """One test, such as aantal(INR-03)>=6; functie "is" compares the answer itself."""

    functie: str
    ids: tuple[str, ...]
    teken: str = ""
    waarde: str = ""


@dataclass(frozen=True)
class Verbinding:
    """EN or OF between parts, or NIET before one."""

    woord: str
    delen: tuple["Boom", ...]


Boom = Toets | Verbinding


class Woorden(deque[str]):
    """What is still to be read of a condition; raises RegelFout where it does not fit."""

    @classmethod
    def van(cls, tekst: str) -> "Woorden":
        woorden, plaats = cls(), 0
        while plaats < len(tekst):
            gevonden = WOORD.match(tekst, plaats)
            if not gevonden:
                raise RegelFout(f"onleesbaar vanaf '{tekst[plaats:]}'")
            woorden.append(gevonden[1])
            plaats = gevonden.end()
        return woorden

    def neem(self, *mogelijk: str) -> str:
        """The next word when it is one of these, otherwise ""."""
        return self.popleft() if self and self[0] in mogelijk else ""

    def eis(self, *mogelijk: str) -> str:
        if not (woord := self.neem(*mogelijk)):
            raise RegelFout(f"verwacht {' of '.join(mogelijk)}, vond '{self[0] if self else 'het einde'}'")
        return woord

    def id(self) -> str:
        if not self or not ID.fullmatch(self[0]):
            raise RegelFout(f"verwacht een id, vond '{self[0] if self else 'het einde'}'")
        return self.popleft()

    def waarde(self) -> str:
        """A number, an id, or an answer of one or more words ("per indicatie")."""
        delen = []
        while self and self[0] not in ("EN", "OF", ")"):
            delen.append(self.popleft())
        if not delen or not all(re.fullmatch(rf"{ID.pattern}|\w+", deel) for deel in delen):
            raise RegelFout(f"verwacht een antwoord, vond '{' '.join(delen)}'")
        return " ".join(delen)


def ontleed(tekst: str) -> Boom:
    """The tree of a condition; NIET binds tighter than EN, EN tighter than OF. Raises RegelFout."""
    woorden = Woorden.van(tekst)
    boom = lees_of(woorden)
    if woorden:
        raise RegelFout(f"te veel: '{' '.join(woorden)}'")
    return boom


def lees_of(woorden: Woorden) -> Boom:
    delen = [lees_en(woorden)]
    while woorden.neem("OF"):
        delen.append(lees_en(woorden))
    return delen[0] if len(delen) == 1 else Verbinding("OF", tuple(delen))


def lees_en(woorden: Woorden) -> Boom:
    delen = [lees_deel(woorden)]
    while woorden.neem("EN"):
        delen.append(lees_deel(woorden))
    return delen[0] if len(delen) == 1 else Verbinding("EN", tuple(delen))


def lees_deel(woorden: Woorden) -> Boom:
    if woorden.neem("NIET"):
        return Verbinding("NIET", (lees_deel(woorden),))
    if woorden.neem("("):
        boom = lees_of(woorden)
        woorden.eis(")")
        return boom
    if functie := woorden.neem(*FUNCTIES):
        return lees_functie(functie, woorden)
    naam = woorden.id()
    if woorden.neem("gekozen"):
        return Toets("gekozen", (naam,))
    return Toets("is", (naam,), woorden.eis("bevat", *TEKENS), woorden.waarde())


def lees_functie(functie: str, woorden: Woorden) -> Toets:
    woorden.eis("(")
    ids = [woorden.id()]
    while woorden.neem(","):
        ids.append(woorden.id())
    woorden.eis(")")
    if functie in ("leeg", "gevuld"):
        return Toets(functie, tuple(ids))
    toets = Toets(functie, tuple(ids), woorden.eis(*TEKENS), woorden.waarde())
    if not toets.waarde.isdecimal():
        raise RegelFout(f"verwacht een getal, vond '{toets.waarde}'")
    return toets


def toetsen(boom: Boom) -> Iterator[Toets]:
    """All tests of a tree, from left to right."""
    if isinstance(boom, Toets):
        yield boom
    else:
        for deel in boom.delen:
            yield from toetsen(deel)


# Resolving ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Plek:
    """Where an id is covered: by a vraag, by a kolom of it, or by an optie of either."""

    vraag: Vraag
    kolom: Kolom | None = None
    optie: Optie | None = None

    @property
    def soort(self) -> str:
        return self.kolom.soort if self.kolom else self.vraag.soort

    @property
    def opties(self) -> tuple[Optie, ...]:
        return self.kolom.opties if self.kolom else self.vraag.stappen

    def omvat(self, ander: "Plek") -> bool:
        """Whether the other place is an answer that can be given here."""
        hier = self.vraag is ander.vraag and self.kolom in (None, ander.kolom)
        return not self.optie and hier and (ander.optie is not None or ander.soort == "competentie")


Gids = dict[str, list[Plek]]


def maak_gids(catalogus: Catalogus) -> Gids:
    """All places by the id that they cover."""
    gids: Gids = defaultdict(list)
    for plek in alle_plekken(catalogus):
        element = plek.optie or plek.kolom or plek.vraag
        extra = (element.extra,) if isinstance(element, Vraag) and element.extra else ()
        for naam in (*element.dekking, *extra):
            gids[naam].append(plek)
    return gids


def alle_plekken(catalogus: Catalogus) -> Iterator[Plek]:
    for vraag in catalogus.vragen.values():
        yield Plek(vraag)
        yield from (Plek(vraag, optie=optie) for optie in vraag.opties)
        for kolom in vraag.kolommen:
            yield Plek(vraag, kolom)
            yield from (Plek(vraag, kolom, optie) for optie in kolom.opties)


def fouten(voorwaarde: str, gids: Gids) -> list[str]:
    """Why the catalogue can't answer a condition; [] when it can."""
    try:
        boom = ontleed(voorwaarde)
    except RegelFout as fout:
        return [str(fout)]
    return [fout for toets in toetsen(boom) for fout in toets_fouten(toets, gids)]


def toets_fouten(toets: Toets, gids: Gids) -> list[str]:
    namen = [*toets.ids, *([toets.waarde] if ID.fullmatch(toets.waarde) else [])]
    if onbekend := [f"{naam}: geen vraag, optie of kolom dekt dit" for naam in namen if naam not in gids]:
        return onbekend
    return [f"{naam}: {reden}" for naam in toets.ids if (reden := bezwaar(toets, gids[naam], gids))]


def bezwaar(toets: Toets, plekken: list[Plek], gids: Gids) -> str:
    """Why these places can't answer the test, or ""."""
    if toets.functie in ("leeg", "gevuld"):
        return ""
    if toets.functie == "gekozen":
        return "" if any(is_te_kiezen(plek) for plek in plekken) else "geen optie, competentie of ja-vraag"
    if toets.functie == "aantal":
        return bezwaar_aantal(toets, plekken)
    if toets.functie == "schaal" or toets.waarde.isdecimal():
        return bezwaar_getal(toets, plekken)
    return bezwaar_optie(toets, plekken, gids)


def is_te_kiezen(plek: Plek) -> bool:
    return bool(plek.optie) or plek.soort == "competentie" or "ja" in [optie.sleutel for optie in plek.opties]


def bezwaar_aantal(toets: Toets, plekken: list[Plek]) -> str:
    """One id counts the answers to a vraag; several ids count which of these options are chosen."""
    if len(toets.ids) > 1:
        return "" if any(plek.optie for plek in plekken) else "geen optie"
    return "" if any(not plek.optie and plek.soort in TELBAAR for plek in plekken) else "niet te tellen"


def bezwaar_getal(toets: Toets, plekken: list[Plek]) -> str:
    schalen = [plek for plek in plekken if not plek.optie and plek.soort in GETALLEN]
    if not schalen:
        return "geen schaal, getal of competentie"
    stappen = [optie.sleutel for plek in schalen if plek.soort == "schaal" for optie in plek.opties]
    return f"stap {toets.waarde} bestaat niet" if stappen and toets.waarde not in stappen else ""


def bezwaar_optie(toets: Toets, plekken: list[Plek], gids: Gids) -> str:
    """The answer, an id or a word, can be given at a place; = and <> only where one answer is given."""
    if toets.teken not in ("=", "<>", "bevat"):
        return f"'{toets.teken}' past niet bij '{toets.waarde}'"
    passend = [plek for plek in plekken if antwoord_past(toets.waarde, plek, gids)]
    if not passend:
        return f"antwoord '{toets.waarde}' bestaat hier niet"
    een = any(plek.soort not in TELBAAR for plek in passend)
    return "" if een or toets.teken == "bevat" else f"meer antwoorden mogelijk: '{toets.teken}' past niet, wel bevat"


def antwoord_past(waarde: str, plek: Plek, gids: Gids) -> bool:
    if ID.fullmatch(waarde):
        return any(plek.omvat(ander) for ander in gids[waarde])
    return not plek.optie and waarde.replace(" ", "_") in [optie.sleutel for optie in plek.opties]
