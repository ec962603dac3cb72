"""Which part of the logboek, or of the history of answers, to show."""

from collections.abc import Iterable
from typing import Any

from django import forms

from bouwstenen.core.fields import DagVeld
from bouwstenen.core.spoor import Daad


class PeriodeForm(forms.Form):
    """Who and when; `personen`: the users to choose from."""

    wie = forms.ChoiceField(label="Wie", required=False)
    van = DagVeld(label="Vanaf", required=False)
    tot = DagVeld(label="Tot en met", required=False)

    def __init__(self, data: Any, *, personen: Iterable[Any]) -> None:
        super().__init__(data, label_suffix="")
        self.fields["wie"].choices = [("", "Iedereen"), *((str(een.pk), een.naam) for een in personen)]
        for veld in self.fields.values():
            veld.error_messages["invalid_choice"] = "Kies iets uit de lijst."

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("van") and data.get("tot") and data["van"] > data["tot"]:
            self.add_error("tot", "Kies een dag die niet voor ‘Vanaf’ ligt.")
        return data


class LogboekForm(PeriodeForm):
    """Which deeds."""

    field_order = ("wie", "daad", "van", "tot")

    daad = forms.ChoiceField(
        label="Wat", required=False, choices=[("", "Alles"), *((daad.value, daad.label) for daad in Daad)]
    )
