"""Hypothesis strategies: any value that an answer to a vraag can have, its empty and open ones included."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from bouwstenen.catalogus.schema import ANDERS, NOG_NIET, Kolom, Optie, Vraag

# The first example of a run builds the character tables; on a busy machine that alone takes over the usual deadline.
RUSTIG = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

TEKSTEN = st.text(min_size=1, max_size=20)
GETALLEN = st.decimals(-10_000, 10_000, places=1).map(str)
VERVALLEN = "vervallen_optie"  # chosen once, and no longer in the catalogue


def sleutels(opties: tuple[Optie, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from([*(optie.sleutel for optie in opties), VERVALLEN])


def lijsten(opties: tuple[Optie, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(sleutels(opties), min_size=1, unique=True)


def met_anders(opties: tuple[Optie, ...], vast: dict) -> st.SearchStrategy[dict]:
    return st.fixed_dictionaries(vast, optional={ANDERS: TEKSTEN} if ANDERS in {o.sleutel for o in opties} else {})


def wie(opties: tuple[Optie, ...]) -> st.SearchStrategy[dict]:
    return st.fixed_dictionaries({}, optional={"keuze": sleutels(opties), "naam": TEKSTEN}).filter(bool)


def competenties(vraag: Vraag) -> st.SearchStrategy[dict]:
    stappen = st.sampled_from(["1", "2", "3", "4", "5", NOG_NIET])
    return st.fixed_dictionaries({}, optional={schaal.sleutel: stappen for schaal in vraag.schalen}).filter(bool)


CELLEN = {
    "tekst": lambda kolom: TEKSTEN,
    "getal": lambda kolom: GETALLEN,
    "keuze": lambda kolom: sleutels(kolom.opties),
    "meer": lambda kolom: lijsten(kolom.opties),
    "wie": lambda kolom: wie(kolom.opties),
}


def rijen(kolommen: tuple[Kolom, ...]) -> st.SearchStrategy[dict]:
    cellen = {kolom.sleutel: CELLEN[kolom.soort](kolom) for kolom in kolommen}
    rij = st.fixed_dictionaries({"id": st.from_regex(r"r[0-9a-f]{8}", fullmatch=True)}, optional=cellen)
    return st.fixed_dictionaries({"rijen": st.lists(rij.filter(lambda rij: len(rij) > 1), min_size=1, max_size=3)})


def keuzes(vraag: Vraag) -> st.SearchStrategy[dict]:
    return met_anders(vraag.opties, {"keuze": sleutels(vraag.stappen) | st.just(NOG_NIET)})


GEVULD = {
    "tekst": lambda vraag: TEKSTEN,
    "getal": lambda vraag: GETALLEN,
    "keuze": keuzes,
    "schaal": keuzes,
    "meer": lambda vraag: met_anders(vraag.opties, {"keuzes": lijsten(vraag.opties)}),
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
