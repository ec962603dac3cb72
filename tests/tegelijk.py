"""Several threads that write at once, each with a connection of its own."""

import threading

from django.db import connection


def at_once(werk, aantal):
    """Run werk(0), werk(1) and so on at the same time; returns the errors, which a thread can't raise by itself."""
    fouten = []

    def run(nummer):
        try:
            werk(nummer)
        except Exception as fout:
            fouten.append(fout)
        finally:
            connection.close()

    draden = [threading.Thread(target=run, args=(nummer,)) for nummer in range(aantal)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return fouten
