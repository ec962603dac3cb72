"""Reads and saves answers: each save adds versions, and never covers a version its user has not seen."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.antwoorden.models import Antwoord, DeelKlaar, EigenVraag
from bouwstenen.catalogus.schema import Vraag
from bouwstenen.core.versies import gewist_tekst
from bouwstenen.toegang.models import Gebruiker, Wijkteam

KOLOMMEN = (
    *("wijkteam_id", "vraag", "versie", "waarde", "toelichting", "auteur_id", "gegeven_op", "herkomst"),
    *("gewist_op", "gewist_reden"),
)
EIGEN_SLEUTEL = re.compile(r"(?P<deel>[a-z_]+)\.eigen_(?P<nummer>[0-9]{1,6})")


@dataclass(frozen=True, kw_only=True)
class Ingediend:
    """One answer as a page sends it in: `versie` is the version the page showed, 0 when there was none."""

    vraag: str
    versie: int
    waarde: Any
    toelichting: str = ""

    @property
    def inhoud(self) -> tuple[Any, str]:
        return self.waarde, self.toelichting


@dataclass(frozen=True)
class Conflict:
    """An answer that was refused, because somebody saved another one after the page was shown."""

    ingediend: Ingediend
    huidig: HuidigAntwoord | None
    basis: HuidigAntwoord | None = None  # the version that both began with, if it ever was
    eigen: bool = False  # the same user saved it, in another tab


@dataclass(frozen=True)
class Uitkomst:
    """What became of the answers that were sent in; what is in neither list had not changed."""

    bewaard: tuple[HuidigAntwoord, ...] = ()
    conflicten: tuple[Conflict, ...] = ()


def huidige_antwoorden(wijkteam: Wijkteam, vragen: Collection[str] | None = None) -> dict[str, HuidigAntwoord]:
    """The newest version of every answer of a wijkteam, or of these vragen, by the key of its vraag; in one query."""
    return huidige_antwoorden_per_wijkteam([wijkteam], vragen)[wijkteam.pk]


def geschiedenis(wijkteam: Wijkteam, vraag: str) -> list[HuidigAntwoord]:
    """All versions of one answer, newest first."""
    rijen = Antwoord.objects.filter(wijkteam=wijkteam, vraag=vraag).select_related("auteur").order_by("-versie")
    return [as_gegeven(rij) for rij in rijen]


def as_gegeven(rij: Antwoord) -> HuidigAntwoord:
    return HuidigAntwoord(
        vraag=rij.vraag,
        versie=rij.versie,
        waarde=rij.waarde,
        toelichting=rij.toelichting,
        auteur_id=rij.auteur_id,
        auteur_naam=str(rij.auteur),
        gegeven_op=rij.gegeven_op,
        herkomst=rij.herkomst,
        gewist=rij.gewist,
    )


@transaction.atomic(savepoint=False)
def save_antwoorden(*, wijkteam: Wijkteam, ingediend: Iterable[Ingediend], door: Gebruiker) -> Uitkomst:
    """Add a version for each answer that differs from the version its page showed.

    A stale or forged version is a conflict. Two who pass that check at once are parted by the unique key: the
    second one gets a conflict too.
    """
    alle = tuple(ingediend)
    rijen = newest_and_shown(wijkteam, alle)
    versies = {(rij.vraag, rij.versie): rij for rij in rijen}
    laatste = {vraag: max(v for k, v in versies if k == vraag) for vraag, _ in versies}
    nieuw, conflicten = [], []
    for een in alle:
        huidig = versies.get((een.vraag, laatste.get(een.vraag, 0)))
        if is_same(een, versies.get((een.vraag, een.versie))) or is_same(een, huidig):
            continue
        if een.versie != laatste.get(een.vraag, 0):
            conflicten.append(conflict_over(een, [rij for rij in rijen if rij.vraag == een.vraag], door))
        else:
            nieuw.append(een)
    bewaard, verloren = add_versions(wijkteam, nieuw, door)
    return Uitkomst(tuple(bewaard), (*conflicten, *verloren))


def newest_and_shown(wijkteam: Wijkteam, alle: Collection[Ingediend]) -> list[Antwoord]:
    """Of each answer that was sent in the newest version, and the one its page showed; perhaps some more."""
    rijen = Antwoord.objects.filter(wijkteam=wijkteam, vraag__in=[een.vraag for een in alle])
    return list(rijen.huidig(Q(versie__in={een.versie for een in alle})))


def is_same(een: Ingediend, rij: Antwoord | None) -> bool:
    """Whether this is what the version says; version 0 says nothing, a version that never was says nothing too."""
    if rij is None:
        return een.versie == 0 and een.inhoud == (None, "")
    return een.inhoud == (rij.waarde, rij.toelichting)


def add_versions(
    wijkteam: Wijkteam, nieuw: list[Ingediend], door: Gebruiker
) -> tuple[list[HuidigAntwoord], list[Conflict]]:
    """Insert all at once; when somebody was just before us, one by one, and tell which ones were lost."""
    if not nieuw:
        return [], []
    try:
        return [as_gegeven(rij) for rij in insert(wijkteam, nieuw, door)], []
    except IntegrityError:
        return add_one_by_one(wijkteam, nieuw, door)


def add_one_by_one(
    wijkteam: Wijkteam, nieuw: list[Ingediend], door: Gebruiker
) -> tuple[list[HuidigAntwoord], list[Conflict]]:
    bewaard, conflicten = [], []
    for een in nieuw:
        try:
            bewaard += [as_gegeven(rij) for rij in insert(wijkteam, [een], door)]
        except IntegrityError:
            conflicten.append(conflict_over(een, newest_and_shown(wijkteam, [een]), door))
    return bewaard, conflicten


def conflict_over(een: Ingediend, rijen: Iterable[Antwoord], door: Gebruiker) -> Conflict:
    """The answer that was refused beside the newest of these versions, and the one that both began with."""
    versies = {rij.versie: as_gegeven(rij) for rij in rijen}
    huidig = versies[max(versies)] if versies else None
    return Conflict(een, huidig, versies.get(een.versie), eigen=bool(huidig and huidig.auteur_id == door.pk))


def insert(wijkteam: Wijkteam, nieuw: list[Ingediend], door: Gebruiker) -> list[Antwoord]:
    nu = timezone.now()
    rijen = [
        Antwoord(
            wijkteam=wijkteam,
            vraag=een.vraag,
            versie=een.versie + 1,
            waarde=een.waarde,
            toelichting=een.toelichting,
            auteur=door,
            gegeven_op=nu,
        )
        for een in nieuw
    ]
    with transaction.atomic():
        return list(Antwoord.objects.bulk_create(rijen))


def restore_version(*, wijkteam: Wijkteam, vraag: str, versie: int, gezien: int, door: Gebruiker) -> Uitkomst | None:
    """Add the content of an older version as the newest one; None when that version does not exist or was wiped."""
    oud = Antwoord.objects.filter(wijkteam=wijkteam, vraag=vraag, versie=versie, gewist_op=None).first()
    if oud is None:
        return None
    weer = Ingediend(vraag=vraag, versie=gezien, waarde=oud.waarde, toelichting=oud.toelichting)
    return save_antwoorden(wijkteam=wijkteam, ingediend=[weer], door=door)


def add_voorbeeld(
    *, wijkteam: Wijkteam, vraag: str, waarde: Any, toelichting: str, herkomst: str, door: Gebruiker
) -> bool:
    """Add an answer from a source as the first version; leaves alone what has an answer already."""
    if Antwoord.objects.filter(wijkteam=wijkteam, vraag=vraag).exists():
        return False
    Antwoord.objects.create(
        wijkteam=wijkteam, vraag=vraag, versie=1, waarde=waarde, toelichting=toelichting, auteur=door, herkomst=herkomst
    )
    return True


def eigen_vragen(wijkteam: Wijkteam, *, ingetrokken: bool = False) -> dict[str, tuple[Vraag, ...]]:
    """The own questions of a wijkteam by deel; those withdrawn only when asked for, after the others."""
    gesteld, weg = eigen_en_ingetrokken(wijkteam)
    return {deel: (*gesteld.get(deel, ()), *weg.get(deel, ())) for deel in gesteld | weg} if ingetrokken else gesteld


def eigen_en_ingetrokken(wijkteam: Wijkteam) -> tuple[dict[str, tuple[Vraag, ...]], dict[str, tuple[Vraag, ...]]]:
    """The own questions of a wijkteam by deel: those asked now and those withdrawn, in one query."""
    gesteld: dict[str, tuple[Vraag, ...]] = {}
    ingetrokken: dict[str, tuple[Vraag, ...]] = {}
    for rij in EigenVraag.objects.filter(wijkteam=wijkteam).order_by("deel", "nummer"):
        per_deel = ingetrokken if rij.ingetrokken_op else gesteld
        per_deel[rij.deel] = (*per_deel.get(rij.deel, ()), as_vraag(rij))
    return gesteld, ingetrokken


def as_vraag(rij: EigenVraag) -> Vraag:
    return Vraag(sleutel=rij.sleutel, soort="tekst", label=rij.label, bron="eigen vraag", eigen=True)


def eigen_vraag(wijkteam: Wijkteam, sleutel: str) -> Vraag | None:
    """An own question by its key, also when it was withdrawn: its history stays readable."""
    rij = rijen_van(wijkteam, sleutel).first()
    return as_vraag(rij) if rij else None


def rijen_van(wijkteam: Wijkteam, sleutel: str) -> QuerySet[EigenVraag]:
    """The row of an own question; none when the key is no key of an own question."""
    gevonden = EIGEN_SLEUTEL.fullmatch(sleutel)
    if gevonden is None:
        return EigenVraag.objects.none()
    return EigenVraag.objects.filter(wijkteam=wijkteam, deel=gevonden["deel"], nummer=int(gevonden["nummer"]))


@transaction.atomic
def ask_eigen_vraag(*, wijkteam: Wijkteam, deel: str, label: str, door: Gebruiker) -> EigenVraag:
    """Add a question of the wijkteam itself at a deel; numbers are never reused."""
    Wijkteam.objects.select_for_update().get(pk=wijkteam.pk)
    touch(wijkteam)
    hoogste = EigenVraag.objects.filter(wijkteam=wijkteam, deel=deel).aggregate(n=Max("nummer"))["n"] or 0
    return EigenVraag.objects.create(wijkteam=wijkteam, deel=deel, nummer=hoogste + 1, label=label, gesteld_door=door)


@transaction.atomic
def set_eigen_vraag_withdrawn(*, wijkteam: Wijkteam, deel: str, sleutel: str, ingetrokken: bool) -> bool:
    """Withdraw an own question, or ask it again; its answers and history stay. False when this deel does not ask it."""
    op = timezone.now() if ingetrokken else None
    touch(wijkteam)
    return bool(rijen_van(wijkteam, sleutel).filter(deel=deel).update(ingetrokken_op=op))


def touch(wijkteam: Wijkteam) -> None:
    """Something else than an answer changed in what the wijkteam has to say."""
    Wijkteam.objects.filter(pk=wijkteam.pk).update(gewijzigd_op=timezone.now())


def klare_delen(wijkteam: Wijkteam) -> dict[str, DeelKlaar]:
    """The delen that were marked "Klaar zo", with who and when."""
    return {rij.deel: rij for rij in DeelKlaar.objects.filter(wijkteam=wijkteam).select_related("door")}


def set_klaar(*, wijkteam: Wijkteam, deel: str, klaar: bool, door: Gebruiker) -> None:
    """Mark a deel "Klaar zo", or take the mark away."""
    if klaar:
        DeelKlaar.objects.get_or_create(wijkteam=wijkteam, deel=deel, defaults={"door": door})
    else:
        DeelKlaar.objects.filter(wijkteam=wijkteam, deel=deel).delete()


def huidige_antwoorden_per_wijkteam(
    wijkteams: Collection[Wijkteam], vragen: Collection[str] | None = None
) -> dict[int, dict[str, HuidigAntwoord]]:
    """The newest answers of many wijkteams, by the key of the wijkteam and then of the vraag, in one query."""
    per_wijkteam: dict[int, dict[str, HuidigAntwoord]] = {wijkteam.pk: {} for wijkteam in wijkteams}
    alleen = {} if vragen is None else {"vraag__in": vragen}
    rijen = Antwoord.objects.filter(wijkteam__in=wijkteams, **alleen).huidig()
    for rij in rijen.values(*KOLOMMEN, auteur_naam=F("auteur__naam")):  # with models it takes twice as long
        wijkteam, gewist = rij.pop("wijkteam_id"), gewist_tekst(rij.pop("gewist_op"), rij.pop("gewist_reden"))
        per_wijkteam[wijkteam][rij["vraag"]] = HuidigAntwoord(**rij, gewist=gewist)
    return per_wijkteam


def eigen_vragen_per_wijkteam(wijkteams: Collection[Wijkteam]) -> dict[int, dict[str, tuple[Vraag, ...]]]:
    """The own questions of many wijkteams by deel, without those withdrawn, in one query."""
    per_wijkteam: dict[int, dict[str, tuple[Vraag, ...]]] = {wijkteam.pk: {} for wijkteam in wijkteams}
    for rij in EigenVraag.objects.filter(wijkteam__in=wijkteams, ingetrokken_op=None).order_by("deel", "nummer"):
        per_deel = per_wijkteam[rij.wijkteam_id]
        per_deel[rij.deel] = (*per_deel.get(rij.deel, ()), as_vraag(rij))
    return per_wijkteam


def klare_delen_per_wijkteam(wijkteams: Collection[Wijkteam]) -> dict[int, dict[str, DeelKlaar]]:
    """The marks "Klaar zo" of many wijkteams by deel, in one query."""
    per_wijkteam: dict[int, dict[str, DeelKlaar]] = {wijkteam.pk: {} for wijkteam in wijkteams}
    for rij in DeelKlaar.objects.filter(wijkteam__in=wijkteams):
        per_wijkteam[rij.wijkteam_id][rij.deel] = rij
    return per_wijkteam
