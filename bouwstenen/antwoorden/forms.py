"""Which part of the history of a wijkteam to show."""

from django import forms

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.toegang.forms.spoor import PeriodeForm


class GeschiedenisForm(PeriodeForm):
    """Who, when, and in which deel."""

    field_order = ("wie", "deel", "van", "tot")

    deel = forms.ChoiceField(
        label="Onderdeel",
        required=False,
        choices=[("", "Alle onderdelen"), *((deel.sleutel, deel.titel) for deel in catalogus().delen)],
    )
