"""Which main pages explain themselves on a first visit, and who has seen enough of that."""

from django.db import transaction

from bouwstenen.toegang.models import Gebruiker

# By URL name, each with a text in templates/hulp/uitleg/. All pages of the wizard share one.
UITLEG = frozenset(
    {
        "start",
        "overzicht_gemeente",
        "overzicht_wijkteam",
        "wizard_deel",
        "wizard_pagina",
        "startdocument_startdocument",
        "antwoorden_wijkteam",
        "toegang_leden",
    }
)


@transaction.atomic
def close_uitleg(*, sleutel: str, door: Gebruiker) -> None:
    """Never show this explanation to this user again; a key that is not in UITLEG (any more) is left alone."""
    if sleutel not in UITLEG:
        return
    gebruiker = Gebruiker.objects.select_for_update().get(pk=door.pk)  # two tabs may close one each
    gebruiker.gesloten_uitleg = sorted({*gebruiker.gesloten_uitleg, sleutel})
    gebruiker.save(update_fields=["gesloten_uitleg"])
