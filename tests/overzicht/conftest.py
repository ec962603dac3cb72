"""Answers for the tests of this package."""

from datetime import UTC, datetime

import pytest

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.store import Ingediend
from bouwstenen.core.tenancy import enter_scope


@pytest.fixture
def geef():
    """geef(wijkteam, anna, {"opgave.domeinen": waarde}): saves answers as the first version."""

    def save(wijkteam, door, waarden):
        ingediend = [Ingediend(vraag=vraag, versie=0, waarde=waarde) for vraag, waarde in waarden.items()]
        with enter_scope(wijkteam.gemeente):
            return store.save_antwoorden(wijkteam=wijkteam, ingediend=ingediend, door=door)

    return save


@pytest.fixture
def om(monkeypatch):
    """om(14, 3): from now on it is three past two on the third of May 2026 in Utrecht."""

    def set_clock(uur, minuut=0):
        moment = datetime(2026, 5, 3, uur - 2, minuut, tzinfo=UTC)
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return set_clock
