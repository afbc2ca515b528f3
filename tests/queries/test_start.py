"""What the first page shows: running work for who follows a classroom, quizzes for who learns in one."""

from datetime import timedelta
from decimal import Decimal

import pytest

from quizzes.models import Attempt, Item, Response
from quizzes.queries import start as queries
from tests import factories

NOW = factories.NOW
HOUR = timedelta(hours=1)
OPEN, FINISHED = Attempt.State.OPEN, Attempt.State.FINISHED
SIZES = pytest.mark.parametrize("size", [1, 3])


@pytest.fixture
def quiz(instructor):
    return factories.quiz(instructor, items=3)


def give(classroom, quiz, **fields):
    return factories.assignment(classroom, quiz, **fields)


def answer(attempt, *fractions) -> None:
    """Answer the first slots for these fractions of a mark."""
    for slot, fraction in zip(attempt.slots.order_by("position"), fractions, strict=False):
        Response.objects.create(
            attempt_slot=slot,
            idempotency_key="key",
            sequence=1,
            given={"choice": 0},
            fraction=fraction,
            mark=Decimal(str(fraction)),
            created_at=NOW,
        )


def seen(learner, now=NOW):
    """The learner's only quiz."""
    (row,) = queries.quizzes_to_take(learner, now)
    return row


def test_running_work_counts_learners_and_who_finished(instructor, classroom, assistant, quiz):
    given = give(classroom, quiz)
    learners = [factories.learner(classroom) for _ in range(3)]
    factories.attempt(given, learners[0], state=FINISHED)
    factories.attempt(given, learners[0], number=2, state=FINISHED)
    factories.attempt(given, learners[1])
    (row,) = queries.running(instructor, NOW)

    assert (row, row.learners, row.finished) == (given, 3, 1)


def test_running_work_in_a_classroom_without_learners(instructor, classroom, quiz):
    give(classroom, quiz)

    assert queries.running(instructor, NOW)[0].learners == 0


def test_an_assistant_sees_running_work(classroom, assistant, quiz):
    given = give(classroom, quiz)

    assert queries.running(assistant, NOW) == [given]


@pytest.mark.parametrize(("hours", "shown"), [(1, True), (0, False), (-1, False)])
def test_work_runs_until_it_closes(instructor, classroom, quiz, hours, shown):
    give(classroom, quiz, closes_at=NOW + HOUR)

    assert bool(queries.running(instructor, NOW + HOUR - hours * HOUR)) == shown


@pytest.mark.parametrize("persona", ["learner", "outsider"])
def test_others_have_no_running_work(request, classroom, quiz, persona):
    give(classroom, quiz)

    assert queries.running(request.getfixturevalue(persona), NOW) == []


def test_only_the_newest_running_work_is_shown(instructor, classroom):
    for _ in range(queries.RUNNING_SHOWN + 1):
        newest = give(classroom, factories.quiz(instructor, items=1))
    rows = queries.running(instructor, NOW)

    assert (len(rows), rows[0]) == (queries.RUNNING_SHOWN, newest)


@SIZES
def test_running_work_is_read_in_one_query(instructor, classroom, learner, django_assert_num_queries, size):
    for _ in range(size):
        factories.attempt(give(classroom, factories.quiz(instructor)), learner)

    with django_assert_num_queries(1):
        rows = [(str(row.quiz), str(row.classroom)) for row in queries.running(instructor, NOW)]
    assert len(rows) == size


def test_articles_with_open_proposals_wait(instructor):
    article = factories.article(instructor)
    for _ in range(2):
        factories.item(article)
    factories.item(article, state=Item.State.APPROVED)
    (row,) = queries.waiting(instructor)

    assert (row, row.proposed) == (article, 2)


def test_waiting_articles_come_newest_first(instructor):
    articles = [factories.item(factories.article(instructor)).article for _ in range(3)]

    assert list(queries.waiting(instructor)) == articles[::-1]


def test_an_article_that_is_decided_about_does_not_wait(instructor):
    factories.item(factories.article(instructor), state=Item.State.REJECTED)

    assert not queries.waiting(instructor).exists()


def test_an_article_of_someone_else_does_not_wait(instructor, outsider):
    factories.item(factories.article(instructor))

    assert not queries.waiting(outsider).exists()


@pytest.mark.parametrize(("begun", "mixed"), [((), False), ((0,), True), ((0, 1), False)])
def test_new_is_told_only_beside_begun_articles(instructor, begun, mixed):
    for number in range(2):
        source = factories.article(instructor)
        factories.item(source)
        if number in begun:
            factories.item(source, state=Item.State.APPROVED)
    assert queries.are_mixed(queries.waiting(instructor)) is mixed


@SIZES
def test_waiting_articles_are_read_in_one_query(instructor, django_assert_num_queries, size):
    for _ in range(size):
        factories.item(factories.article(instructor))

    with django_assert_num_queries(1):
        assert [row.proposed for row in queries.waiting(instructor)] == [1] * size


def test_a_new_quiz_can_be_begun(classroom, learner, quiz):
    given = give(classroom, quiz)
    row = seen(learner)

    assert (row.assignment, row.questions, row.begun) == (given, 3, 0)
    assert (row.open_attempt, row.last_finished, row.attempts_left) == (None, None, None)
    assert row.can_begin


def test_a_quiz_under_way_names_its_attempt(classroom, learner, quiz):
    given = give(classroom, quiz)
    finished = factories.attempt(given, learner, state=FINISHED)
    under_way = factories.attempt(given, learner, number=2)
    row = seen(learner)

    assert (row.last_finished, row.open_attempt, row.begun) == (finished, under_way, 2)


def test_the_newest_finished_attempt_is_named(classroom, learner, quiz):
    given = give(classroom, quiz)
    factories.attempt(given, learner, state=FINISHED)
    newest = factories.attempt(given, learner, number=2, state=FINISHED)

    assert seen(learner).last_finished == newest


def test_a_quiz_under_way_says_how_much_is_answered_and_a_finished_one_its_marks(classroom, learner, quiz):
    given = give(classroom, quiz)
    answer(factories.attempt(given, learner, state=FINISHED), 1.0, 0.0)
    answer(factories.attempt(given, learner, number=2), 0.0)
    row = seen(learner)

    assert (row.result.mark, row.result.maximum) == (1, 3)
    assert (row.progress.answered, row.progress.slots) == (1, 3)


def test_a_new_quiz_has_neither_progress_nor_result(classroom, learner, quiz):
    give(classroom, quiz)

    assert (seen(learner).progress, seen(learner).result) == (None, None)


def test_another_learner_s_attempt_is_not_named(classroom, learner, quiz):
    factories.attempt(give(classroom, quiz), factories.learner(classroom))

    assert seen(learner).begun == 0


@pytest.mark.parametrize(("allowed", "left", "can_begin"), [(2, 1, True), (1, 0, False)])
def test_attempts_run_out(classroom, learner, quiz, allowed, left, can_begin):
    factories.attempt(give(classroom, quiz, attempts_allowed=allowed), learner, state=FINISHED)
    row = seen(learner)

    assert (row.attempts_left, row.can_begin) == (left, can_begin)


@pytest.mark.parametrize(
    ("now", "opens_later", "closed"),
    [
        (NOW - HOUR, True, False),
        (NOW, False, False),
        (NOW + HOUR - timedelta(seconds=1), False, False),
        (NOW + HOUR, False, True),
    ],
    ids=["before", "as it opens", "just before it closes", "as it closes"],
)
def test_a_quiz_opens_and_closes(classroom, learner, quiz, now, opens_later, closed):
    give(classroom, quiz, closes_at=NOW + HOUR)
    row = seen(learner, now)

    assert (row.opens_later, row.closed) == (opens_later, closed)
    assert row.can_begin == (not opens_later and not closed)


def test_quizzes_come_newest_first(instructor, classroom, learner):
    rows = [give(classroom, factories.quiz(instructor)) for _ in range(2)]

    assert [row.assignment for row in queries.quizzes_to_take(learner, NOW)] == rows[::-1]


@pytest.mark.parametrize("persona", ["instructor", "assistant", "outsider"])
def test_others_have_no_quiz_to_take(request, classroom, quiz, persona):
    give(classroom, quiz)

    assert queries.quizzes_to_take(request.getfixturevalue(persona), NOW) == []


@SIZES
def test_quizzes_to_take_are_read_in_three_queries(instructor, classroom, learner, django_assert_num_queries, size):
    for _ in range(size):
        factories.attempt(give(classroom, factories.quiz(instructor)), learner)

    with django_assert_num_queries(3):
        rows = queries.quizzes_to_take(learner, NOW)
        assert [(str(row.assignment.classroom), row.questions) for row in rows] == [("Geography 8B", 2)] * size
