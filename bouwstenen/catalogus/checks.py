"""The system check that stops `manage.py check` when the catalogue is not right."""

from pathlib import Path
from typing import Any

from django.core.checks import Error, register

from bouwstenen.catalogus.loader import INHOUD, CatalogusFout, load_catalogus


def catalogus_errors(map_: Path) -> list[Error]:
    """The first thing that is wrong with the catalogue in this folder: its file, table and key; empty when right."""
    try:
        load_catalogus(map_)
    except CatalogusFout as fout:
        return [Error(f"De catalogus klopt niet. {fout}", id="bouwstenen.E002")]
    return []


@register("catalogus")
def check_catalogus(app_configs: Any, **kwargs: Any) -> list[Error]:
    """The catalogue of this installation can be read."""
    return catalogus_errors(INHOUD)
