"""`manage.py voorbeelden`: loads the designs from the study and the demo accounts, on a demo installation only."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.voorbeelden.loader import ONTWERPEN, VoorbeeldFout, load_ontwerpen
from bouwstenen.voorbeelden.rolverdeling import SPELERS, WACHTWOORD
from bouwstenen.voorbeelden.store import GeenDemo, add_ontwerp, add_spelers, check_demo


class Command(BaseCommand):
    help = "Laadt de voorbeelden naar onderzoek uit 2013 en de accounts om mee te proberen (alleen met DEMO=1)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--accounts", action="store_true", help="laat alleen zien wie er kan inloggen")

    def handle(self, *args: Any, accounts: bool, **options: Any) -> None:
        try:
            check_demo()
            if accounts:
                self.print_accounts()
            else:
                self.load()
        except (GeenDemo, VoorbeeldFout) as fout:
            raise CommandError(str(fout)) from fout

    def load(self) -> None:
        for ontwerp in load_ontwerpen(ONTWERPEN, catalogus()):
            nieuw = add_ontwerp(ontwerp)
            aantal = len(ontwerp.antwoorden)
            self.stdout.write(f"{ontwerp.gemeente}, {ontwerp.wijkteam}: {aantal} antwoorden, {nieuw} nieuw")
        self.stdout.write(f"Accounts: {len(SPELERS)}, {add_spelers(SPELERS)} nieuw")

    def print_accounts(self) -> None:
        self.stdout.write("Inloggen om te proberen:")
        for speler in SPELERS:
            self.stdout.write(f"  {speler.email:<20} {speler.uitleg}")
        self.stdout.write(f"Het wachtwoord is overal: {WACHTWOORD}")
