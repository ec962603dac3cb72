"""Makes the database and the static files ready to serve, in one process because that starts quickest."""

import hashlib
import logging
import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

ROOT = Path(__file__).resolve().parent.parent


def collect_static() -> None:
    """Collect the static files, unless none of them changed since the last time."""
    files = sorted(path for path in (ROOT / "static").rglob("*") if path.is_file())
    seen = [f"{path} {path.stat().st_mtime_ns}" for path in [*files, ROOT / "requirements.txt"]]
    stamp = ROOT / "var" / "static.stamp"
    digest = hashlib.sha256("\n".join(seen).encode()).hexdigest()
    if not stamp.exists() or stamp.read_text() != digest:
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(digest)


def load_voorbeelden() -> None:
    """Load the voorbeelden into an empty database of a demo installation, and say who may log in."""
    from bouwstenen.toegang.models import Gemeente  # noqa: PLC0415 — models exist after django.setup()

    if not Gemeente.objects.exists():
        with transaction.atomic():  # Ctrl-C halfway leaves an empty database, so the next start tries again
            call_command("voorbeelden")
    call_command("voorbeelden", accounts=True)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wijkteam.settings")
    sys.path.insert(0, str(ROOT))
    django.setup()
    logging.getLogger("wijkteam.spoor").setLevel(logging.WARNING)  # that the voorbeelden were made is no news
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    collect_static()
    if settings.DEMO:
        load_voorbeelden()


if __name__ == "__main__":
    main()
