"""Where a wijkteam stands: its signalen beside what was decided about them. Pure: plain values in, plain values out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.samenhang.gegevens import HuidigeAfweging
from bouwstenen.samenhang.signaal import Ernst, Signaal

# open: nothing decided · bewust: chosen so on purpose · bespreken: on the agenda
# opnieuw: was chosen on purpose, but an answer under it changed since, or it held until a day that is over
Stand = Literal["open", "bewust", "bespreken", "opnieuw"]
Antwoorden = Mapping[str, HuidigAntwoord]


@dataclass(frozen=True)
class Beoordeling:
    """One signaal with its newest afweging.

    gewijzigd: the keys of the vragen whose answer changed since a bewuste keuze. verlopen: its last day is over.
    """

    signaal: Signaal
    afweging: HuidigeAfweging | None = None
    gewijzigd: tuple[str, ...] = ()
    verlopen: bool = False

    @property
    def stand(self) -> Stand:
        if self.afweging is None or self.afweging.besluit == "open":
            return "open"
        if self.afweging.besluit == "bewust" and (self.gewijzigd or self.verlopen):
            return "opnieuw"
        return self.afweging.besluit

    @property
    def is_bewust(self) -> bool:
        """Whether nobody needs to look at it now: only then it does not count."""
        return self.stand == "bewust"


@dataclass(frozen=True)
class Samenhang:
    """All signalen of a wijkteam as they stand, in the order of samenhang.signalen.

    opgelost: newest afwegingen of regels that say nothing any more, bewust or on the agenda, by key.
    """

    beoordelingen: tuple[Beoordeling, ...] = ()
    opgelost: tuple[HuidigeAfweging, ...] = ()

    def van(self, ernst: Ernst) -> tuple[Beoordeling, ...]:
        """Those of one ernst that were not chosen on purpose."""
        return tuple(een for een in self.beoordelingen if een.signaal.ernst == ernst and not een.is_bewust)

    @cached_property
    def spanningen(self) -> tuple[Beoordeling, ...]:
        """What is unresolved: answers that pull at each other and were not chosen so on purpose."""
        return self.van("spanning")

    @cached_property
    def aandachtspunten(self) -> tuple[Beoordeling, ...]:
        """What is worth a talk."""
        return self.van("aandachtspunt")

    @cached_property
    def ontbreekt(self) -> tuple[Beoordeling, ...]:
        """What is still to be filled in; shown folded, counted apart."""
        return self.van("ontbreekt")

    @cached_property
    def bewust(self) -> tuple[Beoordeling, ...]:
        return tuple(een for een in self.beoordelingen if een.is_bewust)

    @cached_property
    def agenda(self) -> tuple[Beoordeling, ...]:
        """What is to be discussed."""
        return tuple(een for een in self.beoordelingen if een.stand == "bespreken")

    @cached_property
    def opnieuw(self) -> tuple[Beoordeling, ...]:
        return tuple(een for een in self.beoordelingen if een.stand == "opnieuw")

    @property
    def is_leeg(self) -> bool:
        """Whether there is nothing at all to show."""
        return not (self.beoordelingen or self.opgelost)

    def bij(self, regel: str) -> Beoordeling | None:
        """The signaal of this regel; None when it says nothing now."""
        return next((een for een in self.beoordelingen if een.signaal.sleutel == regel), None)


def grond_van(vragen: Iterable[str], antwoorden: Antwoorden) -> dict[str, int]:
    """The versions of the newest answers to these vragen, 0 where there is none: what a decision of now is about."""
    return {vraag: antwoorden[vraag].versie if vraag in antwoorden else 0 for vraag in vragen}


def assess(signaal: Signaal, afweging: HuidigeAfweging | None, antwoorden: Antwoorden, *, vandaag: date) -> Beoordeling:
    """One signaal beside what was decided about it."""
    if afweging is None or afweging.besluit != "bewust":
        return Beoordeling(signaal, afweging)
    nu = grond_van(afweging.grond, antwoorden)
    gewijzigd = tuple(vraag for vraag, versie in afweging.grond.items() if nu[vraag] != versie)
    return Beoordeling(signaal, afweging, gewijzigd, verlopen=afweging.tot is not None and afweging.tot < vandaag)


def build_samenhang(
    signalen: Iterable[Signaal], afwegingen: Mapping[str, HuidigeAfweging], antwoorden: Antwoorden, *, vandaag: date
) -> Samenhang:
    """The signalen of now, each with the newest afweging of its regel.

    afwegingen: the newest ones, by the key of their regel. antwoorden: the newest ones, by the key of their vraag.
    """
    beoordelingen = tuple(assess(een, afwegingen.get(een.sleutel), antwoorden, vandaag=vandaag) for een in signalen)
    klinkt = {een.signaal.sleutel for een in beoordelingen}
    over = (afwegingen[regel] for regel in sorted(afwegingen) if regel not in klinkt)
    return Samenhang(beoordelingen, tuple(een for een in over if een.besluit != "open"))
