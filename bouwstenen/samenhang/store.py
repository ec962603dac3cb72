"""Reads how a wijkteam stands, and adds afwegingen: none ever covers one that its user has not seen."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, cast

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from bouwstenen.antwoorden.store import touch
from bouwstenen.core.versies import gewist_tekst
from bouwstenen.samenhang.gegevens import Besluit, Grond, HuidigeAfweging
from bouwstenen.samenhang.models import Afweging
from bouwstenen.samenhang.signalen import signalen_van
from bouwstenen.samenhang.stand import Antwoorden, Samenhang, build_samenhang
from bouwstenen.toegang.models import Gebruiker, Wijkteam

KOLOMMEN = (
    *("regel", "versie", "besluit", "melding", "reden", "door", "op", "tot", "grond", "auteur_id", "gegeven_op"),
    *("gewist_op", "gewist_reden"),
)


@dataclass(frozen=True, kw_only=True)
class Ingediend:
    """One decision as a page sends it in: `versie` is the version the page showed, 0 when there was none."""

    regel: str
    versie: int
    besluit: Besluit
    melding: str
    op: date
    grond: Grond
    reden: str = ""
    door: str = ""
    tot: date | None = None


@dataclass(frozen=True)
class Uitkomst:
    """What became of a decision; without both it had not changed.

    botst: it was refused, because somebody saved `huidig` after the page was shown (None: the page named a version
    that never was).
    """

    bewaard: HuidigeAfweging | None = None
    botst: bool = False
    huidig: HuidigeAfweging | None = None


def samenhang_van(wijkteam: Wijkteam, antwoorden: Antwoorden) -> Samenhang:
    """The signalen of these (newest) answers with what was decided about them; one query, for the afwegingen."""
    signalen = signalen_van({sleutel: antwoord.waarde for sleutel, antwoord in antwoorden.items()})
    return build_samenhang(signalen, huidige_afwegingen(wijkteam), antwoorden, vandaag=timezone.localdate())


def huidige_afwegingen(wijkteam: Wijkteam) -> dict[str, HuidigeAfweging]:
    """The newest afweging of each regel, by its key, in one query."""
    rijen = Afweging.objects.filter(wijkteam=wijkteam).huidig()
    return {rij["regel"]: from_values(rij) for rij in rijen.values(*KOLOMMEN, auteur_naam=F("auteur__naam"))}


def from_values(rij: dict[str, Any]) -> HuidigeAfweging:
    """Without a model in between: with models it takes twice as long."""
    gewist = gewist_tekst(rij.pop("gewist_op"), rij.pop("gewist_reden"))
    return HuidigeAfweging(**rij, gewist=gewist)


def geschiedenis(wijkteam: Wijkteam, regel: str) -> list[HuidigeAfweging]:
    """All versions of one afweging, newest first."""
    rijen = Afweging.objects.filter(wijkteam=wijkteam, regel=regel).select_related("auteur").order_by("-versie")
    return [as_gegeven(rij) for rij in rijen]


def as_gegeven(rij: Afweging) -> HuidigeAfweging:
    return HuidigeAfweging(
        regel=rij.regel,
        versie=rij.versie,
        besluit=cast(Besluit, rij.besluit),
        melding=rij.melding,
        reden=rij.reden,
        door=rij.door,
        op=rij.op,
        tot=rij.tot,
        grond=rij.grond,
        auteur_id=rij.auteur_id,
        auteur_naam=str(rij.auteur),
        gegeven_op=rij.gegeven_op,
        gewist=rij.gewist,
    )


@transaction.atomic
def save_afweging(*, wijkteam: Wijkteam, ingediend: Ingediend, door: Gebruiker) -> Uitkomst:
    """Add a version, when it says something else than the version its page showed and than the newest one.

    A stale or forged version is a conflict. Two who pass that check at once are parted by the unique key: the
    second one gets a conflict too.
    """
    eerder = geschiedenis(wijkteam, ingediend.regel)
    huidig = eerder[0] if eerder else None
    getoond = next((een for een in eerder if een.versie == ingediend.versie), None)
    if is_same(ingediend, huidig) or is_same(ingediend, getoond):
        return Uitkomst(huidig=huidig)
    if ingediend.versie != (huidig.versie if huidig else 0):
        return Uitkomst(botst=True, huidig=huidig)
    return insert(wijkteam, ingediend, door)


def is_same(ingediend: Ingediend, afweging: HuidigeAfweging | None) -> bool:
    """Whether the version says this; what was wiped says nothing."""
    inhoud = inhoud_van(ingediend)
    return afweging is not None and not afweging.gewist and inhoud == {k: getattr(afweging, k) for k in inhoud}


def inhoud_van(ingediend: Ingediend) -> dict[str, Any]:
    """What it says: everything but its version and the words of the signaal."""
    return {naam: waarde for naam, waarde in asdict(ingediend).items() if naam not in ("versie", "melding")}


def insert(wijkteam: Wijkteam, ingediend: Ingediend, door: Gebruiker) -> Uitkomst:
    velden = asdict(ingediend) | {"versie": ingediend.versie + 1}
    try:
        with transaction.atomic():
            rij = Afweging.objects.create(wijkteam=wijkteam, auteur=door, **velden)
    except IntegrityError:
        return Uitkomst(botst=True, huidig=geschiedenis(wijkteam, ingediend.regel)[0])
    touch(wijkteam)
    return Uitkomst(bewaard=as_gegeven(rij))


def take_off_agenda(*, wijkteam: Wijkteam, regel: str, versie: int, door: Gebruiker) -> Uitkomst:
    """What was decided before it came on the agenda counts again; when that was nothing, it is open.

    versie: the version the page showed. Nothing happens when it is not on the agenda.
    """
    eerder = geschiedenis(wijkteam, regel)
    if not eerder or eerder[0].besluit != "bespreken":
        return Uitkomst(huidig=eerder[0] if eerder else None)
    terug = next((een for een in eerder if een.besluit != "bespreken"), None)
    bron = terug if terug and terug.besluit == "bewust" and not terug.gewist else eerder[0]
    velden = {naam: getattr(bron, naam) for naam in ("melding", "op", "tot", "grond", "reden", "door")}
    besluit: Besluit = "open" if bron is eerder[0] else "bewust"
    weer = Ingediend(regel=regel, versie=versie, besluit=besluit, **velden)
    return save_afweging(wijkteam=wijkteam, ingediend=weer, door=door)
