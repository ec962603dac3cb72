"""Who may call a view: every view carries one policy, written above it as a decorator."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any, Protocol

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from bouwstenen.core.spoor import Daad, Resultaat, note

View = Callable[..., HttpResponseBase]
Anoniem = Callable[..., HttpResponseBase | None]
READING = ("GET", "HEAD", "OPTIONS")
GEARCHIVEERD = "Dit wijkteam is gearchiveerd. U kunt het bekijken, maar niet wijzigen. Zet het eerst terug."


class Deur(StrEnum):
    """The ways into the site; the middleware opens the scope that belongs to each."""

    OPEN = "open"  # anybody; no gemeente in scope
    EIGEN = "eigen"  # anybody who is logged in; all own gemeenten in scope
    LID = "lid"  # members of the gemeente in the URL; that gemeente in scope
    BEHEER = "beheer"  # platform beheerders; all gemeenten


class RechtLike(Protocol):
    """What a right must tell: why somebody without it is refused, and whether it changes a wijkteam."""

    @property
    def reden(self) -> str: ...

    @property
    def wijzigt(self) -> bool: ...


@dataclass(frozen=True, kw_only=True)
class Policy:
    """`recht` is needed to read, `post` for any other method; `reason` says why a view is public."""

    deur: Deur
    recht: Any = None
    post: Any = None
    allow_archived: bool = False
    anoniem: Anoniem | None = None
    reason: str = ""

    def recht_for(self, method: str | None) -> RechtLike:
        """The right that a request with this method needs."""
        recht: RechtLike = self.recht if method in READING else self.post
        return recht


def public(*, reason: str) -> Callable[[View], View]:
    """Anybody may call this view; the reason is for whoever reviews the code."""
    return lambda view: _with_policy(view, Policy(deur=Deur.OPEN, reason=reason))


def requires(
    recht: RechtLike | None = None,
    *,
    post: RechtLike | None = None,
    allow_archived: bool = False,
    anoniem: Anoniem | None = None,
) -> Callable[[View], View]:
    """Only members with this right may call the view; without a right: anybody who is logged in.

    post: the right needed to send something, when that is more than the right to read.
    allow_archived: also change a wijkteam that is archived (to restore it).
    anoniem: called like the view when nobody is logged in; it may answer in the place of the log-in page.
    """
    policy = Policy(
        deur=Deur.LID if recht else Deur.EIGEN,
        recht=recht,
        post=post or recht,
        allow_archived=allow_archived,
        anoniem=anoniem,
    )
    return lambda view: _with_policy(view, policy)


def _with_policy(view: View, policy: Policy) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if policy.deur != Deur.OPEN and not request.user.is_authenticated:
            antwoord = policy.anoniem(request, *args, **kwargs) if policy.anoniem else None
            return antwoord or redirect_to_login(request.get_full_path())
        if policy.deur == Deur.LID:
            _check_recht(request, policy)
        return view(request, *args, **kwargs)

    guarded.policy = policy  # type: ignore[attr-defined]
    return guarded


def _check_recht(request: Any, policy: Policy) -> None:
    """Raise PermissionDenied with the reason, in words for the user."""
    recht = policy.recht_for(request.method)
    if recht not in request.rechten:
        if request.method not in READING:  # no page offers this: somebody tries, or lost a role with the page open
            wat = request.wijkteam or request.gemeente
            note(Daad.TOEGANG, wat, door=request.user, resultaat=Resultaat.GEWEIGERD, bij=request.path)
        raise PermissionDenied(recht.reden)
    archived = request.wijkteam is not None and request.wijkteam.gearchiveerd_op is not None
    if archived and recht.wijzigt and not policy.allow_archived:
        raise PermissionDenied(GEARCHIVEERD)
