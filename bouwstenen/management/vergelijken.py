"""What the commands share that compare what is built with a list in a file: reading it, and telling what differs."""

from abc import ABC, abstractmethod
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

from django.core.management.base import BaseCommand, CommandError

from bouwstenen.core.lijst import LijstFout


class Uitslag(Protocol):
    """The outcome of a comparison; str() is its summary on one line."""

    @property
    def meldingen(self) -> Iterable[str]:
        """What differs, a line each; none when all is right."""


class VergelijkCommand(BaseCommand, ABC):
    """Prints each difference with the list and a summary; the exit code is 0 only when there is none."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, metavar="FILE")

    @abstractmethod
    def vergelijk(self, regels: Iterable[str]) -> Uitslag:
        """Compare with the lines of the list; raises LijstFout when they can't be read."""

    def handle(self, *args: Any, bestand: Path, **options: Any) -> None:
        try:
            with bestand.open(encoding="utf-8", newline="") as regels:
                uitslag = self.vergelijk(regels)
        except (OSError, UnicodeDecodeError, LijstFout) as fout:
            raise CommandError(f"{bestand}: {fout}") from fout
        meldingen = list(uitslag.meldingen)
        for regel in (*meldingen, str(uitslag)):
            self.stdout.write(regel)
        if meldingen:
            raise SystemExit(1)
