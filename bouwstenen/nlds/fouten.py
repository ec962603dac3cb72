"""The lines of the error summary, for a form or a whole formset."""

from collections import Counter
from collections.abc import Iterator

from django.forms import BaseForm, BaseFormSet, Form

from bouwstenen.nlds.velden import fout_anker

Regel = dict[str, str]


def fouten(form: "BaseForm | BaseFormSet[Form] | None") -> list[Regel]:
    """Each error with the id of the input it is about ("" when it is about the whole); nothing for an unsent form.

    A sentence that occurs more than once says nothing in a list, so the label of its field goes before it.
    """
    regels = list(_regels(form)) if form is not None and form.is_bound else []
    aantal = Counter(regel["tekst"] for regel in regels)
    return [regel | {"tekst": _tekst(regel, aantal)} for regel in regels]


def _tekst(regel: Regel, aantal: Counter[str]) -> str:
    if aantal[regel["tekst"]] == 1 or not regel["label"]:
        return regel["tekst"]
    teken = "" if regel["label"].endswith(("?", ".", ":")) else ":"
    return f"{regel['label']}{teken} {regel['tekst']}"


def _regels(form: "BaseForm | BaseFormSet[Form]") -> Iterator[Regel]:
    if isinstance(form, BaseFormSet):
        yield from ({"anker": "", "label": "", "tekst": str(tekst)} for tekst in form.non_form_errors())
        for deel in form.forms:
            yield from _regels(deel)
        return
    yield from ({"anker": "", "label": "", "tekst": str(tekst)} for tekst in form.non_field_errors())
    for field in form:
        for fout in field.errors.as_data():
            yield {"anker": fout_anker(field, fout.code), "label": str(field.label), "tekst": fout.messages[0]}
