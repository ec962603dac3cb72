"""Forms of django-allauth in our own words."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordForm, ResetPasswordKeyForm
from allauth.core import context

NIET_HETZELFDE = "Vul twee keer hetzelfde wachtwoord in."
VUL_IN = {
    "login": "Vul uw e-mailadres in.",
    "email": "Vul uw e-mailadres in.",
    "password": "Vul uw wachtwoord in.",
    "oldpassword": "Vul uw huidige wachtwoord in.",
    "password1": "Vul een nieuw wachtwoord in.",
    "password2": "Vul het nieuwe wachtwoord nog een keer in.",
}


class VulIn:
    """Says at an empty field what to do; "Wachtwoord vergeten?" goes from above the input to below the button."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields  # type: ignore[attr-defined]
        for naam in VUL_IN.keys() & fields:
            fields[naam].error_messages["required"] = VUL_IN[naam]
        for naam in {"password", "oldpassword"} & fields.keys():
            fields[naam].help_text = ""


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

    def save(self) -> None:
        """Save it, and forget the failed log-ins that made this user choose a new one."""
        super().save()
        get_adapter()._delete_login_attempts_cached_email(context.request, email=self.user.email)
