"""`manage.py startdocument GEMEENTE WIJKTEAM --uit FILE.pdf`: writes the startdocument of a wijkteam as PDF."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bouwstenen.core.spoor import Daad, note
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.startdocument.gegevens import Huisstijl, Startdocument
from bouwstenen.startdocument.renderer import to_pdf
from bouwstenen.startdocument.store import huisstijl_van, startdocument_van
from bouwstenen.toegang.store import alle_gemeenten, wijkteam_met_slug


class Command(BaseCommand):
    help = "Schrijft het startdocument van een wijkteam als PDF."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gemeente", metavar="GEMEENTE", help="de naam van de gemeente in het webadres")
        parser.add_argument("wijkteam", metavar="WIJKTEAM", help="de naam van het wijkteam in het webadres")
        parser.add_argument("--uit", type=Path, required=True, metavar="FILE.pdf", help="het bestand om te schrijven")

    def handle(self, *args: Any, gemeente: str, wijkteam: str, uit: Path, **options: Any) -> None:
        team, document, huisstijl = find_document(gemeente, wijkteam)
        try:
            with uit.open("wb") as bestand:
                grootte = bestand.write(to_pdf(document, huisstijl))
        except OSError as fout:
            raise CommandError(f"Kan {uit} niet schrijven: {fout.strerror}") from fout
        note(Daad.GEDOWNLOAD, team, door=None, bij="startdocument")
        self.stdout.write(f"{uit}: {grootte // 1024} kB")


def find_document(gemeente_slug: str, wijkteam_slug: str) -> tuple[Any, Startdocument, Huisstijl]:
    gemeente = alle_gemeenten().filter(slug=gemeente_slug).first()
    if gemeente is None:
        raise CommandError(f"Gemeente '{gemeente_slug}' bestaat niet.")
    with enter_scope(gemeente):
        wijkteam = wijkteam_met_slug(gemeente, wijkteam_slug)
        if wijkteam is None:
            raise CommandError(f"Wijkteam '{wijkteam_slug}' bestaat niet in gemeente '{gemeente_slug}'.")
        return wijkteam, startdocument_van(wijkteam), huisstijl_van(gemeente)
