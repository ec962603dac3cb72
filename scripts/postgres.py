"""A private PostgreSQL for one test run: on a free port of this machine, in a temporary folder, gone afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing here has to survive a power cut.
FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]


def installed() -> Path | None:
    """The folder with the programs of the newest PostgreSQL (15 or newer) on this machine, or None."""
    versions = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if int(path.parent.name) >= 15]
    return max(versions, key=lambda path: int(path.parent.name), default=None)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def private_postgres(programs: Path) -> Iterator[str]:
    """Start a server and give its DATABASE_URL; stop it and remove its folder whatever happens."""
    folder = Path(tempfile.mkdtemp(prefix="wijkteam-postgres-"))
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []  # initdb refuses root
    if as_user:
        shutil.chown(folder, "postgres", "postgres")

    def run(program: str, *arguments: str) -> None:
        command = [*as_user, str(programs / program), "-D", str(folder / "data"), *arguments]
        # In a process group of its own, so that Ctrl-C comes to us and we stop it.
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, start_new_session=True)

    port = free_port()
    options = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}", *FAST]
    dutch = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=nl-NL"]
    try:
        run("initdb", "--username=app", "--auth=trust", "--no-sync", *dutch)
        started = " ".join(f"-c {option}" for option in options)
        run("pg_ctl", "start", "--wait", "--silent", "--log", str(folder / "log"), "--options", started)
        yield f"postgres://app@127.0.0.1:{port}/postgres"
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            run("pg_ctl", "stop", "--mode=immediate", "--silent")
        shutil.rmtree(folder, ignore_errors=True)
