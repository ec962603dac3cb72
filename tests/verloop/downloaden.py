"""A worker that makes what was asked for, one that can be killed, and what a browser saves."""

import os
import subprocess
import sys
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connection


def work():
    """Make everything that waits."""
    call_command("db_worker", "--batch", "--no-startup-delay", "--no-reload", "--interval=0", verbosity=0)


@contextmanager
def worker():
    """A process of its own, with the database of this test."""
    bestand = connection.settings_dict["NAME"]
    omgeving = {"DATABASE_URL": f"sqlite:///{bestand}", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    opdracht = [sys.executable, "manage.py", "db_worker", "--no-startup-delay", "--no-reload", "--interval=0.1"]
    stil = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    proces = subprocess.Popen(opdracht, cwd=settings.BASE_DIR, env=os.environ | omgeving, **stil)
    try:
        yield proces
    finally:
        proces.kill()
        proces.wait()


def download(page, naam, rol="button"):
    """Press it; the name of the file that comes, and its bytes."""
    with page.expect_download() as wachten:
        page.get_by_role(rol, name=naam).click()
    return wachten.value.suggested_filename, wachten.value.path().read_bytes()
