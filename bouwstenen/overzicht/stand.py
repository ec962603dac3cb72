"""How far wijkteams are: each with its delen, for any number of them in the same few queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Deel, Pagina, Vraag
from bouwstenen.catalogus.waarden import teamnaam
from bouwstenen.wizard.voortgang import (
    Antwoorden,
    DeelVoortgang,
    EigenVragen,
    reachable,
    voortgang,
    waarden_van,
    with_eigen,
)


@dataclass(frozen=True)
class Plek:
    """A page of the wizard."""

    deel: Deel
    pagina: Pagina


@dataclass(frozen=True)
class Taak:
    """One deel in the task list of a wijkteam."""

    voortgang: DeelVoortgang
    plekken: Sequence[Plek]  # the pages that can be reached now
    laatste_vraag: Vraag | None

    @property
    def deel(self) -> Deel:
        return self.voortgang.deel

    @property
    def status(self) -> str:
        """The status as templates/onderdelen/_status.html wants it."""
        return self.voortgang.status.lower().replace(" ", "_")

    @property
    def eerste_open(self) -> Plek | None:
        """The first page with something open; None when there is nothing left to fill in."""
        return first_open(self.plekken, {vraag.sleutel for vraag in self.voortgang.open})


@dataclass(frozen=True)
class Stand:
    """A wijkteam with all that was answered."""

    wijkteam: Any
    antwoorden: Antwoorden
    eigen: EigenVragen
    klaar: Mapping[str, Any]

    @cached_property
    def waarden(self) -> dict[str, Any]:
        return waarden_van(self.antwoorden)

    @cached_property
    def taken(self) -> list[Taak]:
        delen = voortgang(catalogus(), self.antwoorden, self.eigen, self.klaar)
        return [Taak(een, self.plekken_van(een.deel), self.vraag_van(een.laatste)) for een in delen]

    @property
    def naam(self) -> str:
        """The name with its kind: "Buurtteam Kanaleneiland"."""
        return teamnaam(str(self.wijkteam), self.waarden)

    @property
    def is_voorbeeld(self) -> bool:
        """Whether any of it comes from the study, and not from a user."""
        return any(antwoord.herkomst for antwoord in self.antwoorden.values())

    @property
    def ingevuld(self) -> int:
        return sum(taak.voortgang.ingevuld for taak in self.taken)

    @property
    def totaal(self) -> int:
        return sum(taak.voortgang.totaal for taak in self.taken)

    @property
    def laatste(self) -> HuidigAntwoord | None:
        return max(self.antwoorden.values(), key=lambda antwoord: antwoord.gegeven_op, default=None)

    def plekken_van(self, deel: Deel) -> list[Plek]:
        return [Plek(deel, pagina) for pagina in reachable(with_eigen(deel, self.eigen), self.waarden)]

    def vraag_van(self, antwoord: HuidigAntwoord | None) -> Vraag | None:
        """The vraag of an answer; None without an answer, and for an own question that was withdrawn."""
        eigen = {vraag.sleutel: vraag for vragen in self.eigen.values() for vraag in vragen}
        return (catalogus().vragen | eigen).get(antwoord.vraag) if antwoord else None

    def eigen_laatste(self, gebruiker_id: int) -> HuidigAntwoord | None:
        """The last answer that this user gave."""
        van_gebruiker = [antwoord for antwoord in self.antwoorden.values() if antwoord.auteur_id == gebruiker_id]
        return max(van_gebruiker, key=lambda antwoord: antwoord.gegeven_op, default=None)

    def verder(self, gebruiker_id: int) -> Plek | None:
        """Where this user goes on: the page of their last answer, or the next one on which something is open."""
        plekken = [plek for taak in self.taken for plek in taak.plekken]
        laatste = self.eigen_laatste(gebruiker_id)
        nummer = index_of(plekken, laatste.vraag) if laatste else 0
        open_ = {vraag.sleutel for taak in self.taken for vraag in taak.voortgang.open}
        return first_open(plekken[nummer:] + plekken[:nummer], open_)


def index_of(plekken: Sequence[Plek], sleutel: str) -> int:
    """The place of the page with this vraag; 0 when it can't be reached now."""
    nummers = (n for n, plek in enumerate(plekken) if any(vraag.sleutel == sleutel for vraag in plek.pagina.vraag))
    return next(nummers, 0)


def first_open(plekken: Sequence[Plek], open_: set[str]) -> Plek | None:
    """The first page with one of these questions."""
    return next((plek for plek in plekken if any(vraag.sleutel in open_ for vraag in plek.pagina.vraag)), None)


def load_standen(wijkteams: Iterable[Any]) -> list[Stand]:
    """The stand of each wijkteam, in the same order; three queries for all of them."""
    teams = list(wijkteams)
    antwoorden = store.huidige_antwoorden_per_wijkteam(teams)
    eigen = store.eigen_vragen_per_wijkteam(teams)
    klaar = store.klare_delen_per_wijkteam(teams)
    return [Stand(team, antwoorden[team.pk], eigen[team.pk], klaar[team.pk]) for team in teams]
