"""Form fields for text that comes in."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from bouwstenen.core.tekst import schoon


class TekstVeld(forms.CharField):
    """Text, cleaned before it is judged; the length is told in words, a `maxlength` would cut what is pasted."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(schoon(value) if isinstance(value, str) else value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        return {name: value for name, value in attrs.items() if name not in ("maxlength", "minlength")}


class RegelVeld(TekstVeld):
    """Text on one line, such as a name: newlines and doubled spaces become one space."""

    def to_python(self, value: Any) -> Any:
        return " ".join(super().to_python(value).split())


VUL_EMAIL_IN = "Vul een e-mailadres in, zoals naam@gemeente.nl."


def check_email(email: str) -> None:
    """Validator: an address that mail can go to; Django's own also lets quotes, control characters and Ü pass."""
    if not re.fullmatch("[!#-~]+", email):
        raise ValidationError("", code="invalid")
    validate_email(email)


class EmailVeld(forms.EmailField):
    """An e-mail address, in lower case."""

    default_validators = [check_email]
    default_error_messages = {
        "required": VUL_EMAIL_IN,
        "invalid": VUL_EMAIL_IN,
        "max_length": "Maak het e-mailadres korter: er staan %(show_value)s tekens, %(limit_value)s mag.",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=254, **kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(schoon(value).lower() if isinstance(value, str) else value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {naam: waarde for naam, waarde in super().widget_attrs(widget).items() if naam != "maxlength"}


class DagVeld(forms.DateField):
    """A day; browsers send and want it as 2026-12-31, people may type 31-12-2026."""

    default_error_messages = {"invalid": "Vul een dag in, zoals 31-12-2026."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **kwargs)

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(schoon(value) if isinstance(value, str) else value)
        except ValidationError:
            self.widget.input_type = "text"  # an input for days would show nothing of what was typed
            raise
