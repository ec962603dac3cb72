"""Invitations: made, withdrawn and accepted; each change locks the row of the gemeente, so one at a time."""

from django.core.signing import BadSignature, Signer
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from bouwstenen.core.spoor import Daad, note
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.toegang.models import Gebruiker, Gemeente, Lidmaatschap, Uitnodiging
from bouwstenen.toegang.rechten import op_volgorde
from bouwstenen.toegang.store import set_lidmaatschap

# The token holds nothing but the key of the row: until when it works and what it gives, the row tells.
_signer = Signer(salt="bouwstenen.toegang.uitnodiging")


# Reading


def open_uitnodigingen(gemeente: Gemeente) -> "QuerySet[Uitnodiging]":
    """Those that wait for an answer, newest first; also the expired ones, which can be sent again."""
    rows: QuerySet[Uitnodiging] = Uitnodiging.objects.filter(gemeente=gemeente, aangenomen_op=None, ingetrokken_op=None)
    return rows.select_related("gemeente", "uitgenodigd_door")


def token_van(uitnodiging: Uitnodiging) -> str:
    return _signer.sign(str(uitnodiging.pk))


def uitnodiging_bij(token: str) -> Uitnodiging | None:
    """The invitation that this token is for; None when the token was not made here.

    Who is invited is no member yet, so no scope is open: the invitation itself tells which one to look in.
    """
    try:
        pk = int(_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
    gemeente = Gemeente.objects.filter(uitnodiging=pk).first()
    if gemeente is None:
        return None
    with enter_scope(gemeente):
        return Uitnodiging.objects.select_related("gemeente", "uitgenodigd_door").get(pk=pk)


def account_van(uitnodiging: Uitnodiging) -> Gebruiker | None:
    """The account of whoever is invited, closed or not; None when there is none yet."""
    return Gebruiker.objects.filter(email__iexact=uitnodiging.email).first()


def nieuw_account(uitnodiging: Uitnodiging) -> Gebruiker:
    """An account that is not saved yet, to judge a password by."""
    return Gebruiker(email=uitnodiging.email)


# Inviting


@transaction.atomic
def invite(*, gemeente: Gemeente, email: str, rollen: list[str], door: Gebruiker) -> Uitnodiging:
    """Make an invitation, in the place of an open one for the same address; whoever calls sends the mail."""
    _lock(gemeente)
    uitnodiging = Uitnodiging(gemeente=gemeente, email=email.lower(), rollen=rollen, uitgenodigd_door=door)
    uitnodiging.full_clean()
    open_uitnodigingen(gemeente).filter(email=uitnodiging.email).update(ingetrokken_op=timezone.now())
    uitnodiging.save()
    note(Daad.UITGENODIGD, uitnodiging, door=door, bij=", ".join(rollen))
    return uitnodiging


@transaction.atomic
def invite_again(*, uitnodiging: Uitnodiging, door: Gebruiker) -> Uitnodiging | None:
    """The same invitation with a new link; None when somebody accepted or withdrew it a moment ago."""
    _lock(uitnodiging.gemeente)
    if not open_uitnodigingen(uitnodiging.gemeente).filter(pk=uitnodiging.pk).exists():
        return None
    return invite(gemeente=uitnodiging.gemeente, email=uitnodiging.email, rollen=uitnodiging.rollen, door=door)


@transaction.atomic
def withdraw(*, uitnodiging: Uitnodiging, door: Gebruiker) -> bool:
    """Make the link dead; False when there was nothing to withdraw any more."""
    _lock(uitnodiging.gemeente)
    rows = open_uitnodigingen(uitnodiging.gemeente).filter(pk=uitnodiging.pk)
    if not rows.update(ingetrokken_op=timezone.now()):
        return False
    note(Daad.UITNODIGING_INGETROKKEN, uitnodiging, door=door)
    return True


# Accepting


def accept(*, uitnodiging: Uitnodiging, door: Gebruiker) -> bool:
    """Make the invited person a member; False when the invitation no longer works or is for somebody else."""
    with enter_scope(uitnodiging.gemeente), transaction.atomic():
        rij = _still_open(uitnodiging)
        if rij is None or rij.email != door.email or not door.is_active:
            return False
        _join(rij, door)
        return True


def accept_as_new(*, uitnodiging: Uitnodiging, naam: str, wachtwoord: str) -> Gebruiker | None:
    """Make the account of the invited person, and make them a member; None when somebody else was first."""
    try:
        with enter_scope(uitnodiging.gemeente), transaction.atomic():
            rij = _still_open(uitnodiging)
            if rij is None:
                return None
            gebruiker = Gebruiker.objects.create_user(rij.email, wachtwoord, naam=naam)
            _join(rij, gebruiker)
            return gebruiker
    except IntegrityError:  # an account with this address was made a moment ago
        return None


def _still_open(uitnodiging: Uitnodiging) -> Uitnodiging | None:
    """The row as it is now; whoever comes second waits at the lock, and then finds the invitation used."""
    _lock(uitnodiging.gemeente)
    rij: Uitnodiging = Uitnodiging.objects.select_related("gemeente").get(pk=uitnodiging.pk)
    return rij if rij.stand == "open" else None


def _join(uitnodiging: Uitnodiging, gebruiker: Gebruiker) -> None:
    uitnodiging.aangenomen_op = timezone.now()
    uitnodiging.save(update_fields=["aangenomen_op"])
    note(Daad.UITNODIGING_AANGENOMEN, uitnodiging, door=gebruiker, bij=", ".join(uitnodiging.rollen))
    rollen = _rollen(uitnodiging, gebruiker)
    set_lidmaatschap(gemeente=uitnodiging.gemeente, gebruiker=gebruiker, rollen=rollen, door=gebruiker)


def _rollen(uitnodiging: Uitnodiging, gebruiker: Gebruiker) -> list[str]:
    """What the member may do already, and what the invitation adds.

    The roles of a lidmaatschap that was stopped do not count: nobody who invited for one role saw those come back.
    """
    lidmaatschap = Lidmaatschap.objects.filter(gemeente=uitnodiging.gemeente, gebruiker=gebruiker, actief=True).first()
    return op_volgorde([*uitnodiging.rollen, *(lidmaatschap.rollen if lidmaatschap else [])])


def _lock(gemeente: Gemeente) -> None:
    """Wait for whoever is changing an invitation or a beheerder of this gemeente; until the transaction ends."""
    Gemeente.objects.select_for_update().get(pk=gemeente.pk)
