"""Makes the account of somebody who left anonymous: what they wrote stays, who they were goes."""

from allauth.account.models import EmailAddress
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.dispatch import Signal
from django.utils import timezone

from bouwstenen.core.spoor import Daad, note
from bouwstenen.toegang.models import Gebruiker, Lidmaatschap, Uitnodiging
from bouwstenen.toegang.store import set_lidmaatschap

NAAM = "oud-medewerker"
EERST_SLUITEN = "Dit account is nog actief. Haal eerst het vinkje bij ‘actief’ weg."

# Sent inside the transaction with `gebruiker`: features that keep something personal of a user drop it.
vertrokken = Signal()


@transaction.atomic
def anonimiseer(*, gebruiker: Gebruiker, door: Gebruiker) -> bool:
    """Take the name and the address from a closed account; False when that was done before.

    Needs all gemeenten in scope. ValidationError when the account is not closed.
    """
    rij = Gebruiker.objects.select_for_update().get(pk=gebruiker.pk)
    if rij.is_active:
        raise ValidationError(EERST_SLUITEN)
    if rij.geanonimiseerd_op:
        return False
    for lid in Lidmaatschap.objects.filter(gebruiker=rij, actief=True).select_related("gemeente"):
        set_lidmaatschap(gemeente=lid.gemeente, gebruiker=rij, rollen=lid.rollen, actief=False, door=door)
    adres = f"oud-medewerker-{rij.pk}@ongeldig.invalid"
    forget_uitnodigingen(rij, adres, door)
    EmailAddress.objects.filter(user=rij).delete()
    end_sessions(rij)
    vertrokken.send(sender=Gebruiker, gebruiker=rij)
    rij.naam, rij.email, rij.is_staff, rij.geanonimiseerd_op = NAAM, adres, False, timezone.now()
    rij.set_unusable_password()
    rij.save()
    note(Daad.GEANONIMISEERD, rij, door=door)
    return True


def forget_uitnodigingen(gebruiker: Gebruiker, adres: str, door: Gebruiker) -> None:
    """Withdraw the open invitations to and by this user, and take their address from all to them."""
    hun = Uitnodiging.objects.filter(Q(email__iexact=gebruiker.email) | Q(uitgenodigd_door=gebruiker))
    for uitnodiging in hun.filter(aangenomen_op=None, ingetrokken_op=None).select_related("gemeente"):
        uitnodiging.ingetrokken_op = timezone.now()
        uitnodiging.save(update_fields=["ingetrokken_op"])
        note(Daad.UITNODIGING_INGETROKKEN, uitnodiging, door=door)
    Uitnodiging.objects.filter(email__iexact=gebruiker.email).update(email=adres)


def end_sessions(gebruiker: Gebruiker) -> None:
    """A session knows its user only inside, so each one is opened."""
    sessies = Session.objects.iterator()
    weg = [sessie.pk for sessie in sessies if sessie.get_decoded().get(SESSION_KEY) == str(gebruiker.pk)]
    Session.objects.filter(pk__in=weg).delete()
