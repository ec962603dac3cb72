"""Two people answered the same question: shows both answers, and carries out what the user decides."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms.boundfield import BoundField
from django.http import QueryDict

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.antwoorden.store import Uitkomst
from bouwstenen.catalogus.schema import Vraag
from bouwstenen.wizard.forms import PaginaForm
from bouwstenen.wizard.widgets import BESLUIT, CONFLICT, SAMEN, VERSIE, was_shown


@dataclass(frozen=True)
class ConflictVraag:
    """One question with the answer that was typed here and the one that somebody saved meanwhile."""

    vraag: Vraag
    veld: BoundField
    toelichting: BoundField | None
    huidig: HuidigAntwoord | None
    onbeslist: bool = False

    @property
    def naam_besluit(self) -> str:
        return self.vraag.naam + BESLUIT

    @property
    def besluiten(self) -> list[dict[str, Any]]:
        """What the user can decide, as options for the template pack."""
        keuzes = [("hun", "Het antwoord dat al bewaard is"), ("mijn", "Het antwoord dat u nu invulde")]
        keuzes += [("samen", "Samenvoegen, met de tekst hieronder")] if self.samen else []
        anker = f"id_{self.naam_besluit}"
        return [
            {"waarde": waarde, "label": label, "id": f"{anker}_{nummer}"}
            for nummer, (waarde, label) in enumerate(keuzes)
        ]

    @property
    def versie(self) -> int:
        return self.huidig.versie if self.huidig else 0

    @property
    def samen(self) -> str:
        """Both texts below each other, to join by hand; "" for other kinds of answer."""
        if self.vraag.soort != "tekst" or not self.huidig or not self.huidig.waarde:
            return ""
        getypt = self.veld.data.ruw
        return getypt if self.huidig.waarde in getypt else f"{self.huidig.waarde}\n\n{getypt}"


def resolve(post: QueryDict, vragen: Sequence[Vraag]) -> tuple[QueryDict, set[str]]:
    """The data after the user's decisions, and the keys of the questions on which nothing was decided.

    "hun" leaves the other answer as it is, "samen" takes the joined text, "mijn" what was typed. Without a decision
    the version goes, so that saving is a conflict again.
    """
    data, onbeslist = post.copy(), set()
    for vraag in vragen:
        if vraag.naam + CONFLICT not in post or not was_shown(post, vraag.naam):
            continue
        besluit = post.get(vraag.naam + BESLUIT)
        if besluit == "hun":
            del data[vraag.naam + VERSIE]
        elif besluit == "samen" and vraag.soort == "tekst":
            data[vraag.naam] = post.get(vraag.naam + SAMEN, "")
        elif besluit != "mijn":
            data[vraag.naam + VERSIE] = ""
            onbeslist.add(vraag.sleutel)
    return data, onbeslist


def conflicten_van(form: PaginaForm, uitkomst: Uitkomst, onbeslist: Collection[str]) -> list[ConflictVraag]:
    """What the conflict page shows: the refused answers, some of them for the second time."""
    huidige = {een.ingediend.vraag: een.huidig for een in uitkomst.conflicten}
    return [
        ConflictVraag(
            vraag, form[vraag.naam], form.toelichting_van(vraag), huidige[vraag.sleutel], vraag.sleutel in onbeslist
        )
        for vraag in form.vragen
        if vraag.sleutel in huidige
    ]
