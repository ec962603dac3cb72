"""`manage.py documentenmaker`: makes the documents that are asked for, until it is stopped."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from bouwstenen.startdocument.maker import Documentenmaker


class Command(BaseCommand):
    help = "Maakt de documenten die iemand vraagt, en alvast wat gewijzigd is. Ctrl-C stopt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--ouder", type=int, metavar="PID", help="stop zodra dit proces, dat deze opdracht gaf, stopt"
        )

    def handle(self, *args: Any, ouder: int | None, **options: Any) -> None:
        Documentenmaker(settings.RENDER_WORKERS, ouder=ouder).run()
