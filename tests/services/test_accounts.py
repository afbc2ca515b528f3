"""Joining with a code and signing in: names fold, codes fold, and nothing is half stored."""

import pytest
from django.test import RequestFactory

from quizzes.models import Enrolment, User
from quizzes.services import accounts
from quizzes.services.accounts import JoinError
from tests import factories

PASSWORD = "seven green boats"


@pytest.fixture
def request_(rf: RequestFactory):
    """What a sign-in form posts to."""
    return rf.post("/")


def join(classroom, name="Mo Berg", code=""):
    return accounts.join_classroom(code=code or classroom.code, name=name, password=PASSWORD)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Zoë  Lind", "zoe lind"),
        (" ZOE LIND ", "zoe lind"),
        ("Straße", "strasse"),
        ("Ｍｏ", "mo"),
        ("Łukasz", "łukasz"),
        ("", ""),
    ],
)
def test_names_fold(name, folded):
    assert accounts.fold_name(name) == folded


@pytest.mark.parametrize(("code", "folded"), [("kelp 234", "KELP234"), (" Kelp-234 ", "KELP234"), ("", "")])
def test_codes_fold(code, folded):
    assert accounts.fold_code(code) == folded


def test_a_learner_joins(classroom):
    user = join(classroom, name="  Zoë   Lind ")
    enrolment = classroom.enrolments.get(user=user)

    assert (enrolment.name, enrolment.name_key, enrolment.role) == ("Zoë Lind", "zoe lind", Enrolment.Role.LEARNER)
    assert str(user) == "Zoë Lind"
    assert user.check_password(PASSWORD)
    assert not user.is_instructor


def test_a_code_is_taken_as_people_write_it(classroom):
    user = join(classroom, code=f" {classroom.code[:4].lower()} {classroom.code[4:]}")

    assert classroom.enrolments.filter(user=user).exists()


def test_the_same_name_joins_another_classroom(classroom, outsider):
    join(classroom)
    other = factories.classroom(outsider)

    assert other.enrolments.filter(user=join(other)).exists()


def test_an_unknown_code_is_refused(classroom):
    with pytest.raises(JoinError, match="No classroom has this code") as refusal:
        join(classroom, code="NOPE999")
    assert refusal.value.field == "code"


def test_an_empty_code_is_refused(db):
    with pytest.raises(JoinError, match="No classroom"):
        accounts.find_classroom(" - ")


def test_a_closed_classroom_is_refused(classroom):
    classroom.open_to_join = False
    classroom.save()

    with pytest.raises(JoinError, match="no new members") as refusal:
        join(classroom)
    assert refusal.value.field == "code"


def test_a_taken_name_is_refused(classroom):
    join(classroom, name="Zoë Lind")

    with pytest.raises(JoinError, match="has this name") as refusal:
        join(classroom, name="zoe lind")
    assert refusal.value.field == "name"


def test_a_refused_name_leaves_no_user_behind(classroom):
    join(classroom, name="Zoë Lind")
    before = User.objects.count()

    with pytest.raises(JoinError):
        join(classroom, name="zoe lind")
    assert User.objects.count() == before


def test_someone_with_an_account_joins(classroom, outsider):
    assert accounts.join_as(outsider, code=classroom.code) == classroom
    assert classroom.enrolments.get(user=outsider).role == Enrolment.Role.LEARNER


def test_joining_twice_changes_nothing(classroom, instructor):
    accounts.join_as(instructor, code=classroom.code)

    assert classroom.enrolments.get(user=instructor).role == Enrolment.Role.INSTRUCTOR


def test_someone_with_an_account_whose_name_is_taken_is_refused(classroom, outsider):
    join(classroom, name="Outsider")

    with pytest.raises(JoinError, match="has your name") as refusal:
        accounts.join_as(outsider, code=classroom.code)
    assert refusal.value.field == "code"


def sign_in(request, classroom=None, name="", password=PASSWORD):
    return accounts.check_sign_in(request, name=name, password=password, code=classroom.code if classroom else "")


def test_a_learner_signs_in_with_name_and_code(classroom, request_):
    user = join(classroom, name="Zoë Lind")

    assert sign_in(request_, classroom, name=" ZOE lind") == user


def test_an_instructor_signs_in_by_user_name(instructor, request_):
    assert sign_in(request_, name=instructor.username, password="a long password") == instructor


def test_a_wrong_password_signs_nobody_in(classroom, request_):
    join(classroom)

    assert sign_in(request_, classroom, name="Mo Berg", password="another password") is None


def test_the_code_of_another_classroom_signs_nobody_in(classroom, outsider, request_):
    join(classroom)

    assert sign_in(request_, factories.classroom(outsider), name="Mo Berg") is None


def test_a_name_that_is_in_no_classroom_signs_nobody_in(classroom, request_):
    assert sign_in(request_, classroom, name="Nobody") is None


def test_settings_are_changed_and_the_name_in_the_classroom_stays(classroom):
    user = join(classroom, name="Mo Berg")
    accounts.change_settings(user, display_name="  Mo   B ", theme=User.Theme.DARK, single_keys=False)
    user.refresh_from_db()

    assert (user.display_name, user.theme) == ("Mo B", User.Theme.DARK)
    assert classroom.enrolments.get(user=user).name == "Mo Berg"


def test_a_password_is_changed(learner):
    accounts.change_password(learner, password=PASSWORD)
    learner.refresh_from_db()

    assert learner.check_password(PASSWORD)
