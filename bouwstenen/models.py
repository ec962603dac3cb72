"""The table of contents of the data model: every model, re-exported from the feature that owns it."""

from bouwstenen.antwoorden.models import Antwoord, DeelKlaar, EigenVraag, Klad
from bouwstenen.toegang.models import Gebruiker, Gemeente, Lidmaatschap, Wijkteam

__all__ = ["Antwoord", "DeelKlaar", "EigenVraag", "Gebruiker", "Gemeente", "Klad", "Lidmaatschap", "Wijkteam"]
