"""The one form of this package: the name of a wijkteam."""

from collections.abc import Collection
from typing import Any

from django import forms

from bouwstenen.core.tekst import schoon

LANGSTE_NAAM = 100


class NaamVeld(forms.CharField):
    """One line of text, cleaned before its length is judged."""

    def to_python(self, value: Any) -> str:
        return " ".join(schoon(super().to_python(value)).split())


class WijkteamForm(forms.Form):
    """`bezet`: the names of the other wijkteams of the gemeente; the same name twice confuses everybody."""

    use_required_attribute = False

    naam = NaamVeld(
        label="Hoe heet het wijkteam?",
        help_text="Schrijf de naam van de wijk of buurt, zoals Kanaleneiland.",
        max_length=LANGSTE_NAAM,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Vul een naam in.",
            "max_length": "Maak de naam korter: er staan %(show_value)s tekens, %(limit_value)s mag.",
        },
    )

    def __init__(self, data: Any = None, *, bezet: Collection[str], naam: str = "") -> None:
        super().__init__(data, initial={"naam": naam}, label_suffix="")
        self.bezet = {een.casefold() for een in bezet}
        self.fields["naam"].widget.attrs.pop("maxlength", None)  # told, not cut off while typing

    def clean_naam(self) -> str:
        naam: str = self.cleaned_data["naam"]
        if naam.casefold() in self.bezet:
            raise forms.ValidationError("Er is al een wijkteam met deze naam. Kies een andere naam.")
        return naam
