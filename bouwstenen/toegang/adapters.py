"""How django-allauth works here: accounts are made by a beheerder, nobody signs up."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.ratelimit import get_ip
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

logger = logging.getLogger(__name__)
NIET_SAMEN = "Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer ze en probeer het opnieuw."
TE_VAAK = "U probeerde het te vaak. Wacht een kwartier en probeer het opnieuw."
WACHTWOORD = {
    "password_too_short": "Maak uw wachtwoord langer. Gebruik minstens %(min_length)d tekens.",
    "password_too_similar": "Kies een wachtwoord dat niet lijkt op uw e-mailadres.",
    "password_too_common": "Kies een ander wachtwoord. Veel mensen gebruiken dit wachtwoord, daarom is het te raden.",
    "password_entirely_numeric": "Gebruik in uw wachtwoord ook letters.",
}


class AccountAdapter(DefaultAccountAdapter):
    """Closes sign-up; the sentences are ours."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Dit account is gesloten. Vraag de beheerder van uw gemeente om hulp.",
        "email_password_mismatch": NIET_SAMEN,
        "incorrect_password": "Dit is niet uw huidige wachtwoord. Vul het opnieuw in.",
        "enter_current_password": "Dit is niet uw huidige wachtwoord. Vul het opnieuw in.",
        "too_many_login_attempts": TE_VAAK,
        "rate_limited": TE_VAAK,
        "invalid_login": NIET_SAMEN,
        "invalid_password_reset": "Deze link werkt niet meer. Vraag een nieuwe aan.",
        "same_as_current": "Kies een ander wachtwoord dan u nu hebt.",
        "unknown_email": "Wij kennen dit e-mailadres niet.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def clean_password(self, password: str, user: Any = None) -> str:
        """What is wrong with a new password, in our words."""
        try:
            return str(super().clean_password(password, user))
        except ValidationError as fout:
            fouten = [(WACHTWOORD.get(een.code or "", een.message), een.code, een.params) for een in fout.error_list]
            raise ValidationError([ValidationError(*een) for een in fouten]) from None

    def is_safe_url(self, url: str) -> bool:
        """Only to a path of this site. (allauth also allows other hosts, and breaks on `//[`.)"""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> bool:
        """Send it; False when the mail server refuses. A page that breaks then would tell who has an account."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:  # also every error of smtplib
            logger.warning("The mail %s could not be sent.", template_prefix, exc_info=True)
            return False
        return True

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("toegang_account")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Failed log-ins are counted per account and address together; settings.py tells why."""
        return f"{get_ip(request)} {credentials['email'].lower()}"
