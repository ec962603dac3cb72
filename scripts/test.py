"""Runs every check and every test of the project, and ends with what was skipped and the totals.

The suites on SQLite and on PostgreSQL run at the same time, each on a core; the browser journeys follow.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from postgres import installed, private_postgres

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
LOGS = ROOT / "var" / "test"

PRODUCTION = {
    "ALLOWED_HOSTS": "wijkteam.example.nl",
    "DATABASE_URL": "sqlite://:memory:",
    "DEBUG": "0",
    "DEMO": "0",
    "HTTPS": "1",
    "SECRET_KEY": "only-for-this-check-0123456789-abcdefghijklmnopqrstuvwxyz",
}
CHECKS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "import-linter": ["lint-imports", "--no-logo"],
    "mypy": ["mypy"],
    "migrations": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "deployment": ["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
}


def start(command: list[str], log: Path, **environment: str) -> subprocess.Popen:
    """Start a program of .venv, with what it says going to a log file."""
    with log.open("w") as output:
        arguments = [str(BIN / command[0]), *command[1:]]
        return subprocess.Popen(
            arguments, cwd=ROOT, env=os.environ | environment, stdout=output, stderr=subprocess.STDOUT
        )


def pytest(log: Path, *arguments: str, database: str = "") -> subprocess.Popen:
    environment = {"DATABASE_URL": database} if database else {}
    command = ["pytest", "-q", "-rfEs", "--tb=short", "-p", "no:cacheprovider", "--durations=5", *arguments]
    return start(command, log, **environment)


class Result:
    """Counts what passed and failed, and remembers what was skipped."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.skipped: list[str] = []
        self.failed: list[str] = []

    def finish(self, name: str, process: subprocess.Popen, log: Path) -> str:
        """Wait for a program, remember whether it passed, and return what it said."""
        began = time.monotonic()
        passed = process.wait() == 0
        if not passed:
            self.failed.append(name)
        said = log.read_text()
        print(f"\n== {name}: {'passed' if passed else 'FAILED'} ({time.monotonic() - began:.0f} s)", flush=True)
        return said

    def check(self, name: str, process: subprocess.Popen, log: Path) -> None:
        said = self.finish(name, process, log)
        self.counts["passed" if process.returncode == 0 else "failed"] += 1
        if process.returncode:
            print(said)

    def suite(self, name: str, process: subprocess.Popen, log: Path) -> None:
        said = self.finish(name, process, log)
        print(said)
        closing = said.strip().rsplit("\n", 1)[-1]
        counted = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|error|skipped)", closing)}
        self.counts.update(passed=counted.get("passed", 0), skipped=counted.get("skipped", 0))
        self.counts["failed"] += counted.get("failed", 0) + counted.get("error", 0)
        if process.returncode and not counted.get("failed") and not counted.get("error"):
            self.counts["failed"] += 1  # it broke off, or found no test
        self.skipped += [f"{name}: {line}" for line in said.splitlines() if line.startswith("SKIPPED")]

    def close(self) -> int:
        """Print the last lines: what was skipped, what failed, the totals."""
        print("\nSkipped: " + ("; ".join(self.skipped) or "nothing."))
        print("Failed: " + (", ".join(self.failed) or "nothing."))
        counts = self.counts
        print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
        return 1 if self.failed else 0


def run_checks(result: Result) -> None:
    for name, command in CHECKS.items():
        log = LOGS / f"{name.replace(' ', '-')}.log"
        result.check(name, start(command, log, **PRODUCTION), log)


def run_suites(result: Result, stack: ExitStack) -> None:
    suites = {"tests on SQLite": (["--ignore=tests/verloop"], "")}
    if programs := installed():
        url = stack.enter_context(private_postgres(programs))
        suites["tests on PostgreSQL"] = (["--ignore=tests/verloop", "-m", "not once"], url)
    else:
        result.skipped.append("the tests on PostgreSQL (no PostgreSQL 15 or newer)")
    logs = {name: LOGS / f"{name.replace(' ', '-')}.log" for name in suites}
    running = {name: pytest(logs[name], *arguments, database=url) for name, (arguments, url) in suites.items()}
    for process in running.values():
        stack.callback(process.terminate)
    for name, process in running.items():
        result.suite(name, process, logs[name])


def run_journeys(result: Result, stack: ExitStack) -> None:
    if not shutil.which("chromium"):
        result.skipped.append("the browser journeys (no chromium)")
        return
    log = LOGS / "journeys.log"
    process = pytest(log, "tests/verloop")
    stack.callback(process.terminate)
    result.suite("browser journeys", process, log)


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: sys.exit("Stopped."))  # leaving the stack below ends all that was started
    LOGS.mkdir(parents=True, exist_ok=True)
    result = Result()
    with ExitStack() as stack:
        run_checks(result)
        run_suites(result, stack)
        run_journeys(result, stack)
    return result.close()


if __name__ == "__main__":
    sys.exit(main())
