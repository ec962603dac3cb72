"""Puts logging in and out and new passwords in the trace, as django-allauth and Django tell of them."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, user_logged_in
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.dispatch import receiver

from bouwstenen.core.spoor import Daad, Resultaat, note
from bouwstenen.toegang.store import spoor


@receiver(user_logged_in)
def logged_in(request: Any, user: Any, **kwargs: Any) -> None:
    note(Daad.INGELOGD, user, door=user)
    request.session.clear_expired()  # they may hold what somebody typed; so no job is needed that forgets them


@receiver(user_login_failed)
def login_failed(credentials: dict[str, Any], **kwargs: Any) -> None:
    """Whose account it was, when that exists; never what was typed: people type passwords in the wrong field."""
    note(Daad.INGELOGD, spoor.gebruiker_met_email(credentials["email"]), door=None, resultaat=Resultaat.MISLUKT)


@receiver(user_logged_out)
def logged_out(user: Any, **kwargs: Any) -> None:
    if user is not None:  # somebody whose session was over already
        note(Daad.UITGELOGD, user, door=user)


@receiver([password_changed, password_reset])
def new_password(user: Any, **kwargs: Any) -> None:
    note(Daad.WACHTWOORD, user, door=user)
