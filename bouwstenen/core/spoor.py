"""Who did what: one line in the log for each deed that is not visible in the data itself."""

import logging
from typing import Any

logger = logging.getLogger("wijkteam.spoor")


def note(daad: str, object_: Any, *, door: Any) -> None:
    """Log a deed; keys instead of names, because logs are kept elsewhere and longer."""
    logger.info("%s %s %s door gebruiker %s", daad, type(object_).__name__, object_.pk, getattr(door, "pk", None))
