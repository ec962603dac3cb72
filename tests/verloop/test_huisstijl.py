"""A beheerder chooses a house style: the example follows, and everybody sees it afterwards."""

import pytest

from tests.verloop.kijken import klik

HIER = "/utrecht/huisstijl/"
ROOD, GEEL, INKT = "rgb(204, 0, 0)", "rgb(255, 213, 0)", "rgb(14, 51, 82)"


def ground(page, waar):
    return page.locator(waar).evaluate("e => getComputedStyle(e).backgroundColor")


def choose(page, balk, letters):
    page.locator("#id_kleur_balk").fill(balk)
    page.locator("#id_kleur_letters").fill(letters)


@pytest.mark.parametrize("breedte", [1280, 320])
def test_the_example_follows_and_the_header_after_saving(open_page, site, breedte):
    page = open_page(site.fatma, breedte=breedte)
    page.goto(HIER)
    assert page.locator("output").inner_text() == "13 op 1, genoeg"
    choose(page, "#ff8080", "#ffffff")
    assert page.locator("output").inner_text() == "2,4 op 1, te weinig"
    choose(page, "#cc0000", "#ffffff")
    assert page.locator("output").inner_text() == "5,8 op 1, genoeg"
    assert (ground(page, "header"), ground(page, ".wt-proef .wt-kop")) == (INKT, ROOD)
    klik(page, "Huisstijl opslaan")
    assert (ground(page, "header"), ground(page, ".wt-proef .wt-kop")) == (ROOD, ROOD)
    page.get_by_label("Terug naar de kleuren van Wijkteam").check()
    assert (ground(page, ".wt-proef .wt-kop"), page.locator("output").inner_text()) == (INKT, "13 op 1, genoeg")
    page.get_by_label("Terug naar de kleuren van Wijkteam").uncheck()
    assert ground(page, ".wt-proef .wt-kop") == ROOD
    bram = open_page(site.bram)
    bram.goto("/utrecht/")
    assert ground(bram, "header") == ROOD


def test_without_javascript_the_example_shows_what_is_saved(open_page, site):
    page = open_page(site.fatma, javascript=False)
    page.goto(HIER)
    choose(page, "#ffd500", "#1a1a1a")
    assert ground(page, ".wt-proef .wt-kop") == INKT
    assert page.locator("noscript").is_visible()
    klik(page, "Huisstijl opslaan")
    assert (ground(page, "header"), ground(page, ".wt-proef .wt-kop")) == (GEEL, GEEL)
    assert page.locator("output").inner_text() == "12,2 op 1, genoeg"
