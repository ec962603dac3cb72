"""No URL without a policy: the check, and each way to get past it."""

import pytest
from django.core.checks import run_checks
from django.test import override_settings
from django.urls import get_resolver

from bouwstenen import checks
from bouwstenen.core.policies import public, requires
from bouwstenen.toegang.deuren import DERDEN
from bouwstenen.toegang.rechten import Recht
from bouwstenen.toegang.slugs import GERESERVEERD


def view(request, **kwargs):
    """A view without a policy."""


def test_this_site_has_no_url_without_a_policy():
    assert checks.check_policies(None) == []


@override_settings(ROOT_URLCONF="tests.toegang.proef_urls")
def test_a_view_without_a_policy_stops_the_site():
    assert [(error.id, error.msg[:20]) for error in run_checks(tags=["urls"])] == [
        ("bouwstenen.E001", "URL 'vergeten/' has ")
    ]


@pytest.mark.parametrize(
    ("route", "view", "wrong"),
    [
        ("a/", view, True),
        ("a/", public(reason="")(view), True),
        ("a/", public(reason="the front door")(view), False),
        ("a/", requires()(view), False),
        ("a/", requires(Recht.LEZEN)(view), True),
        ("<slug:gemeente>/", requires()(view), True),
        ("<slug:gemeente>/", requires(Recht.LEZEN)(view), False),
        ("<slug:gemeente>/", public(reason="a mistake")(view), True),
        ("beheer/iets/", view, False),
    ],
)
def test_policy_error(route, view, wrong):
    assert (checks.policy_error(route, view) is not None) == wrong


def test_third_parties_are_these_two():
    assert {prefix: str(policy.deur) for prefix, policy in DERDEN.items()} == {"account/": "open", "beheer/": "beheer"}


def test_every_fixed_first_and_second_segment_is_reserved():
    """A gemeente competes with first segments, a wijkteam with what comes second behind a gemeente."""
    routes = [route.split("/") for route, _ in checks.walk(get_resolver().url_patterns)]
    segments = {route[0] for route in routes} | {route[1] for route in routes if route[0] == "<slug:gemeente>"}
    assert {segment for segment in segments if segment and segment[0] != "<" and "." not in segment} - set(
        GERESERVEERD
    ) == set()
