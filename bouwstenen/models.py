"""The table of contents of the data model: every model, re-exported from the feature that owns it."""

from bouwstenen.antwoorden.models import Aanwezig, Antwoord, DeelKlaar, EigenVraag, Klad
from bouwstenen.core.models import Spoorregel
from bouwstenen.samenhang.models import Afweging
from bouwstenen.startdocument.models import Afdruk
from bouwstenen.toegang.models import Gebruiker, Gemeente, Lidmaatschap, Logo, Uitnodiging, Wijkteam

__all__ = [
    "Aanwezig",
    "Afdruk",
    "Afweging",
    "Antwoord",
    "DeelKlaar",
    "EigenVraag",
    "Gebruiker",
    "Gemeente",
    "Klad",
    "Lidmaatschap",
    "Logo",
    "Spoorregel",
    "Uitnodiging",
    "Wijkteam",
]
