"""Pages for what could not be saved: each gives back everything that was typed."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from bouwstenen.core.fouten import match_of, sent_text
from bouwstenen.wizard.getypt import Getypt, typed_in_words

ANDER = "Deze pagina was van een andere gebruiker. Nu bent u ingelogd. Daarom is er niets opgeslagen."
# The fields, by what stands before a hyphen, that nobody typed.
HUISHOUDING = ("csrfmiddlewaretoken", "van", "klad", "actie", "terug", "versie", "regel", "grond")


def show_text(request: HttpRequest, reden: str, *, status: int) -> HttpResponse:
    """Says why nothing was saved, and shows what was typed, to copy."""
    return render(request, "niet_opgeslagen.html", {"reden": reden, **text_of(request)}, status=status)


def text_of(request: HttpRequest) -> dict[str, Any]:
    """For the templates: what was typed in words, and all that was sent as fields; {} when nothing was. No database."""
    data = sent_text(request)
    return {"getypt": in_words(request, data), "velden": fields(data)} if data else {}


def fields(data: QueryDict) -> list[tuple[str, str]]:
    return [(naam, een) for naam, alle in data.lists() for een in alle if naam != "csrfmiddlewaretoken"]


def in_words(request: HttpRequest, data: QueryDict) -> list[Getypt]:
    """Of a wizard page its answers; of any other page each field that is not empty."""
    match = match_of(request)
    if match and match.url_name == "wizard_pagina":
        return typed_in_words(match.kwargs["deel"], match.kwargs["pagina"], data)
    return [
        Getypt(naam.replace("_", " ").capitalize(), een)
        for naam, een in fields(data)
        if een.strip() and naam.partition("-")[0] not in HUISHOUDING
    ]
