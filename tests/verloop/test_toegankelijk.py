"""axe finds nothing and nothing sticks out, on every page at 1280 and at 320 pixels, also when something is wrong."""

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str

from bouwstenen.antwoorden.store import ask_eigen_vraag, set_eigen_vraag_withdrawn
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.toegang.store import archive_wijkteam
from tests.factories import WijkteamFactory
from tests.startdocument.voorbeeldantwoorden import waarde_voor
from tests.verloop.kijken import bekijk, in_orde, klik

LANG = "Hulpverleningsafstemmingsoverlegcoördinatoren" * 4  # a word that breaks nowhere by itself
OPEN = {
    "vormgeving.vorm": {"keuze": "integraal"},
    "inrichting.een_of_meer_teams": {"keuze": "meerdere"},
    "competenties.complexe_vragen": {"keuze": "ja"},
}
DELEN = [deel.sleutel for deel in catalogus().delen]
TEAM = "/utrecht/kanaleneiland"
ANDERS_VAN_OPBOUW = ["gebiedsanalyse/bevolking", "opgave/doelen", "aansturing/mandaat", "competenties/generalist-doen"]


@pytest.fixture
def lang(utrecht, anna, geef):
    """A wijkteam with every question answered at length, own questions too."""
    wijkteam = WijkteamFactory(gemeente=utrecht, slug="lang", naam=LANG[:100])
    waarden = {sleutel: waarde_voor(vraag, LANG) for sleutel, vraag in catalogus().vragen.items()}
    geef(wijkteam, anna, waarden | OPEN, toelichting=LANG)
    with enter_scope(utrecht):
        for deel in DELEN:
            ask_eigen_vraag(wijkteam=wijkteam, deel=deel, label=f"{LANG}?", door=anna)
            ask_eigen_vraag(wijkteam=wijkteam, deel=deel, label=f"Ook {LANG}?", door=anna)
            set_eigen_vraag_withdrawn(wijkteam=wijkteam, deel=deel, sleutel=f"{deel}.eigen_2", ingetrokken=True)
    geef(wijkteam, anna, {f"{deel}.eigen_1": LANG for deel in DELEN})
    return wijkteam


def visit(page, adressen, status=200, **hoe):
    """What is wrong on these pages, one of them perhaps that it is another page."""
    klachten = []
    for adres in adressen:
        antwoord = page.goto(adres)
        klachten += [f"{adres}: {antwoord.status}"] if antwoord.status != status else []
        klachten += bekijk(page, adres, **hoe)
    return klachten


@pytest.mark.parametrize("deel", DELEN)
def test_every_page_of_the_wizard_filled_in_at_length(page, lang, deel):
    hier = f"/utrecht/lang/wizard/{deel}/"
    slugs = [*(pagina.slug for pagina in catalogus().deel(deel).pagina), "eigen-vragen"]
    # The colours at 320 are looked at below, on a page of each build.
    in_orde(visit(page, [hier, *(f"{hier}{slug}/" for slug in slugs)], kleuren_smal=False))


def test_empty_pages_of_the_wizard(page, kanaleneiland):
    slugs = [*ANDERS_VAN_OPBOUW, "opgave/eigen-vragen", "opgave"]
    in_orde(visit(page, [f"{TEAM}/wizard/{slug}/" for slug in slugs]))


def test_pages_about_a_wijkteam(page, lang, kanaleneiland):
    paginas = ["", "instellingen/", "instellingen/?stap=archiveren", "antwoorden/opgave.vraagstuk/", "startdocument/"]
    in_orde(visit(page, [*(f"/utrecht/lang/{pagina}" for pagina in paginas), f"{TEAM}/", f"{TEAM}/startdocument/"]))


def test_pages_about_a_gemeente(open_page, site, lang, utrecht):
    with enter_scope(utrecht):
        archive_wijkteam(wijkteam=lang, door=site.anna)
    page = open_page(site.anna)
    klachten = visit(page, ["/utrecht/", "/utrecht/nieuw/", "/utrecht/lang/", "/overzicht/"])
    page.goto("/utrecht/nieuw/")
    klik(page, "Wijkteam maken")
    in_orde(klachten + bekijk(page, "nieuw, with an error"))


def test_pages_with_several_gemeenten_and_with_none(open_page, site, lid):
    klachten = visit(open_page(site.daan), ["/", "/overzicht/"])
    klachten += visit(open_page(site.els), ["/"]) + visit(open_page(lid("gijs")), ["/", "/overzicht/"])
    in_orde(klachten + visit(open_page(site.carla), ["/zeist/"]))


def test_refusals(open_page, site):
    bram = open_page(site.bram)
    klachten = visit(bram, [f"{TEAM}/wizard/opgave/vraagstuk/", "/beheer/"], status=403)
    klachten += visit(bram, ["/bestaat-niet/", "/zeist/"], status=404)
    in_orde(klachten + visit(bram, [f"{TEAM}/", f"{TEAM}/wizard/opgave/"]))


def test_pages_of_the_account(open_page, anna):
    page = open_page()
    sleutel = f"{user_pk_to_url_str(anna)}-{default_token_generator.make_token(anna)}"
    vergeten = "/account/wachtwoord-vergeten/"
    klachten = visit(page, ["/beheer/", vergeten, f"{vergeten}verstuurd/", f"{vergeten}1-verlopen/"])
    klachten += visit(page, [f"{vergeten}{sleutel}/", "/account/wachtwoord-gewijzigd/", "/account/gesloten/"])
    page.goto("/account/inloggen/")
    klik(page, "Inloggen")
    assert page.locator(".wt-fouten li").all_inner_texts() == ["Vul uw e-mailadres in.", "Vul uw wachtwoord in."]
    klachten += bekijk(page, "log-in, with an error")
    in_orde(klachten + visit(open_page(anna), ["/account/uitloggen/", "/account/wachtwoord/"]))


def test_page_with_errors(page, kanaleneiland):
    klachten = []
    for slug, fout in [("gebiedsanalyse/bevolking", ".wt-tabel__getal input >> nth=0"), ("opgave/focus", "#id_budget")]:
        page.goto(f"{TEAM}/wizard/{slug}/")
        page.locator(fout).fill("veel")
        klik(page, "Opslaan en verder")
        klachten += bekijk(page, f"{slug}, with an error")
    page.goto(f"{TEAM}/wizard/opgave/doelen/")
    for rij in (0, 1):
        page.locator(".wt-rangorde select").nth(rij).select_option("1")
    klik(page, "Opslaan en verder")
    klachten += bekijk(page, "a place given twice")
    page.goto(f"{TEAM}/wizard/opgave/eigen-vragen/")
    klik(page, "Vraag toevoegen")
    in_orde(klachten + bekijk(page, "an own question without words"))
