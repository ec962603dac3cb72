"""The system check that stops `manage.py check` when the inzichten are not right."""

from pathlib import Path
from typing import Any

from django.core.checks import Error, register

from bouwstenen.catalogus.loader import CatalogusFout, catalogus
from bouwstenen.inzichten.loader import INHOUD, load_inzichten


def inzichten_errors(map_: Path) -> list[Error]:
    """The first thing that is wrong with the inzichten in this folder: its file and key; empty when right."""
    try:
        load_inzichten(map_, catalogus())
    except CatalogusFout as fout:
        return [Error(f"De inzichten kloppen niet. {fout}", id="bouwstenen.E003")]
    return []


@register("inzichten")
def check_inzichten(app_configs: Any, **kwargs: Any) -> list[Error]:
    """The inzichten of this installation can be read."""
    return inzichten_errors(INHOUD)
