"""`manage.py dekking FILE`: is every line of the instrument in the catalogue, by its kind?"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bouwstenen.catalogus.dekking import LijstFout, Rij, lees_rijen, vergelijk
from bouwstenen.catalogus.loader import catalogus


def read(bestand: Path) -> tuple[Rij, ...]:
    try:
        with bestand.open(encoding="utf-8", newline="") as regels:
            return lees_rijen(regels)
    except (OSError, UnicodeDecodeError, LijstFout) as fout:
        raise CommandError(f"{bestand}: {fout}") from fout


class Command(BaseCommand):
    help = "Vergelijkt de catalogus met een lijst van alles wat het instrument vraagt (tsv: id, soort, invoertype)."
    requires_system_checks = ["catalogus"]

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, metavar="FILE")

    def handle(self, *args: Any, bestand: Path, **options: Any) -> None:
        uitslag = vergelijk(catalogus(), read(bestand))
        for oordeel in ("niet_gedekt", "verkeerde_soort", "verzonnen"):
            for sleutel in getattr(uitslag, oordeel):
                self.stdout.write(f"{sleutel}: {oordeel.replace('_', ' ')}")
        self.stdout.write(str(uitslag))
        if not uitslag.goed:
            raise SystemExit(1)
