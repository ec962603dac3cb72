"""Writing what may as well be left out: a page that somebody only looks at does not wait for the database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from django.db import OperationalError, connection, transaction


def write_if_free(write: Callable[[], object]) -> None:
    """Write when nobody else is writing; else nothing is written, and that is no error."""
    with suppress(OperationalError), short_wait(), transaction.atomic():
        write()


@contextmanager
def short_wait() -> Iterator[None]:
    """SQLite has one lock for all writers; elsewhere nobody holds the rows of another user."""
    if connection.vendor != "sqlite":
        yield
        return
    wachttijd = int(connection.settings_dict["OPTIONS"]["timeout"] * 1000)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {wachttijd}")
