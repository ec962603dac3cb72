"""The own account: name, e-mail address and gemeenten of whoever is logged in.

allauth can change an e-mail address too, but keeps addresses in a table of its own beside Gebruiker.email. Its page
empties Gebruiker.email of a user without a row there, and lets an address log in before anybody confirmed it. So the
change is ours: the link in the mail carries the new address, signed, and nothing is stored until it is confirmed.
"""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core import signing
from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac

from bouwstenen.core.spoor import Daad, note
from bouwstenen.toegang.models import Gebruiker, Gemeente
from bouwstenen.toegang.rechten import ROLLEN
from bouwstenen.toegang.store import gemeenten_van

SALT = "bouwstenen.toegang.store.account"


def gemeenten_met_rollen(gebruiker: Gebruiker) -> list[tuple[Gemeente, list[str]]]:
    """The gemeenten of this user, each with the roles there, in words."""
    rows = gemeenten_van(gebruiker).annotate(rollen=F("lidmaatschap__rollen"))
    return [(gemeente, [ROLLEN[rol].label for rol in gemeente.rollen]) for gemeente in rows]


@transaction.atomic
def change_naam(*, naam: str, door: Gebruiker) -> None:
    """Give yourself another name; it changes everywhere, also at what was written before."""
    door.naam = naam
    door.save(update_fields=["naam"])
    note(Daad.HERNOEMD, door, door=door)


def ask_email(*, email: str, request: HttpRequest, door: Gebruiker) -> bool:
    """Mail a link to the new address; False when no mail can be sent now.

    Whether the address is somebody else's is told in the mail, never on the screen.
    """
    if Gebruiker.objects.filter(email=email).exists():
        return get_adapter().send_mail("account/email/email_taken", email, {})
    link = request.build_absolute_uri(reverse("toegang_email_bevestigen", args=[email_token(door, email)]))
    return get_adapter().send_mail("account/email/email_change", email, {"link": link})


def change_email(*, email: str, door: Gebruiker) -> bool:
    """Log in with this address from now on, and tell the old one; False when somebody else took it meanwhile."""
    oud, door.email = door.email, email
    try:
        with transaction.atomic():
            door.save(update_fields=["email"])
            note(Daad.EMAIL, door, door=door)
            get_adapter().send_notification_mail("account/email/email_changed", door, {"nieuw": email}, email=oud)
    except IntegrityError:
        door.email = oud
        return False
    return True


def email_token(gebruiker: Gebruiker, email: str) -> str:
    """What the link carries: for whom it is, the new address, and how the account was."""
    return signing.dumps([gebruiker.pk, email, _state(gebruiker)], salt=SALT)


def email_in_token(token: str, gebruiker: Gebruiker) -> str | None:
    """The new address; None when the link is too old, somebody else's, or from before another password or address."""
    try:
        pk, email, state = signing.loads(token, salt=SALT, max_age=settings.PASSWORD_RESET_TIMEOUT)
    except signing.BadSignature:
        return None
    return str(email) if (pk, state) == (gebruiker.pk, _state(gebruiker)) else None


def _state(gebruiker: Gebruiker) -> str:
    return salted_hmac(SALT, f"{gebruiker.password} {gebruiker.email}").hexdigest()
