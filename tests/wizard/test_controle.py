"""The check page of a deel: every answer, what is missing, links to change it, and "Klaar zo"."""

import re

import pytest

from bouwstenen.antwoorden import store
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.tenancy import enter_scope
from tests.wizard.bezoeker import gegeven
from tests.wizard.formulier import Formulier
from tests.wizard.test_voortgang import geteld


def getoond(blad, deel):
    """The keys of the questions that have a row."""
    return [vraag.sleutel for vraag in catalogus().deel(deel).vragen if vraag.naam in blad.ids]


def wijzigen(blad, deel):
    return [link.partition("#vraag-")[2] for link in blad.links if "#vraag-" in link]


@pytest.mark.parametrize("deel", [deel.sleutel for deel in catalogus().delen])
def test_empty_deel_shows_all_that_counts_and_links_to_it(bezoeker, deel):
    blad = bezoeker.controle(deel)
    open_ = geteld(
        deel, ("regie", "organisatie", "complexe_vragen", "meerdere_teams", "samenwerkingsverband", "integraal")
    )
    assert getoond(blad, deel) == open_
    namen = [sleutel.partition(".")[2] for sleutel in open_]
    assert (wijzigen(blad, deel), blad.zonder_opmaak.count("Nog niet ingevuld")) == (namen, len(namen))
    assert f"Nog open: {len(namen)} vragen" in blad.zonder_opmaak
    assert f"0 van {len(namen)} vragen ingevuld" in blad.zonder_opmaak
    assert {link[1:] for link in blad.links if link.startswith("#")} - set(blad.ids) == set()


@pytest.mark.parametrize(
    ("deel", "vraag", "waarde", "tekst"),
    [
        ("opgave", "opgave.vraagstuk", "Schulden\n\n- een\n- twee", "Schulden een twee"),
        ("opgave", "opgave.communicatie", "Via de krant", "Via de krant"),
        ("vormgeving", "vormgeving.vorm", {"keuze": "nog_niet"}, "Nog niet besloten Nog niet helemaal ingevuld"),
        ("aansturing", "aansturing.eigen_rechtsvorm", {"keuze": "ja"}, "Ja"),
    ],
)
def test_answer_is_shown_with_a_link_to_change_it(bezoeker, kanaleneiland, anna, deel, vraag, waarde, tekst):
    gegeven(kanaleneiland, anna, vraag, waarde, "Dat spraken wij af")
    blad = bezoeker.controle(deel)
    een = catalogus().vragen[vraag]
    adres = f"{bezoeker.adres(deel, catalogus().pagina_van[vraag].slug)}#vraag-{een.naam}"
    assert f"{een.label} {tekst} Dat spraken wij af Wijzigen" in blad.zonder_opmaak
    assert adres in blad.links
    assert f'id="vraag-{een.naam}"' in bezoeker.client.get(adres).text


def test_reader_sees_the_answers_and_no_way_to_change_them(als, bram, anna, kanaleneiland):
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "Schulden")
    blad = als(bram).controle("opgave")
    assert "Schulden" in blad.zonder_opmaak
    assert [link for link in blad.links if "/wizard/opgave/" in link] == []
    assert [link for link in blad.links if "/antwoorden/" in link] == [
        "/utrecht/kanaleneiland/antwoorden/opgave.vraagstuk/"
    ]
    assert re.findall("Klaar zo|Invullen|Wijzigen", blad.zonder_opmaak) == []


def set_klaar(bezoeker, klaar, deel="opgave"):
    return bezoeker.client.post(bezoeker.adres(deel, naam="wizard_klaar"), {"klaar": klaar})


def klare_delen(wijkteam):
    with enter_scope(wijkteam.gemeente):
        return [(deel, str(rij.door)) for deel, rij in store.klare_delen(wijkteam).items()]


def test_klaar_zo_is_set_and_taken_away(bezoeker, als, fatma, kanaleneiland):
    assert set_klaar(bezoeker, "ja").url == "/utrecht/kanaleneiland/"
    assert set_klaar(als(fatma), "ja").status_code == 302
    assert klare_delen(kanaleneiland) == [("opgave", "Anna")]
    assert "Toch nog niet klaar" in bezoeker.controle("opgave").zonder_opmaak
    assert "Toch nog niet klaar" not in bezoeker.controle("vormgeving").zonder_opmaak
    set_klaar(bezoeker, "nee")
    assert klare_delen(kanaleneiland) == []


def test_klaar_zo_asks_for_a_known_deel_a_post_and_the_right(bezoeker, als, bram, kanaleneiland):
    adres = bezoeker.adres("opgave", naam="wizard_klaar")
    assert [
        set_klaar(bezoeker, "ja", "verzonnen").status_code,
        bezoeker.client.get(adres).status_code,
        set_klaar(als(bram), "ja").status_code,
    ] == [404, 405, 403]
    assert klare_delen(kanaleneiland) == []


@pytest.mark.parametrize("aantal", [1, 3])
def test_number_of_queries_does_not_grow_with_the_answers(
    bezoeker, kanaleneiland, anna, django_assert_num_queries, aantal
):
    for vraag in geteld("opgave")[:aantal]:
        gegeven(kanaleneiland, anna, vraag, None, "Toelichting")
    with django_assert_num_queries(6):
        bezoeker.controle("opgave")


def test_archived_wijkteam_has_no_links_to_change_it(bezoeker, kanaleneiland):
    kanaleneiland.gearchiveerd_op = kanaleneiland.aangemaakt_op
    with enter_scope(kanaleneiland.gemeente):
        kanaleneiland.save()
    response = bezoeker.client.get(bezoeker.adres("opgave", naam="wizard_deel"))
    assert (response.status_code, wijzigen(Formulier(response.text), "opgave")) == (200, [])
