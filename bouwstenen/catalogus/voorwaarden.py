"""When a vraag is asked: conditions by key, as pure functions of the answers."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

# gevraagd: shown and counted · ook_handig: shown, its emptiness is no gap · vorm_open: the same, because no (known)
# vorm is chosen · verborgen: not shown; an answer given before is kept.
Stand = Literal["gevraagd", "ook_handig", "vorm_open", "verborgen"]
Waarden = Mapping[str, Any]  # the values by key of the vraag; shapes in waarden.py

VORM = "vormgeving.vorm"
SAMENWERKINGSVERBAND, GEINTEGREERD, INTEGRAAL = "samenwerkingsverband", "geintegreerd", "integraal"
TEAMS = (GEINTEGREERD, INTEGRAAL)
EEN_OF_MEER, COMPLEX = "inrichting.een_of_meer_teams", "competenties.complexe_vragen"
BEPALEND = (VORM, EEN_OF_MEER, COMPLEX)  # the only answers that conditions look at


def gekozen(waarden: Waarden, sleutel: str) -> str:
    """The option chosen at a keuze, or "" when there is none."""
    waarde = waarden.get(sleutel)
    return str(waarde.get("keuze", "")) if isinstance(waarde, Mapping) else ""


def bij_vorm(waarden: Waarden, *vormen: str) -> Stand:
    """Asked with these forms, "ook handig" with the other ones, open as long as the vorm is not one of the three."""
    vorm = gekozen(waarden, VORM)
    if vorm not in (SAMENWERKINGSVERBAND, *TEAMS):
        return "vorm_open"
    return "gevraagd" if vorm in vormen else "ook_handig"


def alleen_bij(waarden: Waarden, sleutel: str, *opties: str) -> Stand:
    """Asked when one of these options is chosen, otherwise not reachable."""
    return "gevraagd" if gekozen(waarden, sleutel) in opties else "verborgen"


def regie(waarden: Waarden) -> Stand:
    """Block Regie: for a samenwerkingsverband (003, regel 218)."""
    return bij_vorm(waarden, SAMENWERKINGSVERBAND)


def organisatie(waarden: Waarden) -> Stand:
    """Block Organisatie: for the two team forms (003, regel 232)."""
    return bij_vorm(waarden, *TEAMS)


def samenwerkingsverband(waarden: Waarden) -> Stand:
    """What only a samenwerkingsverband can be: casusoverleg or netwerkoverleg (003, regel 51–52)."""
    return alleen_bij(waarden, VORM, SAMENWERKINGSVERBAND)


def integraal(waarden: Waarden) -> Stand:
    """What only an integraal team has: a leader who answers to somebody (003, regel 71–74)."""
    return alleen_bij(waarden, VORM, INTEGRAAL)


def meerdere_teams(waarden: Waarden) -> Stand:
    """Which focus the teams have, when there are several side by side (003, regel 116–118)."""
    return alleen_bij(waarden, EEN_OF_MEER, "meerdere")


def complexe_vragen(waarden: Waarden) -> Stand:
    """Profile 2 of the competenties: only when the team takes complex questions (003, regel 287–288)."""
    return alleen_bij(waarden, COMPLEX, "ja")


VOORWAARDEN: dict[str, Callable[[Waarden], Stand]] = {
    functie.__name__: functie
    for functie in (regie, organisatie, samenwerkingsverband, integraal, meerdere_teams, complexe_vragen)
}


def stand(voorwaarden: tuple[str, ...], waarden: Waarden) -> Stand:
    """The stand of a vraag under the conditions of its page and its own; the strictest one counts."""
    standen = [VOORWAARDEN[naam](waarden) for naam in voorwaarden if naam]
    volgorde: tuple[Stand, ...] = ("verborgen", "ook_handig", "vorm_open")
    return next((een for een in volgorde if een in standen), "gevraagd")
