"""`manage.py inzichten FILE`: is everything of the list in the project, with its facts and source?"""

from collections.abc import Iterable

from bouwstenen.inzichten.lijst import Uitslag, vergelijk
from bouwstenen.inzichten.loader import inzichten
from bouwstenen.management.vergelijken import VergelijkCommand


class Command(VergelijkCommand):
    help = "Vergelijkt de inzichten met de lijst ervan (tsv: id, dekking_ids, soort, gemeente, tekst, bron)."
    requires_system_checks = ["inzichten"]

    def vergelijk(self, regels: Iterable[str]) -> Uitslag:
        return vergelijk(inzichten(), regels)
