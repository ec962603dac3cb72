"""Runs every check and every test of the project, and ends with what was skipped and the totals.

As many suites run at a time as there are cores: on SQLite, on PostgreSQL, and the browser journeys in parts.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Lock

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
PARTS = 3  # of the browser journeys: short ones at the end leave no core without work
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
        passed = process.wait() == 0
        if not passed:
            self.failed.append(name)
        print(f"\n== {name}: {'passed' if passed else 'FAILED'}", flush=True)
        return log.read_text()

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


def suites(result: Result, stack: ExitStack) -> dict[str, tuple[list[str], str]]:
    """The arguments and the database of each suite, the longest first."""
    found = {"tests on SQLite": (["--ignore=tests/verloop"], "")}
    if programs := installed():
        url = stack.enter_context(private_postgres(programs))
        found["tests on PostgreSQL"] = (["--ignore=tests/verloop", "-m", "not once"], url)
    else:
        result.skipped.append("the tests on PostgreSQL (no PostgreSQL 15 or newer)")
    if shutil.which("chromium"):
        journeys = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "verloop").glob("test_*.py"))
        found |= {f"browser journeys, part {part + 1}": (journeys[part::PARTS], "") for part in range(PARTS)}
    else:
        result.skipped.append("the browser journeys (no chromium)")
    return found


def run_suites(result: Result, stack: ExitStack) -> None:
    pool = stack.enter_context(ThreadPoolExecutor(max_workers=os.cpu_count()))
    running: list[subprocess.Popen] = []
    one_speaks = Lock()
    stack.callback(lambda: [process.terminate() for process in running])
    stack.callback(pool.shutdown, wait=False, cancel_futures=True)

    def run(name: str, arguments: list[str], url: str) -> None:
        log = LOGS / f"{name.replace(' ', '-').replace(',', '')}.log"
        running.append(process := pytest(log, *arguments, database=url))
        process.wait()
        with one_speaks:
            result.suite(name, process, log)

    for future in [pool.submit(run, name, *how) for name, how in suites(result, stack).items()]:
        future.result()


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: sys.exit("Stopped."))  # leaving the stack below ends all that was started
    LOGS.mkdir(parents=True, exist_ok=True)
    result = Result()
    with ExitStack() as stack:
        run_checks(result)
        run_suites(result, stack)
    return result.close()


if __name__ == "__main__":
    sys.exit(main())
