"""The block beside a question of the wizard: closed, counted, three and then the rest, with its sources in words."""

import re

import pytest

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.inzichten import blok
from bouwstenen.inzichten.blok import EERST, blok_bij
from bouwstenen.inzichten.koppeling import koppeling
from tests.wizard.bezoeker import Bezoeker

VEEL = "aansturing.afspraken"
NUMMER = r"(?<![\d.])00[0-4]\b|, regel \d|INZ-"  # of a file of a source, or a key


def tekst(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def items(html):
    return html.count("<li>")


def test_it_counts_and_shows_three_and_then_the_rest():
    html, aantal = blok_bij(VEEL), len(koppeling().op_pagina[VEEL])
    eerst, rest = html.split(f"<summary>Toon alle {aantal}</summary>")
    assert f"<summary>Wat anderen leerden ({aantal})" in eerst
    assert (items(eerst), items(rest)) == (EERST, aantal - EERST)
    assert [een.tekst[:30] in tekst(eerst) for een in koppeling().op_pagina[VEEL][:4]] == [True] * 3 + [False]


def test_three_or_fewer_have_no_second_fold_out():
    html = blok_bij("gebiedsanalyse.naam_team")
    assert (items(html), html.count("<details"), "Toon alle" in html) == (2, 1, False)


@pytest.mark.parametrize("vraag", sorted(koppeling().op_pagina))
def test_each_item_tells_kind_place_year_and_source_in_words(vraag):
    html = blok_bij(vraag)
    for een in koppeling().op_pagina[vraag]:
        [bron] = catalogus().bronnen_van(een.bron)
        plaats = [" en ".join(een.gemeenten)] if een.gemeenten else []
        kop = " · ".join([f"<strong>{een.soort.capitalize()}</strong>", *plaats, een.jaar])
        assert f"<p>{kop}</p>" in html
        assert f"Bron: {bron}." in html
    assert not re.search(NUMMER, html)
    assert " open>" not in html
    assert html.startswith("<details")


def test_a_number_of_a_file_would_be_found():
    assert re.search(NUMMER, "Bron: 002, regel 3") and re.search(NUMMER, "zie 003")
    assert not re.search(NUMMER, "20.000 inwoners")


def test_a_figure_says_of_which_year_it_is():
    assert "In 2015 had 86%" not in blok_bij("aansturing.aantal_teams")
    assert "gemiddeld 8. Dit cijfer gaat over 2014–2015." in blok_bij("aansturing.aantal_teams")


def test_a_dated_word_is_explained_below_its_text():
    assert "<em>AWBZ</em>: Algemene Wet Bijzondere Ziektekosten." in blok_bij("aansturing.geld_duidelijk")


@pytest.mark.parametrize("vraag", ["opgave.eigen_1", "opgave.potentie"])
def test_without_inzichten_there_is_no_block(vraag):
    """An own question, and one whose only inzicht stands at another question of the page."""
    assert blok_bij(vraag) == "" or vraag in koppeling().op_pagina


def test_it_is_drawn_once_a_process():
    blok.render.cache_clear()
    assert [blok_bij(VEEL) is blok_bij(VEEL), blok.render.cache_info().misses] == [True, 1]


# On the page


@pytest.fixture
def pagina(client_for, kanaleneiland, anna):
    def show(deel, slug):
        return Bezoeker(client_for(anna), kanaleneiland).get(deel, slug).text

    return show


def vraagdeel(html, naam):
    return html.partition(f'id="vraag-{naam}"')[2].partition("</section>")[0]


@pytest.mark.parametrize(
    ("deel", "slug"), [(deel.sleutel, pagina.slug) for deel in catalogus().delen for pagina in deel.pagina]
)
def test_each_question_has_its_own_block_once(pagina, deel, slug):
    html = pagina(deel, slug)
    vragen = catalogus().pagina(f"{deel}.{slug.replace('-', '_')}").vraag
    aantallen = {v.sleutel: vraagdeel(html, v.naam).count("wt-leerden") for v in vragen if vraagdeel(html, v.naam)}
    assert aantallen == {sleutel: int(sleutel in koppeling().op_pagina) for sleutel in aantallen}


def test_it_stands_beside_why_we_ask(pagina):
    hier = vraagdeel(pagina("opgave", "vraagstuk"), "vraagstuk")
    rij = hier.partition('<div class="wt-vouw">')[2]
    assert rij.index("Waarom vragen we dit?") < rij.index("Wat anderen leerden") < rij.index("<textarea")


def test_without_that_it_stands_beside_the_toelichting(pagina):
    hier = vraagdeel(pagina("aansturing", "samenwerken"), "teams_werken_samen")
    rij = hier.partition('<div class="wt-vouw">')[2]
    assert hier.index("wt-opties") < hier.index('<div class="wt-vouw">')
    assert rij.index("Toelichting geven") < rij.index("Wat anderen leerden")


def test_without_either_it_stands_below_the_hint(pagina):
    hier = vraagdeel(pagina("competenties", "generalist-kijken"), "leefwereld")
    assert hier.index('<div class="wt-vouw"><details class="wt-uitleg wt-leerden">') < hier.index("wt-competentie")


def test_it_leads_to_all_inzichten_of_the_deel_in_a_tab_of_its_own(pagina):
    link = '<a href="/inzichten/?deel=opgave" target="_blank">Alle inzichten bij Opgave (opent een nieuw tabblad)</a>'
    assert link in pagina("opgave", "vraagstuk")
