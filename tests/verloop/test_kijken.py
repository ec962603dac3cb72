"""The eyes of these journeys see what is wrong on a page made wrong on purpose."""

import pytest

from tests.verloop.kijken import axe, onzichtbaar, tabstops, te_breed

PAGINA = "<!DOCTYPE html><html lang=nl><title>Proef</title><main><h1>Proef</h1>{}</main>"


def codes(klachten):
    return {klacht.partition(":")[0] for klacht in klachten}


@pytest.mark.parametrize(
    ("inhoud", "gevonden"),
    [
        ("<p>Goed</p>", set()),
        ("<input>", {"label"}),
        ("<p style='color: #bbb'>Te licht</p>", {"color-contrast"}),
        ("<button style='all: unset'>a</button><button style='all: unset'>b</button>", {"target-size"}),
    ],
)
def test_axe_tells_what_is_wrong(open_page, inhoud, gevonden):
    page = open_page()
    page.set_content(PAGINA.format(inhoud))
    assert codes(axe(page)) == gevonden


@pytest.mark.parametrize(
    ("inhoud", "gevonden"),
    [
        ("<p>Past</p>", set()),
        ("<p style='width: 2000px'>Te breed</p>", {"sticks out"}),
        ("<div style='overflow-x: auto'><p style='width: 2000px'>Schuift zelf</p></div>", set()),
    ],
)
def test_what_sticks_out_is_told(open_page, inhoud, gevonden):
    page = open_page(breedte=320)
    page.set_content(PAGINA.format(inhoud))
    assert codes(te_breed(page)) == gevonden


@pytest.mark.parametrize(
    ("stijl", "gevonden"),
    [
        ("", set()),
        ("a:focus { outline: none }", {"no outline"}),
        ("div { position: fixed; inset: 0 }", {"covered"}),
        ("a { position: fixed; left: -99px }", {"out of sight", "covered"}),
    ],
)
def test_focus_that_is_not_seen_is_told(open_page, stijl, gevonden):
    page = open_page()
    opmaak = f"<style>a:focus {{ outline: 3px solid }} {stijl}</style>"
    page.set_content(PAGINA.format(f"{opmaak}<a href=#x>Link</a><div></div>"))
    assert codes(onzichtbaar(tabstops(page))) == gevonden


def test_breach_of_the_csp_is_heard(open_page):
    page = open_page()
    page.goto("/account/inloggen/")
    page.evaluate("() => document.body.setAttribute('style', 'color: red')")
    page.goto("/account/inloggen/")
    [klacht] = open_page.klachten
    open_page.klachten.clear()
    assert "Content Security Policy" in klacht
