"""Guards on the set-up: locks without addresses, nothing inline, every setting in README, no network in tests."""

import re
import socket
from pathlib import Path

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
ADDRESS = re.compile(r"[a-z]+://|--(?:extra-)?index|--find-links|--trusted-host", re.IGNORECASE)
LOCKS = ["requirements.txt", "requirements-dev.txt"]


def unhashed(lock: str) -> list[str]:
    """The requirements in a lock file that carry no hash."""
    entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"^ *#.*\n", "", lock, flags=re.MULTILINE))
    return [entry.split(" ")[0] for entry in entries if "--hash=sha256:" not in entry]


def settings_read(source: str) -> set[str]:
    """The names of the variables that a settings file reads from the environment."""
    return set(re.findall(r"""\benv\.\w+\(\s*["'](\w+)["']""", source))


def settings_told(readme: str) -> set[str]:
    """The names in the first column of the settings table in README."""
    table = readme.partition("\n## Settings\n")[2].partition("\n## ")[0]
    first_cells = re.findall(r"^\|([^|]*)\|", table, flags=re.MULTILINE)
    return {name for cell in first_cells for name in re.findall(r"`([A-Z_]+)`", cell)}


@pytest.mark.parametrize("name", LOCKS)
def test_locks_have_hashes_and_no_address(name):
    lock = (ROOT / name).read_text()
    assert (ADDRESS.findall(lock), unhashed(lock)) == ([], [])


def test_the_lock_guard_bites():
    assert ADDRESS.findall("--extra-index-url https://pakket.example/simple") == ["--extra-index", "https://"]
    assert unhashed("a==1 \\\n    --hash=sha256:00\nb==2\n    # via a\n") == ["b==2\n"]


def test_every_setting_is_in_readme():
    read = settings_read((ROOT / "wijkteam/settings.py").read_text())
    read |= settings_read((ROOT / "gunicorn.conf.py").read_text())
    assert settings_told((ROOT / "README.md").read_text()) == read


def test_the_settings_guard_bites():
    assert settings_read('A = env.int("NEW_ONE", 1)') == {"NEW_ONE"}
    assert settings_told("\n## Settings\n| `OLD_ONE` | x |\n\n## Next\n| `OTHER` | x |") == {"OLD_ONE"}


def test_nothing_inline_is_allowed():
    sources = {source for values in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].values() for source in values}
    assert sources == {"'self'", "'none'"}


def test_nothing_inline_is_used_in_templates():
    inline = re.compile(r"""<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=["']""")
    found = {path.name: inline.findall(path.read_text()) for path in (ROOT / "templates").rglob("*.html")}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_the_network_is_out_of_reach():
    with pytest.raises(UserWarning, match="192.0.2.1"), socket.socket() as probe:
        probe.connect(("192.0.2.1", 80))


def ignores_without_reason(source: str) -> list[str]:
    """The lines that switch a rule of ruff off and do not say why."""
    ignores = re.compile(r"# noqa(?:: ?[A-Z0-9, ]+)?(.*)$")
    return [line for line in source.splitlines() if (found := ignores.search(line)) and len(found[1].strip()) < 10]


def test_every_ignore_states_its_reason():
    folders = ["bouwstenen", "scripts", "tests", "wijkteam"]
    sources = [path for folder in folders for path in (ROOT / folder).rglob("*.py") if path != Path(__file__)]
    found = {str(path): ignores_without_reason(path.read_text()) for path in sources}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_the_ignore_guard_bites():
    good = "import a  # noqa: E402 -- the environment comes first"
    assert ignores_without_reason(f"{good}\nimport b  # noqa: E402") == ["import b  # noqa: E402"]
