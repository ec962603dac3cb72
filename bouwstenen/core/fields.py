"""Form fields for text that comes in."""

from typing import Any

from django import forms

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
