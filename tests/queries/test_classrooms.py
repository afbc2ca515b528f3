"""What the classroom pages count: learners, assignments, and where each member is."""

import pytest

from quizzes.models import Attempt, Classroom
from quizzes.queries import classrooms as queries
from tests import factories

OPEN, FINISHED = Attempt.State.OPEN, Attempt.State.FINISHED
SIZES = pytest.mark.parametrize("size", [1, 3])


@pytest.fixture
def assignment(instructor, classroom):
    return factories.assignment(classroom, factories.quiz(instructor))


def test_learners_and_assignments_are_counted_apart(classroom, instructor, assistant):
    for _ in range(3):
        factories.learner(classroom)
    for _ in range(2):
        factories.assignment(classroom, factories.quiz(instructor))
    row = queries.with_counts(Classroom.objects.all()).get()

    assert (row.learners, row.given) == (3, 2)


def test_a_filter_on_members_does_not_narrow_the_counts(classroom, instructor, learner):
    row = queries.with_counts(Classroom.objects.filter(enrolments__user=instructor)).get()

    assert row.learners == 1


def test_classrooms_come_by_name(instructor):
    for name in ("B", "C", "A"):
        factories.classroom(instructor, name)

    assert [row.name for row in queries.with_counts(Classroom.objects.all())] == ["A", "B", "C"]


@SIZES
def test_classrooms_are_counted_in_one_query(instructor, django_assert_num_queries, size):
    for _ in range(size):
        factories.learner(factories.classroom(instructor))

    with django_assert_num_queries(1):
        assert [row.learners for row in queries.with_counts(Classroom.objects.all())] == [1] * size


def test_each_learner_counts_once_for_an_assignment(classroom, assignment, learner):
    factories.attempt(assignment, learner, state=FINISHED)
    factories.attempt(assignment, learner, number=2, state=FINISHED)
    factories.attempt(assignment, factories.learner(classroom))
    row = queries.assignments_of(classroom)[0]

    assert (row.finished, row.begun) == (1, 2)


def test_assignments_come_newest_first(classroom, instructor, assignment):
    newer = factories.assignment(classroom, factories.quiz(instructor))

    assert queries.assignments_of(classroom) == [newer, assignment]


@SIZES
def test_assignments_are_read_in_one_query(classroom, instructor, learner, django_assert_num_queries, size):
    for _ in range(size):
        factories.attempt(factories.assignment(classroom, factories.quiz(instructor)), learner)

    with django_assert_num_queries(1):
        assert [str(row.quiz) for row in queries.assignments_of(classroom)] == ["The harbour of Vell"] * size


def test_a_member_stands_where_the_newest_attempt_is(classroom, assignment, learner):
    factories.attempt(assignment, learner, state=FINISHED)
    factories.attempt(assignment, learner, number=2, state=OPEN)
    mine = next(row for row in queries.standings(classroom, [assignment]) if row.is_learner)

    assert mine.states == ((assignment, OPEN),)


def test_a_member_who_has_not_begun_has_no_state(classroom, assignment, learner):
    mine = next(row for row in queries.standings(classroom, [assignment]) if row.is_learner)

    assert mine.states == ((assignment, ""),)


def test_members_come_by_role_and_name(classroom, instructor, assistant):
    for name in ("zoe", "ada"):
        factories.learner(classroom, name)
    rows = queries.standings(classroom, [])

    assert [row.enrolment.name for row in rows] == ["ada", "zoe", instructor.username, assistant.username]


@SIZES
def test_standings_are_read_in_two_queries(classroom, instructor, django_assert_num_queries, size):
    given = [factories.assignment(classroom, factories.quiz(instructor)) for _ in range(size)]
    for _ in range(size):
        factories.attempt(given[0], factories.learner(classroom))

    with django_assert_num_queries(2):
        rows = queries.standings(classroom, given)
    assert len(rows) == size + 1


def test_only_learners_are_counted_as_learners(classroom, assistant, learner):
    assert queries.learner_count(classroom) == 1
