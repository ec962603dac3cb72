"""A process with one database: reads the name of a visit from each line, makes it, and answers with what it cost.

`werker.py fill 342` fills the database instead.
"""

import json
import sys
import time
from collections.abc import Callable

import django
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext


def main() -> None:
    django.setup()
    settings.ROOT_URLCONF = "tests.benchmarks.kaal"
    if sys.argv[1:2] == ["fill"]:
        from tests.benchmarks.vullen import fill  # noqa: PLC0415 -- models need django.setup() first

        fill(int(sys.argv[2]))
    else:
        answer_all()


def answer_all() -> None:
    from tests.benchmarks.bezoeken import bezoeken, session  # noqa: PLC0415 -- as above

    alle = bezoeken()
    for regel in sys.stdin:
        naam, _, wat = regel.rstrip("\n").partition("\t")
        sys.stdout.write(json.dumps(session() if naam == "session" else measure(alle[naam](), wat)) + "\n")
        sys.stdout.flush()


def measure(timed: Callable[[], object], wat: str) -> float:
    """The number of queries, or the milliseconds that the processor was busy."""
    if wat == "queries":
        with CaptureQueriesContext(connection) as queries:
            timed()
        return len(queries)
    begin = time.process_time()
    timed()
    return (time.process_time() - begin) * 1000


if __name__ == "__main__":
    main()
