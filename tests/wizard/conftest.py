"""als(anna): Anna as a visitor of the pages of Kanaleneiland."""

import pytest

from tests.wizard.bezoeker import Bezoeker


@pytest.fixture
def als(client_for, kanaleneiland):
    return lambda gebruiker: Bezoeker(client_for(gebruiker), kanaleneiland)


@pytest.fixture
def bezoeker(als, anna):
    return als(anna)
