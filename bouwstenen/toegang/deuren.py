"""Which policy belongs to which URL: our own views carry one, the URLs of third parties are listed here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from bouwstenen.core.policies import Deur, Policy

DERDEN: Mapping[str, Policy] = MappingProxyType(
    {
        "account/": Policy(deur=Deur.OPEN, reason="log-in and new passwords, guarded by django-allauth"),
        "beheer/": Policy(deur=Deur.BEHEER, reason="the Django admin, for platform beheerders"),
    }
)


def policy_of(route: str, view: Callable[..., Any]) -> Policy | None:
    """The policy of a view at this route; None when nobody thought about it."""
    for prefix, policy in DERDEN.items():
        if route.startswith(prefix):
            return policy
    return getattr(view, "policy", None)
