"""System checks: what must be true before the site may start."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.checks import Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from bouwstenen.catalogus import checks as catalogus_checks  # noqa: F401 -- registers the check of the catalogue
from bouwstenen.core.policies import Deur
from bouwstenen.inzichten import checks as inzichten_checks  # noqa: F401 -- registers the check of the inzichten
from bouwstenen.samenhang import checks as samenhang_checks  # noqa: F401 -- registers the check of the regels
from bouwstenen.toegang.deuren import policy_of


def walk(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every URL pattern with its whole route."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns, route)
        else:
            yield route, pattern


def policy_error(route: str, view: Callable[..., Any]) -> str | None:
    """What is wrong with the policy of the view at this route; None when nothing is."""
    policy = policy_of(route, view)
    if policy is None:
        return "has no policy: write @requires(...) or @public(reason=...) above its view"
    if policy.deur == Deur.OPEN and not policy.reason:
        return "is public without a reason"
    if (policy.deur == Deur.LID) != (":gemeente>" in route):
        return "must have a gemeente in its URL exactly when its policy names a right"
    return None


@register("urls")
def check_policies(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Every URL has a policy."""
    found = ((route, policy_error(route, pattern.callback)) for route, pattern in walk(get_resolver().url_patterns))
    return [Error(f"URL '{route}' {error}.", id="bouwstenen.E001") for route, error in found if error]
