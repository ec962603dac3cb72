"""The words in figures, from woorden.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

BESTAND = Path(__file__).parent / "woorden.toml"


@cache
def woorden(figuur: str) -> Mapping[str, str]:
    """The words of one kind of figure, by key; a value in {braces} is filled in by who draws it."""
    gelezen: Mapping[str, str] = tomllib.loads(BESTAND.read_text(encoding="utf-8"))[figuur]
    return gelezen
