"""One page of the catalogue as one form; it knows which questions the page showed and in which version."""

from collections.abc import Iterator, Mapping, Sequence

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.antwoorden.store import Ingediend
from bouwstenen.catalogus.schema import Vraag
from bouwstenen.core.http import version_in
from bouwstenen.wizard.velden import VELDEN, TekstVeld
from bouwstenen.wizard.widgets import TOELICHTING, VERSIE, question_of, was_shown


class PaginaForm(forms.Form):
    """The questions of a page; each has a value, perhaps a toelichting, and the version that was shown."""

    use_required_attribute = False

    def __init__(
        self,
        vragen: Sequence[Vraag],
        antwoorden: Mapping[str, HuidigAntwoord],
        data: QueryDict | None = None,
        *,
        extra_rijen: str = "",
    ):
        super().__init__(data, label_suffix="")
        self.vragen = vragen
        self.antwoorden = antwoorden
        for vraag in vragen:
            self.add_vraag(vraag, antwoorden.get(vraag.sleutel))
        if extra_rijen in self.fields:
            self.fields[extra_rijen].widget.extra_rijen = 3

    def add_vraag(self, vraag: Vraag, antwoord: HuidigAntwoord | None) -> None:
        self.fields[vraag.naam] = VELDEN[vraag.soort](vraag, antwoord.waarde if antwoord else None)
        if vraag.met_toelichting:
            onder = Vraag(sleutel=vraag.sleutel + TOELICHTING, soort="tekst", label="Toelichting", bron="")
            self.fields[onder.naam] = veld = TekstVeld(onder, antwoord.toelichting if antwoord else None)
            veld.uitklap = "Toelichting geven"

    def toelichting_van(self, vraag: Vraag) -> BoundField | None:
        return self[vraag.naam + TOELICHTING] if vraag.met_toelichting else None

    def versie_van(self, vraag: Vraag) -> int:
        """The version to put on the page: the one posted when the form is shown again, else the newest."""
        if self.is_bound and was_shown(self.data, vraag.naam):
            return self.posted_version(vraag)
        antwoord = self.antwoorden.get(vraag.sleutel)
        return antwoord.versie if antwoord else 0

    def posted_version(self, vraag: Vraag) -> int:
        return version_in(self.data, vraag.naam + VERSIE)

    def seen(self) -> Iterator[Vraag]:
        """The questions that stood on the page: those whose version came back."""
        return (vraag for vraag in self.vragen if was_shown(self.data, vraag.naam))

    def is_refused(self, vraag: Vraag) -> bool:
        return vraag.naam in self.errors or vraag.naam + TOELICHTING in self.errors

    def ingediend(self) -> list[Ingediend]:
        """What can be saved: seen and right. What is wrong stays on the page."""
        return [
            Ingediend(
                vraag=vraag.sleutel,
                versie=self.posted_version(vraag),
                waarde=self.cleaned_data[vraag.naam],
                toelichting=self.toelichting_bij(vraag),
            )
            for vraag in self.seen()
            if not self.is_refused(vraag)
        ]

    def toelichting_bij(self, vraag: Vraag) -> str:
        """What was typed; where the page has no place for it, what was there stays."""
        if vraag.met_toelichting:
            return self.cleaned_data[vraag.naam + TOELICHTING] or ""
        return self.antwoorden[vraag.sleutel].toelichting if vraag.sleutel in self.antwoorden else ""

    def typed(self, vragen: Sequence[Vraag]) -> dict[str, list[str]]:
        """What was posted for these questions, name by name."""
        namen = {vraag.naam for vraag in vragen}
        return {naam: self.data.getlist(naam) for naam in self.data if question_of(naam) in namen}
