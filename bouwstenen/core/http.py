"""The request as our views get it, for type annotations."""

from typing import Any

from django.http import HttpRequest


class WijkteamRequest(HttpRequest):
    """Set by the middleware; `gemeente` and `wijkteam` are the rows that the URL names, None where it names none.

    core knows no feature, hence Any: they are toegang's Gemeente and Wijkteam, and `rechten` holds toegang's Recht.
    """

    gemeente: Any
    gemeenten: Any  # the eigen door: all own gemeenten
    wijkteam: Any
    rechten: frozenset[Any]
    user: Any
