"""A real Chromium that visits the site as the cast does; every tab must keep its console clean."""

import os
import re
from types import SimpleNamespace

import pytest
from django.core.cache import cache

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.store import Ingediend
from bouwstenen.core.tenancy import enter_scope
from tests.factories import WijkteamFactory

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-smooth-scrolling",  # Tab has scrolled when the next line looks where the focus is
]
PAGINA_MET_STATUS = re.compile(r"Failed to load resource: .* status of 4(03|04|09|10|22|29)")  # on purpose


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all journeys; Playwright holds an event loop, at which Django would refuse its database."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 — who has no browser can still collect the tests

    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, live_server, client_for):
    """open_page(anna, breedte=320): a tab of her own browser, in which she is logged in; None is nobody yet."""
    contexten, klachten, verwacht = [], [], []
    cache.clear()  # it counts log-ins, and its table is no model that the test database empties by itself

    def make(gebruiker=None, *, breedte=1280, javascript=True):
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": breedte, "height": 900},
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            java_script_enabled=javascript,
        )
        context.set_default_timeout(20_000)
        contexten.append(context)
        if gebruiker:
            sessie = client_for(gebruiker).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        context.on("page", lambda page: listen(page, klachten, verwacht))
        return context.new_page()

    make.klachten, make.verwacht = klachten, verwacht
    yield make
    for context in contexten:
        context.close()
    assert klachten == []


def listen(page, klachten, verwacht):
    """Collect what the browser complains about: script errors, a breach of the CSP, a file that is not there.

    verwacht: pieces of complaints that a journey causes on purpose.
    """

    def complain(tekst):
        if not any(stuk in tekst for stuk in verwacht):
            klachten.append(f"{page.url}: {tekst}")

    def on_console(bericht):
        if bericht.type in ("error", "warning") and not PAGINA_MET_STATUS.match(bericht.text):
            complain(bericht.text)

    def on_response(antwoord):
        if antwoord.status >= 400 and antwoord.request.resource_type != "document":
            complain(f"{antwoord.status} {antwoord.url}")

    page.on("console", on_console)
    page.on("response", on_response)
    page.on("pageerror", lambda fout: klachten.append(f"{page.url}: {fout}"))


@pytest.fixture
def page(open_page, anna):
    """Anna's tab, 1280 wide."""
    return open_page(anna)


@pytest.fixture
def geef():
    """geef(wijkteam, anna, {"opgave.visie": "Dichtbij"}): saves first versions; toelichting may be given for all."""

    def save(wijkteam, door, waarden, toelichting=""):
        ingediend = [Ingediend(vraag=v, versie=0, waarde=w, toelichting=toelichting) for v, w in waarden.items()]
        with enter_scope(wijkteam.gemeente):
            store.save_antwoorden(wijkteam=wijkteam, ingediend=ingediend, door=door)

    return save


@pytest.fixture
def site(kanaleneiland, utrecht, zeist, anna, bram, carla, daan, els, fatma):
    """The whole cast, with one wijkteam in each gemeente."""
    oost = WijkteamFactory(gemeente=zeist, slug="oost", naam="Oost")
    return SimpleNamespace(
        utrecht=utrecht, zeist=zeist, kanaleneiland=kanaleneiland, oost=oost,
        anna=anna, bram=bram, carla=carla, daan=daan, els=els, fatma=fatma,
    )  # fmt: skip
