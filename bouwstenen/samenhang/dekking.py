"""Which gebied of the social domain is covered by whom: in the team, elsewhere in the wijk, or by nobody."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bouwstenen.catalogus.loader import catalogus, read
from bouwstenen.catalogus.schema import ANDERS
from bouwstenen.figuren import dekkingsfiguur
from bouwstenen.figuren.dekkingsfiguur import Dekkingsrij
from bouwstenen.figuren.svg import Figuur
from bouwstenen.samenhang.gegeven import Gegeven, Rij, cel_delen

INHOUD = Path(__file__).parent / "inhoud" / "dekking.toml"
GEBIEDEN, LEDEN, DISCIPLINES = "inrichting.gebieden", "competenties.team", "inrichting.disciplines"
JEUGD = "jeugd"  # a gebied that functions may cover, though it is none of the eight


@cache
def inhoud() -> Mapping[str, Any]:
    return read(INHOUD)


def dekking_van(waarden: Mapping[str, Any]) -> tuple[Dekkingsrij, ...]:
    """A row for each of the eight gebieden, and for what else was chosen or is covered.

    waarden: values by key of the vraag, shapes as in catalogus.waarden; nothing raises.
    """
    gegeven = Gegeven(waarden)
    rijen = [_rij(gegeven, optie.sleutel, optie.label) for optie in _opties()]
    if gegeven.bevat(GEBIEDEN, ANDERS):
        rijen.append(Dekkingsrij(naam=_anders(gegeven), gekozen=True))
    jeugd = _wie(gegeven, LEDEN, "functie", "gebieden", JEUGD)
    if jeugd:
        rijen.append(Dekkingsrij(naam=inhoud()["jeugd"], gekozen=None, team=jeugd, uitleg=inhoud()["jeugd_uitleg"]))
    return tuple(rijen)


def velden_van(waarden: Mapping[str, Any]) -> tuple[Dekkingsrij, ...]:
    """The same through the nine prestatievelden; a field without gebieden is covered by nobody that we know of."""
    gegeven = Gegeven(waarden)
    return tuple(_veld(gegeven, een["naam"], een["gebieden"]) for een in inhoud()["veld"])


def dekkingsfiguur_van(waarden: Mapping[str, Any]) -> Figuur:
    """The coverage figure of a wijkteam."""
    rijen, tekst = dekking_van(waarden), inhoud()
    beschrijving = tekst["beschrijving"].format(stand=_stand(rijen))
    return dekkingsfiguur.teken(tekst["titel"], beschrijving, rijen, tekst["noot"])


def veldenfiguur_van(waarden: Mapping[str, Any]) -> Figuur:
    """The same through the nine prestatievelden, with the year that they belong to."""
    tekst = inhoud()
    return dekkingsfiguur.teken(
        tekst["velden_titel"], tekst["velden_beschrijving"], velden_van(waarden), tekst["velden_noot"]
    )


def _opties() -> Iterator[Any]:
    return (optie for optie in catalogus().vragen[GEBIEDEN].opties if optie.sleutel != ANDERS)


def _rij(gegeven: Gegeven, gebied: str, naam: str) -> Dekkingsrij:
    gekozen = gegeven.bevat(GEBIEDEN, gebied) if gegeven.gevuld(GEBIEDEN) else None
    team = _wie(gegeven, LEDEN, "functie", "gebieden", gebied)
    wijk = _wie(gegeven, DISCIPLINES, "discipline", "gebied", gebied)
    return Dekkingsrij(naam=naam, gekozen=gekozen, team=team, wijk=tuple(een for een in wijk if een not in team))


def _wie(gegeven: Gegeven, vraag: str, naam: str, kolom: str, gebied: str) -> tuple[str, ...]:
    """Who covers a gebied by a tabel, each once and in its order; without a name by the words for that."""
    namen = (_naam(rij, naam) for rij in gegeven.rijen(vraag) if gebied in cel_delen(rij.get(kolom)))
    return tuple(dict.fromkeys(namen))


def _naam(rij: Rij, kolom: str) -> str:
    return next(cel_delen(rij.get(kolom)), inhoud()["naamloos"])


def _anders(gegeven: Gegeven) -> str:
    getypt = next(cel_delen(gegeven.waarde(GEBIEDEN).get(ANDERS)), "")
    return inhoud()["anders"].format(naam=getypt) if getypt else inhoud()["anders_leeg"]


def _veld(gegeven: Gegeven, naam: str, gebieden: list[str]) -> Dekkingsrij:
    labels = {optie.sleutel: optie.label for optie in _opties()} | {JEUGD: inhoud()["jeugd"]}
    rijen = [_rij(gegeven, gebied, labels[gebied]) for gebied in gebieden]
    namen = ", ".join(labels[gebied].lower() for gebied in gebieden)
    return Dekkingsrij(
        naam=naam,
        gekozen=any(rij.gekozen for rij in rijen) if gegeven.gevuld(GEBIEDEN) else None,
        team=tuple(dict.fromkeys(wie for rij in rijen for wie in rij.team)),
        wijk=tuple(dict.fromkeys(wie for rij in rijen for wie in rij.wijk)),
        uitleg=inhoud()["veld_uitleg"].format(gebieden=namen) if namen else inhoud()["veld_geen"],
    )


def _stand(rijen: tuple[Dekkingsrij, ...]) -> str:
    gekozen = [rij for rij in rijen if rij.gekozen]
    team, open_ = sum(bool(rij.team) for rij in gekozen), sum(rij.open for rij in gekozen)
    stand: str = inhoud()["stand" if gekozen else "stand_leeg"]
    return stand.format(gekozen=len(gekozen), team=team, open=open_)
