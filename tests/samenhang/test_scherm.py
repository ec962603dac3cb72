"""A signaal as a page shows it: the answers in short."""

from datetime import UTC, datetime

import pytest

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.samenhang.regels import REGELS
from bouwstenen.samenhang.scherm import lines_for, shorten
from bouwstenen.samenhang.stand import Beoordeling
from tests.samenhang.besluiten import MANDAAT, VERBAND, VORM

TEKST = "opgave.vraagstuk"


def antwoord(waarde, vraag=TEKST, gewist=""):
    moment = datetime(2026, 5, 3, tzinfo=UTC)
    vast = {"versie": 1, "toelichting": "", "auteur_id": 1, "auteur_naam": "Anna", "gegeven_op": moment}
    return HuidigAntwoord(vraag=vraag, waarde=waarde, gewist=gewist, **vast)


@pytest.mark.parametrize(
    ("waarde", "kort"),
    [
        (None, ""),
        ("Eenzame ouderen", "Eenzame ouderen"),
        ("Veel **krachten**:\n\n- de school\n• het buurthuis", "Veel krachten: de school het buurthuis"),
        ("woord " * 40, "woord " * 14 + "woord …"),
        ("x" * 200, "x" * 90 + " …"),
        ("zin, " * 18 + "en nog een", "zin, " * 17 + "zin …"),
    ],
)
def test_an_answer_in_short(waarde, kort):
    assert shorten(catalogus().vragen[TEKST], antwoord(waarde)) == kort


def test_no_answer_and_a_wiped_one():
    vraag = catalogus().vragen[TEKST]
    assert [shorten(vraag, een) for een in (None, antwoord(None, gewist="[verwijderd op 3 mei 2026: een naam]"))] == [
        "",
        "[verwijderd op 3 mei 2026: een naam]",
    ]


def test_undecided_says_so():
    vraag = catalogus().vragen[VORM]
    assert shorten(vraag, antwoord({"keuze": "nog_niet"}, VORM)) == "Nog niet besloten"


def test_a_line_has_its_questions_deel_and_sources():
    waarden = {VORM: VERBAND, MANDAAT: {"keuze": "4"}}
    signaal = REGELS["REG-001"](waarden)
    [lijn] = lines_for([Beoordeling(signaal)], {sleutel: antwoord(een, sleutel) for sleutel, een in waarden.items()})
    assert [(regel.vraag.sleutel, regel.pagina.slug, regel.versie) for regel in lijn.vragen] == [
        (VORM, "vorm", 1),
        (MANDAAT, "mandaat", 1),
    ]
    assert (lijn.deel.sleutel, len(lijn.bronnen), lijn.gewijzigd) == ("vormgeving", 2, [])


def test_a_question_that_can_not_be_reached_is_left_out():
    """Its page would lead away again."""
    verborgen = "vormgeving.overlegvorm"
    signaal = REGELS["REG-001"]({VORM: VERBAND, MANDAAT: {"keuze": "4"}})
    object.__setattr__(signaal, "vragen", (VORM, verborgen))
    gezien = {
        vorm: [
            regel.vraag.sleutel
            for regel in lines_for([Beoordeling(signaal)], {VORM: antwoord({"keuze": vorm}, VORM)})[0].vragen
        ]
        for vorm in ("samenwerkingsverband", "integraal")
    }
    assert gezien == {"samenwerkingsverband": [VORM, verborgen], "integraal": [VORM]}
