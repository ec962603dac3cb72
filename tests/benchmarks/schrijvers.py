"""Advisors who save on the same pages at the same time, and the count of what became of every save."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bouwstenen.antwoorden import store
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.tenancy import enter_scope
from tests.wizard.formulier import Formulier

SCHRIJVERS, PAGINAS, OPSLAAN = 8, 5, 2000
Sturen = Callable[[str, str, dict], tuple[int, str]]  # method, path, fields → the status and the page that comes back


@dataclass
class Telling:
    """What the writers were told: which texts were saved, which were refused, and what else happened."""

    bewaard: list[str] = field(default_factory=list)
    geweigerd: list[str] = field(default_factory=list)
    mis: list[str] = field(default_factory=list)

    @property
    def totaal(self) -> int:
        return len(self.bewaard) + len(self.geweigerd) + len(self.mis)


def vellen() -> Iterator[tuple[str, str]]:
    """The pages to write on, as the end of their address and the name of their first question that takes text."""
    for deel in catalogus().delen:
        for pagina in deel.pagina:
            teksten = [vraag.naam for vraag in pagina.vraag if vraag.soort == "tekst" and not vraag.voorwaarde]
            if teksten and not pagina.voorwaarde:
                yield f"wizard/{deel.sleutel}/{pagina.slug}/", teksten[0]


def write(wie: str, team: str, aantal: int, sturen: Sturen, telling: Telling) -> None:
    """Save `aantal` texts, page after page, each over the newest version that this writer was shown."""
    paginas = list(vellen())[:PAGINAS]
    open_ = {pad: Formulier(sturen("GET", team + pad, {})[1]).velden for pad, _ in paginas}
    for nummer in range(aantal):
        pad, naam = paginas[nummer % PAGINAS]
        tekst, versie = f"{wie} schrijft tekst {nummer}.", f"{naam}-versie"
        status, blad = sturen("POST", team + pad, open_[pad] | {naam: tekst, "actie": "verder"})
        if status == 302:
            telling.bewaard.append(tekst)
            open_[pad][versie] = [str(int(open_[pad][versie][0]) + 1)]
        elif status == 409 and tekst in blad:
            telling.geweigerd.append(tekst)
            open_[pad][versie] = Formulier(blad).velden[versie]
        else:
            telling.mis.append(f"{status} {tekst}")


def write_together(team: str, sturen_van: Sequence[Sturen], opslaan: int = OPSLAAN) -> Telling:
    """All writers at once, one for each way to send."""
    telling = Telling()
    aantal = opslaan // len(sturen_van)
    draden = [
        threading.Thread(target=write, args=(f"Adviseur {nummer}", team, aantal, sturen, telling))
        for nummer, sturen in enumerate(sturen_van)
    ]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return telling


def lost_and_doubled(wijkteam, telling: Telling) -> list[str]:
    """What is wrong with the history after what the writers were told; nothing, it should be."""
    with enter_scope(wijkteam.gemeente):
        namen = [f"{pad.split('/')[1]}.{naam}" for pad, naam in list(vellen())[:PAGINAS]]
        verhalen = {naam: store.geschiedenis(wijkteam, naam) for naam in namen}
    keren = Counter(een.waarde for versies in verhalen.values() for een in versies)
    gaten = [
        f"the versions of {naam} have a gap"
        for naam, versies in verhalen.items()
        if [een.versie for een in versies] != list(range(len(versies), 0, -1))
    ]
    bewaard = [f"{keren[tekst]} times in the history: {tekst}" for tekst in telling.bewaard if keren[tekst] != 1]
    geweigerd = [f"refused and yet saved: {tekst}" for tekst in telling.geweigerd if keren[tekst]]
    onbekend = [f"saved and never told: {tekst}" for tekst in keren.keys() - set(telling.bewaard)]
    return [*telling.mis, *bewaard, *geweigerd, *onbekend, *gaten]
