"""Who has which page of a wijkteam open."""

from datetime import datetime, timedelta

from django.utils import timezone

from bouwstenen.antwoorden.models import Aanwezig
from bouwstenen.core.wachten import write_if_free
from bouwstenen.toegang.models import Gebruiker, Wijkteam

HIER = timedelta(minutes=2)  # how long a user counts as being on a page
VERS = timedelta(minutes=1)  # how old an own row may be before a page writes it again


def note_aanwezig(*, wijkteam: Wijkteam, pagina: str, door: Gebruiker) -> None:
    """The user is on this page of the wijkteam now, and so on no other; "" is none of its pages."""
    rij = Aanwezig(wijkteam=wijkteam, gebruiker=door, pagina=pagina, op=timezone.now())
    Aanwezig.objects.bulk_create(
        [rij], update_conflicts=True, unique_fields=["gebruiker", "wijkteam"], update_fields=["pagina", "op"]
    )


def names_on(*, wijkteam: Wijkteam, pagina: str, door: Gebruiker) -> list[str]:
    """The names of the others who have this page open now."""
    return [naam for pk, naam, _ in op_pagina(wijkteam, pagina) if pk != door.pk]


def look_around(*, wijkteam: Wijkteam, pagina: str, door: Gebruiker) -> list[str]:
    """The same for who opens the page: whoever looks is seen, unless the database is busy."""
    rijen = op_pagina(wijkteam, pagina)
    if not any(pk == door.pk and op > timezone.now() - VERS for pk, _, op in rijen):
        write_if_free(lambda: note_aanwezig(wijkteam=wijkteam, pagina=pagina, door=door))
    return [naam for pk, naam, _ in rijen if pk != door.pk]


def op_pagina(wijkteam: Wijkteam, pagina: str) -> list[tuple[int, str, datetime]]:
    """The key and the name of each user who is there, and since when that is known; by name."""
    rijen = Aanwezig.objects.filter(wijkteam=wijkteam, pagina=pagina, op__gt=timezone.now() - HIER)
    return list(rijen.values_list("gebruiker_id", "gebruiker__naam", "op").order_by("gebruiker__naam"))
