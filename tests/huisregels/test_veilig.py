"""Nothing that a user typed reaches a page as HTML."""

import re
from pathlib import Path

from django.conf import settings

RAW = re.compile(r"\|\s*(?:safe|safeseq)\b|autoescape\s+off|\bmark_safe\b|\bSafeString\(|__html__")
ALLOWED = {"bouwstenen/templatetags/wijkteam.py"}  # the light markup, escaped by core/markup.py


def raw_html(paths: list[Path]) -> set[str]:
    """The files that hand out text without escaping; mails in plain text may, they are no HTML."""
    found = {path for path in paths if path.suffix != ".txt" and RAW.search(path.read_text())}
    return {str(path.relative_to(settings.BASE_DIR)) for path in found}


def test_only_the_light_markup_is_marked_safe():
    folders = [settings.BASE_DIR / "templates", settings.BASE_DIR / "bouwstenen"]
    files = [path for folder in folders for ext in ("*.html", "*.py", "*.txt") for path in folder.rglob(ext)]
    assert raw_html(files) == ALLOWED


def test_the_guard_bites():
    texts = ["{{ tekst|safe }}", "{{ tekst | safe }}", "{% autoescape off %}", "mark_safe(tekst)", "SafeString(tekst)"]
    assert [text for text in texts if not RAW.search(text)] == []
    assert not RAW.search("{{ tekst|safety }} -> SafeString:")
