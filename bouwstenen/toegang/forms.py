"""Forms of django-allauth in our own words."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, ResetPasswordKeyForm

NIET_HETZELFDE = "Vul twee keer hetzelfde wachtwoord in."


class TweeKeerHetzelfde:
    """Says in our words that the two passwords differ; allauth's sentence is in its form, not in the adapter."""

    def add_error(self, field: str | None, error: Any) -> None:
        ongelijk = field == "password2" and not hasattr(error, "error_list")
        super().add_error(field, NIET_HETZELFDE if ongelijk else error)  # type: ignore[misc]


class WachtwoordWijzigenForm(TweeKeerHetzelfde, ChangePasswordForm):
    """Change the password while logged in."""


class NieuwWachtwoordForm(TweeKeerHetzelfde, ResetPasswordKeyForm):
    """Choose a new password from the link in a mail."""
