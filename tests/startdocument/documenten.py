"""The documents every check looks at: the voorbeelden, and answers nobody would expect.

As a script it makes one of them in a process of its own, and tells its hash, its seconds and its megabytes.
"""

import re
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

import django

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.pdf.render import lay_out, write
from bouwstenen.samenhang.gegevens import HuidigeAfweging
from bouwstenen.samenhang.signaal import Signaal
from bouwstenen.samenhang.signalen import signalen_van
from bouwstenen.samenhang.stand import build_samenhang, grond_van
from bouwstenen.startdocument import renderer
from bouwstenen.startdocument.gegevens import Startdocument
from bouwstenen.voorbeelden.loader import ONTWERPEN, load_ontwerpen
from bouwstenen.wizard.voortgang import waarden_van
from tests.pdf import opmaak
from tests.startdocument.conftest import build as build_met
from tests.startdocument.conftest import document as gewoon
from tests.startdocument.voorbeeldantwoorden import GEGEVEN, alles, antwoord

ZIN = "Het wijkteam kent de buurt en komt langs bij mensen die zelf niet om hulp vragen."  # 15 words
WOORD = "verantwoordelijkheidsverdeling" * 10  # 300 letters
GEEN: Mapping[str, HuidigeAfweging] = MappingProxyType({})
NAAM = "W" * 100  # the widest letter, as often as a name may be long


@dataclass(frozen=True)
class Gemaakt:
    """A document as it was rendered, once for all checks; `opmaak` is what is wrong with its pages."""

    html: str
    pdf: bytes
    opmaak: dict[str, list[str]]


def build(
    antwoorden: dict[str, HuidigAntwoord], afwegingen: Mapping[str, HuidigeAfweging] = GEEN, **namen: str
) -> Startdocument:
    """With the signalen that these answers give."""
    samenhang = build_samenhang(signalen_van(waarden_van(antwoorden)), afwegingen, antwoorden, vandaag=GEGEVEN.date())
    return build_met(catalogus(), antwoorden, samenhang=samenhang, **namen)


def afgewogen(antwoorden: dict[str, HuidigAntwoord], reden: str) -> dict[str, HuidigeAfweging]:
    """A decision about every signaal: chosen on purpose, chosen before an answer changed, over, or to be discussed."""
    signalen = signalen_van(waarden_van(antwoorden))
    return {een.sleutel: afweging(een, nummer, reden, antwoorden) for nummer, een in enumerate(signalen)}


def afweging(signaal: Signaal, nummer: int, reden: str, antwoorden: dict[str, HuidigAntwoord]) -> HuidigeAfweging:
    grond = grond_van(signaal.vragen, antwoorden)
    op = GEGEVEN.date() - timedelta(days=30)
    return HuidigeAfweging(
        regel=signaal.sleutel,
        versie=1,
        besluit="bespreken" if nummer % 4 == 3 else "bewust",
        melding=signaal.melding,
        reden=reden,
        door=reden[:200],
        op=op,
        tot=op if nummer % 4 == 2 else None,
        grond={vraag: versie - (nummer % 4 == 1) for vraag, versie in grond.items()},
        auteur_id=1,
        auteur_naam="Anna",
        gegeven_op=GEGEVEN,
    )


def een() -> Startdocument:
    return build({"opgave.vraagstuk": antwoord("opgave.vraagstuk", ZIN)})


def lange_tekst() -> Startdocument:
    return build({"opgave.vraagstuk": antwoord("opgave.vraagstuk", "\n\n".join([" ".join([ZIN] * 10)] * 67))})


def lange_tabel() -> Startdocument:
    vraag = next(vraag for vraag in catalogus().vragen.values() if vraag.soort == "tabel")
    gevuld = alles(catalogus(), ZIN, rijen=200)[vraag.sleutel]
    return build({vraag.sleutel: gevuld})


def lang(tekst: str, rijen: int = 3, **namen: str) -> Startdocument:
    """Everything answered with this text, and decided upon with it."""
    antwoorden = alles(catalogus(), tekst, rijen)
    return build(antwoorden, afgewogen(antwoorden, tekst), **namen)


def lange_woorden() -> Startdocument:
    return lang(WOORD, gemeente_naam=NAAM, wijkteam_naam=NAAM)


EXTREMEN: dict[str, Callable[[], Startdocument]] = {
    "leeg": lambda: build({}),
    "een": een,
    "lang": lambda: lang(" ".join([ZIN] * 20)),
    "afgewogen": lambda: lang(ZIN, rijen=1),
    "lange_tekst": lange_tekst,
    "lange_tabel": lange_tabel,
    "lange_woorden": lange_woorden,
}


def voorbeelden() -> dict[str, Startdocument]:
    return {
        ontwerp.slug: build(
            {
                een.vraag: HuidigAntwoord(
                    vraag=een.vraag,
                    versie=1,
                    waarde=een.waarde,
                    toelichting=een.toelichting,
                    auteur_id=1,
                    auteur_naam="Voorbeeld naar onderzoek",
                    gegeven_op=GEGEVEN,
                    herkomst=een.bron,
                )
                for een in ontwerp.antwoorden
            },
            gemeente_naam=ontwerp.gemeente,
            wijkteam_naam=ontwerp.wijkteam,
        )
        for ontwerp in load_ontwerpen(ONTWERPEN, catalogus())
    }


@cache
def document(naam: str) -> Startdocument:
    if naam in EXTREMEN:
        return EXTREMEN[naam]()
    return voorbeelden()[naam] if naam in NAMEN else gewoon(naam)


@cache
def gemaakt(naam: str) -> Gemaakt:
    """Laid out and drawn as in renderer.to_pdf, with a look at the pages in between."""
    html = renderer.to_html(document(naam))
    paginas = lay_out(html)
    gebreken = opmaak.problems(paginas)
    return Gemaakt(html, write(paginas, title=renderer.title(document(naam)), moment=document(naam).moment), gebreken)


NAMEN = [*voorbeelden(), *EXTREMEN]


def main(naam: str) -> None:
    django.setup()
    begin = time.process_time()
    pdf = renderer.to_pdf(document(naam))
    seconden = round(time.process_time() - begin, 1)
    # Not ru_maxrss: that counts the memory of the process that started this one too.
    piek = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    megabytes = int(piek[1]) // 1024
    print(sha256(pdf).hexdigest(), seconden, megabytes)  # noqa: T201 -- for its caller


if __name__ == "__main__":
    main(sys.argv[1])
