"""What to look at on a page; each function returns what is wrong, as readable lines."""

from axe_playwright_python.base import AXE_SCRIPT

OPTIES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}, "preload": False}
VERDICHT = """opties => axe.run(opties).then(r => r.violations.flatMap(
    v => v.nodes.map(n => `${v.id}: ${n.target.join(" ")} | ${n.html.slice(0, 200)} | ${n.failureSummary}`)))"""

# The outermost elements that stick out of the window, and stand in nothing that scrolls or hides by itself.
STEKEN_UIT = """() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const buiten = [...document.body.querySelectorAll("*")].filter(
        e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1);
    const vrij = e => !e || (getComputedStyle(e).overflowX === "visible" && vrij(e.parentElement));
    const los = buiten.filter(e => vrij(e.parentElement));
    const buitenste = los.filter(e => !los.some(a => a !== e && a.contains(e)));
    return buitenste.map(e => "sticks out: " + e.outerHTML.slice(0, 120));
}"""

# The element with the focus: its place among all elements, how it is marked, and what lies on top of it.
FOCUS = """async () => {
    await new Promise(klaar => requestAnimationFrame(() => requestAnimationFrame(klaar)));  // until it was scrolled to
    const e = document.activeElement, stijl = getComputedStyle(e);
    if (e === document.body) return null;
    const vakken = [...e.getClientRects()].filter(v => v.width && v.height);
    const vak = vakken[0] || e.getBoundingClientRect();
    const boven = document.elementFromPoint(vak.x + vak.width / 2, vak.y + vak.height / 2);
    const lijn = stijl.outlineStyle !== "none" && parseFloat(stijl.outlineWidth) >= 2;
    return {
        plek: [...document.querySelectorAll("*")].indexOf(e),
        wat: e.outerHTML.slice(0, 160),
        naam: e.getAttribute("name") || "",
        soort: e.type || e.tagName.toLowerCase(),
        omlijnd: lijn || stijl.boxShadow !== "none",
        vrij: !!boven && [e, ...(e.labels || [])].some(deel => deel.contains(boven) || boven.contains(deel)),
        in_beeld: vak.top >= 0 && vak.left >= 0 && vak.top < innerHeight && vak.left < innerWidth,
    };
}"""


def axe(page, *, kleuren: bool = True) -> list[str]:
    """Every violation of axe, target-size included; looking at the colours takes most of the time."""
    page.evaluate(f"() => {{ if (!window.axe) {{ {AXE_SCRIPT} }} }}")
    regels = OPTIES["rules"] | {"color-contrast": {"enabled": kleuren}}
    return page.evaluate(VERDICHT, OPTIES | {"rules": regels})


def te_breed(page) -> list[str]:
    """The elements that make the page scroll sideways."""
    return page.evaluate(STEKEN_UIT)


def bekijk(page, naam: str = "", *, kleuren_smal: bool = True) -> list[str]:
    """axe and width, at 1280 and at 320 pixels; `kleuren_smal`: whether to look at the colours twice."""
    klachten = []
    for breedte, kleuren in ((1280, True), (320, kleuren_smal)):
        page.set_viewport_size({"width": breedte, "height": 900})
        klachten += [
            f"{naam or page.url} at {breedte}: {klacht}" for klacht in te_breed(page) + axe(page, kleuren=kleuren)
        ]
    return sorted(set(klachten))


def in_orde(klachten: list[str]) -> None:
    """Fail with every complaint on a line of its own."""
    assert not klachten, "\n" + "\n".join(klachten)


def klik(page, naam: str, rol: str = "button", **zoek) -> None:
    """Press a button or follow a link, and wait for the page to which it leads."""
    with page.expect_event("load"):
        page.get_by_role(rol, name=naam, **zoek).click()


def hoogte(page) -> int:
    return page.evaluate("() => document.documentElement.scrollHeight")


def focus(page) -> dict | None:
    """What FOCUS tells of the element with the focus; None when that is the page itself."""
    return page.evaluate(FOCUS)


def onzichtbaar(stops: list[dict]) -> list[str]:
    """The stops where a user would not see where they are, and why."""
    eisen = {"omlijnd": "no outline", "in_beeld": "out of sight", "vrij": "covered"}
    return [f"{tekst}: {stop['wat']}" for stop in stops for eis, tekst in eisen.items() if not stop[eis]]


def tabstops(page, hoogstens: int = 200) -> list[dict]:
    """Press Tab from the top until the focus leaves the page: what is met, in order."""
    stops = []
    for _ in range(hoogstens):
        page.keyboard.press("Tab")
        stop = focus(page)
        if stop is None or (stops and stop["plek"] == stops[0]["plek"]):
            return stops
        stops.append(stop)
    raise AssertionError("The focus does not leave the page.")
