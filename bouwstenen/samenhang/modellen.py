"""Compares a wijkteam with the forms, models and prototypes of the sources, feature by feature: never one verdict."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar

from bouwstenen.catalogus.loader import CatalogusFout, build, catalogus, check_keys, convert, read
from bouwstenen.catalogus.schema import GEEN_REDENEN, Redenen, Vraag
from bouwstenen.catalogus.waarden import cel_tekst, regels
from bouwstenen.figuren.team import DOMEINEN
from bouwstenen.samenhang.gegeven import Gegeven
from bouwstenen.samenhang.teamfiguur import domeinen_van

INHOUD = Path(__file__).parent / "inhoud" / "modellen.toml"
GRENS_BREED = "inrichting.grens_gebieden"
Stand = Literal["gelijk", "anders", "open"]
K = TypeVar("K")


@dataclass(frozen=True, kw_only=True)
class Model:
    """A form, model or prototype as its source describes it."""

    sleutel: str
    naam: str
    kort: str
    bron: str


@dataclass(frozen=True, kw_only=True)
class Toets:
    """How one feature of some models is compared: with which answer, and how (a key of HOE).

    hangt_af: the vraag that decides whether this one is asked; when it was answered otherwise, the feature differs.
    eigen_voorstel: that this answer means the same is our idea.
    """

    model: tuple[str, ...]
    vraag: str
    hoe: str
    waarden: tuple[str, ...] = ()
    kolom: str = ""
    hangt_af: str = ""
    eigen_voorstel: bool = False


@dataclass(frozen=True, kw_only=True)
class Kenmerk:
    """A feature: what each model has (by key), and which answers of the wijkteam are shown beside it.

    koppen: words before an answer that says too little by itself. kolom: the only column that is shown of a tabel.
    """

    naam: str
    toon: tuple[str, ...]
    waarden: Redenen
    koppen: Redenen = field(default_factory=lambda: GEEN_REDENEN)
    kolom: str = ""
    toets: tuple[Toets, ...] = ()

    def toets_voor(self, model: str) -> Toets | None:
        return next((toets for toets in self.toets if model in toets.model), None)


@dataclass(frozen=True, kw_only=True)
class Groep:
    """Models of one source, with the features they are compared by."""

    sleutel: str
    titel: str
    intro: str
    bron: str
    model: tuple[Model, ...]
    kenmerk: tuple[Kenmerk, ...]


@dataclass(frozen=True, kw_only=True)
class Verband:
    """Which form and which model of Movisie a prototype is like, in our view."""

    prototype: str
    vorm: str
    movisie: str
    waarom: str
    bron: str


@dataclass(frozen=True)
class Inhoud:
    groep: tuple[Groep, ...] = ()
    verband: tuple[Verband, ...] = ()


@dataclass(frozen=True)
class Vergeleken:
    """One feature of one model beside the answer of the wijkteam."""

    kenmerk: Kenmerk
    toets: Toets
    model_heeft: str
    stand: Stand


@dataclass(frozen=True)
class Vergelijking:
    """A model beside the own team; only the features that can be compared count."""

    model: Model
    kenmerken: tuple[Vergeleken, ...]

    def met(self, stand: Stand) -> list[Vergeleken]:
        return [een for een in self.kenmerken if een.stand == stand]

    @property
    def gelijk(self) -> list[Vergeleken]:
        return self.met("gelijk")

    @property
    def anders(self) -> list[Vergeleken]:
        return self.met("anders")

    @property
    def open(self) -> list[Vergeleken]:
        return self.met("open")


@cache
def modellen() -> Inhoud:
    """Everything in modellen.toml; raises CatalogusFout at the first thing that is wrong."""
    return load_modellen(INHOUD)


def load_modellen(bestand: Path) -> Inhoud:
    """Read a file with groups and their relations; raises CatalogusFout at the first thing that is wrong."""
    tabel = read(bestand)
    for naam in sorted(tabel.keys() - {"groep", "verband"}):
        raise CatalogusFout(f"{bestand.name}: onbekende sleutel '{naam}'")
    groepen = tuple(_groep(een, bestand.name) for een in tabel.get("groep", []))
    return Inhoud(groepen, tuple(build(Verband, een, bestand.name) for een in tabel.get("verband", [])))


def _groep(tabel: dict[str, Any], waar: str) -> Groep:
    waar = f"{waar}, {tabel.get('sleutel', 'groep')}"
    model = tuple(build(Model, een, waar) for een in tabel.get("model", []))
    kenmerk = tuple(_kenmerk(een, waar) for een in tabel.get("kenmerk", []))
    groep = _met_delen(Groep, tabel, waar, model=model, kenmerk=kenmerk)
    for een in kenmerk:
        check_kenmerk(een, {model.sleutel for model in groep.model}, f"{waar}, {een.naam}")
    return groep


def _kenmerk(tabel: dict[str, Any], waar: str) -> Kenmerk:
    waar = f"{waar}, {tabel.get('naam', 'kenmerk')}"
    return _met_delen(Kenmerk, tabel, waar, toets=tuple(build(Toets, een, waar) for een in tabel.get("toets", [])))


def _met_delen(klasse: type[K], tabel: dict[str, Any], waar: str, **delen: tuple[Any, ...]) -> K:
    """As build, for a table that holds tables: these were built already."""
    velden = {veld.name: veld for veld in fields(klasse)}  # type: ignore[arg-type]
    check_keys(tabel, velden, waar)
    plat = {naam: convert(velden[naam], naam, een, waar) for naam, een in tabel.items() if naam not in delen}
    return klasse(**plat, **delen)


def check_kenmerk(kenmerk: Kenmerk, modellen: set[str], plaats: str) -> None:
    """Every model has a value, and each toets names what exists."""
    if kenmerk.waarden.keys() != modellen:
        raise CatalogusFout(f"{plaats}: 'waarden' moet er een hebben voor {', '.join(sorted(modellen))}")
    for vraag in kenmerk.toon:
        check_vraag(vraag, "", plaats)
        check_vraag(vraag, kenmerk.kolom if catalogus().vragen[vraag].kolommen else "", plaats)
    for vraag in sorted((kenmerk.koppen.keys() | {toets.vraag for toets in kenmerk.toets}) - set(kenmerk.toon)):
        raise CatalogusFout(f"{plaats}: vraag '{vraag}' staat niet bij 'toon'")
    for toets in kenmerk.toets:
        check_vraag(toets.vraag, toets.kolom, plaats)
        if toets.hoe not in HOE:
            raise CatalogusFout(f"{plaats}: hoe '{toets.hoe}' bestaat niet")
        for onbekend in sorted(set(toets.model) - modellen):
            raise CatalogusFout(f"{plaats}: model '{onbekend}' bestaat niet")
        for onbekend in sorted(set(toets.waarden) - opties_van(toets)):
            raise CatalogusFout(f"{plaats}: optie '{onbekend}' bestaat niet bij {toets.vraag}")


def check_vraag(sleutel: str, kolom: str, plaats: str) -> None:
    vraag = catalogus().vragen.get(sleutel)
    if vraag is None:
        raise CatalogusFout(f"{plaats}: vraag '{sleutel}' bestaat niet")
    if kolom and kolom not in {een.sleutel for een in vraag.kolommen}:
        raise CatalogusFout(f"{plaats}: kolom '{kolom}' bestaat niet bij {sleutel}")


def opties_van(toets: Toets) -> set[str]:
    """What may be named as equal: options of the vraag or of the column, or domains."""
    vraag = catalogus().vragen[toets.vraag]
    kolommen = (optie for kolom in vraag.kolommen if kolom.sleutel == toets.kolom for optie in kolom.opties)
    return {optie.sleutel for optie in (*vraag.stappen, *kolommen)} | set(DOMEINEN)


# How an answer is compared; None when it can't be, because too little was answered.
Hoe = Callable[[Gegeven, Toets], bool | None]


def _keuzes(oordeel: Callable[[set[str], set[str]], bool]) -> Hoe:
    """Compare the options that were chosen with those of the model."""

    def hoe(gegeven: Gegeven, toets: Toets) -> bool | None:
        gekozen = set(gegeven.gekozen(toets.vraag))
        return oordeel(gekozen, set(toets.waarden)) if gekozen else None

    return hoe


def _cellen(oordeel: Callable[[set[str], set[str]], bool]) -> Hoe:
    """Compare what stands in a column with what the model has."""

    def hoe(gegeven: Gegeven, toets: Toets) -> bool | None:
        gevonden = set(gegeven.cellen(toets.vraag, toets.kolom))
        return oordeel(gevonden, set(toets.waarden)) if gevonden else None

    return hoe


def _eerste(gegeven: Gegeven, toets: Toets) -> bool | None:
    gekozen = gegeven.gekozen(toets.vraag)
    return gekozen[0] in toets.waarden if gekozen else None


def _breed(gegeven: Gegeven, toets: Toets) -> bool | None:
    """Whether as many gebieden were chosen as the gemeente calls broad, or as we propose."""
    aantal, grens = gegeven.aantal(toets.vraag), gegeven.drempel(GRENS_BREED)
    return aantal >= grens if aantal and grens is not None else None


def _domeinen(gegeven: Gegeven, toets: Toets) -> bool | None:
    domeinen = domeinen_van(gegeven.gekozen(toets.vraag))
    return domeinen == toets.waarden if domeinen else None


HOE: dict[str, Hoe] = {
    "bevat": _keuzes(lambda gekozen, model: bool(gekozen & model)),
    "alle": _keuzes(lambda gekozen, model: gekozen >= model),
    "niet_alle": _keuzes(lambda gekozen, model: not gekozen >= model),
    "eerste": _eerste,
    "gevuld": lambda gegeven, toets: gegeven.gevuld(toets.vraag) or None,
    "kolom": _cellen(lambda gevonden, model: bool(gevonden & model)),
    "kolom_alleen": _cellen(lambda gevonden, model: gevonden <= model),
    "verschillend": _cellen(lambda gevonden, model: len(gevonden) > 1),
    "breed": _breed,
    "domeinen": _domeinen,
}


def vergelijk(waarden: Mapping[str, Any], groep: Groep) -> tuple[Vergelijking, ...]:
    """Each model of a group beside the own team, in the order of the group: it is no ranking.

    waarden: values by key of the vraag, shapes as in catalogus.waarden; nothing raises.
    """
    gegeven = Gegeven(waarden)
    return tuple(Vergelijking(model, tuple(_vergeleken(gegeven, groep, model))) for model in groep.model)


def _vergeleken(gegeven: Gegeven, groep: Groep, model: Model) -> Iterator[Vergeleken]:
    for kenmerk in groep.kenmerk:
        toets = kenmerk.toets_voor(model.sleutel)
        if toets:
            yield Vergeleken(kenmerk, toets, kenmerk.waarden[model.sleutel], _stand(gegeven, toets))


def _stand(gegeven: Gegeven, toets: Toets) -> Stand:
    if toets.hangt_af and gegeven.stand(toets.vraag) == "verborgen" and gegeven.gevuld(toets.hangt_af):
        return "anders"
    uitkomst = HOE[toets.hoe](gegeven, toets)
    return "open" if uitkomst is None else "gelijk" if uitkomst else "anders"


def eigen_antwoord(waarden: Mapping[str, Any], kenmerk: Kenmerk) -> tuple[str, ...]:
    """What the wijkteam answered on this feature, as readable lines; () when nothing was, or nothing can be asked."""
    gegeven = Gegeven(waarden)
    vragen = [catalogus().vragen[sleutel] for sleutel in kenmerk.toon if gegeven.gevuld(sleutel)]
    return tuple(
        f"{kenmerk.koppen[vraag.sleutel]}: {regel}" if vraag.sleutel in kenmerk.koppen else regel
        for vraag in vragen
        for regel in _regels(gegeven, vraag, kenmerk.kolom)
    )


def _regels(gegeven: Gegeven, vraag: Vraag, kolom: str) -> Iterator[str]:
    """One line per answer; of a tabel only the given column, each value once."""
    if not kolom or vraag.soort != "tabel":
        yield ", ".join(regels(vraag, gegeven.waarde(vraag.sleutel)))
        return
    [gevraagd] = [een for een in vraag.kolommen if een.sleutel == kolom]
    cellen = (cel_tekst(gevraagd, rij.get(kolom)) for rij in gegeven.rijen(vraag.sleutel))
    if gevonden := ", ".join(dict.fromkeys(filter(None, cellen))):
        yield gevonden
