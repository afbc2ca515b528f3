"""Difficulty: guessed, until enough learners have answered."""

import pytest

from quizzes.models import Attempt, Item, ItemRevision, Response
from quizzes.queries.difficulty import LEAST_LEARNERS, difficulties, observed
from tests import factories


@pytest.fixture
def quiz(instructor):
    return factories.quiz(instructor, items=1)


@pytest.fixture
def item(quiz) -> Item:
    return quiz.slots.get().item


@pytest.fixture
def given(classroom, quiz):
    return factories.assignment(classroom, quiz)


def answer(given, fraction: float | None, **attempt) -> Attempt:
    """Let another learner of the classroom answer; None leaves the question open."""
    wanted = {"state": Attempt.State.FINISHED, "finished_at": factories.NOW} | attempt
    made = factories.attempt(given, factories.learner(given.classroom), **wanted)
    if fraction is not None:
        Response.objects.create(
            attempt_slot=made.slots.get(),
            idempotency_key="a",
            sequence=1,
            given={"choice": 0},
            fraction=fraction,
            mark=fraction,
            created_at=factories.NOW,
        )
    return made


def seen(user, item):
    return observed(user, [item.pk]).get(item.pk)


def test_enough_learners_replace_the_guess(instructor, item, given):
    for fraction in (1, 1, 1, 1, 0.5, None):
        answer(given, fraction)
    shown = difficulties(instructor, {item.pk: 0.9})[item.pk]
    assert (shown.band, shown.percent, shown.observed.learners) == ("easy", 75, 6)


@pytest.mark.parametrize(("guess", "band"), [(0.1, "easy"), (0.45, "medium"), (0.9, "hard")])
def test_too_few_leave_the_guess(instructor, item, given, guess, band):
    for _ in range(LEAST_LEARNERS - 1):
        answer(given, 1)
    shown = difficulties(instructor, {item.pk: guess})[item.pk]
    assert (shown.band, shown.observed, shown.percent) == (band, None, None)


@pytest.mark.parametrize("attempt", [{"state": Attempt.State.OPEN, "finished_at": None}, {"number": 2}])
def test_only_finished_first_attempts_count(instructor, item, given, attempt):
    for _ in range(LEAST_LEARNERS):
        answer(given, 1, **attempt)
    assert seen(instructor, item) is None


def test_answers_to_an_earlier_wording_do_not_count(instructor, item, given):
    for _ in range(LEAST_LEARNERS):
        answer(given, 1)
    old = item.current
    item.current = ItemRevision.objects.create(
        item=item, number=2, article_revision=old.article_revision, interaction="choice", stem="When?", keys=["1974"]
    )
    item.save()
    assert seen(instructor, item) is None


def test_other_people_s_classrooms_do_not_count(outsider, item, given):
    for _ in range(LEAST_LEARNERS):
        answer(given, 1)
    assert seen(outsider, item) is None


@pytest.mark.parametrize("size", [1, 3])
def test_any_number_of_items_is_one_query(instructor, django_assert_num_queries, size):
    items = [factories.quiz(instructor, items=1).slots.get().item for _ in range(size)]
    with django_assert_num_queries(1):
        assert len(difficulties(instructor, {item.pk: item.difficulty for item in items})) == size
