"""Figures that tests look at: prototypes, the five voorbeelden, and designs that are empty, long or full."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.waarden import teamnaam
from bouwstenen.figuren import staaf
from bouwstenen.figuren.prototypen import prototypen
from bouwstenen.figuren.staaf import Groep, Staaf
from bouwstenen.figuren.svg import Figuur
from bouwstenen.figuren.teamdiagram import teken
from bouwstenen.samenhang.dekking import dekkingsfiguur_van, veldenfiguur_van
from bouwstenen.samenhang.teamfiguur import teamdiagram_van
from bouwstenen.voorbeelden.loader import ONTWERPEN, load_ontwerpen

LANG = "Hulpverleningsafstemmingsoverlegcoördinatoren" * 3  # a word that breaks nowhere by itself
GEBIEDEN = [optie.sleutel for optie in catalogus().vragen["inrichting.gebieden"].opties]

LEEG: Mapping[str, Any] = {}
LANGE_NAMEN: Mapping[str, Any] = {
    "vormgeving.vorm": {"keuze": "integraal"},
    "inrichting.gebieden": {"keuzes": GEBIEDEN, "anders": LANG},
    "inrichting.intensiteit": {"keuze": "3"},
    "inrichting.duur": {"keuze": "2"},
    "inrichting.huisarts": {"keuze": "teamlid", "naam": "Jan Jansen"},
    "opgave.doelen": {"volgorde": ["veerkracht"]},
    "inrichting.uren_opbouwwerk": "12.5",
    "inrichting.een_of_meer_teams": {"keuze": "een"},
    "aansturing.aantal_teams": "4",
    "aansturing.band_moederorganisatie": LANG,
    "competenties.team": {
        "rijen": [
            {"id": f"r{nummer}", "functie": f"{LANG} {nummer}", "organisatie": f"{LANG} {nummer}", "gebieden": GEBIEDEN}
            for nummer in range(7)
        ]
    },
    "inrichting.disciplines": {"rijen": [{"id": "r1", "discipline": LANG, "gebied": "veiligheid"}]},
}
VEEL_TEAMS: Mapping[str, Any] = {
    "vormgeving.vorm": {"keuze": "geintegreerd"},
    "inrichting.gebieden": {"keuzes": GEBIEDEN[:7]},
    "inrichting.een_of_meer_teams": {"keuze": "meerdere"},
    "inrichting.welke_focus": {
        "keuzes": ["jeugd", "psychosociale_zorg", "wijkverpleging", "welzijn", "anders"],
        "anders": "Ouderen die thuis wonen",
    },
    "inrichting.intensiteit": {"keuze": "4"},
    "inrichting.huisarts": {"keuze": "teamlid"},
    "opgave.doelen": {"volgorde": ["veerkracht"]},
    "aansturing.teams_werken_samen": {"keuze": "ja"},
    "aansturing.werkgever": {"keuzes": ["detachering"]},
    "competenties.team": {"rijen": [{"id": "r1", "organisatie": "Buurtzorg"}, {"id": "r2", "organisatie": "Welzijn"}]},
}
STAPEL: Mapping[str, Any] = {
    "vormgeving.vorm": {"keuze": "integraal"},
    "inrichting.gebieden": {"keuzes": ["somatische_zorg"]},
    "inrichting.een_of_meer_teams": {"keuze": "meerdere"},
    "aansturing.aantal_teams": "12",
    "inrichting.intensiteit": {"keuze": "2"},
    "inrichting.huisarts": {"keuze": "teamlid"},
    "inrichting.uren_opbouwwerk": "3",
}
STAVEN = (
    Groep(
        titel="Uren per week",
        staven=(
            Staaf(label="Hulp aan inwoners", waarde=Decimal(120), tekst="120 uur"),
            Staaf(label=LANG, waarde=Decimal("0.5"), tekst="0,5 uur"),
            Staaf(label="Opbouwwerk", waarde=None, tekst=""),
            Staaf(label="Overleg", waarde=Decimal(0), tekst="0 uur", grens=Decimal(36), grens_tekst="uw grens: 36 uur"),
        ),
    ),
    Groep(
        titel="Huishoudens per jaar",
        staven=(
            Staaf(label="Ruimte voor", waarde=Decimal(46), tekst="46 huishoudens"),
            Staaf(label="U verwacht", waarde=Decimal(120), tekst="120 huishoudens", verwacht=True),
        ),
    ),
)


@cache
def figuren() -> dict[str, Figuur]:
    """Every figure that has a golden file, by the name of that file."""
    namen = ("teammodel", "frontbackoffice", "netwerk")
    gevonden = {f"prototype-{naam}": teken(een) for naam, een in zip(namen, prototypen(), strict=True)}
    for ontwerp in load_ontwerpen(ONTWERPEN, catalogus()):
        waarden = {een.vraag: een.waarde for een in ontwerp.antwoorden}
        gevonden[f"team-{ontwerp.slug}"] = teken(teamdiagram_van(waarden, teamnaam(ontwerp.wijkteam, waarden)))
        gevonden[f"dekking-{ontwerp.slug}"] = dekkingsfiguur_van(waarden)
    gevonden |= {
        "team-leeg": teken(teamdiagram_van(LEEG, "Kanaleneiland")),
        "team-lange-namen": teken(teamdiagram_van(LANGE_NAMEN, LANG)),
        "team-veel-teams": teken(teamdiagram_van(VEEL_TEAMS, "Wijkteam Veel")),
        "team-stapel": teken(teamdiagram_van(STAPEL, "Wijkteam Zorg")),
        "dekking-leeg": dekkingsfiguur_van(LEEG),
        "dekking-lange-namen": dekkingsfiguur_van(LANGE_NAMEN),
        "velden-lange-namen": veldenfiguur_van(LANGE_NAMEN),
        "staven": staaf.teken("Uren en huishoudens", "Uren per soort werk, en huishoudens.", STAVEN),
    }
    return gevonden
