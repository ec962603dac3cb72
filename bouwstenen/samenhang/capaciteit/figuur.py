"""The capacity check as bars: households, hours per kind of work, and the caseload."""

from collections.abc import Iterator
from decimal import Decimal

from bouwstenen.figuren.staaf import Groep, Staaf, teken
from bouwstenen.figuren.svg import Figuur
from bouwstenen.samenhang.capaciteit.getallen import exact, tekst
from bouwstenen.samenhang.capaciteit.som import CASELOAD, GRENS, Som
from bouwstenen.samenhang.capaciteit.woorden import woorden
from bouwstenen.samenhang.capaciteit.zinnen import zin_van


def figuur_van(som: Som) -> Figuur | None:
    """The figure with all that is known; None when nothing is."""
    fte, eigen = per_fte(som), caseload(som)
    groepen = [groep for groep in (huishoudens(som), uren(som), fte, eigen) if groep.staven]
    if not groepen:
        return None
    woord = woorden("figuur")
    noten = [woord["noot_per_fte"]] * bool(fte.staven) + [woord["noot_caseload"]] * bool(fte.staven and eigen.staven)
    return teken(woord["titel"], woord["beschrijving"].format(zin=zin_van(som)), groepen, " ".join(noten))


def staaf(label: str, waarde: Decimal | None, *, verwacht: bool = False) -> Iterator[Staaf]:
    """A bar for what is known."""
    if waarde is not None:
        yield Staaf(label=label, waarde=waarde, tekst=tekst(waarde), verwacht=verwacht)


def huishoudens(som: Som) -> Groep:
    woord = woorden("figuur")
    staven = (*staaf(woord["ruimte"], som.ruimte), *staaf(woord["verwacht"], som.verwacht, verwacht=True))
    return Groep(staven=staven, titel=woord["huishoudens"])


def uren(som: Som) -> Groep:
    """The whole, its parts, and what the expectation would take."""
    woord, soorten = woorden("figuur"), woorden("soort")
    staven = (
        *staaf(woord["totaal"], som.uren.totaal),
        *staaf(woord["hulp_rest"] if som.uren.is_rest else soorten["hulp"], som.uren.hulp),
        *staaf(woord["nodig"], som.nodig, verwacht=True),
        *(een for soort, getal in som.uren.ander.items() for een in staaf(soorten[soort], getal)),
    )
    return Groep(staven=staven, titel=woord["uren"])


def per_fte(som: Som) -> Groep:
    woord = woorden("figuur")
    staven = (
        *staaf(woord["ruimte"], som.per_fte(som.ruimte)),
        *staaf(woord["verwacht"], som.per_fte(som.verwacht), verwacht=True),
    )
    return Groep(staven=staven, titel=woord["per_fte"])


def caseload(som: Som) -> Groep:
    """What the gemeente filled in itself: people at a time, so on a scale of its own."""
    woord, nu, grens = woorden("figuur"), som.getallen.get(CASELOAD), som.getallen.get(GRENS)
    if nu is None:
        return Groep(staven=())
    bij_grens = "" if grens is None else woord["caseload_grens"].format(grens=exact(grens))
    een = Staaf(label=woord["caseload_nu"], waarde=nu, tekst=exact(nu), grens=grens, grens_tekst=bij_grens)
    return Groep(staven=(een,), titel=woord["caseload"])
