"""A quiz is given to a classroom once, by someone who owns the one and teaches the other."""

from datetime import timedelta

import pytest

from quizzes.models import Assignment, Slot
from quizzes.services.assignments import AssignmentError, give_quiz
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
