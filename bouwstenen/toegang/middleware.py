"""The door of the site: finds out who comes in where, and answers inside the scope that belongs to it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from contextvars import Context, copy_context
from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import Http404, HttpResponseBase
from django.urls import Resolver404, resolve
from django_scopes import scopes_disabled  # noqa: TID251 -- for the beheer door, which sees all gemeenten

from bouwstenen.core.http import WijkteamRequest
from bouwstenen.core.policies import Deur
from bouwstenen.core.spoor import from_oorsprong
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.toegang import store
from bouwstenen.toegang.deuren import policy_of

ALLEEN_BEHEER = "Deze pagina's zijn alleen voor de platformbeheerder."

Scope = AbstractContextManager[None]


class DeurMiddleware:
    """Sets request.gemeente, gemeenten, wijkteam and rechten ; the policy of the view judges the rights."""

    def __init__(self, get_response: Callable[[WijkteamRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: WijkteamRequest) -> HttpResponseBase:
        request.gemeente = request.wijkteam = None
        request.gemeenten = ()
        request.rechten = frozenset()
        deur, kwargs = _deur(request)
        if request.user.is_authenticated:
            scope = DEUREN[deur](request, kwargs)
        elif deur == Deur.BEHEER:  # its views carry no policy of ours that would send people to the log-in page
            return redirect_to_login(request.get_full_path())
        else:
            scope = nullcontext()
        with from_oorsprong(_adres(request)), scope:
            return _keep_scope(self.get_response(request))


def _adres(request: WijkteamRequest) -> str:
    """The address of the visitor, as the log-in limits count it; a probe past the proxy or on a socket has none."""
    try:
        return str(get_adapter(request).get_client_ip(request))
    except (PermissionDenied, ImproperlyConfigured):
        return "onbekend"


def _deur(request: WijkteamRequest) -> tuple[Deur, Mapping[str, Any]]:
    """The door that the URL leads to. An unknown URL, and a view without a policy, open nothing."""
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return Deur.OPEN, {}
    policy = policy_of(match.route, match.func)
    return (policy.deur if policy else Deur.OPEN), match.kwargs


def _open(request: WijkteamRequest, kwargs: Mapping[str, Any]) -> Scope:
    return nullcontext()


def _eigen(request: WijkteamRequest, kwargs: Mapping[str, Any]) -> Scope:
    request.gemeenten = tuple(store.leesbare_gemeenten(request.user))
    return enter_scope(request.gemeenten)


def _lid(request: WijkteamRequest, kwargs: Mapping[str, Any]) -> Scope:
    """A gemeente or wijkteam that is unknown and one that is somebody else's get the same answer: 404."""
    if "wijkteam" in kwargs:
        found = store.wijkteam_met_rechten(request.user, kwargs["gemeente"], kwargs["wijkteam"])
    else:
        found = store.gemeente_met_rechten(request.user, kwargs["gemeente"])
    if found is None:
        raise Http404
    plek, request.rechten = found
    request.wijkteam = plek if "wijkteam" in kwargs else None
    request.gemeente = plek.gemeente if request.wijkteam else plek
    return enter_scope(request.gemeente)


def _beheer(request: WijkteamRequest, kwargs: Mapping[str, Any]) -> Scope:
    if not request.user.is_staff:
        raise PermissionDenied(ALLEEN_BEHEER)
    return scopes_disabled()


DEUREN: Mapping[Deur, Callable[[WijkteamRequest, Mapping[str, Any]], Scope]] = {
    Deur.OPEN: _open,
    Deur.EIGEN: _eigen,
    Deur.LID: _lid,
    Deur.BEHEER: _beheer,
}


def _keep_scope(response: HttpResponseBase) -> HttpResponseBase:
    """A streaming response is read after the door has closed: let it run in the scope it was made in."""
    if response.streaming:
        response.streaming_content = _in_context(copy_context(), response.streaming_content)
    return response


def _in_context(context: Context, chunks: Iterable[bytes]) -> Iterator[bytes]:
    iterator, end = iter(chunks), object()
    while (chunk := context.run(next, iterator, end)) is not end:
        yield chunk
