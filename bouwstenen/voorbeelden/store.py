"""Writes the voorbeelden and the people of the demo: adds what is missing and touches nothing that is there."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction

from bouwstenen.antwoorden.store import add_voorbeeld
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.toegang.models import Gebruiker, Gemeente, Lidmaatschap, Wijkteam
from bouwstenen.toegang.slugs import vrije_slug
from bouwstenen.toegang.store import create_gemeente, create_wijkteam, set_lidmaatschap, wijkteam_met_slug
from bouwstenen.voorbeelden.loader import Ontwerp
from bouwstenen.voorbeelden.rolverdeling import AUTEUR_EMAIL, AUTEUR_NAAM, WACHTWOORD, Speler


class GeenDemo(RuntimeError):
    """This installation is no demo, or what is there is no voorbeeld; the message says what to do."""


def check_demo() -> None:
    """Raise GeenDemo unless this is a demo: these gemeenten and public passwords belong nowhere else."""
    if not settings.DEMO:
        raise GeenDemo(
            "De voorbeelden horen alleen op een site om te proberen. Zet DEMO=1 in de omgeving of in .env en probeer "
            "het opnieuw. Doe dat niet op een site met echte gegevens: het wachtwoord bij de voorbeelden is openbaar."
        )


@transaction.atomic
def add_ontwerp(ontwerp: Ontwerp) -> int:
    """Add a design; returns how many answers were added. What has an answer already, from whomever, stays as it is."""
    check_demo()
    gemeente = find_or_make_gemeente(ontwerp)
    auteur = find_or_make_auteur()
    with enter_scope(gemeente):
        wijkteam = find_or_make_wijkteam(gemeente, ontwerp.wijkteam, auteur)
        return sum(
            add_voorbeeld(
                wijkteam=wijkteam,
                vraag=een.vraag,
                waarde=een.waarde,
                toelichting=een.toelichting,
                herkomst=een.bron,
                door=auteur,
            )
            for een in ontwerp.antwoorden
        )


def find_or_make_gemeente(ontwerp: Ontwerp) -> Gemeente:
    gemeente: Gemeente | None = Gemeente.objects.filter(slug=ontwerp.slug).first()
    if gemeente is None:
        return create_gemeente(naam=ontwerp.gemeente, slug=ontwerp.slug, is_voorbeeld=True)
    if not gemeente.is_voorbeeld:
        raise GeenDemo(f"De gemeente {gemeente.slug} bestaat al en is geen voorbeeld. Er is niets gewijzigd.")
    return gemeente


def find_or_make_auteur() -> Gebruiker:
    """The author of all voorbeelden: a name at the answers, nobody who can log in."""
    auteur = Gebruiker.objects.filter(email=AUTEUR_EMAIL).first()
    return auteur or Gebruiker.objects.create_user(AUTEUR_EMAIL, None, naam=AUTEUR_NAAM, is_active=False)


def find_or_make_wijkteam(gemeente: Gemeente, naam: str, auteur: Gebruiker) -> Wijkteam:
    """By its slug: a user may have given it another name."""
    wijkteam = wijkteam_met_slug(gemeente, vrije_slug(naam, ()))
    return wijkteam or create_wijkteam(gemeente=gemeente, naam=naam, door=auteur)


@transaction.atomic
def add_spelers(spelers: Iterable[Speler]) -> int:
    """Add the demo accounts and their rollen; returns how many accounts were added. Existing ones stay as they are."""
    check_demo()
    return sum(add_speler(speler) for speler in spelers)


def add_speler(speler: Speler) -> bool:
    gebruiker = Gebruiker.objects.filter(email=speler.email).first()
    is_nieuw = gebruiker is None
    if gebruiker is None:
        gebruiker = Gebruiker.objects.create_user(speler.email, WACHTWOORD, naam=speler.naam, is_staff=speler.is_staff)
    for gemeente in Gemeente.objects.filter(slug__in=speler.rollen, is_voorbeeld=True):
        with enter_scope(gemeente):
            if not Lidmaatschap.objects.filter(gemeente=gemeente, gebruiker=gebruiker).exists():
                set_lidmaatschap(
                    gemeente=gemeente, gebruiker=gebruiker, rollen=[speler.rollen[gemeente.slug]], door=None
                )
    return is_nieuw
