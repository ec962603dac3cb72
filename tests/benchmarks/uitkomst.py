"""What a run of `make load` found: the rows of the curve, what one thing costs, and in words what limits it."""

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median, quantiles

LIMIT = 200  # ms: the 95th percentile of pages and of saves stays below it
MORE = 1.2  # times as many advisors in the next row
FULL = 0.6  # of all cores: from here on visits wait for one another, long before nothing is left
QUIET = 0.1  # what other programs may take
WEB, POSTGRES, DOCUMENTS, CLIENT, OTHER = WHO = ("web", "PostgreSQL", "documents", "client", "other programs")
CORES = len(os.sched_getaffinity(0))
MACHINES = ((2, 1, 1), (4, 2, 1), (8, 4, 2))  # cores for web, documents and PostgreSQL
HEAD = """
advisors saves  req.     page, ms          save + next, ms     PDF  wait, s        CPU, % of a core
at once    /s    /s    p50   p95   p99    p50   p95   p99     /min  p50 max  err.   web    PG   doc client other"""
LEGEND = """
advisors  each takes {half:g}–{longest:g} s, in real time, between opening a page and saving it; klad is sent meanwhile;
          after one save in 8 they look at another page first, after one in {one_in} they ask for the PDF and wait
page      one GET: wizard, task list, check page, history, preview       save  the POST and the page that follows
PDF, wait what they asked for and got, and how long that took (they look every 2 s)
err.      no answer, or another one than expected: must be 0
CPU       100 is one core; web is gunicorn and doc the documentenmaker, with their children; client is these advisors
          themselves, who share the machine; other should be near 0
each row  {measure:g} s, after a warm-up of {warm_up:g} s
"""
COST_HEAD = f"\n{'one at a time, ms':34}{'web CPU':>9}{'PG CPU':>9}{'doc CPU':>9}{'wait':>9}"


@dataclass
class Row:
    """What was measured with so many advisors."""

    advisors: int
    seconds: float
    requests: int
    times: dict[str, list[float]]  # milliseconds by kind
    errors: int
    cpu: dict[str, float]  # seconds

    @property
    def good(self) -> bool:
        return not self.errors and all(percentiles(self.times[kind])[1] <= LIMIT for kind in ("page", "save"))

    @property
    def saves(self) -> int:
        return len(self.times["save"])

    @property
    def busy(self) -> float:
        """The part of all cores that was in use."""
        return sum(self.cpu.values()) / self.seconds / CORES

    def __str__(self) -> str:
        pages, saves = ("".join(f"{ms:6.0f}" for ms in percentiles(self.times[kind])) for kind in ("page", "save"))
        waits = [ms / 1000 for ms in self.times["document"]] or [0]
        made = 60 * len(self.times["document"]) / self.seconds
        load = "".join(f"{100 * self.cpu[who] / self.seconds:6.0f}" for who in WHO)
        verdict = "errors" if self.errors else "" if self.good else "too slow"
        return (
            f"{self.advisors:8} {self.saves / self.seconds:5.1f} {self.requests / self.seconds:5.0f} {pages} {saves}  "
            f"{made:7.0f} {median(waits):4.0f}{max(waits):4.0f} {self.errors:5}{load} {verdict}"
        )

    def shares(self) -> str:
        parts = (f"{who} {self.cpu[who] / self.seconds / CORES:.0%}" for who in WHO)
        return f"with {self.advisors} the {CORES} cores were busy for {self.busy:.0%}: {', '.join(parts)}"


def next_number(rows: Sequence[Row], options: argparse.Namespace) -> int:
    """How many advisors come next; 0 when it was too much twice, or there are no more."""
    if not rows:
        return options.first
    more = min(ceil(MORE * rows[-1].advisors / 10) * 10, options.most)
    return more if more > rows[-1].advisors and any(row.good for row in rows[-2:]) else 0


def percentiles(values: Sequence[float]) -> tuple[float, float, float]:
    """The 50th, 95th and 99th."""
    if len(values) < 2:
        return (*values, 0, 0, 0)[:3]
    cuts = quantiles(values, n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98]


@dataclass
class Cost:
    """What one thing costs: milliseconds of CPU, and milliseconds that its user waits."""

    what: str
    cpu: dict[str, float]
    wait: float

    def __str__(self) -> str:
        cpu = "".join(f"{self.cpu[who]:9.1f}" for who in (WEB, POSTGRES, DOCUMENTS))
        return f"{self.what:34}{cpu}{self.wait:9.0f}"


def conclusion(rows: Sequence[Row], document: Cost, one_in: int) -> Iterator[str]:
    """Where the knee is, what limits it, and how it grows with machines."""
    good = [row for row in rows if row.good]
    if not good:
        yield "No number of advisors that was tried stays below the limit without errors."
        return
    knee = max(good, key=lambda row: row.advisors)
    worse = next((row for row in rows if row.advisors > knee.advisors), None)
    yield f"The knee: {knee.advisors} advisors at once stay below {LIMIT} ms (95 %) and have no errors. There,"
    yield f"  {knee.shares()}."
    if worse:
        yield f"  {worse.shares()}."
        most = max((WEB, POSTGRES, DOCUMENTS), key=lambda who: worse.cpu[who])
        limit = (
            f"the processor is too busy, with {most} most of all"
            if worse.busy >= FULL
            else "not the processor: look at locks, the disk and the log"
        )
        yield f"What limits it: {limit}."
    if (others := max(row.cpu[OTHER] / row.seconds / CORES for row in rows)) > QUIET:
        yield f"Other programs took up to {others:.0%} of the machine: run this again when it is quiet."
    yield from growth(good, knee.busy, document, one_in)


def growth(good: Sequence[Row], busy: float, document: Cost, one_in: int) -> Iterator[str]:
    """What other machines would carry, from what the good rows took of this one."""
    saves = sum(row.saves for row in good)
    cycle = sum(row.advisors * row.seconds for row in good) / saves
    per_save = {who: 1000 * sum(row.cpu[who] for row in good) / saves for who in (WEB, POSTGRES)}
    yield (
        f"An advisor saves every {cycle:.0f} s. All that comes with it (page, klad, looking around, asking for PDFs)"
        f" takes {per_save[WEB]:.0f} ms of web and {per_save[POSTGRES]:.0f} ms of PostgreSQL."
    )
    if one_in:
        made = document.cpu[DOCUMENTS]
        per_save[DOCUMENTS] = made / one_in
        yield f"A document takes {made / 1000:.1f} s: one worker makes at most {60_000 / made:.0f} a minute."
    carries = {who: busy * 1000 * cycle / each for who, each in per_save.items()}
    told = ", ".join(f"of {who} {about(number)}" for who, number in carries.items())
    yield f"So a core that is {busy:.0%} busy, as here at the knee, carries this many advisors: {told}."
    for web, render, database in MACHINES:
        limits = {WEB: web * carries[WEB], POSTGRES: database * carries[POSTGRES]}
        limits |= {DOCUMENTS: render * carries[DOCUMENTS]} if one_in else {}
        least = min(limits, key=lambda who: limits[who])
        yield (
            f"  WEB_CONCURRENCY={web} and RENDER_WORKERS={render} on cores of their own, {database} for PostgreSQL: "
            f"about {about(limits[least])}, limited by {least}"
        )


def about(number: float) -> str:
    return f"{round(number, -1):.0f}"
