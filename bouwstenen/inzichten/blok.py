"""The block beside a question of the wizard: what others learned, closed until somebody opens it."""

from functools import cache

from django.template.loader import render_to_string

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.inzichten.koppeling import koppeling
from bouwstenen.inzichten.weergave import toon_alle

EERST = 3  # at once; the rest after another click


def blok_bij(vraag: str) -> str:
    """The HTML of the block for this vraag; "" when nobody learned anything about it, as at an own question."""
    return render(vraag) if vraag in koppeling().op_pagina else ""


@cache
def render(vraag: str) -> str:
    """Drawn once a process: it is the same for everybody."""
    alle = toon_alle(koppeling().op_pagina[vraag])
    gids = catalogus()
    context = {
        "vraag": gids.vragen[vraag],
        "deel": gids.deel(gids.vragen[vraag].deel),
        "aantal": len(alle),
        "eerste": alle[:EERST],
        "rest": alle[EERST:],
    }
    return render_to_string("inzichten/_blok.html", context)
