"""Hypothesis strategies: any value that a page can store for a vraag, its empty and open ones included."""

from decimal import Decimal

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from bouwstenen.catalogus.schema import ANDERS, NOG_NIET, Kolom, Optie, Vraag
from bouwstenen.core.tekst import schoon

# The first example of a run builds the character tables; on a busy machine that alone takes over the usual deadline.
RUSTIG = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

TEKSTEN = st.text(min_size=1, max_size=20).map(schoon).filter(str.strip)
REGELS = TEKSTEN.map(lambda tekst: " ".join(tekst.split()))  # a name, "anders, namelijk": one line
VERVALLEN = "vervallen_optie"  # chosen once, and no longer in the catalogue


def getallen(bron: Vraag | Kolom) -> st.SearchStrategy[str]:
    laagste, hoogste = (-10_000 if bron.minimum is None else bron.minimum), bron.maximum or 10_000
    tienden = st.integers(laagste * 10, hoogste * 10)
    return tienden.map(lambda aantal: format((Decimal(aantal) / 10).normalize() + 0, "f"))


def sleutels(opties: tuple[Optie, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from([*(optie.sleutel for optie in opties), VERVALLEN])


def lijsten(opties: tuple[Optie, ...]) -> st.SearchStrategy[list[str]]:
    """In any order, as a rangorde has them."""
    return st.lists(sleutels(opties), min_size=1, unique=True)


def vinkjes(opties: tuple[Optie, ...]) -> st.SearchStrategy[list[str]]:
    """In the order of the catalogue."""
    volgorde = [*(optie.sleutel for optie in opties), VERVALLEN]
    return lijsten(opties).map(lambda gekozen: sorted(gekozen, key=volgorde.index))


def met_anders(opties: tuple[Optie, ...], vast: dict) -> st.SearchStrategy[dict]:
    return st.fixed_dictionaries(vast, optional={ANDERS: REGELS} if ANDERS in {o.sleutel for o in opties} else {})


def wie(opties: tuple[Optie, ...]) -> st.SearchStrategy[dict]:
    return st.fixed_dictionaries({}, optional={"keuze": sleutels(opties), "naam": REGELS}).filter(bool)


def competenties(vraag: Vraag) -> st.SearchStrategy[dict]:
    stappen = st.sampled_from(["1", "2", "3", "4", "5", NOG_NIET])
    return st.fixed_dictionaries({}, optional={schaal.sleutel: stappen for schaal in vraag.schalen}).filter(bool)


CELLEN = {
    "tekst": lambda kolom: TEKSTEN,
    "getal": getallen,
    "keuze": lambda kolom: sleutels(kolom.opties),
    "meer": lambda kolom: vinkjes(kolom.opties),
    "wie": lambda kolom: wie(kolom.opties),
}


def rijen(kolommen: tuple[Kolom, ...]) -> st.SearchStrategy[dict]:
    cellen = {kolom.sleutel: CELLEN[kolom.soort](kolom) for kolom in kolommen}
    rij = st.fixed_dictionaries({"id": st.from_regex(r"r[0-9a-f]{8}", fullmatch=True)}, optional=cellen)
    gevuld = rij.filter(lambda rij: len(rij) > 1)
    return st.fixed_dictionaries({"rijen": st.lists(gevuld, min_size=1, max_size=3, unique_by=lambda rij: rij["id"])})


def keuzes(vraag: Vraag) -> st.SearchStrategy[dict]:
    return met_anders(vraag.opties, {"keuze": sleutels(vraag.stappen) | st.just(NOG_NIET)})


def meerdere(vraag: Vraag) -> st.SearchStrategy[dict]:
    """A text at "anders" only when that is chosen."""
    alle = met_anders(vraag.opties, {"keuzes": vinkjes(vraag.opties)})
    return alle.filter(lambda waarde: ANDERS not in waarde or ANDERS in waarde["keuzes"])


GEVULD = {
    "tekst": lambda vraag: TEKSTEN,
    "getal": getallen,
    "keuze": keuzes,
    "schaal": keuzes,
    "meer": meerdere,
    "wie": lambda vraag: wie(vraag.opties),
    "rangorde": lambda vraag: st.fixed_dictionaries({"volgorde": lijsten(vraag.opties)}),
    "competentie": competenties,
    "tabel": lambda vraag: rijen(vraag.kolommen),
}


def waarde_van(vraag: Vraag) -> st.SearchStrategy:
    """A stored value of this vraag, or None."""
    return st.none() | GEVULD[vraag.soort](vraag)


def waarden_van(vragen: dict[str, Vraag]) -> st.SearchStrategy[dict]:
    """Values by key of some of these vragen, as the answers of one wijkteam."""
    paar = st.sampled_from(list(vragen.values())).flatmap(
        lambda vraag: st.tuples(st.just(vraag.sleutel), waarde_van(vraag))
    )
    return st.lists(paar, max_size=12).map(dict)
