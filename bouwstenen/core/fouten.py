"""What was sent with a request that went wrong, for the pages that give it back to whoever typed it."""

from contextlib import suppress
from urllib.parse import parse_qsl

from django.conf import settings
from django.core.exceptions import (
    BadRequest,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, QueryDict, RawPostDataException, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.urls import Resolver404, ResolverMatch, resolve

from bouwstenen.core.policies import Deur

TE_VEEL = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
BEZET = (OperationalError, InterfaceError)  # the database is locked, or not there
ONLEESBAAR = (SuspiciousOperation, BadRequest, MultiPartParserError, UnreadablePostError, RawPostDataException)
FORMULIER = "application/x-www-form-urlencoded"
MEESTE_VELDEN = 200_000  # that we read ourselves when Django finds them too many


def match_of(request: HttpRequest) -> ResolverMatch | None:
    """The view that the address leads to, also when something went wrong before it was looked up."""
    try:
        return request.resolver_match or resolve(request.path_info)
    except Resolver404:
        return None


def is_from_here(request: HttpRequest) -> bool:
    """Whether no header says that another site sent this: then what was sent may be put in a form again."""
    hier = f"{request.scheme}://{request.get_host()}"
    afkomst = request.META.get("HTTP_ORIGIN") or request.META.get("HTTP_REFERER") or hier
    return any(f"{afkomst}/".startswith(f"{eigen}/") for eigen in (hier, *settings.CSRF_TRUSTED_ORIGINS))


def sent_text(request: HttpRequest) -> QueryDict | None:
    """What a page of a gemeente sent from this site; None when there is nothing, or nothing that may be shown.

    Passwords are asked on no page of a gemeente, so none of them is ever shown.
    """
    match = match_of(request)
    policy = getattr(match.func, "policy", None) if match else None
    if request.method != "POST" or policy is None or policy.deur != Deur.LID or not is_from_here(request):
        return None
    with suppress(*ONLEESBAAR):
        if request.POST:
            return request.POST
    return read_body(request)


def read_body(request: HttpRequest) -> QueryDict | None:
    """The fields of a form that Django finds too many; its body is there, because that has a limit of its own."""
    data = QueryDict(mutable=True)
    with suppress(*ONLEESBAAR, ValueError):
        body = request.body.decode(errors="replace") if request.content_type == FORMULIER else ""
        for naam, waarde in parse_qsl(body, keep_blank_values=True, max_num_fields=MEESTE_VELDEN):
            data.appendlist(naam, waarde)
    return data or None
