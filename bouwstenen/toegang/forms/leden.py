"""Whom a beheerder invites, and which roles a member has."""

from collections.abc import Collection
from typing import Any

from django import forms

from bouwstenen.core.fields import EmailVeld
from bouwstenen.toegang.rechten import ROLLEN, op_volgorde


class RollenVeld(forms.MultipleChoiceField):
    """One or more roles, each with what it means."""

    widget = forms.CheckboxSelectMultiple
    optie_uitleg = {sleutel: f"{rol.uitleg[0].upper()}{rol.uitleg[1:]}." for sleutel, rol in ROLLEN.items()}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[(sleutel, rol.label) for sleutel, rol in ROLLEN.items()],
            help_text="Kies één of meer rollen.",
            error_messages={
                "required": "Kies minstens één rol.",
                "invalid_choice": "Kies rollen uit de lijst.",
                "invalid_list": "Kies rollen uit de lijst.",
            },
            **kwargs,
        )

    def clean(self, value: Any) -> list[str]:
        return op_volgorde(super().clean(value))


class UitnodigenForm(forms.Form):
    """`leden`: the addresses of those who are a member already."""

    email = EmailVeld(
        label="E-mailadres",
        help_text="Naar dit adres sturen wij de uitnodiging.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    rollen = RollenVeld(label="Wat mag deze persoon doen?")

    def __init__(self, data: Any = None, *, leden: Collection[str], **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)
        self.leden = leden

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email in self.leden:
            raise forms.ValidationError(
                "Deze persoon is al lid. Klik in de lijst op de naam als u de rollen wilt wijzigen."
            )
        return email


class RollenForm(forms.Form):
    """The roles of one member."""

    rollen = RollenVeld(label="Rollen")
