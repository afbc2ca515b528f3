"""Practising again what was wrong."""

from datetime import timedelta

import pytest

from quizzes.models import Assignment, Attempt
from quizzes.queries.attempts import attempts_taken
from quizzes.queries.reports import report_on
from quizzes.services.attempts import AttemptError, hand_in, start_attempt, store_response
from quizzes.services.retries import start_retry
from tests import factories

NOW = factories.NOW


def sit(learner, assignment, *choices):
    attempt = start_attempt(learner, assignment=assignment, now=NOW)
    for position, given in enumerate(choices, start=1):
        store_response(
            learner,
            attempt=attempt,
            position=position,
            given=given,
            idempotency_key=f"k{position}",
            sequence=position - 1,
            now=NOW,
        )
    return hand_in(learner, attempt=attempt, now=NOW)


@pytest.fixture
def assignment(instructor, classroom):
    return factories.assignment(classroom, factories.quiz(instructor, items=3), attempts_allowed=2)


@pytest.fixture
def finished(learner, assignment):
    return sit(learner, assignment, {"choice": 2}, {"text": "1974"})


def test_a_retry_holds_only_what_was_not_right(learner, finished):
    retry = start_retry(learner, attempt=finished, now=NOW)
    assert [slot.position for slot in retry.slots.all()] == [1, 2]
    assert [slot.slot.position for slot in retry.slots.all()] == [1, 3]
    assert retry.settings["retry_of"] == str(finished.uuid)


def test_a_second_click_goes_on_with_the_first(learner, finished):
    assert start_retry(learner, attempt=finished, now=NOW) == start_retry(learner, attempt=finished, now=NOW)


def test_a_retry_is_none_of_the_attempts_allowed(learner, assignment, finished):
    hand_in(learner, attempt=start_retry(learner, attempt=finished, now=NOW), now=NOW)
    assert attempts_taken(learner.pk, assignment) == (1, False)
    assert start_attempt(learner, assignment=assignment, now=NOW).number == 2


def test_a_retry_counts_in_no_report(learner, assignment, finished):
    retry = start_retry(learner, attempt=finished, now=NOW)
    assert report_on(assignment).under_way == 0
    hand_in(learner, attempt=retry, now=NOW)
    report = report_on(assignment)
    assert [row.attempt for row in report.learners] == [finished]
    assert (report.finished, report.retries) == (1, 1)


def test_what_was_wrong_in_a_retry_can_be_tried_again(learner, finished):
    first = hand_in(learner, attempt=start_retry(learner, attempt=finished, now=NOW), now=NOW)
    second = start_retry(learner, attempt=first, now=NOW)
    assert second.number == first.number + 1


def test_nothing_wrong_is_nothing_to_try_again(learner, assignment):
    finished = sit(learner, assignment, {"choice": 0}, {"text": "1974"}, {"choice": 0})
    right = [slot.item_revision.options[0]["key"] for slot in finished.slots.all() if slot.item_revision.options]
    assert right == [True, True]
    with pytest.raises(AttemptError, match="nothing to try"):
        start_retry(learner, attempt=finished, now=NOW)


def test_graded_work_is_not_retried(learner, classroom, instructor):
    graded = factories.assignment(classroom, factories.quiz(instructor), mode=Assignment.Mode.GRADED)
    with pytest.raises(AttemptError, match="nothing to try"):
        start_retry(learner, attempt=sit(learner, graded), now=NOW)


def test_another_attempt_under_way_comes_first(learner, assignment, finished):
    start_attempt(learner, assignment=assignment, now=NOW)
    with pytest.raises(AttemptError, match="under way"):
        start_retry(learner, attempt=finished, now=NOW)
    assert Attempt.objects.count() == 2


def test_a_closed_quiz_is_not_retried(learner, assignment, finished):
    assignment.closes_at = NOW + timedelta(days=1)
    assignment.save()
    finished.refresh_from_db()
    with pytest.raises(AttemptError, match="closed"):
        start_retry(learner, attempt=finished, now=NOW + timedelta(days=1))


def test_nobody_else_retries_it(outsider, finished):
    with pytest.raises(AttemptError):
        start_retry(outsider, attempt=finished, now=NOW)
