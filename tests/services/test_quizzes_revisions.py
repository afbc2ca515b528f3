"""A quiz holds questions of its own text only; it moves to a newer one while nobody has started it."""

import pytest
from django.core.exceptions import ObjectDoesNotExist

from quizzes.models import Item
from quizzes.queries.impact import HOLDING
from quizzes.queries.quizzes import bank, stock_of
from quizzes.services import quizzes as services
from quizzes.services.blueprints import Blueprint
from quizzes.services.carrying import carry_over
from tests import factories

FIRST = "This is how a harbour died."


@pytest.fixture
def source(instructor):
    return factories.article(instructor)


@pytest.fixture
def items(source) -> list[Item]:
    """Approved questions about paragraphs 1 and 3 of revision 1."""
    return [
        factories.item(source, state=Item.State.APPROVED),
        factories.item(source, state=Item.State.APPROVED, paragraph=3, keys=["2031"], stem="When would the pier open?"),
    ]


def carry(source, item: Item | None = None) -> None:
    newest = source.revisions.latest("number")
    wanted = {"item": item.uuid} if item else {"standings": HOLDING}
    carry_over(source.owner, article=source, revision=newest.number, **wanted)


def test_a_quiz_takes_only_what_stands_on_the_newest_text(source, items):
    newest = factories.revised(source, FIRST, *factories.TEXT)
    carry(source, items[1])
    quiz = services.create_quiz(source.owner, article=source)
    assert quiz.article_revision == newest
    assert [slot.item_revision.article_revision for slot in quiz.slots.all()] == [newest]


def test_a_quiz_of_questions_that_wait_is_refused(source, items):
    factories.revised(source, FIRST, *factories.TEXT)
    with pytest.raises(services.QuizError, match="earlier text"):
        services.create_quiz(source.owner, article=source)


def test_the_bank_and_the_stock_hold_only_questions_of_the_text(instructor, source, items):
    quiz = factories.quiz_of(instructor, items[0])
    factories.revised(source, FIRST, *factories.TEXT)
    assert [item for item, _ in bank(instructor, quiz)] == [items[1]]
    assert stock_of(instructor, source).total == 0
    carry(source, items[1])
    assert bank(instructor, quiz) == []
    assert stock_of(instructor, source).total == 1


def test_a_question_of_another_text_is_not_added(instructor, source, items):
    quiz = factories.quiz_of(instructor, items[0])
    factories.revised(source, FIRST, *factories.TEXT)
    carry(source, items[1])
    with pytest.raises(services.QuizError, match="not approved on the text of this quiz"):
        services.add_item(instructor, quiz=quiz, item=items[1].uuid)


def test_assembling_again_goes_over_to_the_newest_text(instructor, source, items):
    quiz = factories.quiz_of(instructor, items[0])
    newest = factories.revised(source, FIRST, *factories.TEXT)
    carry(source)
    services.assemble_again(instructor, quiz=quiz, blueprint=Blueprint())
    quiz.refresh_from_db()
    assert quiz.article_revision == newest
    assert {slot.item_revision.article_revision for slot in quiz.slots.all()} == {newest}


def test_a_quiz_moves_with_the_questions_that_were_carried(instructor, source, items):
    quiz = factories.quiz_of(instructor, *items)
    newest = factories.revised(source, FIRST, *factories.TEXT)
    carry(source, items[1])
    assert services.move_quizzes(instructor, article=source) == services.Moved(1, 1)
    quiz.refresh_from_db()
    assert quiz.article_revision == newest
    assert list(quiz.slots.values_list("position", "item", "item_revision__article_revision__number")) == [
        (1, items[1].pk, 2)
    ]


def test_a_started_quiz_stays_on_its_text(instructor, classroom, learner, source, items):
    quiz = factories.quiz_of(instructor, *items)
    factories.attempt(factories.assignment(classroom, quiz), learner)
    factories.revised(source, FIRST, *factories.TEXT)
    carry(source)
    assert services.move_quizzes(instructor, article=source) == services.Moved(0, 0)
    quiz.refresh_from_db()
    assert (quiz.article_revision.number, quiz.slots.count()) == (1, 2)


def test_a_quiz_without_a_carried_question_stays(instructor, source, items):
    quiz = factories.quiz_of(instructor, *items)
    factories.revised(source, FIRST, *factories.TEXT)
    assert services.move_quizzes(instructor, article=source).quizzes == 0
    assert quiz.slots.count() == 2


def test_somebody_elses_quizzes_stay(outsider, source, items):
    with pytest.raises(ObjectDoesNotExist):
        services.move_quizzes(outsider, article=source)
