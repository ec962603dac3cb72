"""What `make load` found: where the knee is, what follows from it, and what the processes took."""

import argparse
import os
import subprocess
import sys

import pytest

from tests.benchmarks import uitkomst
from tests.benchmarks.processen import cpu_seconds, family, memory, parent
from tests.benchmarks.uitkomst import Cost, Row, conclusion, next_number, percentiles

pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def two_cores(monkeypatch):
    monkeypatch.setattr(uitkomst, "CORES", 2)


def row(advisors, *, ms=50, errors=0, busy=0.5, other=0.0):
    seconds = busy * uitkomst.CORES * 10
    cpu = {"web": 0.6, "PostgreSQL": 0.2, "documents": 0.1, "client": 0.1 - other, "other programs": other}
    return Row(
        advisors=advisors,
        seconds=10,
        requests=8 * advisors,
        times={"page": [ms] * advisors, "save": [ms] * advisors, "document": []},
        errors=errors,
        cpu={who: part * seconds for who, part in cpu.items()},
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], 50),
        ([row(50)], 60),
        ([row(200)], 240),
        ([row(350)], 400),
        ([row(400)], 0),
        ([row(100), row(120, ms=300)], 150),
        ([row(100, errors=1), row(120, ms=300)], 0),
        ([row(100, ms=300), row(120), row(150, ms=300)], 180),
    ],
)
def test_the_next_number_of_advisors(rows, expected):
    assert next_number(rows, argparse.Namespace(first=50, most=400)) == expected


def test_percentiles():
    assert [percentiles(values) for values in ([], [7], range(101))] == [(0, 0, 0), (7, 0, 0), (50, 95, 99)]


def test_the_knee_what_limits_it_and_how_it_grows():
    rows = [row(100), row(200, ms=300, busy=0.9)]
    document = Cost("PDF", {"web": 100, "PostgreSQL": 20, "documents": 1000}, 3000)
    lines = list(conclusion(rows, document, 50))
    assert lines[0] == "The knee: 100 advisors at once stay below 200 ms (95 %) and have no errors. There,"
    assert lines[3] == "What limits it: the processor is too busy, with web most of all."
    assert lines[5] == "A document takes 1.0 s: one worker makes at most 60 a minute."
    assert [line.rpartition(": ")[2] for line in lines[-3:]] == [
        "about 170, limited by web",
        "about 250, limited by PostgreSQL",
        "about 500, limited by PostgreSQL",
    ]


def test_a_machine_that_is_not_quiet_is_told():
    lines = conclusion([row(100, busy=1, other=0.1), row(200, busy=1, other=0.2, ms=300)], Cost("PDF", {}, 0), 0)
    assert "Other programs took up to 20% of the machine: run this again when it is quiet." in lines


def test_no_number_is_good():
    assert list(conclusion([row(50, errors=1)], Cost("PDF", {}, 0), 0)) == [
        "No number of advisors that was tried stays below the limit without errors."
    ]


def test_what_a_process_and_its_children_take():
    busy = "import time\nwhile time.process_time() < 0.2: pass\nprint(flush=True)\ninput()"
    shell = subprocess.Popen(
        ["sh", "-c", f"{sys.executable} -c '{busy}'; exit"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    shell.stdout.readline()
    assert (parent(shell.pid), len(family(shell.pid)), cpu_seconds(shell.pid) >= 0.19) == (os.getpid(), 2, True)
    count, rss, pss = memory(shell.pid)
    assert (count, rss > pss > 1) == (2, True)
    shell.communicate(b"\n")
