"""The form that names a wijkteam."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from bouwstenen.core.fields import RegelVeld


class WijkteamForm(forms.Form):
    """Name of a new or an existing wijkteam; the template writes the form tag, the token and the buttons."""

    use_required_attribute = False

    naam = RegelVeld(
        label="Naam van het wijkteam",
        help_text="Bijvoorbeeld de naam van de wijk of het gebied. U kunt de naam later wijzigen.",
        max_length=100,
        error_messages={
            "required": "Vul de naam van het wijkteam in.",
            "max_length": "Maak de naam korter: hoogstens %(limit_value)d tekens, nu zijn het er %(show_value)d.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
