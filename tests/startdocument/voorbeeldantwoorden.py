"""Answers made from the catalogue itself: a value of the right shape for any question."""

from datetime import UTC, datetime
from typing import Any

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.schema import ANDERS, NOG_NIET, Catalogus, Kolom, Vraag

BEGONNEN = datetime(2025, 1, 6, 9, 0, tzinfo=UTC)
GEGEVEN = datetime(2025, 3, 14, 13, 37, tzinfo=UTC)
TEKST = """\
In deze wijk wonen **veel jonge gezinnen** en een groeiende groep ouderen die zelfstandig blijven wonen. Het team kent \
de vindplaatsen: de school, het buurthuis en de huisartsenpraktijk.

Het team spreekt af:

- elke week een vast spreekuur in het buurthuis
- één aanspreekpunt per huishouden
- samen met vrijwilligers optrekken waar dat kan"""

KORT = "Spreekuur in het buurthuis"


def antwoord(vraag: str, waarde: Any, **velden: Any) -> HuidigAntwoord:
    gegevens = {"versie": 1, "toelichting": "", "auteur_id": 1, "auteur_naam": "Anna", "gegeven_op": GEGEVEN} | velden
    return HuidigAntwoord(vraag=vraag, waarde=waarde, **gegevens)


def waarde_voor(vraag: Vraag, tekst: str = TEKST, rijen: int = 3) -> Any:
    """A filled-in value; every text in it is `tekst`."""
    sleutels = [optie.sleutel for optie in vraag.stappen if optie.sleutel != ANDERS]
    kort = KORT if tekst == TEKST else tekst
    waarden: dict[str, Any] = {
        "tekst": tekst,
        "getal": "1250.5",
        "keuze": {"keuze": sleutels[0] if sleutels else ""},
        "schaal": {"keuze": sleutels[-1] if sleutels else ""},
        "meer": {"keuzes": [*sleutels[:2], *([ANDERS] if vraag.met_anders else [])], "anders": kort},
        "rangorde": {"volgorde": sleutels[1::-1]},
        "wie": {**({"keuze": sleutels[0]} if sleutels else {}), "naam": kort},
        "competentie": {"nodig": "4", "aanwezig": "2"},
        "tabel": {"rijen": [rij(vraag, nummer, kort) for nummer in range(rijen)]},
    }
    return waarden[vraag.soort]


def rij(vraag: Vraag, nummer: int, tekst: str) -> dict[str, Any]:
    return {"id": f"r{nummer:08x}"} | {kolom.sleutel: cel(kolom, tekst) for kolom in vraag.kolommen}


def cel(kolom: Kolom, tekst: str) -> Any:
    sleutels = [optie.sleutel for optie in kolom.opties]
    return {
        "tekst": tekst,
        "getal": "28.5",
        "keuze": sleutels[0] if sleutels else "",
        "meer": sleutels[:2],
        "wie": {"naam": tekst},
    }[kolom.soort]


def alles(catalogus: Catalogus, tekst: str = TEKST, rijen: int = 3) -> dict[str, HuidigAntwoord]:
    """Every question answered, with a toelichting where one may be given."""
    return {
        vraag.sleutel: antwoord(
            vraag.sleutel, waarde_voor(vraag, tekst, rijen), toelichting=tekst if vraag.met_toelichting else ""
        )
        for vraag in catalogus.vragen.values()
    }


def wat(catalogus: Catalogus, tekst: str = TEKST) -> dict[str, HuidigAntwoord]:
    """Two of every three questions answered, one of them undecided, from an example."""
    gevuld = {}
    for nummer, vraag in enumerate(catalogus.vragen.values()):
        if nummer % 3 == 0:
            continue
        waarde = waarde_voor(vraag, tekst)
        if vraag.soort in ("keuze", "schaal") and nummer % 2:
            waarde = {"keuze": NOG_NIET}
        herkomst = "002, regel 429–433" if nummer % 5 == 0 else ""
        gevuld[vraag.sleutel] = antwoord(vraag.sleutel, waarde, herkomst=herkomst)
    return gevuld
