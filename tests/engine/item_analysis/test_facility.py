"""Facility is the mean share of the marks; figures worked by hand and a published 0/1 table."""

import pytest

from quizzes.engine.item_analysis import facility

# Six learners by four items, as in the worked table of classical test theory: 5, 3, 3 and 2 of 6 are right.
TABLE = ("1111", "1110", "1100", "1010", "1001", "0000")


@pytest.mark.parametrize(("item", "expected"), [(0, 0.8333), (1, 0.5), (2, 0.5), (3, 0.3333)])
def test_items_of_the_worked_table(item, expected):
    assert facility([float(row[item]) for row in TABLE]) == pytest.approx(expected, abs=0.00005)


@pytest.mark.parametrize(
    ("fractions", "expected"),
    [
        ([1.0], 1.0),
        ([0.0, 0.0], 0.0),
        ([1.0, 0.0, 0.0, 0.0], 0.25),
        ([1.0, 0.5, 0.0], 0.5),
        ([0.5, 0.25], 0.375),
    ],
)
def test_part_marks_count_as_shares(fractions, expected):
    assert facility(fractions) == pytest.approx(expected)


def test_nobody_gives_no_figure():
    assert facility([]) is None
