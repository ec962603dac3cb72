"""The network or the log-in goes away while somebody types: it is told, and all goes on by itself."""

import pytest
from django.contrib.sessions.models import Session

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Lidmaatschap
from tests.verloop.bewaren import (
    BLAD,
    KLAD,
    NOG_EENS,
    ONTHOUDEN,
    RUST,
    aangeboden,
    is_toegankelijk,
    kladden,
    log_in,
    neem_over,
    open_blad,
    stand,
    typ,
    wacht_op_stand,
)  # fmt: skip
from tests.verloop.kijken import klik, onzichtbaar, tabstops
from tests.wizard.bezoeker import antwoorden, geschiedenis

VRAAG = "opgave.vraagstuk"
GEEN_VERBINDING = "Geen verbinding: uw tekst staat nog op deze pagina."
UITGELOGD = "U bent uitgelogd. Log in op een ander tabblad; uw tekst blijft staan."


# the network ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def zonder_net(page, open_page, kanaleneiland):
    """The page, with text that was typed while the network was gone."""
    open_page.verwacht.append("ERR_INTERNET_DISCONNECTED")
    open_blad(page)
    page.context.set_offline(True)
    typ(page, "Eenzame ouderen")
    page.clock.run_for(RUST)
    wacht_op_stand(page, GEEN_VERBINDING)
    return page


def test_network_that_goes_and_comes_back(zonder_net, kanaleneiland, anna):
    page = zonder_net
    assert kladden(kanaleneiland, anna) == []
    typ(page, " en schulden")
    assert stand(page) == GEEN_VERBINDING
    page.context.set_offline(False)
    wacht_op_stand(page, ONTHOUDEN)
    assert kladden(kanaleneiland, anna) == ["Eenzame ouderen en schulden"]
    klik(page, "Opslaan en verder")
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Eenzame ouderen en schulden", "Anna")]
    assert aangeboden(page) == 0


def test_saving_without_a_network_waits_for_its_user(zonder_net, kanaleneiland, anna):
    page = zonder_net
    knop = page.get_by_role("button", name="Opslaan en later verder")
    knop.click()
    assert stand(page) == f"{GEEN_VERBINDING} Druk opnieuw op de knop als de verbinding terug is."
    page.clock.run_for(NOG_EENS)
    assert stand(page).endswith("als de verbinding terug is.")
    page.context.set_offline(False)
    wacht_op_stand(page, ONTHOUDEN)
    assert (antwoorden(kanaleneiland), page.url.endswith(BLAD)) == ({}, True)  # nothing happens that nobody asked for
    klik(page, "Opslaan en later verder")
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Eenzame ouderen", "Anna")]


def test_trouble_is_seen_and_covers_nothing(zonder_net):
    page = zonder_net
    is_toegankelijk(page, "no network")
    for breedte in (320, 1280):
        page.set_viewport_size({"width": breedte, "height": 500})
        page.evaluate("scrollTo(0, 0); document.activeElement.blur()")
        page.locator("#id_vraagstuk").scroll_into_view_if_needed()
        balk = page.locator("[data-bewaard]").bounding_box()
        assert balk["y"] + balk["height"] <= 500  # in sight, while the buttons are screens away
        page.locator("#inhoud").focus()
        assert onzichtbaar(tabstops(page)) == []


def test_busy_database_is_told_and_tried_again(page, open_page, kanaleneiland, anna):
    open_page.verwacht += ["503"]
    open_blad(page)
    page.route(KLAD, lambda route: route.fulfill(status=503, body="druk"))
    typ(page, "Eenzame ouderen")
    page.clock.run_for(RUST)
    wacht_op_stand(page, "De site is even te druk: uw tekst staat nog op deze pagina.")
    page.unroute(KLAD)
    page.clock.run_for(NOG_EENS)
    wacht_op_stand(page, ONTHOUDEN)
    assert kladden(kanaleneiland, anna) == ["Eenzame ouderen"]


def test_answer_that_is_not_of_the_site_is_no_promise(page, kanaleneiland):
    open_blad(page)
    page.route(KLAD, lambda route: route.fulfill(status=200, body="<h1>Welkom bij de wifi</h1>"))
    typ(page, "Eenzame ouderen")
    page.clock.run_for(RUST)
    wacht_op_stand(page, "Wij konden uw tekst niet onthouden.")


# the log-in -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def uitgelogd(page, kanaleneiland):
    """The page, with text that was typed after the log-in had ended."""
    open_blad(page)
    Session.objects.all().delete()
    typ(page, "Eenzame ouderen")
    page.clock.run_for(RUST)
    wacht_op_stand(page, UITGELOGD)
    return page


def test_log_in_on_another_tab_goes_on_where_it_stopped(uitgelogd, open_page, kanaleneiland, anna):
    open_page.verwacht.append("403 ")  # a token of the former log-in: answered with a new one
    page = uitgelogd
    is_toegankelijk(page, "logged out")
    with page.expect_popup() as tabblad:
        page.get_by_role("link", name="Log in op een ander tabblad").click()
    log_in(tabblad.value, anna)
    page.clock.run_for(NOG_EENS)
    wacht_op_stand(page, ONTHOUDEN)
    assert kladden(kanaleneiland, anna) == ["Eenzame ouderen"]
    klik(page, "Opslaan en verder")
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Eenzame ouderen", "Anna")]
    assert aangeboden(page) == 0


def test_somebody_else_logs_in_on_another_tab(uitgelogd, open_page, kanaleneiland, anna, fatma):
    open_page.verwacht += ["403 ", "409 "]
    page = uitgelogd
    ander = page.context.new_page()
    ander.goto("/")
    log_in(ander, fatma)
    page.clock.run_for(NOG_EENS)
    wacht_op_stand(page, "Er is nu iemand anders ingelogd.")
    assert (kladden(kanaleneiland, anna), kladden(kanaleneiland, fatma)) == ([], [])
    is_toegankelijk(page, "somebody else")


def test_saving_while_logged_out_leads_past_the_log_in_page_to_the_text(uitgelogd, kanaleneiland, anna):
    page = uitgelogd
    klik(page, "Opslaan en verder")
    log_in(page, anna)
    assert page.url.partition("?")[0].endswith(BLAD)
    assert antwoorden(kanaleneiland) == {}
    assert kladden(kanaleneiland, anna) == ["Eenzame ouderen"]
    assert neem_over(page) == "Eenzame ouderen"
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Eenzame ouderen", "Anna")]
    assert aangeboden(page) == 0


def test_right_to_fill_in_that_was_taken_away(page, open_page, kanaleneiland, anna):
    open_page.verwacht.append("403 ")
    open_blad(page)
    with enter_scope(kanaleneiland.gemeente):
        Lidmaatschap.objects.filter(gebruiker=anna).update(rollen=["lezer"])
    typ(page, "Eenzame ouderen")
    page.clock.run_for(RUST)
    wacht_op_stand(page, "Wij konden uw tekst niet onthouden.")
    is_toegankelijk(page, "no right any more")
