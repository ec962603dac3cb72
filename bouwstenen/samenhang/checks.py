"""The system check that stops `manage.py check` when the words of the regels and their conditions do not fit."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from django.core.checks import Error, register

from bouwstenen.catalogus.loader import CatalogusFout, catalogus
from bouwstenen.samenhang.regels import ALLE
from bouwstenen.samenhang.regels.vergelijking import gebreken
from bouwstenen.samenhang.regels.woorden import INHOUD, load_woorden


def regels_errors(map_: Path, condities: Collection[str]) -> list[Error]:
    """What is wrong with the words in this folder, or between them and these conditions; empty when nothing is."""
    try:
        fouten = list(gebreken(load_woorden(map_, catalogus()), condities))
    except CatalogusFout as fout:
        fouten = [str(fout)]
    return [Error(f"De regels kloppen niet. {fout}", id="bouwstenen.E004") for fout in fouten]


@register("regels")
def check_regels(app_configs: Any, **kwargs: Any) -> list[Error]:
    """The regels of this installation have words and a condition each."""
    return regels_errors(INHOUD, [een.sleutel for een in ALLE])
