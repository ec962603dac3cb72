"""Rights and roles: which role may do what, as a table in code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class Recht(Enum):
    """One thing that somebody may do; `reden` is what a member without it reads, `wijzigt`: it changes a wijkteam."""

    LEZEN = ("U heeft nog geen rol in deze gemeente.", False)
    REAGEREN = ("Met uw rol kunt u dit bekijken, maar niet reageren.", True)
    INVULLEN = ("Met uw rol kunt u dit bekijken, maar niet wijzigen.", True)
    BEHEREN = ("Met uw rol kunt u dit niet doen.", False)

    def __init__(self, reden: str, wijzigt: bool) -> None:
        self.reden = f"{reden} Vraag de beheerder van uw gemeente om een andere rol."
        self.wijzigt = wijzigt


@dataclass(frozen=True)
class Rol:
    """What a user sees of a role, and the rights that come with it."""

    label: str
    uitleg: str
    rechten: frozenset[Recht]


BEHEERDER = "beheerder"
ROLLEN: Mapping[str, Rol] = MappingProxyType(
    {
        "lezer": Rol("Lezer", "bekijkt en downloadt", frozenset({Recht.LEZEN})),
        "teamcoach": Rol("Teamcoach", "bekijkt, downloadt en reageert", frozenset({Recht.LEZEN, Recht.REAGEREN})),
        "beleidsadviseur": Rol(
            "Beleidsadviseur", "vult in en wijzigt", frozenset({Recht.LEZEN, Recht.REAGEREN, Recht.INVULLEN})
        ),
        BEHEERDER: Rol("Beheerder van de gemeente", "doet alles en regelt wie erbij mag", frozenset(Recht)),
    }
)


def rechten_bij(rollen: Iterable[str]) -> frozenset[Recht]:
    """All rights of these roles together; KeyError for a role that does not exist."""
    return frozenset(recht for rol in rollen for recht in ROLLEN[rol].rechten)


def in_woorden(rollen: Iterable[str]) -> str:
    """These roles as a user reads them: "Lezer, Teamcoach"."""
    return ", ".join(ROLLEN[rol].label for rol in rollen)


def op_volgorde(rollen: Iterable[str]) -> list[str]:
    """These roles in the order of the table, each once."""
    return [rol for rol in ROLLEN if rol in set(rollen)]
