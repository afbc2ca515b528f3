"""Classrooms are made with an instructor and a code that can be read aloud; a new code ends the old one."""

import secrets
from itertools import count

import pytest

from quizzes.models import Classroom, Enrolment
from quizzes.services import classrooms
from quizzes.services.accounts import JoinError, find_classroom, fold_code
from tests import factories


def test_who_makes_a_classroom_teaches_it(instructor):
    made = classrooms.create_classroom(instructor, name="  Geography 8B ")
    enrolment = made.enrolments.get()

    assert made.name == "Geography 8B"
    assert made.open_to_join
    assert (enrolment.user, enrolment.role) == (instructor, Enrolment.Role.INSTRUCTOR)


def test_the_instructor_s_name_is_taken_in_the_classroom(db):
    made = classrooms.create_classroom(factories.instructor(display_name="Inés Roy"), name="A")

    assert made.enrolments.get().name_key == "ines roy"


def test_a_code_is_a_word_and_signs_that_nobody_mistakes(instructor):
    code = classrooms.create_classroom(instructor, name="A").code

    assert code[:4] in classrooms.WORDS
    assert fold_code(code) == code
    assert not set(code[4:]) & set("0O1I5S8B")


def test_a_code_that_is_taken_is_not_given_again(instructor, monkeypatch):
    """The dice fall the same way for two codes, and only then another way."""
    rolls = count()
    monkeypatch.setattr(secrets, "choice", lambda signs: signs[next(rolls) >= 10])
    first, second = (classrooms.create_classroom(instructor, name=name) for name in "AB")

    assert next(rolls) > 10
    assert first.code != second.code


def test_a_classroom_is_renamed_and_closed(instructor, classroom):
    classrooms.change_classroom(instructor, classroom=classroom, name=" Geography 9B ", open_to_join=False)
    stored = Classroom.objects.get()

    assert (stored.name, stored.open_to_join) == ("Geography 9B", False)


def test_a_new_code_works(instructor, classroom):
    old = classroom.code
    classrooms.renew_code(instructor, classroom=classroom)

    assert classroom.code != old
    assert find_classroom(classroom.code) == classroom


def test_an_old_code_stops_working(instructor, classroom):
    old = classroom.code
    classrooms.renew_code(instructor, classroom=classroom)

    with pytest.raises(JoinError, match="No classroom"):
        find_classroom(old)
