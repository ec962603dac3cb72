"""Reads a tab-separated list with a heading: what the commands that compare us with such a list start from."""

import csv
from collections.abc import Iterable, Sequence


class LijstFout(ValueError):
    """The list can't be read; the message says what is missing."""


def lees_lijst(regels: Iterable[str], kolommen: Sequence[str]) -> tuple[dict[str, str], ...]:
    """These columns of each row, "" where a row ends too soon; raises LijstFout when the heading misses one."""
    lezer = csv.DictReader(regels, delimiter="\t", quoting=csv.QUOTE_NONE)
    for naam in kolommen:
        if naam not in (lezer.fieldnames or ()):
            raise LijstFout(f"Kolom '{naam}' ontbreekt in de lijst.")
    return tuple({naam: rij[naam] or "" for naam in kolommen} for rij in lezer)
