"""Whoever is invited and has no account yet, makes one."""

from typing import Any

from allauth.account.fields import PasswordField, SetPasswordField
from allauth.account.forms import PasswordVerificationMixin
from django import forms

from bouwstenen.core.fields import RegelVeld
from bouwstenen.toegang.forms import TweeKeerHetzelfde, VulIn

VUL_NAAM_IN = "Vul uw naam in."


class AccountMakenForm(VulIn, TweeKeerHetzelfde, PasswordVerificationMixin, forms.Form):
    """`account`: the account that is about to be made; a password that looks like it is refused."""

    naam = RegelVeld(
        label="Uw naam",
        help_text="Zo zien uw collega's wie iets invulde.",
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "required": VUL_NAAM_IN,
            "max_length": "Maak uw naam korter: er staan %(show_value)s tekens, %(limit_value)s mag.",
        },
    )
    password1 = SetPasswordField(
        label="Kies een wachtwoord",
        help_text="Gebruik minstens 12 tekens. Een paar woorden achter elkaar onthoudt u makkelijk.",
    )
    password2 = PasswordField(label="Hetzelfde wachtwoord nog een keer", autocomplete="new-password")

    def __init__(self, data: Any = None, *, account: Any) -> None:
        super().__init__(data, label_suffix="")
        self.fields["password1"].user = account

    def clean_naam(self) -> str:
        naam: str = self.cleaned_data["naam"]
        if not any(teken.isalnum() for teken in naam):
            raise forms.ValidationError(VUL_NAAM_IN)
        return naam
