"""What a form sends back."""

import pytest
from django.http import QueryDict

from bouwstenen.core.http import GEEN_VERSIE, version_in


@pytest.mark.parametrize(
    ("getypt", "versie"),
    [
        ("v=0", 0),
        ("v=12", 12),
        ("v=123456789", 123456789),
        *((een, GEEN_VERSIE) for een in ("", "v=", "v=-1", "v=x", "v=1.5", "v=٣", "v=1234567890", "w=1")),
    ],
)
def test_a_version_that_is_none_never_was(getypt, versie):
    assert version_in(QueryDict(getypt), "v") == versie
