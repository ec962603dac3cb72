"""What the tests of this package share."""

import pytest

from tests.samenhang.besluiten import raise_spanning


@pytest.fixture
def spanning(kanaleneiland, anna):
    """A wijkteam with answers that pull at each other: REG-001."""
    raise_spanning(kanaleneiland, anna)
    return kanaleneiland
