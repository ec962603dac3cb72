"""How django-allauth works here: accounts are made by a beheerder, nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

NIET_SAMEN = "Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer ze en probeer het opnieuw."


class AccountAdapter(DefaultAccountAdapter):
    """Closes sign-up; the sentences are ours."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Dit account is gesloten. Vraag de beheerder van uw gemeente om hulp.",
        "email_password_mismatch": NIET_SAMEN,
        "incorrect_password": "Dit is niet uw huidige wachtwoord. Vul het opnieuw in.",
        "enter_current_password": "Vul uw huidige wachtwoord in.",
        "too_many_login_attempts": "U probeerde het te vaak. Wacht vijf minuten en probeer het opnieuw.",
        "rate_limited": "U probeerde het te vaak. Wacht even en probeer het opnieuw.",
        "invalid_login": NIET_SAMEN,
        "invalid_password_reset": "Deze link werkt niet meer. Vraag een nieuwe aan.",
        "same_as_current": "Kies een ander wachtwoord dan u nu hebt.",
        "unknown_email": "Wij kennen dit e-mailadres niet.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
