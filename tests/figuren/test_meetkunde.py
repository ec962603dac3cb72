"""Lines around and between shapes."""

from itertools import pairwise

import pytest

from bouwstenen.figuren.meetkunde import afstand, contour, gebogen, midden, omhulling, richting, waaier


@pytest.mark.parametrize(
    ("punten", "hoeken"),
    [
        ([], 0),
        ([(1, 1)], 1),
        ([(1, 1), (1, 1)], 1),
        ([(0, 0), (4, 0)], 2),
        ([(0, 0), (2, 0), (4, 0)], 2),
        ([(0, 0), (4, 0), (0, 4)], 3),
        ([(0, 0), (4, 0), (0, 4), (4, 4), (2, 2)], 4),
    ],
)
def test_the_shape_around_points(punten, hoeken):
    assert len(omhulling(punten)) == hoeken


@pytest.mark.parametrize("punten", [[(0, 0), (10, 0)], [(0, 0), (10, 0), (0, 10)], [(0, 0), (9, 0), (0, 9), (9, 9)]])
def test_the_line_keeps_its_distance_from_the_points(punten):
    stukken = contour(punten, 5)
    assert {round(min(afstand(eind, punt) for punt in punten), 6) for stuk in stukken for eind in stuk} == {5}
    # every piece begins where an arc from the piece before can end: on the circle of the same point
    assert all(afstand(een[1], ander[0]) <= 10 for een, ander in pairwise(stukken))


def test_around_one_point_is_a_circle():
    assert contour([(3, 3)], 5) == []


def test_a_line_bends_only_when_something_is_in_its_way():
    assert gebogen((0, 0), (10, 0), (5, 30), 4) is None
    assert gebogen((0, 0), (10, 0), (30, 0), 4) is None
    assert gebogen((0, 0), (0, 0), (0, 0), 4) is None
    assert gebogen((0, 0), (10, 0), (5, 2), 4) == (5, -4)
    assert gebogen((0, 0), (10, 0), (5, 0), 4) == (5, -8)


def test_directions():
    assert richting((0, 0), (0, 8)) == (0, 1)
    assert richting((1, 1), (1, 1)) == (0, -1)
    assert midden([(0, 0), (4, 2)]) == (2, 1)
    assert [tuple(map(round, een)) for een in waaier(0, 3, 1.5707963)] == [(0, -1), (1, 0), (0, 1)]
