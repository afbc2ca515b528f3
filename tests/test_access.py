"""Each permission is a predicate and a filter, and for every persona the two agree."""

import pytest
from django.http import Http404

from quizzes import access
from quizzes.models import Article, Assignment, Attempt, Classroom, Item, Quiz, RefusedDraft, Run, TextImport, User
from tests import factories

PERSONAS = ("instructor", "assistant", "learner", "outsider")
EVERY_PERSONA = pytest.mark.parametrize("persona", PERSONAS)
PAIRS = (
    (Article, access.articles_of, access.may_change_article, {"instructor"}),
    (TextImport, access.imports_of, access.may_follow_import, {"instructor"}),
    (RefusedDraft, access.refused_drafts_of, access.may_rescue, {"instructor"}),
    (Quiz, access.quizzes_of, access.may_change_quiz, {"instructor"}),
    (Classroom, access.classrooms_taught_by, access.may_teach, {"instructor"}),
    (Classroom, access.classrooms_followed_by, access.may_follow, {"instructor", "assistant"}),
    (Assignment, access.assignments_for, access.may_take, {"learner"}),
    (Attempt, access.attempts_visible_to, access.may_see_attempt, {"instructor", "assistant", "learner"}),
)


@pytest.fixture
def people(instructor, assistant, learner, outsider) -> dict[str, User]:
    return {"instructor": instructor, "assistant": assistant, "learner": learner, "outsider": outsider}


@pytest.fixture
def attempt(classroom, people) -> Attempt:
    """An attempt of the learner, and beside it the same of people who have nothing to do with them."""
    own = factories.attempt(factories.assignment(classroom, factories.quiz(people["instructor"])), people["learner"])
    other = factories.instructor()
    room = factories.classroom(other)
    factories.attempt(factories.assignment(room, factories.quiz(other)), factories.learner(room))
    run = Run.objects.create(revision=own.article_revision, requested_by=people["instructor"], state=Run.State.DONE)
    factories.refused_draft(run)
    TextImport.objects.create(requested_by=people["instructor"], source=Article.Source.ADDRESS)
    TextImport.objects.create(requested_by=other, source=Article.Source.ADDRESS)
    return own


@EVERY_PERSONA
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[1].__name__)
def test_predicate_and_filter_agree(persona, pair, people, attempt):
    model, rows, predicate, _ = pair
    user = people[persona]

    assert set(rows(user)) == {row for row in model.objects.all() if predicate(user, row)}


@EVERY_PERSONA
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[1].__name__)
def test_only_who_should_gets_a_row(persona, pair, people, attempt):
    _model, rows, _predicate, allowed = pair

    assert rows(people[persona]).exists() == (persona in allowed)
    assert rows(people[persona]).count() <= 1


def fetchers(attempt: Attempt):
    quiz = attempt.assignment.quiz
    article = quiz.article_revision.article
    room = attempt.assignment.classroom
    return (
        (access.fetch_article, article, {"instructor"}),
        (access.fetch_item, Item.objects.filter(article=article).first(), {"instructor"}),
        (access.fetch_run, Run.objects.get(revision=quiz.article_revision), {"instructor"}),
        (access.fetch_import, TextImport.objects.get(requested_by=article.owner), {"instructor"}),
        (access.fetch_refused_draft, RefusedDraft.objects.get(), {"instructor"}),
        (access.fetch_quiz, quiz, {"instructor"}),
        (access.fetch_taught_classroom, room, {"instructor"}),
        (access.fetch_followed_classroom, room, {"instructor", "assistant"}),
        (access.fetch_followed_assignment, attempt.assignment, {"instructor", "assistant"}),
        (access.fetch_assignment_to_take, attempt.assignment, {"learner"}),
        (access.fetch_own_attempt, attempt, {"learner"}),
        (access.fetch_visible_attempt, attempt, {"instructor", "assistant", "learner"}),
    )


@EVERY_PERSONA
def test_a_fetcher_finds_the_row_or_nothing(persona, people, attempt):
    for fetch, row, allowed in fetchers(attempt):
        if persona in allowed:
            assert fetch(people[persona], row.uuid) == row
        else:
            with pytest.raises(Http404):
                fetch(people[persona], row.uuid)


@EVERY_PERSONA
def test_only_the_learner_finds_a_slot_to_answer(persona, people, attempt):
    if persona == "learner":
        assert access.fetch_own_slot(people[persona], attempt.uuid, 1) == attempt.slots.get(position=1)
    else:
        with pytest.raises(Http404):
            access.fetch_own_slot(people[persona], attempt.uuid, 1)


def test_another_learner_of_the_classroom_finds_nothing_of_the_attempt(classroom, attempt):
    other = factories.learner(classroom)

    assert not access.may_see_attempt(other, attempt)
    assert not access.attempts_visible_to(other).exists()


def test_a_position_that_does_not_exist_is_a_miss(people, attempt):
    with pytest.raises(Http404):
        access.fetch_own_slot(people["learner"], attempt.uuid, 9)
