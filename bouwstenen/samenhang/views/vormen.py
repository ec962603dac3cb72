"""Vormen en modellen: the own team as a picture, and beside the forms, models and prototypes of the sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bouwstenen.antwoorden.store import huidige_antwoorden
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.waarden import teamnaam
from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import requires
from bouwstenen.figuren.prototypen import prototypen
from bouwstenen.figuren.svg import Figuur
from bouwstenen.figuren.team import Teamdiagram
from bouwstenen.figuren.teamdiagram import teken
from bouwstenen.samenhang.capaciteit.plek import plekken
from bouwstenen.samenhang.modellen import Groep, Kenmerk, Toets, Vergelijking, eigen_antwoord, modellen, vergelijk
from bouwstenen.samenhang.teamfiguur import EEN_OF_MEER, GEBIEDEN, INTENSITEIT, VORM, teamdiagram_van
from bouwstenen.samenhang.views.samenhang import rights
from bouwstenen.toegang.rechten import Recht

VRAGEN = (VORM, GEBIEDEN, INTENSITEIT, EEN_OF_MEER)  # that the picture needs first


@dataclass(frozen=True)
class MetBronnen:
    """A figure and its sources in words."""

    figuur: Figuur
    bronnen: tuple[Any, ...]


@dataclass(frozen=True)
class GroepScherm:
    """A group of models as its template wants it."""

    groep: Groep
    vergelijkingen: tuple[Vergelijking, ...]
    waarden: Mapping[str, Any]

    @property
    def bronnen(self) -> tuple[Any, ...]:
        return catalogus().bronnen_van(self.groep.bron)

    @property
    def toetsen(self) -> list[Toets]:
        return [toets for kenmerk in self.groep.kenmerk for toets in kenmerk.toets]

    @property
    def alles_eigen_voorstel(self) -> bool:
        """Whether every comparison of this group is our idea, so that it need not be said at each."""
        return all(toets.eigen_voorstel for toets in self.toetsen)

    @cached_property
    def rijen(self) -> list[tuple[Kenmerk, tuple[str, ...], list[tuple[str, str]]]]:
        """Per feature: what the wijkteam has, and per model what it has and how that compares ("" when it does not)."""
        return [(een, eigen_antwoord(self.waarden, een), self.cellen(een)) for een in self.groep.kenmerk]

    def cellen(self, kenmerk: Kenmerk) -> list[tuple[str, str]]:
        return [(kenmerk.waarden[een.model.sleutel], stand_van(een, kenmerk)) for een in self.vergelijkingen]


def stand_van(vergelijking: Vergelijking, kenmerk: Kenmerk) -> str:
    return next((een.stand for een in vergelijking.kenmerken if een.kenmerk is kenmerk), "")


@require_safe
@requires(Recht.LEZEN)
def vormen(request: WijkteamRequest, gemeente: str, wijkteam: str) -> HttpResponse:
    """The picture, and per source the models side by side; never a winner."""
    antwoorden = huidige_antwoorden(request.wijkteam)
    waarden = {sleutel: antwoord.waarde for sleutel, antwoord in antwoorden.items()}
    context = {
        "team": drawn(teamdiagram_van(waarden, teamnaam(request.wijkteam.naam, waarden))),
        "plekken": plekken(VRAGEN),
        "prototypen": drawn_prototypen(),
        "groepen": [GroepScherm(groep, vergelijk(waarden, groep), waarden) for groep in modellen().groep],
        "verbanden": modellen().verband,
        **rights(request),
    }
    return render(request, "samenhang/vormen.html", context)


@cache
def drawn_prototypen() -> tuple[MetBronnen, ...]:
    """They are the same on each page."""
    return tuple(drawn(een) for een in prototypen())


def drawn(diagram: Teamdiagram) -> MetBronnen:
    return MetBronnen(teken(diagram), catalogus().bronnen_van(diagram.bron))
