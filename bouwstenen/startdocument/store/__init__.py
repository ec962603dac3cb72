"""Gathers what a startdocument is made of, as it is now."""

from collections.abc import Mapping

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.antwoorden.store import eigen_en_ingetrokken, huidige_antwoorden
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.waarden import teamnaam
from bouwstenen.samenhang.store import samenhang_van
from bouwstenen.startdocument.builder import EigenVragen, build_startdocument, has_content
from bouwstenen.startdocument.gegevens import STANDAARD, Huisstijl, Keuze, Startdocument
from bouwstenen.startdocument.namen import zonder_namen
from bouwstenen.toegang.models import Gemeente, Wijkteam
from bouwstenen.toegang.store.huisstijl import logo_van
from bouwstenen.wizard.voortgang import waarden_van


def startdocument_van(wijkteam: Wijkteam, keuze: Keuze = STANDAARD) -> Startdocument:
    """The startdocument of a wijkteam as it is now; needs its gemeente in scope."""
    antwoorden = huidige_antwoorden(wijkteam)
    samenhang = samenhang_van(wijkteam, antwoorden)
    if not keuze.met_namen:
        antwoorden = zonder_namen(catalogus(), antwoorden)
    return build_startdocument(
        catalogus=catalogus(),
        gemeente_naam=wijkteam.gemeente.naam,
        wijkteam_naam=teamnaam(wijkteam.naam, waarden_van(antwoorden)),
        antwoorden=antwoorden,
        eigen_vragen=shown_eigen_vragen(wijkteam, antwoorden),
        samenhang=samenhang,
        met_inzichten=not keuze.zonder_inzichten,
        gewijzigd_op=max(wijkteam.gewijzigd_op, wijkteam.gemeente.hernoemd_op or wijkteam.gewijzigd_op),
    )


def huisstijl_van(gemeente: Gemeente) -> Huisstijl:
    """What the cover takes from the house style of the gemeente; needs it in scope."""
    kleuren = (gemeente.kleur_balk, gemeente.kleur_letters) if gemeente.stijlblad else ("", "")
    return Huisstijl(kleur_balk=kleuren[0], kleur_letters=kleuren[1], logo=logo_van(gemeente))


def shown_eigen_vragen(wijkteam: Wijkteam, antwoorden: Mapping[str, HuidigAntwoord]) -> EigenVragen:
    """The own questions; one that was withdrawn stays as long as it has an answer."""
    gesteld, ingetrokken = eigen_en_ingetrokken(wijkteam)
    blijft = {
        deel: tuple(vraag for vraag in vragen if has_content(antwoorden.get(vraag.sleutel)))
        for deel, vragen in ingetrokken.items()
    }
    return {deel: (*gesteld.get(deel, ()), *blijft.get(deel, ())) for deel in gesteld | blijft}
