"""The linters bite: each rule of pyproject.toml is broken here on purpose, in code that exists only for a moment."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
BIN = Path(sys.executable).parent
LAYERS = "1. Packages stack and never look up"
VIEWS = "2. Views and forms import no models"
PURE = "3. Pure modules know no Django"
STORES = "4. Only a feature's store imports its models"
CIRCLES = "5. No circles"

pytestmark = pytest.mark.once


def ruff(code: str) -> set[str]:
    """The codes of the rules that this code breaks as a module of the app."""
    command = [BIN / "ruff", "check", "--stdin-filename=bouwstenen/proef.py", "--output-format=json", "-"]
    process = subprocess.run(command, input=code, cwd=ROOT, capture_output=True, text=True, check=False)
    return {finding["code"] for finding in json.loads(process.stdout)}


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("from django.utils.safestring import mark_safe\n\nmark_safe('')\n", "TID251"),
        ("from django_scopes import scopes_disabled\n\nscopes_disabled()\n", "TID251"),
        ("from django_scopes import scope\n\nscope()\n", "TID251"),
        ("from django.apps import apps\n\napps.get_model('bouwstenen', 'Antwoord')\n", "TID251"),
        ("import weasyprint\n\nweasyprint.HTML()\n", "TID253"),
        ("def f():\n    import json\n\n    return json\n", "PLC0415"),
        ("print()\n", "T201"),
        ("eval(input())\n", "S307"),
        ("x = 1  # noqa: E501\n", "RUF100"),
        ("def f(a):\n" + "".join(f"    if a == {n}:\n        a += 1\n" for n in range(8)), "C901"),
        ("def f(a):\n" + "    a += 1\n" * 31, "PLR0915"),
    ],
)
def test_ruff_bites(code, rule):
    assert ruff(code) == {rule}


def test_weasyprint_may_be_imported_where_a_pdf_is_made():
    assert ruff("def f():\n    import weasyprint\n\n    return weasyprint\n") == set()


def test_mypy_bites(tmp_path):
    (tmp_path / "store.py").write_text("def f(a):\n    return a\n")
    command = [BIN / "mypy", "--config-file=pyproject.toml", "--no-error-summary", tmp_path / "store.py"]
    process = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert process.stdout.strip().endswith("Function is missing a type annotation  [no-untyped-def]")


def test_every_store_is_typed():
    """A new store, or a new pure module with a contract of its own, is checked by mypy too."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    checked = {path for pattern in config["mypy"]["files"] for path in ROOT.glob(pattern)}
    [pure] = [contract for contract in config["importlinter"]["contracts"] if contract["id"] == "pure"]
    paths = [ROOT / module.replace(".", "/") for module in pure["source_modules"]]
    expected = {file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path.with_suffix(".py")])}
    assert (expected | set((ROOT / "bouwstenen").glob("*/store.py"))) - checked == set()


def broken_contracts(folder: Path, module: str, line: str) -> set[str]:
    """The import contracts that break when this line is added to a copy of a module."""
    shutil.copytree(ROOT / "bouwstenen", folder / "bouwstenen", ignore=shutil.ignore_patterns("__pycache__", "*.toml"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    changed = folder / "bouwstenen" / module
    changed.parent.mkdir(exist_ok=True)
    with changed.open("a") as file:
        file.write(f"\n{line}\n")
    command = [BIN / "lint-imports", "--no-logo", "--no-cache"]
    process = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return {contract for contract in (LAYERS, VIEWS, PURE, STORES, CIRCLES) if f"{contract} BROKEN" in process.stdout}


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("core/http.py", "import bouwstenen.wizard.forms", {LAYERS, CIRCLES}),
        ("catalogus/checks.py", "import bouwstenen.toegang.slugs", {LAYERS}),
        ("wizard/views.py", "import bouwstenen.antwoorden.models", {VIEWS, STORES}),
        ("catalogus/schema.py", "import django.conf", {PURE}),
        ("startdocument/builder.py", "import django.conf", {PURE}),
        ("samenhang/regels/opgave.py", "import django.conf", {PURE}),
        ("inzichten/schema.py", "import bouwstenen.antwoorden.gegevens", {LAYERS}),
        ("toegang/middleware.py", "import bouwstenen.toegang.models", {STORES}),
        ("nieuw/__init__.py", "", {LAYERS}),
    ],
)
def test_import_contracts_bite(tmp_path, module, line, broken):
    assert broken_contracts(tmp_path, module, line) == broken
