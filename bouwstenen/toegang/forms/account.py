"""Forms of the own account: another name, another e-mail address."""

from typing import Any

from django import forms

from bouwstenen.core.fields import EmailVeld, RegelVeld


class NaamForm(forms.Form):
    """The name that others see."""

    naam = RegelVeld(
        label="Naam",
        help_text="Deze naam zien anderen bij wat u opslaat.",
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "required": "Vul uw naam in.",
            "max_length": "Maak uw naam korter: er staan %(show_value)s tekens, %(limit_value)s mag.",
        },
    )


class EmailForm(forms.Form):
    """A new e-mail address, and the password: who finds an unlocked computer can't take the account."""

    email = EmailVeld(
        label="Nieuw e-mailadres",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    wachtwoord = forms.CharField(
        label="Wachtwoord",
        help_text="Zo weten wij zeker dat u het bent.",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Vul uw wachtwoord in."},
    )

    def __init__(self, data: Any = None, *, gebruiker: Any) -> None:
        super().__init__(data)
        self.gebruiker = gebruiker

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email == self.gebruiker.email:
            raise forms.ValidationError("Dit is het e-mailadres dat u nu hebt. Vul een ander e-mailadres in.")
        return email

    def clean_wachtwoord(self) -> str:
        wachtwoord: str = self.cleaned_data["wachtwoord"]
        if not self.gebruiker.check_password(wachtwoord):
            raise forms.ValidationError("Dit is niet uw wachtwoord. Vul het opnieuw in.")
        return wachtwoord
