"""A wijkteam with a spanning, and what is decided about it."""

from datetime import date

from bouwstenen.antwoorden.store import huidige_antwoorden
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.samenhang import store
from bouwstenen.samenhang.store import Ingediend, save_afweging
from tests.wizard.bezoeker import gegeven

REGEL = "REG-001"  # a samenwerkingsverband that decides for itself
VORM, MANDAAT = "vormgeving.vorm", "aansturing.mandaat_omvang"
VERBAND = {"keuze": "samenwerkingsverband"}
TEAM = "/utrecht/kanaleneiland/samenhang/"


def raise_spanning(wijkteam, door):
    """Two answers that do not go together: REG-001."""
    gegeven(wijkteam, door, VORM, VERBAND)
    gegeven(wijkteam, door, MANDAAT, {"keuze": "4"})


def besluit(versie=0, **anders):
    velden = {
        "regel": REGEL,
        "besluit": "bewust",
        "melding": "Dat past niet bij elkaar.",
        "reden": "Wij groeien in stappen.",
        "door": "het college",
        "op": date(2026, 5, 3),
        "grond": {VORM: 1, MANDAAT: 1},
    }
    return Ingediend(versie=versie, **velden | anders)


def decide(wijkteam, wie, versie=0, **anders):
    with enter_scope(wijkteam.gemeente):
        return save_afweging(wijkteam=wijkteam, ingediend=besluit(versie, **anders), door=wie)


def samenhang(wijkteam):
    with enter_scope(wijkteam.gemeente):
        return store.samenhang_van(wijkteam, huidige_antwoorden(wijkteam))


def stand(wijkteam, regel=REGEL):
    """How this regel stands now; None when it says nothing."""
    beoordeling = samenhang(wijkteam).bij(regel)
    return beoordeling and beoordeling.stand


def besluiten(wijkteam, regel=REGEL):
    """[(versie, besluit, reden, who wrote it down)], newest first."""
    with enter_scope(wijkteam.gemeente):
        return [(een.versie, een.besluit, een.reden, een.auteur_naam) for een in store.geschiedenis(wijkteam, regel)]
