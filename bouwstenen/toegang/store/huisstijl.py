"""Keeps the logo and the colours of a gemeente."""

from django.db import transaction

from bouwstenen.core.spoor import Daad, note
from bouwstenen.toegang.beeld import Beeld
from bouwstenen.toegang.models import Gebruiker, Gemeente, Logo

Kleuren = tuple[str, str]  # band and letters; both "" for those of Wijkteam


def logo_van(gemeente: Gemeente) -> bytes | None:
    """The logo as PNG; needs the gemeente in scope."""
    if not gemeente.logo_hash:
        return None
    return bytes(Logo.objects.filter(gemeente=gemeente).values_list("png", flat=True).get())


@transaction.atomic
def save_huisstijl(
    *,
    gemeente: Gemeente,
    kleuren: Kleuren | None = None,
    logo: Beeld | None = None,
    zonder_logo: bool = False,
    door: Gebruiker,
) -> list[str]:
    """Save what is given, and say what that changed; a new logo goes before taking the old one away."""
    Gemeente.objects.select_for_update().get(pk=gemeente.pk)  # a logo and its kenmerk change together
    gewijzigd = []
    if logo and logo.kenmerk != gemeente.logo_hash:
        _set_logo(gemeente, logo)
        gewijzigd.append("logo")
    elif zonder_logo and not logo and gemeente.logo_hash:
        _remove_logo(gemeente)
        gewijzigd.append("logo weggehaald")
    if kleuren is not None and kleuren != (gemeente.kleur_balk, gemeente.kleur_letters):
        gemeente.kleur_balk, gemeente.kleur_letters = kleuren
        gewijzigd.append("kleuren")
    if gewijzigd:
        gemeente.save(update_fields=["kleur_balk", "kleur_letters", "logo_hash"])
        note(Daad.HUISSTIJL, gemeente, door=door, bij=" en ".join(gewijzigd))
    return gewijzigd


def _set_logo(gemeente: Gemeente, logo: Beeld) -> None:
    velden = {"png": logo.png, "breedte": logo.breedte, "hoogte": logo.hoogte}
    Logo.objects.update_or_create(gemeente=gemeente, defaults=velden)
    gemeente.logo_hash = logo.kenmerk


def _remove_logo(gemeente: Gemeente) -> None:
    Logo.objects.filter(gemeente=gemeente).delete()
    gemeente.logo_hash = ""
