"""Gives a filled database its advisors, and counts afterwards what became of every text they saved."""

from collections import Counter
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Antwoord, Gebruiker, Gemeente, Lidmaatschap, Wijkteam
from tests.benchmarks.adviseurs import Logboek

DELEN = 5  # each fifth advisor works on the wijkteam of the one before
EMAIL = "adviseur{}@voorbeeld.nl"
WACHTWOORD = "wachtwoord-voor-deze-proef"


def make_adviseurs(aantal: int) -> list[tuple[str, str]]:
    """Advisors spread over all wijkteams: of each the address of the wijkteam, and the session that lets them in.

    The first one has WACHTWOORD too.
    """
    with enter_scope(list(Gemeente.objects.all())):
        alle = list(Wijkteam.objects.select_related("gemeente").order_by("slug", "gemeente"))
        teams = [alle[(nummer - (nummer % DELEN == DELEN - 1)) % len(alle)] for nummer in range(aantal)]
        wie = Gebruiker.objects.bulk_create(
            Gebruiker(email=EMAIL.format(nummer), naam=f"Adviseur {nummer}") for nummer in range(aantal)
        )
        wie[0].set_password(WACHTWOORD)
        wie[0].save()
        Lidmaatschap.objects.bulk_create(
            Lidmaatschap(gemeente=team.gemeente, gebruiker=een, rollen=["beleidsadviseur"])
            for team, een in zip(teams, wie, strict=True)
        )
    sessies = Session.objects.bulk_create(map(log_in, wie))
    return [
        (f"/{team.gemeente.slug}/{team.slug}/", sessie.session_key) for team, sessie in zip(teams, sessies, strict=True)
    ]


def log_in(gebruiker: Gebruiker) -> Session:
    """The session that logging in would have made."""
    inhoud = {
        SESSION_KEY: str(gebruiker.pk),
        BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
        HASH_SESSION_KEY: gebruiker.get_session_auth_hash(),
    }
    winkel, tot = SessionStore(), timezone.now() + timedelta(hours=12)
    return Session(session_key=winkel._get_new_session_key(), session_data=winkel.encode(inhoud), expire_date=tot)


def lost_and_doubled(logboek: Logboek) -> list[str]:
    """What is wrong with the answers in the database after what the advisors were told; nothing, it should be."""
    with enter_scope(list(Gemeente.objects.all())):
        rijen = Antwoord.objects.filter(auteur__naam__startswith="Adviseur ").values_list("waarde", "toelichting")
        keren = Counter(tekst for rij in rijen for tekst in rij if isinstance(tekst, str))
    mis = [f"{keren[tekst]} times in the database: {tekst}" for tekst in logboek.bewaard if keren[tekst] != 1]
    return mis + [f"refused and yet saved: {tekst}" for tekst in logboek.geweigerd if keren[tekst]]
