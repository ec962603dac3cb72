"""axe finds nothing and nothing sticks out, on every page at 1280 and at 320 pixels, also when something is wrong."""

from datetime import timedelta

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.db import connection
from django.utils import timezone

from bouwstenen.antwoorden.store import ask_eigen_vraag, set_eigen_vraag_withdrawn
from bouwstenen.antwoorden.store.klad import keep_klad
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.spoor import Daad, Resultaat, from_oorsprong, note
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Afweging, Antwoord
from bouwstenen.startdocument import tasks
from bouwstenen.toegang.rechten import ROLLEN
from bouwstenen.toegang.store import archive_gemeente, archive_wijkteam, set_lidmaatschap
from bouwstenen.toegang.store.uitnodigingen import (
    accept_as_new,
    invite,
    open_uitnodigingen,
    token_van,
    uitnodiging_bij,
)
from tests.factories import AfdrukFactory, GebruikerFactory, WijkteamFactory
from tests.samenhang.besluiten import REGEL, decide, raise_spanning, samenhang
from tests.startdocument.voorbeeldantwoorden import waarde_voor
from tests.verloop.bewaren import op_slot
from tests.verloop.kijken import bekijk, in_orde, klik

LANG = "Hulpverleningsafstemmingsoverlegcoördinatoren" * 4  # a word that breaks nowhere by itself
OPEN = {
    "vormgeving.vorm": {"keuze": "integraal"},
    "inrichting.een_of_meer_teams": {"keuze": "meerdere"},
    "competenties.complexe_vragen": {"keuze": "ja"},
}
DELEN = [deel.sleutel for deel in catalogus().delen]
TEAM = "/utrecht/kanaleneiland"
LOGO = (settings.BASE_DIR / "docs/overzicht.png").read_bytes()
VEEL = """for (let n = 0; n <= 20_000; n++) {
  const veld = Object.assign(document.createElement("input"), { type: "hidden", name: "veel" });
  document.getElementById("vragen").append(veld);
}"""
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


def test_what_others_learned(page, kanaleneiland):
    klachten = visit(page, ["/inzichten/", "/inzichten/?deel=aansturing&zoek=geld", "/inzichten/?zoek=zwembad"])
    page.goto("/inzichten/")
    page.locator(".wt-inz__een summary").first.click()
    klachten += bekijk(page, "an inzicht with its questions")
    for slug in ("opgave/doelen", "aansturing/samenwerken"):  # beside "Waarom vragen we dit?", and beside a toelichting
        page.goto(f"{TEAM}/wizard/{slug}/")
        for samenvatting in page.locator(".wt-vouw summary").all():
            if samenvatting.is_visible():  # not at what is closed itself: verdieping
                samenvatting.click()
        klachten += bekijk(page, f"{slug}, with what others learned opened")
    in_orde(klachten)


def test_pages_about_a_wijkteam(page, lang, kanaleneiland):
    paginas = [
        "",
        "instellingen/",
        "instellingen/?stap=archiveren",
        "antwoorden/",
        "antwoorden/opgave.vraagstuk/",
        "startdocument/",
        "samenhang/kan-dit-ook/",
    ]
    in_orde(visit(page, [*(f"/utrecht/lang/{pagina}" for pagina in paginas), f"{TEAM}/", f"{TEAM}/startdocument/"]))


@pytest.mark.parametrize("pagina", ["vormen", "gebieden"])
def test_pages_with_figures(page, lang, kanaleneiland, pagina):
    """With their tables folded out too, for a full and an empty design."""
    klachten = []
    for team in ("/utrecht/lang", TEAM):
        klachten += visit(page, [f"{team}/samenhang/{pagina}/"])
        page.evaluate("() => document.querySelectorAll('details').forEach(deel => { deel.open = true; })")
        klachten += bekijk(page, f"{team}, {pagina}, folded out")
    in_orde(klachten)


def test_samenhang_empty_full_and_decided(page, open_page, site, lang, geef):
    hier = f"{TEAM}/samenhang/"
    klachten = visit(page, [hier, f"{hier}bespreken/", f"{hier}{REGEL}/"])
    raise_spanning(site.kanaleneiland, site.anna)
    klachten += visit(page, [hier, f"{hier}{REGEL}/"])
    klik(page, "Besluit bewaren")
    klachten += bekijk(page, "a decision without a reason")
    for nummer, een in enumerate(samenhang(lang).beoordelingen):
        keuze = {"besluit": "bespreken" if nummer % 3 == 1 else "bewust", "reden": LANG, "door": LANG[:200]}
        grond = {een.signaal.vragen[0]: 0 if nummer % 3 else 1}  # a third of them is to be looked at again
        decide(lang, site.anna, regel=een.signaal.sleutel, grond=grond, **keuze)
    stand = samenhang(lang)
    assert all((stand.opnieuw, stand.bewust, stand.agenda))
    vol = [f"/utrecht/lang/{slug}" for slug in ("samenhang/", "samenhang/bespreken/", "")]
    regels = [
        f"/utrecht/lang/samenhang/{een[0].signaal.sleutel}/" for een in (stand.opnieuw, stand.bewust, stand.agenda)
    ]
    klachten += visit(page, [*vol, *regels]) + visit(open_page(site.daan), vol) + visit(open_page(site.bram), vol)
    in_orde(klachten)


def test_pages_about_a_download(open_page, site, monkeypatch):
    page, nu = open_page(site.bram), timezone.now()
    open_page.verwacht += ["status of 503"]
    standen = [{}, {"mislukt_op": nu}, {"pdf": b"%PDF", "gemaakt_op": nu, "moment": nu - timedelta(days=1)}]
    rijen = [AfdrukFactory(wijkteam=site.kanaleneiland, titel=LANG, met_namen=True, **stand) for stand in standen]
    klachten = visit(page, [f"{TEAM}/startdocument/pdf/{rij.kenmerk}/" for rij in rijen])
    page.goto(f"{TEAM}/startdocument/")
    page.locator("#id_soort_0").evaluate("keuze => { keuze.checked = false; }")
    klik(page, "Download als PDF")
    klachten += bekijk(page, "a download without a choice")
    monkeypatch.setattr(tasks, "WACHTRIJ", 0)
    page.locator("#id_soort_0").check()
    klik(page, "Download als PDF")
    assert page.locator("h1").inner_text() == "Even geduld"
    in_orde(klachten + bekijk(page, "a full queue"))


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


@pytest.mark.parametrize(("balk", "letters"), [("#cc0000", "#ffffff"), ("#ffd500", "#1a1a1a")])
def test_house_style(open_page, site, balk, letters):
    page = open_page(site.fatma)
    klachten = visit(page, ["/utrecht/huisstijl/"])
    page.locator("#id_kleur_balk").fill("#ff8080")
    klik(page, "Huisstijl opslaan")
    klachten += bekijk(page, "house style, with an error")
    page.locator("#id_kleur_balk").fill(balk)
    page.locator("#id_kleur_letters").fill(letters)
    page.locator("#id_logo").set_input_files({"name": "logo.png", "mimeType": "image/png", "buffer": LOGO})
    klik(page, "Huisstijl opslaan")
    klachten += bekijk(page, "house style, saved")
    in_orde(klachten + visit(page, ["/utrecht/", f"{TEAM}/startdocument/"]))


def test_logboek_with_nothing_one_deed_and_sixty(open_page, site):
    page, hier = open_page(site.fatma), "/utrecht/logboek/"
    klachten = visit(page, [hier])
    note(Daad.HUISSTIJL, site.utrecht, door=site.fatma)
    klachten += visit(page, [hier, f"{hier}?wie=niemand", f"{hier}?daad=gewist"])
    with from_oorsprong("2001:0db8:85a3:0000:0000:8a2e:0370:7334"):
        for _ in range(59):
            note(Daad.BEHEER, site.kanaleneiland, door=site.fatma, resultaat=Resultaat.GEWEIGERD, bij=LANG[:200])
    klachten += visit(page, [hier])
    klik(page, "Oudere regels", "link")
    in_orde(klachten + bekijk(page, "the last page of the logboek"))


def test_wiping_and_making_anonymous(open_page, site, lang):
    with enter_scope(site.utrecht):
        rij = Antwoord.objects.get(vraag="opgave.vraagstuk")
    adres = f"/beheer/bouwstenen/antwoord/{rij.pk}/wissen/"
    besluit = decide(lang, site.anna, reden=LANG, door=LANG[:200]).bewaard
    with enter_scope(site.utrecht):
        besluit = Afweging.objects.get(regel=besluit.regel)
    page = open_page(site.els)
    klachten = visit(page, [adres, f"/beheer/bouwstenen/gebruiker/{site.bram.pk}/anoniem/"])
    klachten += visit(page, [f"/beheer/bouwstenen/afweging/{besluit.pk}/wissen/"])
    page.goto(adres)
    klik(page, "Deze versie wissen")
    klachten += bekijk(page, "wiping without a reason")
    page.locator("#id_reden").fill(LANG)
    klik(page, "Deze versie wissen")
    in_orde(klachten + visit(page, [adres]) + visit(open_page(site.bram), ["/utrecht/lang/startdocument/"]))


def test_pages_about_members(open_page, site):
    hier, lang = "/utrecht/leden/", GebruikerFactory(naam=LANG[:150])
    with enter_scope(site.utrecht):
        fatma, _ = (
            set_lidmaatschap(gemeente=site.utrecht, gebruiker=wie, rollen=["beheerder"], actief=actief, door=None)
            for wie, actief in ((site.fatma, True), (lang, False))
        )
        for email in ("gijs@voorbeeld.nl", f"{'x' * 60}@{'x' * 60}.nl"):
            invite(gemeente=site.utrecht, email=email, rollen=list(ROLLEN), door=site.fatma)
    page = open_page(site.fatma)
    klachten = visit(page, [hier, f"{hier}{fatma.pk}/", f"{hier}{fatma.pk}/?stap=stoppen"])
    klik(page, "Ja, toegang stoppen")  # of the last beheerder
    klachten += bekijk(page, "a refusal to stop")
    page.goto(hier)
    klik(page, "Uitnodiging versturen")
    klachten += bekijk(page, "an invitation without an address")
    page.goto(hier)
    klik(page, "Weer toelaten", "link")
    klachten += bekijk(page, "a member without access")
    in_orde(klachten + visit(open_page(site.els), [f"/beheer/bouwstenen/gemeente/{site.utrecht.pk}/uitnodigen/"]))


def test_pages_behind_an_invitation(open_page, site, lid):
    lid("hans", is_active=False)

    def link(gemeente, naam):
        with enter_scope(gemeente):
            email = f"{naam}@voorbeeld.nl"
            rij = invite(gemeente=gemeente, email=email, rollen=["lezer"], door=site.fatma)
            return f"/uitnodiging/{token_van(rij)}/"

    nieuw, van_anna, gesloten = (link(site.utrecht, naam) for naam in ("gijs", "anna", "hans"))
    vervangen, verlopen, gebruikt = link(site.utrecht, "inge"), link(site.utrecht, "inge"), link(site.utrecht, "jan")
    gestopt = link(site.zeist, "gijs")
    with enter_scope(site.utrecht):
        lang_geleden = timezone.now() - timedelta(days=15)
        open_uitnodigingen(site.utrecht).filter(email="inge@voorbeeld.nl").update(verstuurd_op=lang_geleden)
    archive_gemeente(gemeente=site.zeist, door=site.els)
    page, anna = open_page(), open_page(site.anna)
    klachten = visit(page, [nieuw, van_anna])
    page.goto(gebruikt)
    klik(page, "Account maken en meedoen")
    klachten += bekijk(page, "an account without a name")
    accept_as_new(uitnodiging=uitnodiging_bij(gebruikt.split("/")[2]), naam="Jan", wachtwoord="drie-blauwe-fietsen")
    klachten += visit(anna, [van_anna, nieuw]) + visit(page, [gesloten], status=403)
    klachten += visit(page, [vervangen, verlopen, gebruikt, gestopt], status=410)
    in_orde(klachten + visit(page, ["/uitnodiging/onzin/"], status=404))


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
    klachten += visit(page, ["/privacy/", "/toegankelijkheid/"])
    page.goto("/account/inloggen/")
    klik(page, "Inloggen")
    assert page.locator(".wt-fouten li").all_inner_texts() == ["Vul uw e-mailadres in.", "Vul uw wachtwoord in."]
    klachten += bekijk(page, "log-in, with an error")
    in_orde(klachten + visit(open_page(anna), ["/account/uitloggen/", "/account/wachtwoord/"]))


def test_pages_with_text_that_was_not_saved(page, site):
    with enter_scope(site.utrecht):
        for tab, tekst in (("kort", "Veel schulden"), ("lang", f"{LANG} " * 20)):
            velden = {"vraagstuk": [tekst], "vraagstuk-versie": ["0"]}
            hier = {"wijkteam": site.kanaleneiland, "pagina": "opgave.vraagstuk", "door": site.anna}
            keep_klad(**hier, tab=tab, serie=1, velden=velden)
    in_orde(visit(page, [f"{TEAM}/wizard/opgave/vraagstuk/", "/utrecht/", "/overzicht/"]))


def test_pages_that_give_typed_text_back(page, open_page, site, client_for, monkeypatch):
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.2)
    open_page.verwacht += ["status of 503", "503 http"]
    koekjes = page.context.cookies()
    ander = client_for(site.fatma).cookies["sessionid"].value

    def save_after(breek, titel):
        """Type, let something go wrong, save, and look at the page that says so."""
        page.context.add_cookies(koekjes)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{TEAM}/wizard/opgave/kenmerken/")
        page.locator("#vragen textarea").first.fill(LANG)
        breek()
        klik(page, "Opslaan en later verder")
        assert page.locator("h1").inner_text() == titel
        return bekijk(page, titel)

    klachten = save_after(lambda: page.context.clear_cookies(name="csrftoken"), "De kenmerken van de wijk")
    klachten += save_after(lambda: page.context.clear_cookies(name="sessionid"), "Inloggen")
    als_fatma = [koek | {"value": ander} for koek in koekjes if koek["name"] == "sessionid"]
    klachten += save_after(lambda: page.context.add_cookies(als_fatma), "Deze tekst is niet opgeslagen")
    klachten += save_after(lambda: page.evaluate(VEEL), "Dit is te veel in één keer")
    with op_slot():
        klachten += save_after(lambda: None, "Even geduld")
    in_orde(klachten)


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
