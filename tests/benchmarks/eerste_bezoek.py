"""What a first visit brings over the wire to a real browser that has nothing in its cache."""

import os
from pathlib import Path

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
JAVASCRIPT = Path(__file__).parents[2] / "static" / "js"


def first_visit(adres: str, sessie: str, pad: str) -> tuple[int, int]:
    """The requests, and the bytes with their headers, of the log-in page and then the page at `pad`."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- who has no browser can still run the rest

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = chromium.new_context(base_url=adres)
        page = context.new_page()
        bytes_: list[int] = []
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.loadingFinished", lambda klaar: bytes_.append(int(klaar["encodedDataLength"])))
        page.goto("/account/login/", wait_until="networkidle")
        context.add_cookies([{"name": "sessionid", "value": sessie, "url": adres}])
        page.goto(pad, wait_until="networkidle")
        chromium.close()
    van_ver = [aantal for aantal in bytes_ if aantal]  # what came from the cache counts 0
    return len(van_ver), sum(van_ver)


def javascript() -> int:
    """The bytes of all our scripts, uncompressed."""
    return sum(bestand.stat().st_size for bestand in JAVASCRIPT.glob("*.js"))
