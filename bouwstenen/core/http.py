"""The request as our views get it, and what a form sent with it."""

from typing import Any

from django.http import HttpRequest, QueryDict


class WijkteamRequest(HttpRequest):
    """Set by the middleware; `gemeente` and `wijkteam` are the rows that the URL names, None where it names none.

    core knows no feature, hence Any: they are toegang's Gemeente and Wijkteam, and `rechten` holds toegang's Recht.
    """

    gemeente: Any
    gemeenten: Any  # the eigen door: all own gemeenten
    wijkteam: Any
    rechten: frozenset[Any]
    user: Any


def posted(request: HttpRequest) -> QueryDict | None:
    """What the form on the page sent; None when the page was only asked for."""
    return request.POST if request.method == "POST" else None


GEEN_VERSIE = -1  # what a forged version counts as: it never was


def version_in(data: QueryDict, naam: str) -> int:
    """The number of the version that a page showed, as its form sends it back."""
    tekst = data.get(naam) or ""
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else GEEN_VERSIE
