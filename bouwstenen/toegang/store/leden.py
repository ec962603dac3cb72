"""The members of a gemeente: who they are, and what they may do."""

import unicodedata

from django.db.models import QuerySet

from bouwstenen.core.spoor import Daad, note_refusal
from bouwstenen.toegang.models import Gebruiker, Gemeente, Lidmaatschap
from bouwstenen.toegang.store import set_lidmaatschap


def leden_van(gemeente: Gemeente) -> list[Lidmaatschap]:
    """Everybody who is or was a member, by name as a reader looks for it: capitals and accents do not count."""
    return sorted(_rows(gemeente), key=lambda lid: (op_alfabet(lid.gebruiker.naam), lid.gebruiker.email))


def lid_van(gemeente: Gemeente, pk: int) -> Lidmaatschap | None:
    """One member of this gemeente; None when there is no such member here."""
    return _rows(gemeente).filter(pk=pk).first()


def _rows(gemeente: Gemeente) -> "QuerySet[Lidmaatschap]":
    """Who was made anonymous is nobody any more, so is not shown."""
    rows: QuerySet[Lidmaatschap] = Lidmaatschap.objects.filter(gemeente=gemeente, gebruiker__geanonimiseerd_op=None)
    return rows.select_related("gebruiker", "gemeente")


def op_alfabet(naam: str) -> str:
    """A key to sort names by: Émile stands between Emil and Emma, on every database."""
    letters = unicodedata.normalize("NFKD", naam)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def change_lid(*, lid: Lidmaatschap, rollen: list[str], actief: bool, door: Gebruiker) -> None:
    """Give a member other roles, stop the access or let them in again.

    ValidationError when the gemeente would lose its last beheerder; the trace then tells that it was tried.
    """
    with note_refusal(Daad.RECHTEN, lid, door=door):
        set_lidmaatschap(gemeente=lid.gemeente, gebruiker=lid.gebruiker, rollen=rollen, actief=actief, door=door)
