"""The demo's learners answer every kind, right or wrong, always the same."""

import pytest

from quizzes.services.demo_answers import Sitting, sit
from tests import factories


@pytest.mark.parametrize("place", [0, 3, 6])
def test_a_sitting_answers_every_kind(instructor, classroom, learner, place):
    given = factories.assignment(classroom, factories.quiz_of_all_kinds(instructor), mode="graded")
    attempt = sit(learner, assignment=given, sitting=Sitting(place), start=factories.NOW)
    responses = [slot.responses.first() for slot in attempt.slots.order_by("position")]
    assert sum(response is None for response in responses) <= 1
    pairs = [response.given["match"] for response in responses[4:6] if response]
    assert all(None not in pair for pair in pairs)


def test_the_best_learner_pairs_rightly(instructor, classroom, learner):
    given = factories.assignment(classroom, factories.quiz_of_all_kinds(instructor))
    attempt = sit(learner, assignment=given, sitting=Sitting(0), start=factories.NOW)
    assert attempt.slots.get(position=5).responses.get().fraction == 1
