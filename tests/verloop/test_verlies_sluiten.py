"""Leaving a page in every way there is: what was typed on it is saved, or it is offered when its user comes back."""

import time

import pytest

from bouwstenen.wizard import klad
from tests.verloop.bewaren import (
    BLAD,
    KLAD,
    ONTHOUDEN,
    RUST,
    aangeboden,
    kladden,
    neem_over,
    onthoud,
    open_blad,
    stand,
    typ,
    wacht_op_stand,
    wacht_tot,
)  # fmt: skip
from tests.verloop.kijken import klik
from tests.wizard.bezoeker import geschiedenis

VRAAG = "opgave.vraagstuk"
VERBERG = """() => {
    Object.defineProperty(document, "hidden", {value: true, configurable: true});
    document.dispatchEvent(new Event("visibilitychange"));
}"""

TYP_NA_INDIENEN = """tekst => {
    const veld = document.querySelector("#id_vraagstuk"), straks = new MessageChannel();
    straks.port1.onmessage = () => {
        veld.value += tekst;
        veld.dispatchEvent(new Event("input", {bubbles: true}));
    };
    veld.form.addEventListener("submit", () => straks.port2.postMessage(""));
}"""


def test_the_line_tells_what_became_of_the_text(page, kanaleneiland, anna):
    open_blad(page)
    assert stand(page) == ""
    typ(page, "Eenzame")
    assert stand(page) == "Nog niet bewaard."
    with page.expect_response(KLAD):
        page.clock.run_for(RUST)
    wacht_op_stand(page, ONTHOUDEN)
    typ(page, " ouderen")
    assert stand(page).startswith(ONTHOUDEN)
    assert kladden(kanaleneiland, anna) == ["Eenzame"]
    assert kladden(kanaleneiland, anna, "potentie") == []  # only what changed is sent
    with page.expect_response(KLAD):
        page.clock.run_for(RUST)
    assert kladden(kanaleneiland, anna) == ["Eenzame ouderen"]
    page.locator("#id_vraagstuk").fill("")
    with page.expect_response(KLAD):
        page.clock.run_for(RUST)
    page.wait_for_function("document.querySelector('[data-bewaard] [role=status]').textContent === ''")
    assert kladden(kanaleneiland, anna) == []


def test_text_is_kept_while_typing_goes_on(page, kanaleneiland, anna):
    open_blad(page)
    with page.expect_response(KLAD):
        for _ in range(11):  # never two seconds of rest, eleven seconds long
            typ(page, "x")
            page.clock.run_for(1000)
    assert kladden(kanaleneiland, anna) == ["x" * 10]


def close(page):
    """Close the tab as a person does, who leaves when asked; returns what the browser asked."""
    gevraagd = []
    page.once("dialog", lambda vraag: (gevraagd.append(vraag.type), vraag.accept()))
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    return gevraagd


def test_text_typed_just_before_the_tab_is_closed(page, kanaleneiland, anna):
    nieuw = page.context.new_page()
    open_blad(page)
    typ(page, "Eenzame ouderen")
    assert close(page) == ["beforeunload"]
    wacht_tot(lambda: kladden(kanaleneiland, anna) == ["Eenzame ouderen"])
    assert neem_over(nieuw) == "Eenzame ouderen"
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Eenzame ouderen", "Anna")]
    assert (kladden(kanaleneiland, anna), aangeboden(nieuw)) == ([], 0)


def test_text_typed_just_before_the_browser_disappears(page, kanaleneiland, anna):
    open_blad(page)
    typ(page, "Eenzame ouderen")
    page.evaluate(VERBERG)  # another app on the phone; then the browser is stopped
    page.context.close()
    wacht_tot(lambda: kladden(kanaleneiland, anna) == ["Eenzame ouderen"])


def test_sending_outlives_the_page_when_it_is_small_enough_for_that(page, kanaleneiland):
    page.add_init_script(
        "const echt = fetch; window.outlives = [];"
        "window.fetch = (adres, opties) => (outlives.push(opties.keepalive), echt(adres, opties))"
    )
    open_blad(page)
    onthoud(page, "x")
    for lengte in (59_000, 61_000):
        page.locator("#id_vraagstuk").fill("x" * lengte)
        with page.expect_response(KLAD):
            page.clock.run_for(RUST)
    assert page.evaluate("outlives.slice(1)") == [True, True, False]


def test_long_text_is_kept_before_the_tab_may_close_without_a_word(page, kanaleneiland, anna):
    lang = "Eenzame ouderen. " * 4200
    open_blad(page)
    typ(page, "x")
    page.locator("#id_vraagstuk").fill(lang)
    with page.expect_event("dialog") as gevraagd, page.expect_response(KLAD):
        page.close(run_before_unload=True)
        gevraagd.value.dismiss()
        page.clock.run_for(RUST)
    wacht_op_stand(page, ONTHOUDEN)
    assert kladden(kanaleneiland, anna) == [lang]
    assert close(page) == []


@pytest.fixture
def traag(monkeypatch):
    """traag(0.1): from now on the server takes this long before it keeps what was typed; gives what it answered."""
    antwoorden, keep = [], klad.keep

    def slow(seconden):
        def wrapper(**kwargs):
            time.sleep(seconden)
            antwoorden.append(keep(**kwargs)[0])
            return antwoorden[-1], []

        monkeypatch.setattr(klad, "keep", wrapper)
        return antwoorden

    return slow


@pytest.mark.parametrize("seconden", [0, 0.1, 0.3])
def test_saving_overtakes_what_is_under_way(page, kanaleneiland, anna, traag, seconden):
    open_blad(page)
    antwoorden = traag(seconden)
    typ(page, "Eenzame ouderen")
    with page.expect_request(KLAD):
        page.clock.run_for(RUST)
    typ(page, " en schulden")
    klik(page, "Opslaan en later verder")
    wacht_tot(lambda: antwoorden)
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Eenzame ouderen en schulden", "Anna")]
    assert (kladden(kanaleneiland, anna), aangeboden(page)) == ([], 0)


def test_text_typed_while_the_page_is_being_saved(page, kanaleneiland, anna):
    open_blad(page)
    typ(page, "Eenzame ouderen")
    page.evaluate(TYP_NA_INDIENEN, " en schulden")
    klik(page, "Opslaan en later verder")
    wacht_tot(lambda: kladden(kanaleneiland, anna) == ["Eenzame ouderen en schulden"])
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Eenzame ouderen", "Anna")]
    assert aangeboden(page) == 1


def test_back_to_a_page_that_was_saved_shows_it_as_it_is_now(page, open_page, kanaleneiland, anna):
    open_page.verwacht.append("409 ")  # the answer that the page had arrived
    page.goto("/")  # from now on the cookies stay as they are, and the browser shows its own copy of the page
    open_blad(page)
    onthoud(page, "Eenzame ouderen")
    klik(page, "Opslaan en later verder")
    with page.expect_event("load"), page.expect_response(lambda antwoord: antwoord.url.endswith("/klad/")):
        page.go_back()
    page.wait_for_function("document.querySelector('[name=vraagstuk-versie]').value === '1'")
    assert (page.locator("#id_vraagstuk").input_value(), stand(page)) == ("Eenzame ouderen", "")
    assert kladden(kanaleneiland, anna) == []


def test_back_from_a_page_of_the_browser_that_says_the_site_is_away(page, open_page, kanaleneiland, anna):
    open_page.verwacht.append("ERR_CONNECTION_REFUSED")
    open_blad(page)
    typ(page, "Eenzame ouderen")
    page.route(BLAD + "?*", lambda route: route.abort("connectionrefused"))
    page.get_by_role("button", name="Opslaan en verder").last.click()
    page.wait_for_url("chrome-error://**")
    page.unroute(BLAD + "?*")
    page.go_back()
    assert page.locator("#id_vraagstuk").input_value() == "Eenzame ouderen"
    wacht_op_stand(page, ONTHOUDEN)
    assert kladden(kanaleneiland, anna) == ["Eenzame ouderen"]
    klik(page, "Opslaan en verder")
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Eenzame ouderen", "Anna")]
    assert aangeboden(page) == 0
