"""The form fields for text."""

from datetime import date

import pytest
from django import forms

from bouwstenen.core.fields import DagVeld, RegelVeld, TekstVeld


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


class Dag(forms.Form):
    dag = DagVeld()


@pytest.mark.parametrize("getypt", ["2026-12-31", "31-12-2026", "31/12/2026", " 31-12-26\x00"])
def test_a_day_as_browsers_send_it_and_as_people_type_it(getypt):
    form = Dag({"dag": getypt})
    assert (form.is_valid(), form.cleaned_data["dag"]) == (True, date(2026, 12, 31))
    assert 'type="date"' in str(form["dag"])


def test_what_is_no_day_stays_in_sight_and_only_there():
    """A browser shows nothing in an input for days when that is no day."""
    fout, ander = Dag({"dag": "31-02-2026"}), Dag()
    assert fout.errors["dag"] == ["Vul een dag in, zoals 31-12-2026."]
    assert ('type="text"' in str(fout["dag"]), "31-02-2026" in str(fout["dag"])) == (True, True)
    assert 'type="date"' in str(ander["dag"])
