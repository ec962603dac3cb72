"""The forms of the platform beheerder; their checks run in the transaction that saves."""

from typing import Any

from django import forms
from django.contrib.auth.forms import ReadOnlyPasswordHashField

from bouwstenen.core.fields import RegelVeld
from bouwstenen.core.spoor import Daad, note_refusal
from bouwstenen.toegang import store
from bouwstenen.toegang.rechten import ROLLEN


class NaamForm(forms.ModelForm):
    """A row with a name."""

    naam = RegelVeld(label="Naam", max_length=100)


class GebruikerAddForm(NaamForm):
    """A new user gets no password from us: they choose one through the mail."""

    stuur_mail = forms.BooleanField(
        label="Stuur een mail",
        help_text="Met de link in de mail kiest deze persoon zelf een wachtwoord.",
        initial=True,
        required=False,
    )

    def save(self, commit: bool = True) -> Any:
        self.instance.set_unusable_password()
        return super().save(commit)


class GebruikerChangeForm(NaamForm):
    """Refuses to close the account of a last beheerder, and notes that `door` tried."""

    door: Any = None

    password = ReadOnlyPasswordHashField(
        label="Wachtwoord",
        help_text="Niemand kan dit wachtwoord lezen. U kunt wel een nieuw wachtwoord instellen.",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        daad = Daad.RECHTEN if data.get("is_active") else Daad.ACCOUNT_GESLOTEN
        with note_refusal(daad, self.instance, door=self.door):
            if not data.get("is_active"):
                store.check_mag_weg(self.instance)
            if not (data.get("is_active") and data.get("is_staff")):
                store.check_blijft_platformbeheerder(self.instance)
        return data


class LidmaatschapForm(forms.ModelForm):
    """Roles as tick boxes; whom and where are chosen once. Notes when `door` would take the last beheerder away."""

    door: Any = None

    rollen = forms.MultipleChoiceField(
        label="Rollen",
        choices=[(sleutel, f"{rol.label}: {rol.uitleg}") for sleutel, rol in ROLLEN.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Kies minstens één rol. Mag deze persoon niets meer? Haal dan het vinkje bij actief weg."
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {"gemeente", "gebruiker"} & set(self.fields):
            self.fields[name].disabled = self.instance.pk is not None

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.instance.pk and "rollen" in data:
            with note_refusal(Daad.RECHTEN, self.instance, door=self.door):
                store.check_blijft_beheerder(
                    gemeente=self.instance.gemeente,
                    gebruiker=self.instance.gebruiker,
                    rollen=data["rollen"],
                    actief=data["actief"],
                )
        return data
