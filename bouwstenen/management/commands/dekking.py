"""`manage.py dekking FILE`: is every line of the instrument in the catalogue, by its kind?"""

from collections.abc import Iterable

from bouwstenen.catalogus.dekking import Uitslag, lees_rijen, vergelijk
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.management.vergelijken import VergelijkCommand


class Command(VergelijkCommand):
    help = "Vergelijkt de catalogus met een lijst van alles wat het instrument vraagt (tsv: id, soort, invoertype)."
    requires_system_checks = ["catalogus"]

    def vergelijk(self, regels: Iterable[str]) -> Uitslag:
        return vergelijk(catalogus(), lees_rijen(regels))
