"""All reading and writing of gemeenten, lidmaatschappen and wijkteams."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from bouwstenen.core.spoor import Daad, note, note_refusal
from bouwstenen.toegang.models import Gebruiker, Gemeente, Lidmaatschap, Wijkteam
from bouwstenen.toegang.rechten import BEHEERDER, Recht, rechten_bij
from bouwstenen.toegang.slugs import vrije_slug

LAATSTE_BEHEERDER = "{naam} is de laatste beheerder van {gemeente}. Maak eerst iemand anders beheerder."
LAATSTE_PLATFORMBEHEERDER = "{naam} is de laatste platformbeheerder. Maak eerst iemand anders platformbeheerder."


# Reading


def gemeente_met_rechten(gebruiker: Gebruiker, slug: str) -> tuple[Gemeente, frozenset[Recht]] | None:
    """The gemeente with this slug and what the user may do there; None when it is unknown, archived or not theirs.

    One query. Only this and the next function look for a lidmaatschap before a scope is open.
    """
    rows = gemeenten_van(gebruiker).filter(slug=slug).annotate(rollen=F("lidmaatschap__rollen"))
    if (gemeente := rows.first()) is None:
        return None
    return gemeente, rechten_bij(gemeente.rollen)


def wijkteam_met_rechten(gebruiker: Gebruiker, gemeente: str, slug: str) -> tuple[Wijkteam, frozenset[Recht]] | None:
    """The same for a wijkteam, archived or not, with its gemeente; in one query too, because most pages ask it."""
    rows = Wijkteam._base_manager.filter(
        slug=slug,
        gemeente__slug=gemeente,
        gemeente__gearchiveerd_op__isnull=True,
        gemeente__lidmaatschap__gebruiker=gebruiker,
        gemeente__lidmaatschap__actief=True,
    )
    wijkteam = rows.select_related("gemeente").annotate(rollen=F("gemeente__lidmaatschap__rollen")).first()
    return (wijkteam, rechten_bij(wijkteam.rollen)) if wijkteam else None


def gemeenten_van(gebruiker: Gebruiker) -> QuerySet[Gemeente]:
    """The gemeenten that the user is an active member of, by name, without the archived ones."""
    return Gemeente.objects.filter(
        lidmaatschap__gebruiker=gebruiker, lidmaatschap__actief=True, gearchiveerd_op__isnull=True
    )


def leesbare_gemeenten(gebruiker: Gebruiker) -> list[Gemeente]:
    """The gemeenten in which the user may read, by name: a lidmaatschap without a role shows nothing."""
    rows = gemeenten_van(gebruiker).annotate(rollen=F("lidmaatschap__rollen"))
    return [gemeente for gemeente in rows if Recht.LEZEN in rechten_bij(gemeente.rollen)]


def alle_gemeenten() -> QuerySet[Gemeente]:
    """Every gemeente that is not archived, for commands."""
    return Gemeente.objects.filter(gearchiveerd_op__isnull=True)


def wijkteams_van(gemeente: Gemeente) -> QuerySet[Wijkteam]:
    """The wijkteams of this gemeente by name, the archived ones too; needs the gemeente in scope."""
    return Wijkteam.objects.filter(gemeente=gemeente)


def wijkteams_in_scope() -> QuerySet[Wijkteam]:
    """The wijkteams of all gemeenten in scope (the eigen door), with their gemeente."""
    return Wijkteam.objects.select_related("gemeente").order_by("gemeente__naam", "naam", "pk")


def wijkteam_met_slug(gemeente: Gemeente, slug: str) -> Wijkteam | None:
    """The wijkteam with this slug, archived or not; needs the gemeente in scope."""
    wijkteam = wijkteams_van(gemeente).filter(slug=slug).first()
    if wijkteam:
        wijkteam.gemeente = gemeente
    return wijkteam


# Wijkteams


@transaction.atomic
def create_wijkteam(*, gemeente: Gemeente, naam: str, door: Gebruiker | None) -> Wijkteam:
    """Make a wijkteam and choose its slug; the lock on the gemeente keeps two makers from the same slug."""
    Gemeente.objects.select_for_update().get(pk=gemeente.pk)
    bezet = set(wijkteams_van(gemeente).values_list("slug", flat=True))
    wijkteam = Wijkteam.objects.create(gemeente=gemeente, naam=naam, slug=vrije_slug(naam, bezet))
    note(Daad.GEMAAKT, wijkteam, door=door)
    return wijkteam


@transaction.atomic
def rename_wijkteam(*, wijkteam: Wijkteam, naam: str, door: Gebruiker) -> None:
    """Give a wijkteam another name; its slug, and so its address, stays."""
    wijkteam.naam, wijkteam.gewijzigd_op = naam, timezone.now()
    wijkteam.save(update_fields=["naam", "gewijzigd_op"])
    note(Daad.HERNOEMD, wijkteam, door=door)


def archive_wijkteam(*, wijkteam: Wijkteam, door: Gebruiker) -> None:
    """Put a wijkteam away: everything stays readable, nothing can be changed."""
    _set_archief(wijkteam, in_archief=True, door=door)


def restore_wijkteam(*, wijkteam: Wijkteam, door: Gebruiker) -> None:
    """Take a wijkteam out of the archive."""
    _set_archief(wijkteam, in_archief=False, door=door)


@transaction.atomic
def _set_archief(rij: Wijkteam | Gemeente, *, in_archief: bool, door: Gebruiker) -> None:
    """Once: what is there already, or is not, leaves no trace."""
    if in_archief != (rij.gearchiveerd_op is not None):
        rij.gearchiveerd_op = timezone.now() if in_archief else None
        rij.save(update_fields=["gearchiveerd_op"])
        note(Daad.GEARCHIVEERD if in_archief else Daad.TERUGGEZET, rij, door=door)


# Gemeenten and people


@transaction.atomic
def create_gemeente(*, naam: str, slug: str, is_voorbeeld: bool = False, cbs_code: str | None = None) -> Gemeente:
    """Make a gemeente; the slug is chosen by whoever calls, because it can't be changed later."""
    gemeente = Gemeente(naam=naam, slug=slug, is_voorbeeld=is_voorbeeld, cbs_code=cbs_code)
    gemeente.full_clean()
    gemeente.save()
    note(Daad.GEMAAKT, gemeente, door=None)
    return gemeente


def archive_gemeente(*, gemeente: Gemeente, door: Gebruiker) -> None:
    """Close a gemeente for its members; nothing is lost."""
    _set_archief(gemeente, in_archief=True, door=door)


def restore_gemeente(*, gemeente: Gemeente, door: Gebruiker) -> None:
    """Open an archived gemeente again."""
    _set_archief(gemeente, in_archief=False, door=door)


@transaction.atomic
def set_lidmaatschap(
    *, gemeente: Gemeente, gebruiker: Gebruiker, rollen: list[str], actief: bool = True, door: Gebruiker | None
) -> Lidmaatschap:
    """Make the lidmaatschap of this user, or change it; ValidationError when it would take the last beheerder away."""
    check_blijft_beheerder(gemeente=gemeente, gebruiker=gebruiker, rollen=rollen, actief=actief)
    lidmaatschap, _ = Lidmaatschap.objects.update_or_create(
        gemeente=gemeente, gebruiker=gebruiker, defaults={"rollen": rollen, "actief": actief}
    )
    note_rechten(lidmaatschap, door)
    return lidmaatschap


def note_rechten(lidmaatschap: Lidmaatschap, door: Gebruiker | None) -> None:
    """Put in the trace what this lidmaatschap allows from now on."""
    bij = ", ".join(lidmaatschap.rollen) if lidmaatschap.actief else "niet meer actief"
    note(Daad.RECHTEN, lidmaatschap, door=door, bij=bij)


def deactivate_gebruiker(*, gebruiker: Gebruiker, door: Gebruiker | None) -> None:
    """Close the account of somebody who leaves; ValidationError when a gemeente would lose its last beheerder."""
    with note_refusal(Daad.ACCOUNT_GESLOTEN, gebruiker, door=door), transaction.atomic():
        check_mag_weg(gebruiker)
        check_blijft_platformbeheerder(gebruiker)
        gebruiker.is_active = False
        gebruiker.save(update_fields=["is_active"])
        note(Daad.ACCOUNT_GESLOTEN, gebruiker, door=door)


def check_blijft_beheerder(*, gemeente: Gemeente, gebruiker: Gebruiker, rollen: list[str], actief: bool) -> None:
    """Raise ValidationError when this change leaves the gemeente without a beheerder; call inside a transaction.

    The row of the gemeente stays locked until the end of that transaction: two beheerders can't both leave at once.
    """
    if actief and BEHEERDER in rollen and gebruiker.is_active:
        return
    Gemeente.objects.select_for_update().get(pk=gemeente.pk)
    beheerders = _beheerders(gemeente)
    if beheerders == {gebruiker.pk}:
        raise ValidationError(LAATSTE_BEHEERDER.format(naam=gebruiker.naam, gemeente=gemeente.naam))


def check_mag_weg(gebruiker: Gebruiker) -> None:
    """Raise ValidationError when this user is the last beheerder of a gemeente; call inside a transaction."""
    for gemeente in gemeenten_van(gebruiker):
        check_blijft_beheerder(gemeente=gemeente, gebruiker=gebruiker, rollen=[], actief=False)


def check_blijft_platformbeheerder(gebruiker: Gebruiker) -> None:
    """Raise ValidationError when this user is the last platform beheerder; call inside a transaction."""
    platformbeheerders = Gebruiker.objects.select_for_update().filter(is_staff=True, is_active=True)
    if {rij.pk for rij in platformbeheerders} == {gebruiker.pk}:
        raise ValidationError(LAATSTE_PLATFORMBEHEERDER.format(naam=gebruiker.naam))


def _beheerders(gemeente: Gemeente) -> set[int]:
    """Keys of the users who can act as beheerder now (roles are compared here: SQLite can't search in JSON lists)."""
    rows = Gemeente.objects.filter(
        pk=gemeente.pk, lidmaatschap__actief=True, lidmaatschap__gebruiker__is_active=True
    ).values_list("lidmaatschap__gebruiker_id", "lidmaatschap__rollen")
    return {pk for pk, rollen in rows if BEHEERDER in rollen}
