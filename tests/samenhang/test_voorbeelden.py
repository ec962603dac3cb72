"""The voorbeelden show the signalen that were read against the study, and no other."""

import pytest

from tests.samenhang.voorbeeldsignalen import GOLDEN, bestand_van, ontwerpen, regels_van

ONTWERPEN = ontwerpen()


@pytest.mark.parametrize("ontwerp", ONTWERPEN, ids=lambda ontwerp: ontwerp.slug)
def test_the_signalen_are_those_that_were_approved(ontwerp):
    assert regels_van(ontwerp) == bestand_van(ontwerp).read_text(encoding="utf-8").splitlines()


def test_there_is_a_list_for_each_voorbeeld_and_no_other():
    assert {bestand_van(ontwerp) for ontwerp in ONTWERPEN} == set(GOLDEN.iterdir())


def test_every_voorbeeld_shows_something_of_each_ernst():
    ernsten = {ontwerp.slug: {regel.split()[1] for regel in regels_van(ontwerp)} for ontwerp in ONTWERPEN}
    assert set(map(frozenset, ernsten.values())) == {frozenset({"spanning:", "aandachtspunt:", "ontbreekt:"})}
