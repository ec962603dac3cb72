"""Two people answered the same question: both answers side by side, and what can be decided about them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.antwoorden.store import Conflict, Ingediend, Uitkomst
from bouwstenen.antwoorden.verschil import Stuk, shorten, verschil
from bouwstenen.catalogus.schema import Vraag
from bouwstenen.catalogus.waarden import leesbaar
from bouwstenen.core.tekst import schoon
from bouwstenen.wizard.besluit import BOTST, typed_fields
from bouwstenen.wizard.forms import PaginaForm
from bouwstenen.wizard.samen_velden import SamenForm, Velden, row_fields
from bouwstenen.wizard.samenvoegen import Rij, Samen, join_answers
from bouwstenen.wizard.widgets import BASIS, BESLUIT, CONFLICT, SAMEN, TOELICHTING

Opties = list[dict[str, Any]]  # radios, as the template pack wants them


@dataclass(frozen=True)
class ConflictVraag:
    """One question with the answer that was typed here and the one that somebody saved meanwhile."""

    vraag: Vraag
    conflict: Conflict
    data: QueryDict
    onbeslist: bool

    @property
    def huidig(self) -> HuidigAntwoord | None:
        return self.conflict.huidig

    @property
    def mijn(self) -> Ingediend:
        return self.conflict.ingediend

    @property
    def naam_besluit(self) -> str:
        return self.vraag.naam + BESLUIT

    @property
    def versie(self) -> int:
        return self.huidig.versie if self.huidig else 0

    @property
    def opnieuw(self) -> bool:
        """Whether the user decided, and somebody saved a newer answer just before that."""
        return self.vraag.naam + CONFLICT in self.data and not self.onbeslist

    @property
    def zelfde(self) -> bool:
        """Whether the page asks the same again, so that what was chosen and joined on it stays."""
        return self.onbeslist and self.data.get(self.vraag.naam + BASIS) == str(self.versie)

    @cached_property
    def teksten(self) -> list[tuple[Stuk, ...]]:
        """Of a text their words and mine, with what is only in one of the two marked."""
        return mark(self.huidig.waarde if self.huidig else "", self.mijn.waarde) if self.vraag.soort == "tekst" else []

    @cached_property
    def toelichtingen(self) -> list[tuple[Stuk, ...]]:
        return mark(self.huidig.toelichting if self.huidig else "", self.mijn.toelichting)

    @cached_property
    def samen(self) -> Samen | None:
        """Both answers as one, when that is something else than one of the two."""
        hun, basis = (
            (een.waarde, een.toelichting) if een else (None, "") for een in (self.huidig, self.conflict.basis)
        )
        waarde, toelichting = self.mijn.inhoud
        if self.onbeslist and not self.zelfde:  # joined by hand with an older answer
            samen = self.vraag.naam + SAMEN
            waarde = schoon(self.data.get(samen, "")) or waarde if self.vraag.soort == "tekst" else waarde
            toelichting = schoon(self.data.get(samen + TOELICHTING, "")) or toelichting
        return join_answers(self.vraag, basis, hun, (waarde, toelichting))

    @cached_property
    def samen_form(self) -> SamenForm | None:
        return SamenForm(self.vraag, self.samen, self.data if self.zelfde else None) if self.samen else None

    @property
    def van_wie(self) -> str:
        """Whose the other answer is, in the middle of a sentence."""
        return "uzelf" if self.conflict.eigen else self.huidig.auteur_naam if self.huidig else ""

    @property
    def besluiten(self) -> Opties:
        """What the user can decide."""
        hun = f"Het antwoord van {self.van_wie}" if self.huidig else "Geen antwoord"
        if self.huidig and self.conflict.eigen:
            hun = f"Wat u om {timezone.localtime(self.huidig.gegeven_op):%H:%M} bewaarde"
        keuzes = [
            ("hun", hun, "Wat u nu invulde, wordt niet bewaard."),
            ("mijn", "Wat u nu invulde", "Het andere antwoord blijft staan bij ‘Eerdere antwoorden’."),
            *([("samen", "Samenvoegen", "U ziet hieronder wat het samen wordt.")] if self.samen else []),
            ("zonder", "Verder zonder dit antwoord", "U beslist later. Wat u nu invulde, wordt onthouden."),
        ]
        return options(self.naam_besluit, keuzes, self.gekozen)

    @property
    def gekozen(self) -> str:
        """What is chosen beforehand: joined rows that don't clash, and one's own longer text; else nothing."""
        if self.zelfde:
            return self.data.get(self.naam_besluit, "")
        hun = self.huidig.toelichting if self.huidig else ""
        if self.samen and self.vraag.soort == "tabel":
            is_klaar = not self.samen.botsingen and self.samen.toelichting in (hun, self.mijn.toelichting)
            return "samen" if is_klaar else ""
        if self.huidig and self.conflict.eigen and self.vraag.soort == "tekst":
            langer = (self.huidig.waarde or "") in (self.mijn.waarde or "") and hun in self.mijn.toelichting
            return "mijn" if langer else ""
        return ""

    @property
    def botsingen(self) -> Iterator[Opties]:
        """Of each row that clashes the two to choose from."""
        for rij in self.samen.botsingen if self.samen else ():
            naam = f"{self.vraag.naam}{SAMEN}{BOTST}-{rij.sleutel}"
            hun, mijn = (row_text(self.vraag, een) for een in (rij.hun, rij.mijn))
            keuzes = [("hun", hun, f"Van {self.van_wie}"), ("mijn", mijn, "Van u")]
            yield options(naam, keuzes, self.data.get(naam, "") if self.zelfde else "")

    @property
    def fout(self) -> dict[str, str]:
        """What to do when nothing was decided: in the error summary, and in short at the question."""
        open_rijen = [rij for rij in self.botsingen if not any(optie["gekozen"] for optie in rij)]
        if self.gekozen == "samen" and open_rijen:
            anker, kort = open_rijen[0][0]["id"], "Kies welke rij u wilt bewaren"
        else:
            anker, kort = self.besluiten[0]["id"], "Kies welk antwoord u wilt bewaren"
        return {"anker": anker, "kort": f"{kort}.", "tekst": f"{kort} bij: {self.vraag.label}"}

    @property
    def verborgen(self) -> Velden:
        """What was typed, and a joined tabel, to send along with the decision."""
        for veld in typed_fields(self.data, self.vraag.naam):
            yield from ((veld, waarde) for waarde in self.data.getlist(veld))
        for rij in self.samen.rijen if self.samen else ():
            yield from row_fields(self.vraag, rij)


def options(naam: str, keuzes: list[tuple[str, str, str]], gekozen: str) -> Opties:
    return [
        {
            "naam": naam,
            "waarde": waarde,
            "label": label,
            "uitleg": uitleg,
            "id": f"id_{naam}_{nummer}",
            "gekozen": waarde == gekozen,
        }
        for nummer, (waarde, label, uitleg) in enumerate(keuzes)
    ]


def mark(hun: str | None, mijn: str | None) -> list[tuple[Stuk, ...]]:
    """Their text and mine, short where they are equal; what is only in one of the two is marked, if both are there."""
    stukken = list(shorten(verschil(hun or "", mijn or "")))
    eigen = "alleen" if hun and mijn else "gelijk"
    return [
        tuple(replace(stuk, soort=eigen) if stuk.soort == kant else stuk for stuk in stukken if stuk.soort != ander)
        for kant, ander in (("weg", "nieuw"), ("nieuw", "weg"))
    ]


def row_text(vraag: Vraag, rij: Rij | None) -> str:
    return leesbaar(vraag, {"rijen": [rij]}) if rij else "Deze rij weglaten"


def conflicten_van(form: PaginaForm, uitkomst: Uitkomst, onbeslist: Collection[str]) -> list[ConflictVraag]:
    """What the conflict page shows: the refused answers, some of them for the second time; not what was put off."""
    conflicten = {een.ingediend.vraag: een for een in uitkomst.conflicten}
    return [
        ConflictVraag(vraag, conflicten[vraag.sleutel], form.data, vraag.sleutel in onbeslist)
        for vraag in form.vragen
        if vraag.sleutel in conflicten and form.data.get(vraag.naam + BESLUIT) != "zonder"
    ]
