"""The inputs of a joined answer: a form to finish it by hand, and the rows of a tabel to send along."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict

from bouwstenen.catalogus.schema import Vraag
from bouwstenen.wizard.besluit import BOTST
from bouwstenen.wizard.samenvoegen import Rij, Samen, SamenRij
from bouwstenen.wizard.velden import VELDEN
from bouwstenen.wizard.widgets import SAMEN, TOELICHTING, komma

Velden = Iterator[tuple[str, str]]  # hidden inputs: name and value


class SamenForm(forms.Form):
    """The joined answer, to be made into one by hand; a tabel has only its toelichting here."""

    use_required_attribute = False

    def __init__(self, vraag: Vraag, samen: Samen, data: QueryDict | None):
        super().__init__(data, label_suffix="")
        if vraag.soort != "tabel":
            label = "Samengevoegde tekst" if vraag.soort == "tekst" else "Samengevoegd antwoord"
            self.add(replace(vraag, sleutel=vraag.sleutel + SAMEN, label=label, hint="", uitleg=""), samen.waarde)
        if vraag.met_toelichting and samen.toelichting:
            sleutel = vraag.sleutel + SAMEN + TOELICHTING
            self.add(
                Vraag(sleutel=sleutel, soort="tekst", label="Samengevoegde toelichting", bron=""), samen.toelichting
            )

    def add(self, vraag: Vraag, waarde: Any) -> None:
        self.fields[vraag.naam] = veld = VELDEN[vraag.soort](vraag, waarde)
        veld.widget.wisbaar = False


def row_fields(vraag: Vraag, rij: SamenRij) -> Velden:
    """One row of a joined tabel; twice when one of the two has to be chosen."""
    hier = vraag.naam + SAMEN
    yield f"{hier}-rij", rij.sleutel
    if rij.botst:
        yield hier + BOTST, rij.sleutel
        yield from cell_fields(vraag, f"{hier}-{rij.sleutel}-hun", rij.hun)
        yield from cell_fields(vraag, f"{hier}-{rij.sleutel}-mijn", rij.mijn)
    else:
        yield from cell_fields(vraag, f"{hier}-{rij.sleutel}", rij.mijn)


def cell_fields(vraag: Vraag, naam: str, rij: Rij | None) -> Velden:
    """The filled cells of a row as the inputs of a tabel send them."""
    for kolom in vraag.kolommen:
        veld, cel = f"{naam}-{kolom.sleutel}", (rij or {}).get(kolom.sleutel)
        if kolom.soort == "wie" and cel:
            yield from ((veld, cel.get("keuze", "")), (f"{veld}-naam", cel.get("naam", "")))
        elif cel:
            yield from (
                (veld, een)
                for een in (cel if kolom.soort == "meer" else [komma(cel) if kolom.soort == "getal" else cel])
            )
