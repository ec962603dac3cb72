"""Measures what each visit costs the server, small and large, and prints one table (Markdown) beside the targets.

DATABASE=postgres measures on a private PostgreSQL; then the work of its own processes is not in the figures.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from statistics import median

import psycopg
from postgres import free_port, installed, private_postgres
from trial import BIN, ROOT, SETTINGS, gunicorn

sys.path.insert(0, str(ROOT))
from tests.benchmarks.eerste_bezoek import first_visit, javascript

FILLED = ROOT / "var" / "benchmark"
SIZES = (1, 342)  # gemeenten, each with three wijkteams and ten versions of every answer
RUNS, RUNS_PDF, WARM_UP = 21, 7, 3
GROWTH, PDF = 1.2, 1.1  # how many times as long it may take: at 342 gemeenten, and beside WeasyPrint alone
BARE = "bare Django view"
DATABASES = {"sqlite": "SQLite", "postgres": "PostgreSQL, whose own processes are not in the figures"}
FIRST = "/gemeente-1/team-2/wizard/gebiedsanalyse/start/"
ENVIRONMENT = os.environ | SETTINGS | {"PYTHONPATH": str(ROOT)}


@dataclass(frozen=True)
class Target:
    """The most that a visit may cost: milliseconds and queries; None is no target."""

    milliseconds: float | None = None
    queries: int | None = None

    def __str__(self) -> str:
        delen = [f"{self.milliseconds:g} ms"] if self.milliseconds else []
        return ", ".join([*delen, *([f"{self.queries} queries"] if self.queries else []), f"{GROWTH} × one"])


TARGETS = {
    BARE: Target(),
    "save six questions, show the next page": Target(30, 20),
    "EX-33 with 30 rows: show": Target(60),
    "EX-33 with 30 rows: save, show the next page": Target(60),
    "task list of a wijkteam": Target(),
    "check page of a bouwsteen": Target(),
    "history of one question": Target(),
    "history of the wijkteam": Target(),
    "coach page with three teams": Target(),
    "Samenhang": Target(),
    "Kan dit ook?": Target(),
    "figures: Vormen en modellen": Target(),
    "figures: Wie dekt welk gebied": Target(),
    "Inzichten, with a search": Target(),
    "startdocument: preview": Target(),
    "PDF from the store": Target(50),
}
FOOT = """

ms: CPU time of the process that serves, the median of {runs} runs after a warm-up, the two databases in turn. Queries
include BEGIN, SAVEPOINT and COMMIT. × bare: beside a bare Django view through the same middleware, and for a PDF beside
WeasyPrint alone with the same HTML and fonts. One: 1 gemeente with 3 wijkteams; 342: 342 × 3; each answer in 10
versions. Database: {database}.

RDMO 2.x, a peer, measured on the same kind of machine: 8 requests, 318–365 ms and 150 queries to save and show the next
page; 575 kB–1.4 MB at a first visit."""


class Worker:
    """A process that makes visits on one database (tests/benchmarks/werker.py)."""

    def __init__(self, url: str) -> None:
        self.process = start(url, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, visit: str, what: str = "ms") -> float:
        self.process.stdin.write(f"{visit}\t{what}\n")
        self.process.stdin.flush()
        if not (answer := self.process.stdout.readline()):
            raise SystemExit(f"No answer about {visit!r}: see {FILLED / 'log'}.")
        return json.loads(answer)

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *args: object) -> None:
        self.process.communicate()


def start(url: str, *arguments: str, **options: object) -> subprocess.Popen:
    with (FILLED / "log").open("a") as log:
        command = [BIN / "python", "-m", "tests.benchmarks.werker", *arguments]
        return subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT | {"DATABASE_URL": url}, stderr=log, **options)


def fill(url: str, size: int) -> None:
    print(f"Filling a database with {size} × 3 wijkteams; for 342 that takes minutes.", file=sys.stderr, flush=True)
    if start(url, "fill", str(size)).wait():
        raise SystemExit(f"Filling failed: see {FILLED / 'log'}.")


def kenmerk() -> str:
    """Changes when a database that was filled earlier is no longer what `fill` would make."""
    app, digest = ROOT / "bouwstenen", hashlib.sha256()
    bron = [ROOT / "tests/benchmarks/vullen.py", *app.glob("migrations/*.py"), *app.glob("catalogus/inhoud/*.toml")]
    for path in sorted(bron):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def sqlite() -> Iterator[list[str]]:
    """Copies of databases that are filled once and kept in var/benchmark."""
    ours = {size: FILLED / f"{size}-{kenmerk()}.sqlite3" for size in SIZES}
    for old in set(FILLED.glob("*.sqlite3")) - set(ours.values()):
        old.unlink()
    for size, path in ours.items():
        if not path.exists():
            half = path.with_suffix(".half")
            half.unlink(missing_ok=True)
            fill(f"sqlite:///{half}", size)
            half.rename(path)
    with tempfile.TemporaryDirectory(dir=FILLED) as folder:
        yield [f"sqlite:///{shutil.copy(path, folder)}" for path in ours.values()]


@contextmanager
def postgres() -> Iterator[list[str]]:
    """Two databases on one private server, filled anew each time."""
    if not (programs := installed()):
        raise SystemExit("There is no PostgreSQL 15 or newer here.")
    with private_postgres(programs) as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE DATABASE large")
        urls = [url, url.removesuffix("postgres") + "large"]
        for size, each in zip(SIZES, urls, strict=True):
            fill(each, size)
        yield urls


def in_turn(workers: Sequence[Worker], visits: Sequence[str], runs: int) -> list[float]:
    """The median of each (worker, visit) pair, all measured in turn after a warm-up."""
    pairs = list(zip(workers, visits, strict=True))
    for _ in range(WARM_UP):
        for worker, visit in pairs:
            worker.ask(visit)
    rounds = [[worker.ask(visit) for worker, visit in pairs] for _ in range(runs)]
    return [median(column) for column in zip(*rounds, strict=True)]


def verdict(*good: bool) -> str:
    return "yes" if all(good) else "NO"


def visits(workers: Sequence[Worker]) -> Iterator[list[str]]:
    """A row for each visit to the site."""
    bare = 0.0
    for visit, target in TARGETS.items():
        small, large = in_turn(workers, [visit, visit], RUNS)
        queries = [int(worker.ask(visit, "queries")) for worker in workers]
        bare = bare or small
        good = verdict(
            small <= (target.milliseconds or small),
            queries[0] <= (target.queries or queries[0]),
            queries[0] == queries[1],
            large <= GROWTH * small,
        )
        counted = "/".join(map(str, dict.fromkeys(queries)))
        figures = [f"{small:.1f} ms", counted, f"{small / bare:.1f}", f"{large:.1f} ms", f"{large / small:.2f}"]
        yield [visit, *figures, f"≤ {target}", good]


def cold(url: str, visit: str) -> float:
    with Worker(url) as worker:
        return worker.ask(visit)


def pdfs(worker: Worker, url: str) -> Iterator[list[str]]:
    """Our PDF beside the same HTML by WeasyPrint alone, in a new process and in a warm one."""
    pair = ["PDF", "bare PDF"]
    rounds = [[cold(url, visit) for visit in pair] for _ in range(RUNS_PDF)]
    new = [median(column) for column in zip(*rounds, strict=True)]
    for name, (ours, bare) in {"new process": new, "warm": in_turn([worker, worker], pair, RUNS_PDF)}.items():
        good = verdict(ours <= PDF * bare)
        yield [f"PDF, {name}", f"{ours:.0f} ms", "", f"{ours / bare:.2f}", "", "", f"≤ {PDF} × WeasyPrint", good]


def wire(worker: Worker, url: str) -> Iterator[list[str]]:
    """What a browser loads at a first visit, and our scripts."""
    port = free_port()
    os.environ.update(ENVIRONMENT | {"DATABASE_URL": url})
    with gunicorn(port):
        requests, size = first_visit(f"http://localhost:{port}", worker.ask("session"), FIRST)
    visit = f"first visit: log-in and first page, {requests} requests"
    yield [visit, f"{size / 1000:.1f} kB", "", "", "", "", "≤ 90 kB", verdict(size <= 90_000)]
    script = javascript()
    yield ["JavaScript, uncompressed", f"{script:,} bytes", "", "", "", "", "≤ 10,000 bytes", verdict(script <= 10_000)]


def table(rows: Sequence[Sequence[str]]) -> str:
    """The rows as Markdown, with columns that line up on a screen too."""
    head = ["what", "one", "queries", "× bare", "342", "342 ÷ one", "target", "met"]
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )


def main() -> None:
    FILLED.mkdir(parents=True, exist_ok=True)
    (FILLED / "log").write_text("")
    subprocess.run(
        [BIN / "python", "manage.py", "collectstatic", "--no-input", "-v0"], cwd=ROOT, env=ENVIRONMENT, check=True
    )
    kind = os.environ.get("DATABASE", "sqlite")
    with ExitStack() as stack:
        urls = stack.enter_context({"sqlite": sqlite, "postgres": postgres}[kind]())
        workers = [stack.enter_context(Worker(url)) for url in urls]
        rows = [*visits(workers), *pdfs(workers[0], urls[0]), *wire(workers[0], urls[0])]
    print(table(rows) + FOOT.format(runs=RUNS, database=DATABASES[kind]))


if __name__ == "__main__":
    main()
