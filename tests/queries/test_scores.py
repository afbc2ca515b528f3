"""A score is the sum of the current responses, with one query for any number of attempts."""

from decimal import Decimal

import pytest

from quizzes.models import Response
from quizzes.queries.scores import Score, score_of, score_of_attempts
from tests import factories


@pytest.fixture
def assignment(instructor, classroom):
    return factories.assignment(classroom, factories.quiz(instructor, items=3))


def respond(attempt, position, fraction, *, given=None, current=True, sequence=1):
    slot = attempt.slots.get(position=position)
    return Response.objects.create(
        attempt_slot=slot,
        idempotency_key=f"{position}-{sequence}",
        sequence=sequence,
        given={"choice": 0} if given is None else given,
        fraction=fraction,
        mark=Decimal(str(fraction)),
        is_current=current,
        created_at=factories.NOW,
    )


def test_an_attempt_without_responses_scores_nothing(assignment, learner):
    score = score_of(factories.attempt(assignment, learner))
    assert score == Score(Decimal(0), Decimal(3), answered=0, slots=3, right=0)


def test_only_the_current_response_of_a_slot_counts(assignment, learner):
    attempt = factories.attempt(assignment, learner)
    respond(attempt, 1, 1.0, current=False)
    respond(attempt, 1, 0.0, sequence=2)
    respond(attempt, 2, 1.0, sequence=3)
    assert score_of(attempt) == Score(Decimal(1), Decimal(3), answered=2, slots=3, right=1)


def test_part_marks_are_summed_but_not_counted_as_right(assignment, learner):
    attempt = factories.attempt(assignment, learner)
    respond(attempt, 1, 0.333)
    respond(attempt, 2, 0.333)
    respond(attempt, 3, 0.333)
    score = score_of(attempt)
    assert (score.mark, score.right) == (Decimal("0.999"), 0)
    assert score.share == pytest.approx(0.333)


def test_an_answer_taken_back_is_no_answer(assignment, learner):
    attempt = factories.attempt(assignment, learner)
    respond(attempt, 1, 0.0, given={})
    assert score_of(attempt).answered == 0


@pytest.mark.parametrize("learners", [1, 3])
def test_the_number_of_queries_does_not_grow(assignment, classroom, django_assert_num_queries, learners):
    attempts = [factories.attempt(assignment, factories.learner(classroom)) for _ in range(learners)]
    with django_assert_num_queries(1):
        scores = score_of_attempts(attempts)
    assert set(scores) == {attempt.pk for attempt in attempts}


def test_an_attempt_without_slots_has_a_score(assignment, learner):
    attempt = factories.attempt(assignment, learner)
    attempt.slots.all().delete()
    assert score_of(attempt) == Score()
    assert score_of(attempt).share == 0
