"""The preview and the command, for a wijkteam in the database."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from bouwstenen.antwoorden.store import (
    Ingediend,
    add_voorbeeld,
    ask_eigen_vraag,
    save_antwoorden,
    set_eigen_vraag_withdrawn,
)
from bouwstenen.antwoorden.store.wissen import wis_versie
from bouwstenen.core.models import Spoorregel
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Antwoord
from bouwstenen.startdocument.store import startdocument_van
from tests.startdocument.conftest import VIJANDIG
from tests.wizard.bezoeker import gegeven

NAMEN = ["utrecht", "kanaleneiland"]


@pytest.fixture
def gevuld(kanaleneiland, anna):
    """Kanaleneiland with a hostile text, a kind of name, and own questions, two of them withdrawn."""
    with enter_scope(kanaleneiland.gemeente):
        for label in ("Wie betaalt?", "Wie doet het?", "Wat kost het?"):
            ask_eigen_vraag(wijkteam=kanaleneiland, deel="opgave", label=label, door=anna)
        ingediend = [
            Ingediend(vraag="gebiedsanalyse.naam_team", versie=0, waarde={"keuze": "buurtteam"}),
            Ingediend(vraag="opgave.vraagstuk", versie=0, waarde=VIJANDIG),
            Ingediend(vraag="opgave.eigen_2", versie=0, waarde="De **buurt** zelf"),
        ]
        save_antwoorden(wijkteam=kanaleneiland, ingediend=ingediend, door=anna)
        for nummer in (2, 3):
            set_eigen_vraag_withdrawn(
                wijkteam=kanaleneiland, deel="opgave", sleutel=f"opgave.eigen_{nummer}", ingetrokken=True
            )
    return kanaleneiland


def test_preview_shows_answers_as_text(client_for, bram, gevuld):
    page = client_for(bram).get(reverse("startdocument_startdocument", args=NAMEN))
    html = page.content.decode()
    assert page.status_code == 200
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ settings.SECRET_KEY }} {% now" in html
    assert "<script>alert" not in html and '<img src="http' not in html
    assert '<h1 class="omslag-titel" data-kort="Buurtteam Kanaleneiland">Buurtteam Kanaleneiland</h1>' in html
    assert "De <strong>buurt</strong> zelf" in html
    assert reverse("startdocument_pdf", args=NAMEN) in html


def test_own_questions_that_were_withdrawn_stay_with_their_answer(gevuld):
    with enter_scope(gevuld.gemeente):
        document = startdocument_van(gevuld)
    [_, opgave, *_] = document.hoofdstukken
    assert [item.titel for item in opgave.groepen[-1].items] == ["Wie betaalt?", "Wie doet het?"]


def test_what_was_wiped_prints_what_stands_in_its_place(client_for, bram, els, gevuld, anna):
    gegeven(gevuld, anna, "competenties.leefwereld", {"nodig": "4", "aanwezig": "2"})
    with enter_scope(gevuld.gemeente):
        for vraag in ("opgave.vraagstuk", "competenties.leefwereld"):
            wis_versie(antwoord=Antwoord.objects.get(vraag=vraag), reden="namen", door=els)
    tekst = client_for(bram).get(reverse("startdocument_startdocument", args=NAMEN)).text
    weg = r"\[verwijderd op \d+ \w+ \d{4}: namen\]"
    assert len(re.findall(f'<p class="leeg">{weg}</p>', tekst)) == 1
    assert len(re.findall(f'<span class="leeg">{weg}</span>', tekst)) == 2


DRIE = 3  # answers, afwegingen, own questions


def test_the_queries_do_not_grow_with_the_answers(gevuld, django_assert_num_queries):
    with enter_scope(gevuld.gemeente), django_assert_num_queries(DRIE):
        startdocument_van(gevuld)


def test_an_example_is_marked_on_screen(client_for, bram, kanaleneiland, anna):
    with enter_scope(kanaleneiland.gemeente):
        add_voorbeeld(
            wijkteam=kanaleneiland, vraag="opgave.vraagstuk", waarde="Meer zelf doen", toelichting="",
            herkomst="002, regel 429–433", door=anna,
        )  # fmt: skip
    page = client_for(bram).get(reverse("startdocument_startdocument", args=NAMEN))
    assert "Alle antwoorden in dit hoofdstuk zijn een voorbeeld naar onderzoek uit 2013.</p>" in page.content.decode()


@pytest.mark.once
@pytest.mark.parametrize(("poster", "bij"), [(False, "startdocument"), (True, "poster, met namen")])
def test_the_command_writes_a_file_and_leaves_a_trace(kanaleneiland, tmp_path, poster, bij):
    uit, bericht = tmp_path / "uit.pdf", StringIO()
    call_command("startdocument", *NAMEN, uit=uit, poster=poster, namen=poster, stdout=bericht)
    assert bericht.getvalue() == f"{uit}: {uit.stat().st_size // 1024} kB\n"
    assert list(Spoorregel.objects.values_list("actie", "actor", "bijzonderheden")) == [("gedownload", None, bij)]


@pytest.mark.parametrize(
    ("namen", "bericht"),
    [
        (["nergens", "kanaleneiland"], "Gemeente 'nergens' bestaat niet."),
        (["utrecht", "nergens"], "Wijkteam 'nergens' bestaat niet in gemeente 'utrecht'."),
    ],
)
def test_command_says_what_does_not_exist(kanaleneiland, namen, bericht, tmp_path):
    with pytest.raises(CommandError, match=bericht):
        call_command("startdocument", *namen, uit=tmp_path / "uit.pdf")


def test_command_says_when_it_can_not_write(kanaleneiland, tmp_path):
    with pytest.raises(CommandError, match="Kan .* niet schrijven: No such file or directory"):
        call_command("startdocument", *NAMEN, uit=tmp_path / "weg" / "uit.pdf")
