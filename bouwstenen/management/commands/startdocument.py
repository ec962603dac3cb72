"""`manage.py startdocument GEMEENTE WIJKTEAM --uit FILE.pdf`: writes the startdocument of a wijkteam as PDF."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bouwstenen.core.spoor import Daad, note
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.startdocument.gegevens import Keuze
from bouwstenen.startdocument.renderer import to_pdf
from bouwstenen.startdocument.store import huisstijl_van, startdocument_van
from bouwstenen.toegang.store import alle_gemeenten, wijkteam_met_slug


class Command(BaseCommand):
    help = "Schrijft het startdocument van een wijkteam als PDF."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gemeente", metavar="GEMEENTE", help="de naam van de gemeente in het webadres")
        parser.add_argument("wijkteam", metavar="WIJKTEAM", help="de naam van het wijkteam in het webadres")
        parser.add_argument("--uit", type=Path, required=True, metavar="FILE.pdf", help="het bestand om te schrijven")
        parser.add_argument("--poster", action="store_true", help="alleen de samenvatting, als poster op A3")
        parser.add_argument("--namen", action="store_true", help="met de namen van personen")
        parser.add_argument("--zonder-inzichten", action="store_true", help="zonder inzichten uit onderzoek")

    def handle(self, *args: Any, gemeente: str, wijkteam: str, uit: Path, **options: Any) -> None:
        gevonden = alle_gemeenten().filter(slug=gemeente).first()
        if gevonden is None:
            raise CommandError(f"Gemeente '{gemeente}' bestaat niet.")
        with enter_scope(gevonden):
            team = wijkteam_met_slug(gevonden, wijkteam)
            if team is None:
                raise CommandError(f"Wijkteam '{wijkteam}' bestaat niet in gemeente '{gemeente}'.")
            keuze = Keuze(
                poster=options["poster"],
                met_namen=options["namen"],
                zonder_inzichten=options["zonder_inzichten"],
            )
            self.write(team, uit, keuze)

    def write(self, team: Any, uit: Path, keuze: Keuze) -> None:
        document, huisstijl = startdocument_van(team, keuze), huisstijl_van(team.gemeente)
        try:
            with uit.open("wb") as bestand:
                grootte = bestand.write(to_pdf(document, huisstijl, poster=keuze.poster))
        except OSError as fout:
            raise CommandError(f"Kan {uit} niet schrijven: {fout.strerror}") from fout
        note(Daad.GEDOWNLOAD, team, door=None, bij=str(keuze))
        self.stdout.write(f"{uit}: {grootte // 1024} kB")
