"""The people of the demo: who they are and what they may do in which voorbeeld."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

WACHTWOORD = "wijkteam-voorbeeld"  # public on purpose: these accounts exist only with DEMO=1
AUTEUR_NAAM = "Voorbeeld naar onderzoek"
AUTEUR_EMAIL = "voorbeeld@example.invalid"  # a name that can't exist, so nobody can ask a new password for it
GEEN_ROLLEN: Mapping[str, str] = MappingProxyType({})
UTRECHT, ZEIST = "voorbeeld-utrecht", "voorbeeld-zeist"
ALLE = (UTRECHT, "voorbeeld-nieuwegein", "voorbeeld-wijk-bij-duurstede", ZEIST, "voorbeeld-amersfoort")


@dataclass(frozen=True)
class Speler:
    """One demo account; `rollen` has a rol per slug of a gemeente, `uitleg` is what the account list says."""

    naam: str
    uitleg: str
    rollen: Mapping[str, str] = field(default_factory=lambda: GEEN_ROLLEN)
    is_staff: bool = False

    @property
    def email(self) -> str:
        return f"{self.naam.lower()}@voorbeeld.nl"


SPELERS = (
    Speler("Anna", "beleidsadviseur van Utrecht", {UTRECHT: "beleidsadviseur"}),
    Speler("Bram", "lezer in Utrecht", {UTRECHT: "lezer"}),
    Speler("Carla", "beleidsadviseur van Zeist", {ZEIST: "beleidsadviseur"}),
    Speler("Daan", "teamcoach in Utrecht en Zeist", {UTRECHT: "teamcoach", ZEIST: "teamcoach"}),
    Speler("Els", "platformbeheerder", is_staff=True),
    Speler("Fatma", "beheerder van Utrecht", {UTRECHT: "beheerder"}),
    Speler("Gijs", "beleidsadviseur in alle vijf de voorbeelden", dict.fromkeys(ALLE, "beleidsadviseur")),
)
