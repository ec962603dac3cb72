"""From the answers to the picture of the own team, which figuren draws."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from bouwstenen.catalogus.loader import catalogus, read
from bouwstenen.catalogus.schema import ANDERS
from bouwstenen.catalogus.waarden import getal_tekst
from bouwstenen.figuren.team import BURGER, HUISARTS, INFORMEEL, Bereik, Domein, Pijl, Team, Teamdiagram, Uitleg, Vorm
from bouwstenen.samenhang.gegeven import Gegeven

INHOUD = Path(__file__).parent / "inhoud" / "teamfiguur.toml"
BRON = "002, regel 1828–1857"
VORM, GEBIEDEN, INTENSITEIT = "vormgeving.vorm", "inrichting.gebieden", "inrichting.intensiteit"
EEN_OF_MEER, FOCUS, AANTAL = "inrichting.een_of_meer_teams", "inrichting.welke_focus", "aansturing.aantal_teams"
DUUR, DOELEN, OPBOUWWERK = "inrichting.duur", "opgave.doelen", "inrichting.uren_opbouwwerk"
CONTACT, BAND, WERKGEVER = "inrichting.huisarts", "aansturing.band_moederorganisatie", "aansturing.werkgever"
SAMEN, LEDEN = "aansturing.teams_werken_samen", "competenties.team"
IN_DIENST_ELDERS = ("moederorganisatie", "detachering")
HOOGSTENS = 5  # lines to moederorganisaties that are drawn; the table names them all


@cache
def inhoud() -> Mapping[str, Any]:
    """The words, and which gebied and focus belong to which domain."""
    return read(INHOUD)


def woord(sleutel: str, **invulling: Any) -> str:
    tekst: str = inhoud()["woorden"][sleutel]
    return tekst.format(**invulling)


def teamdiagram_van(waarden: Mapping[str, Any], naam: str) -> Teamdiagram:
    """The diagram of a wijkteam; what was not answered is not drawn, and named in its noot.

    waarden: values by key of the vraag, shapes as in catalogus.waarden; nothing raises.
    naam: the team as readers know it.
    """
    gegeven = Gegeven(waarden)
    domeinen = tuple(_domeinen(gegeven))
    teams = tuple(_teams(gegeven, naam, [domein.id for domein in domeinen if domein.gekozen and domein.tekst]))
    return Teamdiagram(
        titel=woord("titel", naam=naam),
        beschrijving=_beschrijving(teams, domeinen),
        domeinen=domeinen,
        teams=teams,
        bereik=tuple(_bereik(gegeven, teams)),
        pijlen=tuple(_pijlen(gegeven, teams)),
        legenda=tuple(_legenda(gegeven, teams, domeinen)),
        huisarts=gegeven.gevuld(CONTACT),
        informeel=bool(_informeel(gegeven)),
        noot=_noot(gegeven),
        bron=BRON,
    )


def label(vraag: str, optie: str) -> str:
    """The words of an option of the catalogue; "" when it is none (any more)."""
    gevonden = catalogus().vragen[vraag].optie(optie)
    return gevonden.label if gevonden else ""


def anders(gegeven: Gegeven, vraag: str) -> str:
    """What was typed at "anders, namelijk"; "" when that was not chosen or says nothing."""
    waarde = gegeven.waarde(vraag)
    getypt = waarde.get(ANDERS) if isinstance(waarde, Mapping) and gegeven.bevat(vraag, ANDERS) else None
    return " ".join(getypt.split()) if isinstance(getypt, str) else ""


def domeinen_van(gebieden: tuple[str, ...]) -> tuple[str, ...]:
    """The domains to which these gebieden belong, in their order."""
    return tuple(domein for domein, een in inhoud()["domeinen"].items() if set(een["gebieden"]) & set(gebieden))


def _domeinen(gegeven: Gegeven) -> Iterator[Domein]:
    gekozen, bekend = gegeven.gekozen(GEBIEDEN), gegeven.gevuld(GEBIEDEN)
    for sleutel, een in inhoud()["domeinen"].items():
        hier = [label(GEBIEDEN, gebied) for gebied in een["gebieden"] if gebied in gekozen]
        onder = woord("gebied_een" if len(hier) == 1 else "gebied_meer", aantal=len(hier))
        niet = woord("domein_niet" if bekend else "domein_open")
        tekst = woord("domein_gekozen", gebieden=", ".join(hier)) if hier else ""
        yield Domein(id=sleutel, naam=een["naam"], gekozen=bool(hier), onder=onder if hier else niet, tekst=tekst)


def _vorm(gegeven: Gegeven) -> Vorm:
    [gekozen] = gegeven.gekozen(VORM) or ("",)
    return cast(Vorm, inhoud()["vormen"].get(gekozen, "onbekend"))


def _teams(gegeven: Gegeven, naam: str, domeinen: list[str]) -> Iterator[Team]:
    """One team per focus when these are known, else one shape: a stack when there are several."""
    vorm, lijnen = _vorm(gegeven), min(len(_organisaties(gegeven)) or _met_band(gegeven), HOOGSTENS)
    focus = _focus(gegeven)
    if len(focus) > 1:
        for nummer, (tekst, hier) in enumerate(focus, 1):
            yield _team(f"team-{nummer}", tekst, vorm, hier, lijnen=lijnen if nummer == 1 else 0)
        return
    meer, aantal = _meer_teams(gegeven)
    opschrift = woord("opschrift", aantal=aantal) if aantal else woord("opschrift_meer")
    yield _team("team-1", naam, vorm, domeinen, lijnen=lijnen, stapel=meer, opschrift=opschrift if meer else "")


def _team(sleutel: str, naam: str, vorm: Vorm, domeinen: list[str], **verder: Any) -> Team:
    namen = [inhoud()["domeinen"][domein]["naam"] for domein in domeinen]
    waar = woord("beschrijving_domeinen", domeinen=", ".join(namen)) if namen else ""
    tekst = woord("team_tekst", vorm=woord(f"vorm_{vorm}"), domeinen=waar).strip()
    return Team(id=sleutel, label=naam, vorm=vorm, domeinen=tuple(domeinen), tekst=tekst, **verder)


def _focus(gegeven: Gegeven) -> list[tuple[str, list[str]]]:
    """The words of each focus and its domain; what was typed belongs to none."""
    per_focus = {focus: domein for domein, een in inhoud()["domeinen"].items() for focus in een["focus"]}
    gekozen = [optie for optie in gegeven.gekozen(FOCUS) if optie != ANDERS and label(FOCUS, optie)]
    paren = [(label(FOCUS, optie), [per_focus[optie]] if optie in per_focus else []) for optie in gekozen]
    getypt = anders(gegeven, FOCUS)
    return [*paren, (getypt, [])] if getypt else paren


def _meer_teams(gegeven: Gegeven) -> tuple[bool, str]:
    """Whether there are several teams side by side, and how many; "" when that is not known."""
    aantal = gegeven.getal(AANTAL)
    keuze = gegeven.gekozen(EEN_OF_MEER)
    meer = "meerdere" in keuze or (not keuze and aantal is not None and aantal > 1)
    return meer, getal_tekst(format(aantal, "f")) if aantal is not None and aantal > 1 else ""


def _organisaties(gegeven: Gegeven) -> list[str]:
    """The organisations that people in the team come from, when there is a band with them."""
    return list(dict.fromkeys(gegeven.cellen(LEDEN, "organisatie"))) if _met_band(gegeven) else []


def _met_band(gegeven: Gegeven) -> bool:
    return gegeven.gevuld(BAND) or gegeven.bevat(WERKGEVER, *IN_DIENST_ELDERS)


def _informeel(gegeven: Gegeven) -> list[str]:
    """Why there is a connection with informal networks; [] when there is none, as far as is known."""
    uren = gegeven.getal(OPBOUWWERK)
    redenen = [woord("informeel_doel")] if gegeven.bevat(DOELEN, "veerkracht") else []
    if uren is not None and uren > 0:
        redenen.append(woord("informeel_uren", uren=getal_tekst(format(uren, "f"))))
    return redenen


def _bereik(gegeven: Gegeven, teams: tuple[Team, ...]) -> Iterator[Bereik]:
    stap, stappen = gegeven.schaal(INTENSITEIT), len(catalogus().vragen[INTENSITEIT].opties)
    if stap is not None and 1 <= stap <= stappen:
        ver = (stap - 1) / (stappen - 1)
        waar = [team for team in teams if team.domeinen] or teams[:1]
        yield from (Bereik(team=team.id, omvat=team.domeinen, ver=ver) for team in waar)


def _pijlen(gegeven: Gegeven, teams: tuple[Team, ...]) -> Iterator[Pijl]:
    yield from (Pijl(van=team.id, naar=BURGER) for team in teams)
    if gegeven.bevat(SAMEN, "ja"):
        yield from (Pijl(van=een.id, naar=ander.id) for een, ander in zip(teams, teams[1:], strict=False))
    if gegeven.gevuld(CONTACT):
        yield Pijl(van=_dichtst(teams, "DOM-2"), naar=HUISARTS, beide=False)
    if _informeel(gegeven):
        yield Pijl(van=_dichtst(teams, "DOM-4", "DOM-3"), naar=INFORMEEL, streep=True)


def _dichtst(teams: tuple[Team, ...], *domeinen: str) -> str:
    """The team that works in the first of these domains where one does, else the first team."""
    hier = (team.id for domein in domeinen for team in teams if domein in team.domeinen)
    return next(hier, teams[0].id)


def _legenda(gegeven: Gegeven, teams: tuple[Team, ...], domeinen: tuple[Domein, ...]) -> Iterator[Uitleg]:
    yield Uitleg(teken="team", kop=woord("kop_vorm"), tekst=woord(f"legenda_{teams[0].vorm}"))
    yield from _legenda_teams(gegeven)
    if len({domein.gekozen for domein in domeinen}) > 1:
        yield Uitleg(teken="leeg", kop=woord("kop_leeg"), tekst=woord("legenda_leeg"))
    yield from _legenda_bereik(gegeven)
    namen = "; ".join(_organisaties(gegeven))
    if _met_band(gegeven):
        tekst = woord("legenda_organisaties", namen=namen) if namen else woord("legenda_organisatie")
        yield Uitleg(teken="lijn", kop=woord("kop_organisaties"), tekst=tekst, volledig=namen)
    if gegeven.gevuld(CONTACT):
        # only the option: what was typed beside it may be the name of a person
        wie = ", ".join(filter(None, (label(CONTACT, optie) for optie in gegeven.gekozen(CONTACT)))).lower()
        volledig = woord("huisarts_wie", wie=wie) if wie else ""
        yield Uitleg(teken="heen", kop=woord("kop_huisarts"), tekst=woord("legenda_huisarts"), volledig=volledig)
    if redenen := _informeel(gegeven):
        volledig = "; ".join(redenen)
        yield Uitleg(teken="streep", kop=woord("kop_informeel"), tekst=woord("legenda_informeel"), volledig=volledig)


def _legenda_teams(gegeven: Gegeven) -> Iterator[Uitleg]:
    """What the shapes can't show: gebieden without a domain, and how many teams there are."""
    if gebied := anders(gegeven, GEBIEDEN):
        yield Uitleg(
            teken="geen", kop=woord("kop_anders"), tekst=woord("legenda_anders", gebied=gebied), volledig=gebied
        )
    meer, aantal = _meer_teams(gegeven)
    if meer or aantal:
        sleutel = ("aantal_meer" if aantal else "aantal_onbekend") if meer else "aantal_een"
        yield Uitleg(teken="geen", kop=woord("kop_aantal"), tekst=woord(sleutel, aantal=aantal))


def _legenda_bereik(gegeven: Gegeven) -> Iterator[Uitleg]:
    [stap] = gegeven.gekozen(INTENSITEIT) or ("",)
    if naam := label(INTENSITEIT, stap).lower():
        bereik = woord("bereik", stap=naam, nummer=stap, aantal=len(catalogus().vragen[INTENSITEIT].opties))
        duur = ", ".join(filter(None, (label(DUUR, optie) for optie in gegeven.gekozen(DUUR)))).lower()
        volledig = woord("bereik_duur", bereik=bereik, duur=duur) if duur else bereik
        tekst = woord("legenda_bereik", bereik=bereik)
        yield Uitleg(teken="bereik", kop=woord("kop_bereik"), tekst=tekst, volledig=volledig)


def _beschrijving(teams: tuple[Team, ...], domeinen: tuple[Domein, ...]) -> str:
    vorm, meer = woord(f"vorm_{teams[0].vorm}"), len(teams) > 1
    wat = {"naam": teams[0].label, "aantal": len(teams), "vorm": vorm}
    namen = ", ".join(domein.naam.lower() for domein in domeinen if domein.gekozen)
    waar = woord("beschrijving_domeinen_meer" if meer else "beschrijving_domeinen", domeinen=namen)
    return woord(
        "beschrijving",
        team=woord("beschrijving_meer" if meer else "beschrijving_een", **wat),
        domeinen=waar if namen else woord("beschrijving_geen"),
    )


def _noot(gegeven: Gegeven) -> str:
    vragen = {"open_vorm": VORM, "open_gebieden": GEBIEDEN, "open_bereik": INTENSITEIT, "open_teams": EEN_OF_MEER}
    leeg = [woord(sleutel) for sleutel, vraag in vragen.items() if not gegeven.gevuld(vraag)]
    return " ".join([*([woord("noot_open", wat=", ".join(leeg))] if leeg else []), woord("noot")])
