"""Tries with a real server whether any save gets lost: eight advisors, two thousand saves, on both databases.

Prints how many saves were acknowledged, how many refused, and what was lost: that must be nothing.
"""

import http.client
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlencode

from postgres import free_port, installed, private_postgres

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
SETTINGS = {
    "DEBUG": "0",
    "DJANGO_SETTINGS_MODULE": "wijkteam.settings",
    "GUNICORN_CMD_ARGS": "--log-level warning",
    "HTTPS": "0",
    "SECRET_KEY": "only-for-this-trial-0123456789-abcdefghijklmnopqrstuvwxyz",
}


class Browser:
    """Sends a form as a browser of one user would, over one connection that stays open."""

    def __init__(self, port: int, cookies: dict[str, str]) -> None:
        self.server = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies = cookies

    def __call__(self, methode: str, pad: str, velden: dict) -> tuple[int, str]:
        koppen = {
            "Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in self.cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        self.server.request(methode, pad, urlencode(velden, doseq=True), koppen)
        antwoord = self.server.getresponse()
        tekst = antwoord.read().decode()
        for kop in antwoord.headers.get_all("Set-Cookie", []):
            naam, _, waarde = kop.partition(";")[0].partition("=")
            self.cookies[naam] = waarde
        return antwoord.status, tekst


@contextmanager
def gunicorn(port: int) -> Iterator[None]:
    """The site as `make run` serves it, on a port of its own."""
    server = subprocess.Popen(
        [BIN / "gunicorn", "wijkteam.wsgi"],
        cwd=ROOT,
        env=os.environ | {"PORT": str(port)},
        stderr=subprocess.DEVNULL,  # a line for every refusal, which the writers count themselves
    )
    try:
        for _ in range(100):
            try:
                http.client.HTTPConnection("127.0.0.1", port, timeout=1).connect()
                break
            except OSError:
                time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait()


def trial() -> int:
    """Run the trial on the database of this process; the exit status is 1 when anything was lost."""
    import django  # noqa: PLC0415 -- its settings need the environment first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 -- and models need django.setup()
    from django.db import connection  # noqa: PLC0415 -- as above
    from django.test import Client  # noqa: PLC0415 -- as above

    from tests.benchmarks.schrijvers import SCHRIJVERS, lost_and_doubled, write_together  # noqa: PLC0415 -- as above
    from tests.factories import GebruikerFactory, LidmaatschapFactory, WijkteamFactory  # noqa: PLC0415 -- as above

    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    wijkteam = WijkteamFactory(gemeente__slug="proef", slug="team")
    port, browsers = free_port(), []
    for _ in range(SCHRIJVERS):
        client = Client()
        client.force_login(LidmaatschapFactory(gemeente=wijkteam.gemeente, gebruiker=GebruikerFactory()).gebruiker)
        browsers.append(Browser(port, {"sessionid": client.cookies["sessionid"].value}))
    with gunicorn(port):
        begin = time.monotonic()
        telling = write_together("/proef/team/", browsers)
        duur = time.monotonic() - begin
    fout = lost_and_doubled(wijkteam, telling)
    print(
        f"{connection.vendor}: {telling.totaal} saves in {duur:.0f} s; {len(telling.bewaard)} acknowledged, "
        f"{len(telling.geweigerd)} refused aloud, {len(fout)} lost, doubled or untold",
        *fout[:10],
        sep="\n  ",
        flush=True,
    )
    return 1 if fout else 0


def main() -> int:
    if sys.argv[1:] == ["here"]:
        return trial()
    environment = os.environ | SETTINGS | {"PYTHONPATH": str(ROOT)}
    subprocess.run(
        [BIN / "python", "manage.py", "collectstatic", "--no-input", "-v0"], cwd=ROOT, env=environment, check=True
    )
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        databases = [f"sqlite:///{folder}/trial.sqlite3"]
        if programs := installed():
            databases.append(stack.enter_context(private_postgres(programs)))
        else:
            print("postgresql: left out, there is no PostgreSQL 15 or newer here")
        lost = [
            subprocess.run(
                [BIN / "python", __file__, "here"], env=environment | {"DATABASE_URL": url}, check=False
            ).returncode
            for url in databases
        ]
    return max(lost)


if __name__ == "__main__":
    sys.exit(main())
