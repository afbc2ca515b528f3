from math import inf

import pytest

from quizzes.engine.distractors.bounds import bounds, within
from quizzes.engine.items.draft import AnswerClass as A


@pytest.mark.parametrize(
    ("stem", "answer_class", "unit", "limits"),
    [
        ("Erik Holm works _____ hours a day at the port.", A.DURATION, "hour", (0, 24)),
        ("For how many days a week is the port shut?", A.DURATION, "day", (0, 7)),
        ("The ferry runs for _____ months a year.", A.DURATION, "month", (0, 12)),
        ("The ferry takes _____ days.", A.DURATION, "day", (0, inf)),
        ("The law bans children under the age of _____ from the docks.", A.COUNT, "", (1, 110)),
        ("Only _____ of the sailors can swim.", A.PERCENT, "%", (0, 99.9)),
        ("Prices increased by _____ in a year.", A.PERCENT, "%", (0, inf)),
        ("How many of the 20,000 sailors can swim?", A.COUNT, "sailor", (0, 20_000)),
        ("_____ of the 40 boats sank.", A.COUNT, "boat", (0, 40)),
        ("Sailors get _____ days off, with a minimum of ten days.", A.DURATION, "day", (10, inf)),
        ("Sailors get _____ days off, with a minimum of ten boats.", A.DURATION, "day", (0, inf)),
        ("The fleet grew from 40 boats to _____ in a year.", A.COUNT, "boat", (40, inf)),
        ("The fleet fell from 40 boats to _____ in a year.", A.COUNT, "boat", (0, 40)),
        ("The fleet fell from _____ boats to 12 in a year.", A.COUNT, "boat", (12, inf)),
        ("The fleet was sold between 1950 and _____.", A.YEAR, "", (1950, inf)),
    ],
)
def test_bounds(stem, answer_class, unit, limits):
    assert bounds(stem, answer_class, unit) == limits


def test_within():
    assert within(24, (0, 24))
    assert not within(25, (0, 24))
