"""The form fields for text."""

import pytest
from django import forms

from bouwstenen.core.fields import RegelVeld, TekstVeld


class Proef(forms.Form):
    tekst = TekstVeld(max_length=20, required=False)
    naam = RegelVeld(max_length=20)


@pytest.mark.parametrize("naam", ["", " \n\x00", "x" * 21])
def test_cleaned_before_it_is_judged(naam):
    assert list(Proef({"naam": naam}).errors) == ["naam"]


def test_text_is_cleaned_and_a_name_is_one_line():
    form = Proef({"tekst": "een\r\ntwee\x00", "naam": " Kanalen\x00\n eiland\t"})
    assert form.is_valid()
    assert form.cleaned_data == {"tekst": "een\ntwee", "naam": "Kanalen eiland"}


def test_the_browser_cuts_nothing_off():
    assert "maxlength" not in str(Proef()["naam"])
