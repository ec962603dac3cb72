"""`manage.py regels FILE`: is every regel of the list built, asked or left out with a reason?"""

from collections.abc import Iterable

from bouwstenen.management.vergelijken import VergelijkCommand
from bouwstenen.samenhang.regels import ALLE
from bouwstenen.samenhang.regels.vergelijking import Uitslag, lees_rijen, vergelijk
from bouwstenen.samenhang.regels.woorden import woorden


class Command(VergelijkCommand):
    help = "Vergelijkt de regels met de lijst waar zij uit komen (tsv: id, ernst, bron)."
    requires_system_checks = ["catalogus", "regels"]

    def vergelijk(self, regels: Iterable[str]) -> Uitslag:
        return vergelijk(woorden(), [een.sleutel for een in ALLE], lees_rijen(regels))
