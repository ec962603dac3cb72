"""What a change of answers does to the signalen."""

import pytest

from bouwstenen.samenhang.gevolg import Gevolg, gevolg_van
from bouwstenen.samenhang.signalen import signalen_van
from tests.samenhang.besluiten import MANDAAT, VERBAND, VORM

SPANNING = {VORM: VERBAND, MANDAAT: {"keuze": "4"}}
RUST = {VORM: VERBAND, MANDAAT: {"keuze": "1"}}


@pytest.mark.parametrize(
    ("eerst", "daarna", "verwacht"),
    [
        ({}, {}, Gevolg()),
        (SPANNING, SPANNING, Gevolg()),
        (RUST, SPANNING, Gevolg(1, 0)),
        (SPANNING, RUST, Gevolg(0, 1)),
        ({}, SPANNING, Gevolg(1, 0)),
    ],
)
def test_what_came_and_what_went(eerst, daarna, verwacht):
    assert (gevolg_van(eerst, daarna), bool(verwacht)) == (verwacht, verwacht != Gevolg())


def test_what_is_still_to_be_filled_in_is_no_news():
    """The form alone raises and solves such signalen, and no others."""
    oud, nieuw = ({een.sleutel: een.ernst for een in signalen_van(w)} for w in ({}, {VORM: VERBAND}))
    assert {(oud | nieuw)[een] for een in oud.keys() ^ nieuw.keys()} == {"ontbreekt"}
    assert gevolg_van({}, {VORM: VERBAND}) == Gevolg()
