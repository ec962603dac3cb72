"""Forms of django-allauth in our own words."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordForm, ResetPasswordKeyForm

NIET_HETZELFDE = "Vul twee keer hetzelfde wachtwoord in."
VUL_IN = {
    "login": "Vul uw e-mailadres in.",
    "email": "Vul uw e-mailadres in.",
    "password": "Vul uw wachtwoord in.",
    "oldpassword": "Vul uw wachtwoord van nu in.",
    "password1": "Vul een nieuw wachtwoord in.",
    "password2": "Vul het nieuwe wachtwoord nog een keer in.",
}


class VulIn:
    """Says at an empty field what to do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in VUL_IN.keys() & self.fields:  # type: ignore[attr-defined]
            self.fields[naam].error_messages["required"] = VUL_IN[naam]  # type: ignore[attr-defined]


class InlogForm(VulIn, LoginForm):
    """Log in."""


class WachtwoordVergetenForm(VulIn, ResetPasswordForm):
    """Ask for a mail to choose a new password."""


class TweeKeerHetzelfde:
    """Says in our words that the two passwords differ; allauth's sentence is in its form, not in the adapter."""

    def add_error(self, field: str | None, error: Any) -> None:
        ongelijk = field == "password2" and not hasattr(error, "error_list")
        super().add_error(field, NIET_HETZELFDE if ongelijk else error)  # type: ignore[misc]


class WachtwoordWijzigenForm(VulIn, TweeKeerHetzelfde, ChangePasswordForm):
    """Change the password while logged in."""


class NieuwWachtwoordForm(VulIn, TweeKeerHetzelfde, ResetPasswordKeyForm):
    """Choose a new password from the link in a mail."""
