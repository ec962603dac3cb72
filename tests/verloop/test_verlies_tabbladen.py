"""One page open more than once: in two tabs, on two devices, by two people. Nobody's text covers another's."""

from tests.verloop.bewaren import (
    BLAD,
    KLAD,
    RUST,
    aangeboden,
    kladden,
    neem_over,
    onthoud,
    open_blad,
    typ,
)  # fmt: skip
from tests.verloop.kijken import klik
from tests.wizard.bezoeker import gegeven, geschiedenis

VRAAG = "opgave.vraagstuk"


def copy_of(page):
    """A copy of the tab, as the browser makes it: with the same name and number in its form."""
    ander = page.context.new_page()
    ander.goto(BLAD)
    for naam in ("klad-tab", "klad-serie"):
        zoek = f"[name={naam}]"
        ander.locator(zoek).evaluate("(veld, waarde) => (veld.value = waarde)", page.locator(zoek).input_value())
    return ander


def test_two_tabs_of_one_user_keep_their_own_text(page, kanaleneiland, anna):
    open_blad(page)
    ander = page.context.new_page()
    ander.goto(BLAD)
    onthoud(page, "Eenzame ouderen")
    onthoud(ander, "Schulden")
    assert kladden(kanaleneiland, anna) == ["Eenzame ouderen", "Schulden"]
    assert aangeboden(page.context.new_page()) == 2


def test_copy_of_a_tab_gets_a_name_of_its_own(page, open_page, kanaleneiland, anna):
    open_page.verwacht.append("409 ")
    open_blad(page)
    onthoud(page, "Eenzame ouderen")
    ander = copy_of(page)
    typ(page, "!")
    with page.expect_response(KLAD):
        page.clock.run_for(RUST)
    onthoud(ander, "Schulden")
    onthoud(ander, " en stress")
    assert kladden(kanaleneiland, anna) == ["Eenzame ouderen!", "Schulden en stress"]


def test_copy_of_a_tab_that_was_saved_keeps_its_text(page, open_page, kanaleneiland, anna):
    open_page.verwacht.append("409 ")
    open_blad(page)
    onthoud(page, "Eenzame ouderen")
    ander = copy_of(page)
    klik(page, "Opslaan en later verder")
    onthoud(ander, "Schulden")
    assert kladden(kanaleneiland, anna) == ["Schulden"]
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Eenzame ouderen", "Anna")]


def test_text_typed_on_one_device_is_taken_over_on_another(page, open_page, kanaleneiland, anna):
    open_blad(page)
    onthoud(page, "Eenzame ouderen")
    telefoon = open_page(anna, breedte=320)
    assert neem_over(telefoon) == "Eenzame ouderen"
    assert geschiedenis(kanaleneiland, VRAAG) == [(1, "Eenzame ouderen", "Anna")]
    assert kladden(kanaleneiland, anna) == []


def test_text_that_was_taken_over_is_kept_when_typing_goes_on(page, open_page, kanaleneiland, anna):
    open_blad(page)
    onthoud(page, "Eenzame ouderen")
    telefoon = open_page(anna)
    open_blad(telefoon)
    with telefoon.expect_response(KLAD):  # the page says that somebody is here, before anything is typed
        klik(telefoon, "Overnemen", "link")
    typ(telefoon, "Veel vrijwilligers", "potentie")
    with telefoon.expect_response(KLAD):
        telefoon.clock.run_for(RUST)
    assert kladden(kanaleneiland, anna) == ["Eenzame ouderen"]
    assert kladden(kanaleneiland, anna, "potentie") == ["Veel vrijwilligers"]


def test_two_people_see_each_other_and_both_texts_stay(page, open_page, kanaleneiland, anna, fatma):
    open_blad(page)
    ander = open_blad(open_page(fatma))
    assert ander.locator("[data-aanwezig]").inner_text() == "Anna heeft deze pagina open."
    onthoud(page, "Eenzame ouderen")
    assert page.locator("[data-aanwezig]").inner_text() == "Fatma heeft deze pagina open."
    onthoud(ander, "Schulden")
    klik(page, "Opslaan en verder")
    klik(ander, "Opslaan en verder")
    assert ander.locator("h1").inner_text() == "Er is ondertussen een ander antwoord bewaard"
    assert ander.get_by_text("Eenzame ouderen").count() > 0
    assert ander.get_by_text("Schulden").count() > 0
    assert (kladden(kanaleneiland, anna), kladden(kanaleneiland, fatma)) == ([], ["Schulden"])
    ander.close()
    weer = open_page(fatma)
    assert neem_over(weer) == "Schulden"
    weer.get_by_label("Samenvoegen").check()
    klik(weer, "Keuze bewaren en verder")
    assert geschiedenis(kanaleneiland, VRAAG) == [
        (2, "Eenzame ouderen\n\nSchulden", "Fatma"),
        (1, "Eenzame ouderen", "Anna"),
    ]
    assert kladden(kanaleneiland, fatma) == []


def test_joined_text_is_kept_while_it_is_being_written(page, open_page, kanaleneiland, anna, fatma):
    open_blad(page)
    gegeven(kanaleneiland, fatma, VRAAG, "Schulden")
    onthoud(page, "Eenzame ouderen")
    klik(page, "Opslaan en verder")
    page.get_by_label("Samenvoegen").check()
    onthoud(page, " (samen)", "vraagstuk-samen")
    samen = page.locator("#id_vraagstuk-samen").input_value()
    assert ("Schulden" in samen, "Eenzame ouderen" in samen, " (samen)" in samen) == (True, True, True)
    assert kladden(kanaleneiland, anna) == [samen]
    klik(page, "Keuze bewaren en verder")
    assert geschiedenis(kanaleneiland, VRAAG) == [(2, samen, "Anna"), (1, "Schulden", "Fatma")]
    assert (kladden(kanaleneiland, anna), aangeboden(page)) == ([], 0)
