"""What one wizard page shows: where it stands in its deel, and which of its questions are asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.forms.boundfield import BoundField

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Deel, Pagina, Vraag
from bouwstenen.catalogus.voorwaarden import BEPALEND, Stand
from bouwstenen.inzichten.blok import blok_bij
from bouwstenen.wizard.forms import PaginaForm
from bouwstenen.wizard.klad import is_eigen
from bouwstenen.wizard.voortgang import EigenVragen, page_status, reachable, stand_van, waarden_van, with_eigen
from bouwstenen.wizard.widgets import was_shown

GEBIED = "gebiedsanalyse"


@dataclass(frozen=True)
class Scherm:
    """A page with the answers of a wijkteam."""

    deel: Deel
    pagina: Pagina
    antwoorden: Mapping[str, HuidigAntwoord]
    eigen: EigenVragen
    ingetrokken: tuple[Vraag, ...] = ()

    @cached_property
    def waarden(self) -> dict[str, Any]:
        return waarden_van(self.antwoorden)

    @cached_property
    def paginas(self) -> list[Pagina]:
        return reachable(with_eigen(self.deel, self.eigen), self.waarden)

    @property
    def is_eigen(self) -> bool:
        """Whether this is the page with the questions the wijkteam asks itself."""
        return is_eigen(self.pagina)

    @property
    def stap(self) -> int:
        """The number of this page in its deel; 0 when it can't be reached now."""
        return self.paginas.index(self.pagina) + 1 if self.pagina in self.paginas else 0

    @property
    def stappen(self) -> list[tuple[Pagina, str]]:
        """The pages of the deel, each with how far it is: ingevuld, bezig, or "" when nothing was answered."""
        return [(pagina, page_status(pagina, self.waarden)) for pagina in self.paginas]

    def vragen_bij(self, data: Mapping[str, Any]) -> list[Vraag]:
        """The questions to show with what was typed: one that was withdrawn only when something was typed there."""
        weg = {vraag.sleutel: vraag for vraag in self.ingetrokken if self.is_eigen}
        alle = {vraag.sleutel: vraag for vraag in self.pagina.vraag} | weg
        return [vraag for sleutel, vraag in alle.items() if sleutel not in weg or was_shown(data, vraag.naam)]

    @property
    def volgende(self) -> Pagina | None:
        """The next page; None when the check page comes next."""
        return self.paginas[self.stap] if 0 < self.stap < len(self.paginas) else None

    @cached_property
    def gebied(self) -> list[tuple[Vraag, Any]]:
        """What the gebiedsanalyse says, to lie beside every question of the bouwstenen (GEB-06)."""
        if not self.deel.bouwsteen:
            return []
        deel = catalogus().deel(GEBIED)
        alle = deel.vragen if deel else ()
        return [(vraag, self.waarden[vraag.sleutel]) for vraag in alle if self.waarden.get(vraag.sleutel)]

    @property
    def bronnen(self) -> list[str]:
        """The sources of this page in words, each once."""
        verwijzingen = "; ".join(vraag.bron for vraag in self.pagina.vraag)
        eigen = ["Eigen voorstel van Wijkteam"] if "eigen voorstel" in verwijzingen else []
        return [str(bron) for bron in catalogus().bronnen_van(verwijzingen)] + eigen

    @property
    def verwijzingen(self) -> list[dict[str, Any]]:
        """Answers that were given on another page, with the page to change them on."""
        return [
            {
                "tekst": verwijzing.tekst,
                "vraag": catalogus().vragen[verwijzing.naar],
                "waarde": self.waarden.get(verwijzing.naar),
                "pagina": catalogus().pagina_van[verwijzing.naar],
            }
            for verwijzing in self.pagina.verwijzing
        ]

    def with_saved(self, bewaard: Iterable[HuidigAntwoord]) -> "Scherm":
        """The same page after a save."""
        return replace(self, antwoorden={**self.antwoorden, **{antwoord.vraag: antwoord for antwoord in bewaard}})


@dataclass(frozen=True)
class VraagRegel:
    """One question as its template wants it."""

    vraag: Vraag
    veld: BoundField
    toelichting: BoundField | None
    versie: int
    stand: Stand
    antwoord: HuidigAntwoord | None

    @property
    def is_open(self) -> bool:
        """Whether there is something to see: an answer, or an error. Then it is never folded away."""
        velden = [self.veld, self.toelichting] if self.toelichting else [self.veld]
        return any(veld.value() or veld.errors for veld in velden)


def load_scherm(
    wijkteam: Any, deel: str, slug: str, *, ingetrokken: bool = False, alles: bool = False
) -> Scherm | None:
    """The page of this wijkteam with its answers; None when there is no such page.

    alles: with every answer of the wijkteam, in the same query, for the signalen before and after a save.
    """
    gevonden = catalogus().deel(deel)
    if not gevonden:
        return None
    gesteld, weg = store.eigen_en_ingetrokken(wijkteam)
    eigen = gesteld | {deel: (*gesteld.get(deel, ()), *weg.get(deel, ()))} if ingetrokken else gesteld
    pagina = next((pagina for pagina in with_eigen(gevonden, eigen) if pagina.slug == slug), None)
    if pagina is None:
        return None
    vragen = {vraag.sleutel for vraag in (*gevonden.vragen, *gesteld.get(deel, ()), *weg.get(deel, ()))}
    antwoorden = store.huidige_antwoorden(wijkteam, None if alles else vragen | elsewhere(pagina))
    return Scherm(gevonden, pagina, antwoorden, eigen, weg.get(deel, ()))


def elsewhere(pagina: Pagina) -> set[str]:
    """The questions outside its deel of which a page needs the answer; of all others it reads none."""
    gebied = catalogus().deel(GEBIED)
    return {
        *BEPALEND,
        *(vraag.sleutel for vraag in (gebied.vragen if gebied else ())),
        *(verwijzing.naar for verwijzing in pagina.verwijzing),
    }


def form_stand(form: PaginaForm, vraag: Vraag, stand: Stand) -> Stand:
    """What was typed is shown, also when its question was hidden meanwhile."""
    getypt = form.is_bound and was_shown(form.data, vraag.naam)
    return "gevraagd" if getypt and stand == "verborgen" else stand


def with_inzichten(vraag: Vraag, veld: BoundField, toelichting: BoundField | None) -> BoundField:
    """The field, with what others learned beside its first fold-out: there it takes no line of its own."""
    naast = toelichting if toelichting and not vraag.uitleg else veld
    naast.field.naast = blok_bij(vraag.sleutel)
    return veld


def regels(scherm: Scherm, form: PaginaForm) -> dict[str, list[VraagRegel]]:
    """The questions to show: asked ones, the ones that are also useful with this vorm, and verdieping."""
    alle = [
        VraagRegel(
            vraag=vraag,
            veld=with_inzichten(vraag, form[vraag.naam], form.toelichting_van(vraag)),
            toelichting=form.toelichting_van(vraag),
            versie=form.versie_van(vraag),
            stand=form_stand(form, vraag, stand_van(scherm.pagina, vraag, scherm.waarden)),
            antwoord=scherm.antwoorden.get(vraag.sleutel),
        )
        for vraag in form.vragen
    ]
    gewoon = [regel for regel in alle if not regel.vraag.verdieping]
    return {
        "gevraagd": [regel for regel in gewoon if regel.stand == "gevraagd"],
        "ook_handig": [regel for regel in gewoon if regel.stand in ("ook_handig", "vorm_open")],
        "verdieping": [regel for regel in alle if regel.vraag.verdieping and regel.stand != "verborgen"],
    }
