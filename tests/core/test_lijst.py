"""A list in a file: only the columns asked for, and what can't be read is said."""

import pytest

from bouwstenen.core.lijst import LijstFout, lees_lijst


def test_the_columns_that_are_asked_for():
    regels = ["id\tsoort\tbron", "X-1\tkeuze\t003", 'X-2\t"a\t']
    assert lees_lijst(regels, ("bron", "id")) == ({"bron": "003", "id": "X-1"}, {"bron": "", "id": "X-2"})


def test_a_row_that_ends_too_soon_is_empty_there():
    assert lees_lijst(["id\tsoort", "X-1"], ("id", "soort")) == ({"id": "X-1", "soort": ""},)


@pytest.mark.parametrize("regels", [[], ["id"], ["soort\tid "]])
def test_a_column_that_is_missing_is_named(regels):
    with pytest.raises(LijstFout, match="Kolom '(id|soort)' ontbreekt in de lijst"):
        lees_lijst(regels, ("id", "soort"))
