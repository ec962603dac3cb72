"""Two people changed the same tabel: the rows are joined, and only rows that clash are asked about."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.wizard.besluit import resolve
from bouwstenen.wizard.forms import PaginaForm
from bouwstenen.wizard.samen_velden import row_fields
from bouwstenen.wizard.samenvoegen import SamenRij
from bouwstenen.wizard.widgets import BESLUIT, CONFLICT, VERSIE
from tests.catalogus.strategieen import RUSTIG, rijen
from tests.startdocument.voorbeeldantwoorden import antwoord
from tests.wizard.bezoeker import gegeven, geschiedenis
from tests.wizard.formulier import Formulier

VRAAG = "opgave.partijen_lijst"
PAGINA = ("opgave", "partijen")
SCHOOL = {"id": "ra", "partij": "De school", "rol": "Ziet gezinnen", "samen": "Spreekuur"}
KERK = {"id": "rb", "partij": "De kerk"}
MOSKEE = {"id": "rc", "partij": "De moskee"}
BOTST = "partijen_lijst-samen-botst"


@pytest.fixture
def velden(bezoeker, kanaleneiland, fatma):
    """The page as Anna has it open, with two rows."""
    gegeven(kanaleneiland, fatma, VRAAG, {"rijen": [SCHOOL, KERK]})
    return bezoeker.open(*PAGINA).velden


def fatma_saves(kanaleneiland, fatma, *rijen):
    gegeven(kanaleneiland, fatma, VRAAG, {"rijen": list(rijen)} if rijen else None)


def conflict(bezoeker, velden):
    response = bezoeker.post(*PAGINA, velden)
    assert response.status_code == 409
    return Formulier(response.text)


def rijen_nu(kanaleneiland):
    versie, waarde, wie = geschiedenis(kanaleneiland, VRAAG)[0]
    return versie, waarde["rijen"] if waarde else [], wie


def test_rows_that_do_not_clash_are_joined_with_one_press(bezoeker, kanaleneiland, fatma, velden):
    fatma_saves(kanaleneiland, fatma, SCHOOL | {"rol": "Ziet alle gezinnen"}, MOSKEE)
    blad = conflict(bezoeker, velden | {"partijen_lijst-ra-samen": "Elke week spreekuur"})
    assert blad.velden["partijen_lijst-besluit"] == ["samen"]
    assert bezoeker.post(*PAGINA, blad.velden).status_code == 302
    samen = SCHOOL | {"rol": "Ziet alle gezinnen", "samen": "Elke week spreekuur"}
    assert rijen_nu(kanaleneiland) == (3, [samen, MOSKEE], "Anna")


@pytest.mark.parametrize(("gekozen", "naam"), [("hun", "Basisschool"), ("mijn", "Vakschool")])
def test_row_that_clashes_is_chosen(bezoeker, kanaleneiland, fatma, velden, gekozen, naam):
    fatma_saves(kanaleneiland, fatma, SCHOOL | {"partij": "Basisschool", "rol": "Anders"}, KERK, MOSKEE)
    blad = conflict(bezoeker, velden | {"partijen_lijst-ra-partij": "Vakschool", "partijen_lijst-rb-rij-weg": "on"})
    assert ("partijen_lijst-besluit" in blad.velden, blad.velden[BOTST]) == (False, ["ra"])
    besluit = {"partijen_lijst-besluit": "samen", f"{BOTST}-ra": gekozen}
    assert bezoeker.post(*PAGINA, blad.velden | besluit).status_code == 302
    # What only Fatma changed in the row is in both choices.
    assert rijen_nu(kanaleneiland) == (3, [SCHOOL | {"partij": naam, "rol": "Anders"}, MOSKEE], "Anna")


@pytest.mark.parametrize(
    ("gekozen", "nu"),
    [("hun", (2, [KERK], "Fatma")), ("mijn", (3, [KERK, SCHOOL | {"partij": "Vakschool"}], "Anna"))],
)
def test_row_removed_there_and_changed_here_is_asked(bezoeker, kanaleneiland, fatma, velden, gekozen, nu):
    fatma_saves(kanaleneiland, fatma, KERK)
    blad = conflict(bezoeker, velden | {"partijen_lijst-ra-partij": "Vakschool"})
    assert "Deze rij weglaten" in blad.zonder_opmaak
    besluit = {"partijen_lijst-besluit": "samen", f"{BOTST}-ra": gekozen}
    assert bezoeker.post(*PAGINA, blad.velden | besluit).status_code == 302
    assert rijen_nu(kanaleneiland) == nu


def test_forgotten_row_is_asked_again_with_what_was_chosen(bezoeker, kanaleneiland, fatma, velden):
    fatma_saves(kanaleneiland, fatma, SCHOOL | {"partij": "Basisschool"}, KERK | {"partij": "Kerk"})
    blad = conflict(bezoeker, velden | {"partijen_lijst-ra-partij": "Vakschool", "partijen_lijst-rb-partij": "Tempel"})
    besluit = {"partijen_lijst-besluit": "samen", f"{BOTST}-ra": "mijn"}
    blad = conflict(bezoeker, blad.velden | besluit)
    assert {naam: blad.velden.get(naam) for naam in (*besluit, f"{BOTST}-rb")} == {
        "partijen_lijst-besluit": ["samen"],
        f"{BOTST}-ra": ["mijn"],
        f"{BOTST}-rb": None,
    }
    assert (f"#id_{BOTST}-rb_0" in blad.links, f"id_{BOTST}-rb_0" in blad.ids) == (True, True)
    assert bezoeker.post(*PAGINA, blad.velden | {f"{BOTST}-rb": "hun"}).status_code == 302
    assert rijen_nu(kanaleneiland)[1] == [SCHOOL | {"partij": "Vakschool"}, KERK | {"partij": "Kerk"}]


def test_joined_tabel_is_joined_again_with_a_third_version(bezoeker, kanaleneiland, fatma, velden):
    fatma_saves(kanaleneiland, fatma, SCHOOL, KERK, MOSKEE)
    blad = conflict(bezoeker, velden | {"partijen_lijst-ra-partij": "Vakschool"})
    fatma_saves(kanaleneiland, fatma, SCHOOL, MOSKEE)
    blad = conflict(bezoeker, blad.velden)
    assert "is er weer een nieuwer antwoord bewaard" in blad.zonder_opmaak
    assert bezoeker.post(*PAGINA, blad.velden).status_code == 302
    assert rijen_nu(kanaleneiland) == (4, [SCHOOL | {"partij": "Vakschool"}, MOSKEE], "Anna")


TABELLEN = [vraag for vraag in catalogus().vragen.values() if vraag.soort == "tabel"]


@given(st.sampled_from(TABELLEN).flatmap(lambda v: st.tuples(st.just(v), *[rijen(v.kolommen)] * 2)), st.booleans())
@RUSTIG
def test_hidden_rows_say_what_was_shown(geval, botst):
    vraag, waarde, ander = geval
    [hier, *_] = ander["rijen"]
    data = QueryDict(mutable=True)
    data.update({vraag.naam + VERSIE: "1", vraag.naam + CONFLICT: "1", vraag.naam + BESLUIT: "samen"})
    for rij in waarde["rijen"]:
        samen = SamenRij(rij["id"], hier | {"id": rij["id"]} if botst else rij, rij)
        for veld, tekst in row_fields(vraag, samen):
            data.appendlist(veld, tekst)
        if samen.botst:
            data[f"{vraag.naam}-samen-botst-{rij['id']}"] = "mijn"
    post, onbeslist = resolve(data, [vraag])
    [ingediend] = PaginaForm([vraag], {vraag.sleutel: antwoord(vraag.sleutel, waarde)}, post).ingediend()
    assert (ingediend.waarde, onbeslist) == (waarde, set())
