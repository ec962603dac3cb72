"""Finds how many advisors can work at once on this machine, and tells in words what limits it.

The site runs as in production: gunicorn.conf.py, a private PostgreSQL that writes to disk, one documentenmaker. The
advisors (tests/benchmarks/adviseurs.py) are simulated by this process, in real time, and share the machine with it.
"""

import argparse
import asyncio
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from http.client import HTTPConnection
from pathlib import Path

import postgres
from trial import BIN, ROOT, SETTINGS

sys.path.insert(0, str(ROOT))
from tests.benchmarks.browser import Browser
from tests.benchmarks.drukte import Drukte
from tests.benchmarks.processen import parent
from tests.benchmarks.uitkomst import COST_HEAD, DOCUMENTS, HEAD, LEGEND, POSTGRES, WEB, conclusion

COMPLAINT = re.compile(r"^\S*(?:Error|Exception|Timeout)\b.*|.*\bERROR\b.*|.*\bCRITICAL\b.*", re.MULTILINE)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    for name, kind, default, explained in (
        ("--minutes", float, 6, "the whole run takes about this long"),
        ("--pause", float, 20, "seconds between opening a page and saving it, on average"),
        ("--measure", float, 25, "seconds measured for each row"),
        ("--warm-up", float, 12, "seconds before that"),
        ("--first", int, 60, "advisors to begin with"),
        ("--most", int, 2000, "advisors that there are"),
        ("--one-in", int, 50, "after one save in so many an advisor asks for the PDF; 0: never"),
        ("--gemeenten", int, 50, "each with three wijkteams, every question answered in ten versions"),
    ):
        parser.add_argument(name, type=kind, metavar="N", default=default, help=explained)
    return parser.parse_args()


def fill(options: argparse.Namespace) -> tuple[Sequence[tuple[str, str]], int]:
    """Fill the database; gives the advisors with their sessions, and the process of PostgreSQL."""
    import django  # noqa: PLC0415 -- its settings need the environment first

    django.setup()
    from django.db import connection  # noqa: PLC0415 -- as above

    from tests.benchmarks.bezetting import make_adviseurs  # noqa: PLC0415 -- models need django.setup()
    from tests.benchmarks.vullen import fill  # noqa: PLC0415 -- as above

    fill(options.gemeenten)
    plekken = make_adviseurs(options.most)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return plekken, parent(cursor.fetchone()[0])


@contextmanager
def running(*command: str, log: Path) -> Iterator[int]:
    """A process of the site, by its id."""
    with log.open("w") as stream:
        process = subprocess.Popen([BIN / command[0], *command[1:]], cwd=ROOT, stdout=stream, stderr=stream)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            return HTTPConnection("127.0.0.1", port, timeout=1).connect()
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The site does not start.")


async def log_in(port: int) -> None:
    """Log in with a password, in a new browser."""
    from tests.benchmarks.bezetting import EMAIL, WACHTWOORD  # noqa: PLC0415 -- needs django.setup()

    browser, page = Browser(port, {}), "/account/inloggen/"
    await browser.send("GET", page)
    velden = {"login": EMAIL.format(0), "password": WACHTWOORD, "csrfmiddlewaretoken": browser.cookies["csrftoken"]}
    reactie = await browser.send("POST", page, {naam: [waarde] for naam, waarde in velden.items()})
    if reactie.status != 302:
        raise SystemExit(f"Logging in gives {reactie.status}.")


async def measure(drukte: Drukte, until: float) -> None:
    """Print what one thing costs, the curve, and what follows from them."""
    options = drukte.options
    print(COST_HEAD, flush=True)
    costs = await drukte.costs(partial(log_in, drukte.port))
    print(*costs, sep="\n")
    print(HEAD, flush=True)
    rows = []
    async for row in drukte.curve(until):
        rows.append(row)
        print(row, flush=True)
    print(LEGEND.format(half=options.pause / 2, longest=options.pause * 1.5, **vars(options)))
    print(*conclusion(rows, costs[-1], options.one_in), sep="\n")
    for who, (count, rss, pss) in drukte.memory.items():
        print(f"Memory of {who}, {count} processes: {pss:.0f} MB; {rss:.0f} MB with what they share counted for each.")


def check(drukte: Drukte, logs: Sequence[Path]) -> int:
    """Count what was lost, and tell what went wrong; the exit status is 1 when there was anything."""
    from tests.benchmarks.bezetting import lost_and_doubled  # noqa: PLC0415 -- needs django.setup()

    lost, errors, logboek = lost_and_doubled(drukte.logboek), list(drukte.errors()), drukte.logboek
    in_log = Counter(line for log in logs for line in COMPLAINT.findall(log.read_text()))
    told_saved, refused = len(logboek.bewaard), len(logboek.geweigerd)
    print(f"{told_saved} texts acknowledged, {refused} refused aloud, {len(lost)} lost or doubled.")
    for line in [*lost[:5], *errors, *(f"{count} × in the log: {line}" for line, count in in_log.most_common(5))]:
        print(f"  {line}")
    return 1 if lost or errors else 0


def main() -> int:
    options, begin = arguments(), time.monotonic()
    if not (programs := postgres.installed()):
        raise SystemExit("There is no PostgreSQL 15 or newer here.")
    postgres.FAST = []  # every save reaches the disk, as in production
    port = postgres.free_port()
    os.environ.update(SETTINGS | {"DEMO": "1", "PYTHONPATH": str(ROOT), "PORT": str(port)})
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        os.environ["DATABASE_URL"] = stack.enter_context(postgres.private_postgres(programs))
        subprocess.run([BIN / "python", "manage.py", "collectstatic", "--no-input", "-v0"], cwd=ROOT, check=True)
        plekken, database = fill(options)
        logs = [folder / "web", folder / "documents"]
        web = stack.enter_context(running("gunicorn", "wijkteam.wsgi", log=logs[0]))
        maker = stack.enter_context(running("python", "manage.py", "documentenmaker", log=logs[1]))
        wait_for(port)
        print(f"Filled {3 * options.gemeenten} wijkteams in {time.monotonic() - begin:.0f} s.", flush=True)
        drukte = Drukte(port, plekken, {WEB: web, POSTGRES: database, DOCUMENTS: maker}, options)
        asyncio.run(measure(drukte, begin + 60 * options.minutes))
        return check(drukte, logs)


if __name__ == "__main__":
    sys.exit(main())
