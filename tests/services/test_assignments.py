"""A quiz is given to a classroom once, by someone who owns the one and teaches the other."""

from datetime import timedelta

import pytest

from quizzes.models import Assignment, Slot
from quizzes.queries.times import due_of
from quizzes.services import assignments as services
from quizzes.services import attempts
from quizzes.services.assignments import AssignmentError, give_quiz
from quizzes.services.extra_time import give_extra_time, give_standing_time
from tests import factories

NOW = factories.NOW


@pytest.fixture
def quiz(instructor):
    return factories.quiz(instructor)


def give(user, quiz, classroom, **fields) -> Assignment:
    return give_quiz(user, quiz=quiz, classroom=classroom, mode="graded", opens_at=NOW, **fields)


def test_a_quiz_is_given_with_its_times(instructor, quiz, classroom):
    assignment = give(instructor, quiz, classroom, closes_at=NOW + timedelta(days=1), attempts_allowed=2)

    assert (assignment.mode, assignment.opens_at, assignment.attempts_allowed) == ("graded", NOW, 2)


def test_a_classroom_gets_a_quiz_once(instructor, quiz, classroom):
    give(instructor, quiz, classroom)
    with pytest.raises(AssignmentError, match="has this quiz already"):
        give(instructor, quiz, classroom)


def test_a_quiz_of_another_instructor_is_refused(instructor, outsider, classroom):
    with pytest.raises(AssignmentError, match="your own quizzes"):
        give(instructor, factories.quiz(outsider), classroom)


def test_an_assistant_cannot_give_a_quiz(assistant, classroom):
    with pytest.raises(AssignmentError, match="classrooms that you teach"):
        give(assistant, factories.quiz(assistant), classroom)


def test_a_quiz_without_questions_is_refused(instructor, quiz, classroom):
    Slot.objects.all().delete()
    with pytest.raises(AssignmentError, match="no question yet"):
        give(instructor, quiz, classroom)


def test_it_cannot_close_before_it_opens(instructor, quiz, classroom):
    with pytest.raises(AssignmentError, match="must close after it opens"):
        give(instructor, quiz, classroom, closes_at=NOW)


MINUTE = timedelta(minutes=1)
TIMES = {"opens_at": NOW - MINUTE, "closes_at": NOW + 60 * MINUTE, "time_limit": 30, "attempts_allowed": None}


@pytest.fixture
def timed(classroom, instructor):
    Assignment.objects.filter(pk=factories.assignment(classroom, factories.quiz(instructor), "graded").pk).update(
        **TIMES
    )
    return Assignment.objects.get()


def change(user, assignment, **other):
    services.change_times(user, assignment=assignment, **TIMES | other)


@pytest.mark.parametrize(
    ("other", "minutes"),
    [
        ({"closes_at": NOW + 10 * MINUTE}, 10),  # another closing time holds for everybody
        ({"time_limit": 45}, 45),
        ({"time_limit": None}, 60),
        ({"time_limit": 5}, 30),  # nobody who has begun loses minutes
        ({"time_limit": None, "closes_at": None}, None),
    ],
)
def test_attempts_under_way_follow_other_times(instructor, learner, timed, other, minutes):
    attempt = attempts.start_attempt(learner, assignment=timed, now=NOW)
    change(instructor, timed, **other)
    attempt.refresh_from_db()
    assert attempt.due_at == (None if minutes is None else NOW + minutes * MINUTE)
    assert due_of(attempt) == attempt.due_at


def test_a_limit_given_later_is_for_those_who_begin_later(instructor, learner, classroom, timed):
    change(instructor, timed, time_limit=None)
    early = attempts.start_attempt(learner, assignment=timed, now=NOW)
    change(instructor, timed, time_limit=5)
    late = attempts.start_attempt(factories.learner(classroom), assignment=timed, now=NOW)
    early.refresh_from_db()
    assert (early.due_at, late.due_at) == (NOW + 60 * MINUTE, NOW + 5 * MINUTE)


def test_extra_time_comes_on_top_of_other_times(instructor, learner, timed):
    attempt = attempts.start_attempt(learner, assignment=timed, now=NOW)
    give_extra_time(instructor, assignment=timed, learner=learner, minutes=10, now=NOW)
    give_standing_time(instructor, classroom=timed.classroom, learner=learner, percent=50)
    change(instructor, timed, time_limit=40)
    attempt.refresh_from_db()
    assert attempt.due_at == NOW + 70 * MINUTE


def test_a_finished_attempt_keeps_its_times(instructor, learner, timed):
    attempt = attempts.start_attempt(learner, assignment=timed, now=NOW)
    attempts.hand_in(learner, attempt=attempt, now=NOW)
    change(instructor, timed, closes_at=NOW + 90 * MINUTE, time_limit=90)
    attempt.refresh_from_db()
    assert attempt.due_at == NOW + 30 * MINUTE


def test_more_attempts_may_be_allowed_afterwards(instructor, learner, timed):
    change(instructor, timed, attempts_allowed=1)
    attempts.hand_in(learner, attempt=attempts.start_attempt(learner, assignment=timed, now=NOW), now=NOW)
    change(instructor, timed, attempts_allowed=2)
    assert attempts.start_attempt(learner, assignment=timed, now=NOW).number == 2


def test_changing_times_costs_the_same_reads_for_any_number_of_learners(
    instructor, classroom, timed, django_assert_num_queries
):
    for count in (1, 3):
        while timed.attempts.count() < count:
            attempts.start_attempt(factories.learner(classroom), assignment=timed, now=NOW)
        with django_assert_num_queries(8 + count):  # one write for each attempt
            change(instructor, timed, time_limit=31 + count)


def test_an_assistant_changes_no_times(assistant, timed):
    with pytest.raises(AssignmentError, match="Only an instructor"):
        change(assistant, timed, time_limit=5)


def test_times_that_end_before_they_begin_are_refused(instructor, timed):
    with pytest.raises(AssignmentError, match="close after it opens"):
        change(instructor, timed, closes_at=NOW - 2 * MINUTE)
