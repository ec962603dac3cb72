"""How a line in the log looks: without the part of an address that lets somebody in."""

import logging
import re

_LINKS = re.compile(r"(/(?:uitnodiging|uw-account/e-mail|wachtwoord-vergeten)/)[^/\s]+")


class ZonderLinks(logging.Formatter):
    """Django logs the address of each request that went wrong; who reads the log must not be able to use a link."""

    def format(self, record: logging.LogRecord) -> str:
        return _LINKS.sub(r"\1…", super().format(record))
