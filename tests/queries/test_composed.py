"""What a composed query reads is what Django would have read."""

import pytest

from quizzes.backends import PeopleBackend
from quizzes.models import Attempt, Response, User
from quizzes.queries.composed import Composed, instance
from quizzes.queries.current import (
    current_of,
    expected_slot,
    expecting,
    is_expecting,
    read_beside,
    slot_with_current,
)
from tests import factories

pytestmark = pytest.mark.django_db

people = Composed(User.objects.all, ("id", "username", "reading", "date_joined"), keys=("username", "is_instructor"))


@pytest.fixture
def attempt(instructor, classroom, learner):
    given = factories.assignment(classroom, factories.quiz(instructor, items=2))
    return factories.attempt(given, learner)


def test_columns_are_read_by_path(learner):
    User.objects.filter(pk=learner.pk).update(reading={"size": "l", "text": "“é” 'x' %s"})
    learner.refresh_from_db()
    row = people.first(username=learner.username, is_instructor=False)
    assert row == {name: getattr(learner, name) for name in ("id", "username", "reading", "date_joined")}


def test_each_asking_has_its_own_values(learner, instructor):
    assert people.first(username=learner.username, is_instructor=False)["id"] == learner.pk
    assert people.first(username=instructor.username, is_instructor=True)["id"] == instructor.pk
    assert people.first(username=instructor.username, is_instructor=False) is None


@pytest.mark.parametrize("name", ["", "' or 1=1 --", "%s", "\N{GRINNING FACE}"])
def test_a_value_is_never_read_as_sql(learner, name):
    assert people.first(username=name, is_instructor=False) is None


def test_an_object_reads_what_it_lacks_when_asked(learner, django_assert_num_queries):
    found = instance(User, people.first(username=learner.username, is_instructor=False))
    with django_assert_num_queries(1):
        assert (found, found.username, found.display_name) == (learner, learner.username, learner.display_name)


def test_a_slot_comes_with_attempt_wording_and_current_answer(attempt, learner, django_assert_num_queries):
    plain = attempt.slots.select_related("item_revision").get(position=2)
    values = {"given": {"choice": 1}, "sequence": 1, "created_at": factories.NOW}
    Response.objects.create(attempt_slot=plain, idempotency_key="old", is_current=False, **values)
    newest = Response.objects.create(attempt_slot=plain, idempotency_key="new", **values)
    with django_assert_num_queries(1):
        slot = slot_with_current(learner.pk, attempt.uuid, 2)
        assert (slot, slot.attempt, slot.item_revision) == (plain, attempt, plain.item_revision)
        assert (slot.maximum_mark, slot.marked) == (plain.maximum_mark, plain.marked)
        assert slot.attempt.settings == attempt.settings
        assert slot.item_revision.options == plain.item_revision.options
        current = current_of(slot)
        assert (current, current.given, current.created_at, current.is_current) == (
            newest,
            {"choice": 1},
            factories.NOW,
            True,
        )


def test_a_slot_without_an_answer_has_none(attempt, learner):
    assert current_of(slot_with_current(learner.pk, attempt.uuid, 1)) is None


def test_of_another_person_there_is_no_slot(attempt, instructor):
    assert Attempt.objects.exists()
    assert slot_with_current(instructor.pk, attempt.uuid, 1) is None


VALUE = "SELECT username FROM quizzes_user WHERE id = %s"


def test_an_expected_slot_and_its_learner_come_with_the_session_and_are_handed_over_once(
    attempt, learner, django_assert_num_queries
):
    plain = attempt.slots.get(position=1)
    with expecting(attempt.uuid, 1), django_assert_num_queries(1):
        assert read_beside(VALUE, [learner.pk]) == learner.username
        assert PeopleBackend().get_user(learner.pk) == learner
        assert expected_slot(learner.pk, attempt.uuid, 1) == plain
        assert expected_slot(learner.pk, attempt.uuid, 1) is None


def test_the_slot_of_another_is_handed_to_nobody(attempt, instructor):
    with expecting(attempt.uuid, 1):
        read_beside(VALUE, [instructor.pk])
        assert PeopleBackend().get_user(instructor.pk) == instructor
        assert expected_slot(instructor.pk, attempt.uuid, 1) is None


def test_another_slot_than_the_expected_one_is_not_handed_over(attempt, learner):
    with expecting(attempt.uuid, 1):
        read_beside(VALUE, [learner.pk])
        assert expected_slot(learner.pk, attempt.uuid, 2) is None


@pytest.mark.parametrize("position", [1, 99])
def test_a_session_that_does_not_exist_brings_no_slot(attempt, learner, position):
    with expecting(attempt.uuid, position):
        assert read_beside(VALUE, [0]) is None
        assert expected_slot(learner.pk, attempt.uuid, position) is None


def test_a_slot_that_does_not_exist_leaves_the_session_alone(attempt, learner):
    with expecting(attempt.uuid, 99):
        assert read_beside(VALUE, [learner.pk]) == learner.username
        assert PeopleBackend().get_user(learner.pk) == learner


def test_nothing_is_expected_after_the_request(attempt, learner):
    with expecting(attempt.uuid, 1):
        read_beside(VALUE, [learner.pk])
    assert not is_expecting()
    assert expected_slot(learner.pk, attempt.uuid, 1) is None


def test_an_object_is_what_django_would_make(learner):
    names = ["id", "username", "reading"]
    row = people.first(username=learner.username, is_instructor=False)
    made, usual = instance(User, row), User.from_db("default", [*names, "date_joined"], list(row.values()))
    assert made == usual
    assert made.get_deferred_fields() == usual.get_deferred_fields()
    assert (made._state.adding, made._state.db) == (usual._state.adding, usual._state.db) == (False, "default")
    made.display_name = "Ada L."
    made.save()
    learner.refresh_from_db()
    assert learner.display_name == "Ada L."
