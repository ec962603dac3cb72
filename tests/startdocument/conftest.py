"""A catalogue of a few questions, and the documents that are made of it."""

from functools import cache

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Bron, Catalogus, Deel, Kolom, Optie, Pagina, Schaaldeel, Vraag
from bouwstenen.samenhang.stand import Samenhang
from bouwstenen.startdocument.builder import build_startdocument
from tests.startdocument.voorbeeldantwoorden import BEGONNEN, TEKST, alles, wat

VIJANDIG = (
    "<script>alert(1)</script> {{ settings.SECRET_KEY }} {% now 'Y' %} <img src=\"http://127.0.0.1:9/x.png\">"
    " <link rel=attachment href=file:///etc/passwd> ![x](http://127.0.0.1:9/y) &#xE000; &lt; ]]> 漢 \u202e"
)
SCHALEN = tuple(
    Schaaldeel(sleutel=sleutel, label=label, polen=("weinig", "veel"))
    for sleutel, label in (("nodig", "Nodig"), ("aanwezig", "Aanwezig"))
)


def vraag(naam, soort="tekst", **velden):
    return Vraag(sleutel=naam, soort=soort, label=f"Vraag {naam}?", bron="eigen voorstel", **velden)


def opties(*sleutels):
    return tuple(Optie(sleutel=sleutel, label=sleutel.capitalize(), uitleg="Uitleg") for sleutel in sleutels)


@cache
def kleine_catalogus():
    """Two bouwstenen between a gebiedsanalyse and an afronding, with every soort and condition once."""
    gebied = [vraag("gebiedsanalyse.gebied"), vraag("gebiedsanalyse.extra", verdieping=True)]
    vorm = [
        vraag("vormgeving.vorm", "keuze", opties=opties("samenwerkingsverband", "integraal", "anders")),
        vraag("vormgeving.doelen", "rangorde", opties=opties("hulp", "kracht", "samen")),
        vraag("vormgeving.focus", "meer", opties=opties("toegang", "zorg", "anders")),
        vraag("vormgeving.houding", "schaal", opties=opties("0", "4"), van=0, tot=4),
        vraag("vormgeving.zwaarte", "schaal", opties=opties("licht", "zwaar")),
        vraag(
            "vormgeving.lijst",
            "tabel",
            kolommen=(
                Kolom(sleutel="wat", label="Wat", soort="tekst"),
                Kolom(sleutel="uren", label="Uren", soort="getal"),
            ),
        ),
    ]
    later = [
        vraag("aansturing.overleg", voorwaarde="samenwerkingsverband"),
        vraag("aansturing.regie", "wie", opties=opties("gemeente", "partner"), voorwaarde="regie"),
    ]
    kunnen = [vraag(f"aansturing.{naam}", "competentie", schalen=SCHALEN) for naam in ("luisteren", "durven")]
    return Catalogus(
        delen=(
            deel("gebiedsanalyse", gebied, bouwsteen=False),
            deel("vormgeving", vorm),
            deel("aansturing", later, kunnen),
            deel("afronding", [vraag("afronding.kader")], bouwsteen=False),
        ),
        bronnen=(Bron(sleutel="003", titel="Bouwstenen", maker="Wmo-werkplaats", jaar=2014),),
    )


@pytest.fixture
def klein():
    return kleine_catalogus()


def deel(sleutel, *paginas, bouwsteen=True):
    gemaakt = (
        Pagina(sleutel=f"{sleutel}.p_{nummer}", titel=f"Pagina {nummer}", vraag=tuple(vragen))
        for nummer, vragen in enumerate(paginas, 1)
    )
    return Deel(
        sleutel=sleutel, titel=sleutel.capitalize(), intro="", bron="", bouwsteen=bouwsteen, pagina=tuple(gemaakt)
    )


def build(catalogus, antwoorden, eigen=None, **namen):
    namen = {"gemeente_naam": "Utrecht", "wijkteam_naam": "Buurtteam Overvecht", "samenhang": Samenhang()} | namen
    return build_startdocument(
        catalogus=catalogus, antwoorden=antwoorden, eigen_vragen=eigen or {}, gewijzigd_op=BEGONNEN, **namen
    )


@cache
def document(naam):
    """All questions or some of them answered; hostile texts at the few questions that have every soort."""
    if naam == "vijandig":
        namen = {"gemeente_naam": VIJANDIG[:90], "wijkteam_naam": "{{ 7*7 }} & <i>Noord</i>"}
        return build(kleine_catalogus(), alles(kleine_catalogus(), VIJANDIG), **namen)
    return build(catalogus(), {"alles": alles, "wat": wat}[naam](catalogus(), TEKST))
