"""Lets more and more advisors work on a running site, and measures what they and the machine make of it."""

import argparse
import asyncio
import random
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bouwstenen.catalogus.loader import catalogus
from tests.benchmarks.adviseurs import KIJKEN, Adviseur, Logboek
from tests.benchmarks.browser import Browser
from tests.benchmarks.processen import cpu_seconds, machine_seconds, memory
from tests.benchmarks.uitkomst import CLIENT, OTHER, Cost, Row, next_number

RUNS, RUNS_LOG_IN, RUNS_DOCUMENT = 40, 10, 5


@dataclass
class Drukte:
    """The advisors on one site: as many at work as are wanted now.

    plekken: for each advisor the address of the wijkteam and the key of the session; roots: the processes to measure.
    """

    port: int
    plekken: Sequence[tuple[str, str]]
    roots: dict[str, int]
    options: argparse.Namespace
    logboek: Logboek = field(default_factory=Logboek)
    memory: dict[str, tuple[int, float, float]] = field(default_factory=dict)  # the most that was seen

    def __post_init__(self) -> None:
        self.toeval = random.Random(1)  # each run has the same advisors with the same pauses
        self.aan_het_werk: list[Adviseur] = []
        self.taken: list[asyncio.Task[None]] = []

    def adviseur(self, nummer: int, **velden: float) -> Adviseur:
        team, sessie = self.plekken[nummer]
        delen = catalogus().delen
        paginas = [f"{team}wizard/{deel.sleutel}/{pagina.slug}/" for deel in delen for pagina in deel.pagina]
        return Adviseur(nummer, Browser(self.port, {"sessionid": sessie}), team, paginas, self.logboek, **velden)

    async def curve(self, until: float) -> AsyncIterator[Row]:
        """More and more advisors, until it is too much twice; nobody leaves.

        (A wijkteam that is left alone gets its document made by itself: all at once is not how people go home.)
        """
        rows: list[Row] = []
        duration = self.options.warm_up + self.options.measure
        while time.monotonic() + duration < until and (aantal := next_number(rows, self.options)):
            rows.append(await self.measure(aantal))
            yield rows[-1]

    async def measure(self, aantal: int) -> Row:
        for nummer in range(len(self.aan_het_werk), aantal):
            een = self.adviseur(nummer, pauze=self.options.pause, een_op=self.options.one_in)
            self.aan_het_werk.append(een)
            self.taken.append(asyncio.create_task(een.work(self.toeval.uniform(0, self.options.warm_up))))
        await asyncio.sleep(self.options.warm_up)
        begin, before, first = time.monotonic(), self.cpu(), len(self.logboek.duren)
        requests, errors = self.requests(), self.logboek.fouten.total()
        await asyncio.sleep(self.options.measure)
        seconds, after = time.monotonic() - begin, self.cpu()
        self.note_memory()
        times = defaultdict(list)
        for soort, duur in self.logboek.duren[first:]:
            times[soort].append(1000 * duur)
        used = {who: after[who] - before[who] for who in after}
        return Row(aantal, seconds, self.requests() - requests, times, self.logboek.fouten.total() - errors, used)

    def requests(self) -> int:
        return sum(een.browser.verzoeken for een in self.aan_het_werk)

    def cpu(self) -> dict[str, float]:
        """Seconds until now; OTHER is what has nothing to do with this run."""
        ours = {who: cpu_seconds(pid) for who, pid in self.roots.items()} | {CLIENT: time.process_time()}
        return ours | {OTHER: machine_seconds() - sum(ours.values())}

    def note_memory(self) -> None:
        for who, pid in self.roots.items():
            self.memory[who] = max(self.memory.get(who, (0, 0, 0)), memory(pid), key=lambda sizes: sizes[2])

    async def costs(self, log_in: Callable[[], Awaitable[None]]) -> Sequence[Cost]:
        """What each thing costs, with one advisor and one thing at a time; the last is a document."""
        een = self.adviseur(0)
        await een.open_page()

        async def save() -> None:
            een.write()
            await een.save()

        async def document() -> None:
            await save()
            await een.download()

        for _ in een.paginas:  # by then every process has every template
            await save()
        await document()
        costs = [
            await self.cost("save and be on the next page", save, RUNS),
            await self.cost("page of the wizard", een.open_page, RUNS),
            await self.cost("klad", een.keep, RUNS),
        ]
        for what, pad in KIJKEN.items():
            costs.append(await self.cost(what, lambda pad=pad: een.look("page", een.team + pad), RUNS))
        costs.append(await self.cost("log in", log_in, RUNS_LOG_IN))
        costs.append(await self.cost("save, ask for the PDF, download it", document, RUNS_DOCUMENT))
        return costs

    async def cost(self, what: str, action: Callable[[], Awaitable[object]], runs: int) -> Cost:
        begin, before = time.monotonic(), self.cpu()
        for _ in range(runs):
            await action()
        wait, after = time.monotonic() - begin, self.cpu()
        return Cost(what, {who: 1000 * (after[who] - before[who]) / runs for who in after}, 1000 * wait / runs)

    def errors(self) -> Iterator[str]:
        """Each kind of error with the first one of it."""
        for fout, keren in self.logboek.fouten.items():
            yield f"{keren} × {fout}, such as: {self.logboek.voorbeeld[fout]}"
