"""The platform beheerder makes a gemeente, a user and a lidmaatschap, under the same strict CSP as the rest."""

from bouwstenen.models import Gebruiker
from bouwstenen.toegang.store import gemeenten_van
from tests.verloop.kijken import klik, te_breed


def save(page):
    with page.expect_navigation():
        page.locator("input[name=_save]").click()
    assert page.locator(".messagelist .success").count() > 0, page.locator("#content").inner_text()


def test_els_makes_a_gemeente_and_lets_somebody_in(open_page, site):
    page = open_page(site.els)
    page.goto("/")
    klik(page, "Gemeenten en gebruikers beheren", "link")
    page.goto("/beheer/bouwstenen/gemeente/add/")
    page.locator("#id_naam").press_sequentially("Wijk bij Duurstede")
    assert page.locator("#id_slug").input_value() == "wijk-bij-duurstede"  # the script of the admin runs
    save(page)
    page.goto("/beheer/bouwstenen/gebruiker/add/")
    page.locator("#id_naam").fill("Hanna")
    page.locator("#id_email").fill("hanna@voorbeeld.nl")
    save(page)
    page.goto("/beheer/bouwstenen/lidmaatschap/add/")
    page.locator("#id_gemeente").select_option(label="Wijk bij Duurstede")
    page.locator("#id_gebruiker").select_option(label="Hanna")
    page.locator("input[name=rollen][value=beheerder]").check()
    save(page)
    hanna = Gebruiker.objects.get(email="hanna@voorbeeld.nl")
    assert [str(gemeente) for gemeente in gemeenten_van(hanna)] == ["Wijk bij Duurstede"]
    assert te_breed(page) == []


def test_every_list_of_the_admin_opens(open_page, site):
    page = open_page(site.els)
    for lijst in ("gemeente", "gebruiker", "lidmaatschap", "wijkteam"):
        antwoord = page.goto(f"/beheer/bouwstenen/{lijst}/")
        assert (lijst, antwoord.status) == (lijst, 200)
        with page.expect_navigation():
            page.locator("#result_list tbody tr th a").first.click()
        assert "/change/" in page.url
