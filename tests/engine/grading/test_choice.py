"""Choices and the dispatch."""

import pytest

from quizzes.engine.grading import Verdict, grade

OPTIONS = [{"text": "Mali", "key": False}, {"text": "Niger", "key": True}, {"text": "Chad", "key": False}]


def choose(given):
    return grade(given, interaction="choice", options=OPTIONS, keys=["Niger"])


def test_the_key_is_right():
    assert choose({"choice": 1}) == Verdict(1.0, "exact")


@pytest.mark.parametrize(
    "given",
    [
        {"choice": 0},
        {"choice": 2},
        {"choice": 3},
        {"choice": -2},
        {"choice": True},
        {"choice": "1"},
        {},
        {"text": "Niger"},
    ],
)
def test_anything_else_is_not(given):
    assert choose(given) == Verdict(0.0)


def test_a_choice_without_options_earns_nothing():
    assert grade({"choice": 0}, interaction="choice", options=None, keys=["Niger"]) == Verdict(0.0)


def test_an_unknown_interaction_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="juggling"):
        grade({}, interaction="juggling", options=None, keys=[])
