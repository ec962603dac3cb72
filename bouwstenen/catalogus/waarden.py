"""What a stored value means: empty, open, filled, and readable. The shapes by soort:

tekst "text" · getal "28.5" · keuze {"keuze": "a", "anders": "text"?} · meer {"keuzes": ["a"], "anders": "text"?}
wie {"keuze": "a"?, "naam": "text"?} · schaal {"keuze": "3"} · rangorde {"volgorde": ["b", "a"]}
competentie {"nodig": "4"?, "aanwezig": "nog_niet"?} · tabel {"rijen": [{"id": "r1", "<kolom>": cell}]}
A cell has the shape of its soort, without the wrapping for keuze ("a") and meer (["a"]). Empty is always None.
"""

from collections.abc import Mapping
from typing import Any

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import ANDERS, NOG_NIET, Kolom, Optie, Vraag

NOG_NIET_LABEL = "Nog niet besloten"
VERVALLEN = "vervallen"
GETYPT = (ANDERS, "naam")  # the parts of a value that a user typed: never an option


def is_leeg(waarde: Any) -> bool:
    """Whether nothing was answered at all."""
    return not waarde


def is_open(waarde: Any) -> bool:
    """Whether the answer is, wholly or in part, "Nog niet besloten"."""
    if not isinstance(waarde, dict):
        return False
    return any(deel == NOG_NIET for naam, deel in waarde.items() if naam not in GETYPT)


def is_ingevuld(vraag: Vraag, waarde: Any) -> bool:
    """Whether the question needs no more attention: answered, decided, and with both halves of a competentie."""
    if is_leeg(waarde) or is_open(waarde):
        return False
    return vraag.soort != "competentie" or len(waarde) == len(vraag.schalen)


def label_van(opties: tuple[Optie, ...], sleutel: str, anders: str = "") -> str:
    """The words of an option; an option that no longer exists is shown by its key, marked."""
    if sleutel == NOG_NIET:
        return NOG_NIET_LABEL
    if sleutel == ANDERS and anders:
        return anders
    optie = next((optie for optie in opties if optie.sleutel == sleutel), None)
    return optie.label if optie else f"{sleutel} ({VERVALLEN})"


def getal_tekst(waarde: str, eenheid: str = "") -> str:
    """A decimal string as Dutch readers write it: "12500.5" with "uur" → "12.500,5 uur".

    Four digits stay together, so that a year reads as a year.
    """
    geheel, _, breuk = waarde.partition(".")
    teken, cijfers = ("-", geheel[1:]) if geheel.startswith("-") else ("", geheel)
    if len(cijfers) > 4:
        cijfers = f"{int(cijfers):,}".replace(",", ".")
    return " ".join(deel for deel in (teken + cijfers + ("," + breuk if breuk else ""), eenheid) if deel)


def wie_tekst(opties: tuple[Optie, ...], waarde: dict[str, str]) -> str:
    """ "Gemeente: afdeling Wijken", or only one of the two."""
    wie = label_van(opties, waarde["keuze"], "") if waarde.get("keuze") else ""
    return ": ".join(deel for deel in (wie, waarde.get("naam", "")) if deel)


def cel_tekst(kolom: Kolom, cel: Any) -> str:
    """One cell of a tabel as text; "" when empty."""
    if is_leeg(cel):
        return ""
    if kolom.soort == "getal":
        return getal_tekst(cel, kolom.eenheid)
    if kolom.soort == "keuze":
        return label_van(kolom.opties, cel)
    if kolom.soort == "meer":
        return ", ".join(label_van(kolom.opties, sleutel) for sleutel in cel)
    return wie_tekst(kolom.opties, cel) if kolom.soort == "wie" else str(cel)


def regels(vraag: Vraag, waarde: Any) -> list[str]:
    """The answer as readable lines, one per chosen option, row or half; [] when empty."""
    if is_leeg(waarde):
        return []
    return _REGELS[vraag.soort](vraag, waarde)


def leesbaar(vraag: Vraag, waarde: Any) -> str:
    """The answer as plain text, lines separated by newlines; "" when empty."""
    return "\n".join(regels(vraag, waarde))


def _een(vraag: Vraag, waarde: Any) -> list[str]:
    return [label_van(vraag.stappen, waarde["keuze"], waarde.get("anders", ""))]


def _schaal(vraag: Vraag, waarde: Any) -> list[str]:
    sleutel = waarde["keuze"]
    if not vraag.tot or sleutel == NOG_NIET:
        return [label_van(vraag.stappen, sleutel)]
    polen = " tot ".join(f"{pool.sleutel} ({pool.label})" for pool in vraag.opties)
    return [f"{sleutel} op een schaal van {polen}"]


def _meer(vraag: Vraag, waarde: Any) -> list[str]:
    return [label_van(vraag.opties, sleutel, waarde.get("anders", "")) for sleutel in waarde["keuzes"]]


def _rangorde(vraag: Vraag, waarde: Any) -> list[str]:
    return [f"{nummer}. {label_van(vraag.opties, sleutel)}" for nummer, sleutel in enumerate(waarde["volgorde"], 1)]


def _competentie(vraag: Vraag, waarde: Any) -> list[str]:
    woorden = {NOG_NIET: NOG_NIET_LABEL}
    return [
        f"{schaal.label} {woorden.get(waarde[schaal.sleutel], waarde[schaal.sleutel] + ' van 5')}"
        for schaal in vraag.schalen
        if schaal.sleutel in waarde
    ]


def _tabel(vraag: Vraag, waarde: Any) -> list[str]:
    return [
        "; ".join(
            f"{kolom.label}: {cel_tekst(kolom, rij[kolom.sleutel])}"
            for kolom in vraag.kolommen
            if rij.get(kolom.sleutel)
        )
        for rij in waarde["rijen"]
    ]


_REGELS = {
    "tekst": lambda vraag, waarde: [waarde],
    "getal": lambda vraag, waarde: [getal_tekst(waarde, vraag.eenheid)],
    "keuze": _een,
    "schaal": _schaal,
    "meer": _meer,
    "wie": lambda vraag, waarde: [wie_tekst(vraag.opties, waarde)],
    "rangorde": _rangorde,
    "competentie": _competentie,
    "tabel": _tabel,
}


NAAM_TEAM = "gebiedsanalyse.naam_team"
LANGSTE_SOORT = 60  # a typed kind of name that is longer is an explanation: no name to put in a heading


def soort_team(waarden: Mapping[str, Any]) -> str:
    """The kind of name the wijkteam chose (GEB-07): "Buurtteam", "Dorpsteam"; "Wijkteam" when it chose none."""
    gegeven = waarden.get(NAAM_TEAM) or {}
    optie = catalogus().vragen[NAAM_TEAM].optie(gegeven.get("keuze", ""))
    woord = gegeven.get(ANDERS, "") if optie and optie.sleutel == ANDERS else optie.label if optie else ""
    naam = " ".join(woord.split())
    return naam[:1].upper() + naam[1:] if 0 < len(naam) <= LANGSTE_SOORT else "Wijkteam"


def teamnaam(naam: str, waarden: Mapping[str, Any]) -> str:
    """The name of a wijkteam with its kind: "Buurtteam Kanaleneiland"; a name that says it is a team stays as it is."""
    soort = soort_team(waarden)
    klein = naam.lower()
    zegt_het_al = soort.lower() in klein or any(woord.endswith("team") for woord in klein.split())
    return naam if zegt_het_al else f"{soort} {naam}"
