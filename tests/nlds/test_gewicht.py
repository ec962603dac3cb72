"""What a first visit costs, and what the content security policy would refuse."""

import gzip
import re
from pathlib import Path

from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"
TEMPLATES = Path(settings.BASE_DIR) / "templates"
KB = 1000


def test_css_is_small():
    assert len(gzip.compress((STATIC / "css/wijkteam.css").read_bytes())) <= 20 * KB


def test_scripts_are_small():
    assert sum(pad.stat().st_size for pad in (STATIC / "js").glob("*.js")) <= 10 * KB


def test_fonts_of_a_first_visit_are_small():
    latin = [pad for pad in (STATIC / "fonts").glob("*.woff2") if "latin-ext" not in pad.name]
    assert sum(pad.stat().st_size for pad in latin) <= 50 * KB


def test_css_reaches_only_our_own_files():
    css = (STATIC / "css/wijkteam.css").read_text()
    adressen = {adres.strip("\"'") for adres in re.findall(r"url\(([^)]*)\)", css)}
    assert adressen
    assert [adres for adres in adressen if not (STATIC / "css" / adres).resolve().is_file()] == []


def test_built_css_holds_the_own_sheets():
    """Somebody changed a source and forgot to build: `npm run bouw` in scripts/nlds_css."""
    css = (STATIC / "css/wijkteam.css").read_text()
    bron = (STATIC / "css/eigen.css").read_text()
    klassen = set(re.findall(r"\.(wt-[a-z_-]+[a-z])", bron))
    assert klassen - set(re.findall(r"\.(wt-[a-z_-]+[a-z])", css)) == set()
    tokens = set(re.findall(r"(--wt-[a-z]+):", (STATIC / "css/thema.css").read_text()))
    assert tokens - set(re.findall(r"(--wt-[a-z]+):", css)) == set()


def linked_sheets():
    """The sheets that pages of the site link; those of documents are static: addresses."""
    namen = {
        naam
        for pad in TEMPLATES.rglob("*.html")
        for naam in re.findall(r"{% static 'css/([\w-]+\.css)' %}", pad.read_text())
    }
    return {naam: (STATIC / "css" / naam).read_text() for naam in namen}


def without_rule(gebruikt, bron):
    return {klasse for klasse in gebruikt if not re.search(rf"{klasse}(?![\w-])", bron)}


def test_every_class_of_ours_in_a_template_has_a_rule():
    bron = "".join(linked_sheets().values()) + (STATIC / "js/wijkteam.js").read_text()
    gebruikt = {
        klasse
        for pad in TEMPLATES.rglob("*.html")
        if "startdocument" not in pad.parts
        for attribuut in re.findall(r'class="([^"{]*)"', pad.read_text())
        for klasse in attribuut.split()
        if klasse.startswith("wt-")
    }
    assert without_rule(gebruikt, bron) == set()


def test_a_class_without_a_rule_is_found():
    assert without_rule({"wt-los", "wt-in", "wt-inz"}, ".wt-inz__een{} .wt-in{}") == {"wt-los", "wt-inz"}
    assert {"wijkteam.css", "inzichten.css"} <= set(linked_sheets())
