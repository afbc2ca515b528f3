"""Extra time: who gives it, what it moves, and that it reaches an attempt that is under way."""

from datetime import timedelta

import pytest

from quizzes.models import Assignment, Attempt, Enrolment, ExtraTime
from quizzes.queries.times import Times, extended, times_for, times_of
from quizzes.services import attempts, extra_time
from tests import factories

NOW = factories.NOW
MINUTE = timedelta(minutes=1)


@pytest.fixture
def timed(classroom, instructor):
    quiz = factories.quiz(instructor)
    return factories.assignment(classroom, quiz, mode="graded", time_limit=30, closes_at=NOW + 60 * MINUTE)


def begin(learner, assignment, now=NOW) -> Attempt:
    return attempts.start_attempt(learner, assignment=assignment, now=now)


def give(user, assignment, learner, minutes=10):
    extra_time.give_extra_time(user, assignment=assignment, learner=learner, minutes=minutes, now=NOW)


@pytest.mark.parametrize(
    ("times", "due"),
    [
        (Times(), None),
        (Times(time_limit=30), 30),
        (Times(closes_at=NOW + 20 * MINUTE), 20),
        (Times(time_limit=30, closes_at=NOW + 20 * MINUTE), 20),
        (Times(time_limit=30, closes_at=NOW + 45 * MINUTE), 30),
        (Times(time_limit=30, extra_percent=25), 38),  # a share of a minute is a whole one
        (Times(time_limit=30, extra_percent=100, extra_minutes=5), 65),
        (Times(time_limit=30, closes_at=NOW + 30 * MINUTE, extra_minutes=15), 45),  # the closing time moves too
        (Times(time_limit=30, closes_at=NOW + 20 * MINUTE, extra_minutes=15), 35),
        (Times(closes_at=NOW + 20 * MINUTE, extra_percent=50), 20),  # a share of no limit is nothing
        (Times(closes_at=NOW + 20 * MINUTE, extra_minutes=15), 35),
    ],
)
def test_the_deadline_follows_from_start_limit_closing_and_extra_time(times, due):
    assert times.due(NOW) == (None if due is None else NOW + due * MINUTE)


def test_an_attempt_pins_its_times(learner, instructor, timed):
    give(instructor, timed, learner)
    attempt = begin(learner, timed)
    assert times_of(attempt) == Times(30, timed.closes_at, 0, 10)
    assert attempt.due_at == NOW + 40 * MINUTE
    Assignment.objects.update(time_limit=1, closes_at=NOW + MINUTE)
    assert times_of(Attempt.objects.get()) == Times(30, timed.closes_at, 0, 10)


def test_practice_has_no_limit(learner, classroom, timed):
    timed.mode = Assignment.Mode.PRACTICE
    assert times_for(timed, learner.pk).limit is None


def test_extra_time_reaches_an_attempt_under_way(learner, instructor, timed):
    attempt = begin(learner, timed)
    give(instructor, timed, learner, 15)
    attempt.refresh_from_db()
    assert (attempt.due_at, times_of(attempt).limit) == (NOW + 45 * MINUTE, 45)
    give(instructor, timed, learner, 0)
    attempt.refresh_from_db()
    assert attempt.due_at == NOW + 30 * MINUTE
    assert not ExtraTime.objects.exists()


def test_a_standing_share_reaches_an_attempt_under_way(learner, instructor, classroom, timed):
    attempt = begin(learner, timed)
    extra_time.give_standing_time(instructor, classroom=classroom, learner=learner, percent=50)
    attempt.refresh_from_db()
    assert attempt.due_at == NOW + 45 * MINUTE


def test_a_changed_limit_does_not_reach_an_attempt_under_way(learner, instructor, timed):
    attempt = begin(learner, timed)
    Assignment.objects.update(time_limit=5)
    give(instructor, timed, learner, 15)
    attempt.refresh_from_db()
    assert attempt.due_at == NOW + 45 * MINUTE


def test_an_ended_attempt_stays_ended(learner, instructor, timed):
    attempt = attempts.hand_in(learner, attempt=begin(learner, timed), now=NOW)
    give(instructor, timed, learner)
    attempt.refresh_from_db()
    assert (attempt.state, attempt.due_at) == (Attempt.State.FINISHED, NOW + 30 * MINUTE)


def test_extra_time_lets_a_learner_begin_after_the_others(learner, instructor, timed):
    give(instructor, timed, learner)
    assert begin(learner, timed, timed.closes_at + MINUTE).due_at == timed.closes_at + 10 * MINUTE


def test_without_it_the_quiz_has_closed(learner, timed):
    with pytest.raises(attempts.AttemptError, match="closed on"):
        begin(learner, timed, timed.closes_at + MINUTE)


def test_other_learners_keep_their_time(learner, classroom, instructor, timed):
    other = begin(factories.learner(classroom), timed)
    give(instructor, timed, learner)
    other.refresh_from_db()
    assert other.due_at == NOW + 30 * MINUTE


def test_who_has_extra_time_is_listed(learner, classroom, instructor, timed):
    factories.learner(classroom)
    give(instructor, timed, learner)
    listed = extended(timed, classroom.enrolments.filter(role=Enrolment.Role.LEARNER))
    assert [(row.learner_id, row.times.limit, row.times.time_limit) for row in listed] == [(learner.pk, 40, 30)]


def test_an_assistant_gives_no_extra_time(assistant, learner, timed):
    with pytest.raises(extra_time.ExtraTimeError, match="Only an instructor"):
        give(assistant, timed, learner)


def test_an_outsider_gets_no_extra_time(instructor, outsider, timed):
    with pytest.raises(extra_time.ExtraTimeError, match="learners of the classroom"):
        give(instructor, timed, outsider)
