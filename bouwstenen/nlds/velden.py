"""What the template pack asks of one form field: its attributes, its options and where an error link leads."""

from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.widgets import Input

KLASSEN: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom"),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.FileInput, "wt-bestand"),
    (forms.NumberInput, "utrecht-textbox utrecht-textbox--html-input wt-invoer--kort"),
    (Input, "utrecht-textbox utrecht-textbox--html-input"),
)


def is_opties(field: BoundField) -> bool:
    """Radios or tick boxes of which the pack draws each option."""
    return isinstance(field.field.widget, forms.RadioSelect) and not is_eigen(field)


def is_eigen(field: BoundField) -> bool:
    """A composite widget that renders itself; the pack puts label, hint and error around it."""
    return bool(getattr(field.field.widget, "eigen_opmaak", False))


def is_vinkje(field: BoundField) -> bool:
    return isinstance(field.field.widget, forms.CheckboxInput)


def soort(field: BoundField) -> str:
    """Which of the layouts in field.html draws this field."""
    if field.is_hidden:
        return "verborgen"
    if is_vinkje(field):
        return "vinkje"
    return "groep" if field.use_fieldset else "invoer"


def fout_anker(field: BoundField, code: str | None = None) -> str:
    """The id that a line in the error summary links to: the first input of the field, or the one the code is about."""
    if field.is_hidden:
        return ""
    widget = field.field.widget
    if code and hasattr(widget, "id_bij_fout"):
        return str(widget.id_bij_fout(field.auto_id, code))
    if is_eigen(field) and hasattr(widget, "id_eerste"):
        return str(widget.id_eerste(field.auto_id))
    if (eerste := getattr(field.field, "id_eerste", None)) is not None:
        return f"{field.auto_id}_{eerste() if callable(eerste) else eerste}"
    if is_opties(field):
        return f"{field.auto_id}_0"
    return str(field.id_for_label or f"div_{field.auto_id}")


def beschreven_door(field: BoundField) -> str:
    """The ids of unit, hint and error, in the order in which they are to be read."""
    eigen = field.field.widget.attrs.get("aria-describedby", "")
    eenheid = f"{field.auto_id}_eenheid" if getattr(field.field, "eenheid", "") else ""
    hint = f"{field.auto_id}_helptext" if field.help_text else ""
    fout = f"{field.auto_id}_error" if field.errors else ""
    return " ".join(deel for deel in (eigen, eenheid, hint, fout) if deel)


def klasse(widget: forms.Widget) -> str:
    """The component class of NL Design System for this kind of input, after the classes the widget brings itself."""
    component = next((klasse for soort, klasse in KLASSEN if isinstance(widget, soort)), "")
    return f"{widget.attrs.get('class', '')} {component}".strip()


def attributen(field: BoundField) -> dict[str, Any]:
    """Attributes for the input itself.

    Never `required`, which would keep our own messages from the user, and no placeholder, which only repeats the label.
    """
    attrs: dict[str, Any] = {"placeholder": False}
    if beschrijving := beschreven_door(field):
        attrs["aria-describedby"] = beschrijving
    if field.field.required:
        attrs["aria-required"] = "true"
    if not is_eigen(field) and (naam := klasse(field.field.widget)):
        attrs["class"] = naam
    return attrs


def invoer(field: BoundField) -> str:
    field.form.use_required_attribute = False
    return field.as_widget(attrs=attributen(field))


def opties(field: BoundField) -> list[dict[str, Any]]:
    """The options of radios or tick boxes, in the shape that the partials want."""
    uitleg = getattr(field.field, "optie_uitleg", {})
    return [
        {
            "waarde": optie.data["value"],
            "label": optie.data["label"],
            "uitleg": uitleg.get(str(optie.data["value"]), ""),
            "gekozen": optie.data["selected"],
            "id": optie.data["attrs"]["id"],
        }
        for optie in field.subwidgets
    ]
