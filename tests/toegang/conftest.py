"""Fatma as a visitor, and Gijs, whom she invited: he has no account."""

import pytest

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.toegang.store import uitnodigingen
from tests.toegang.uitnodigen import GIJS, link_van


@pytest.fixture
def beheer(client_for, fatma):
    return client_for(fatma)


@pytest.fixture
def uitnodiging(utrecht, fatma):
    """Fatma invited Gijs, who has no account."""
    with enter_scope(utrecht):
        return uitnodigingen.invite(gemeente=utrecht, **GIJS, door=fatma)


@pytest.fixture
def link(uitnodiging):
    return link_van(uitnodiging)
