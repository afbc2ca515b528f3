"""A quiz by blueprint: kinds, difficulty, one item a fact, nothing given away, and what could not be met."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quizzes.models import Evidence, Item
from quizzes.services.blueprints import Blueprint, choose
from quizzes.services.quizzes import QuizError, assemble
from tests import factories

WORDS = ("Ant", "Bee", "Cat", "Dog", "Elk", "Fox")


@pytest.fixture
def article(instructor):
    return factories.article(instructor)


def add(article, number: int, *, difficulty: float = 0.2, at: int | None = None, **wording) -> Item:
    """Approve a question of its own; `at` is where its sentence begins."""
    word = WORDS[number]
    fields = {"stem": f"Who brought the {word} to {word}land?", "keys": [f"{word} {word}son"]} | wording
    item = factories.item(article, state=Item.State.APPROVED, paragraph=number % 3 + 1, **fields)
    start = number if at is None else at
    Evidence.objects.filter(item_revision=item.current).update(start=start, end=start + 1)
    Item.objects.filter(pk=item.pk).update(difficulty=difficulty)
    item.refresh_from_db()
    return item


def choice(article, count=12, **wishes):
    return choose(article.owner, article.revisions.latest("number"), Blueprint(count, **wishes))


def test_wished_difficulties_come_first(article):
    items = [add(article, number, difficulty=value) for number, value in enumerate((0.1, 0.1, 0.1, 0.5, 0.9, 0.9))]
    made = choice(article, 3, bands={"medium": 1, "hard": 2})
    assert set(made.items) == set(items[3:])
    assert made.unmet == ()


def test_what_is_missing_is_filled_up_and_said(article):
    for number in range(4):
        add(article, number, difficulty=0.9 if number == 3 else 0.1)
    made = choice(article, 3, bands={"hard": 2})
    assert len(made.items) == 3
    assert made.unmet == ("You asked for 2 of difficulty “Hard”; 1 could be chosen.",)


def test_only_wished_kinds(article):
    add(article, 0)
    short = add(article, 1, kind=Item.Kind.SHORT_ANSWER)
    made = choice(article, 2, kinds=frozenset(["short_answer"]))
    assert made.items == (short,)
    assert made.unmet == ("You asked for 2 questions; 1 could be chosen of the 1 that are approved.",)


def test_kinds_take_turns_while_their_scores_are_near(article):
    for number in range(6):
        item = add(article, number, kind=Item.Kind.CLOZE if number < 4 else Item.Kind.SHORT_ANSWER)
        Evidence.objects.filter(item_revision=item.current).update(paragraph=article.revisions.get().paragraphs.first())
        Item.objects.filter(pk=item.pk).update(score=0.7 if number < 4 else 0.65)
    kinds = [item.kind for item in choice(article, 3).items]
    assert sorted(kinds) == [Item.Kind.CLOZE, Item.Kind.CLOZE, Item.Kind.SHORT_ANSWER]


def test_one_item_a_fact(article):
    add(article, 0, at=5)
    add(article, 3, at=5)
    made = choice(article, 2)
    assert len(made.items) == 1
    assert made.unmet[1].startswith("One was left out, since it asks for the same fact")


def test_no_item_gives_another_s_key_away(article):
    add(article, 0)
    add(article, 1, stem="Where did Ant Antson, who brought the ant to Antland, live?", keys=["in Vell"])
    assert len(choice(article, 2).items) == 1


def test_a_typed_item_is_compared_too(article):
    add(article, 0, kind=Item.Kind.SHORT_ANSWER)
    add(article, 1, kind=Item.Kind.SHORT_ANSWER)
    assert len(choice(article, 2).items) == 2


def test_kinds_without_an_approved_question_are_refused(instructor, article):
    add(article, 0)
    with pytest.raises(QuizError, match="No question of these kinds"):
        assemble(instructor, article=article, blueprint=Blueprint(3, frozenset(["cloze"])))


def test_pairs_and_places_are_compared_as_well(instructor):
    quiz = factories.quiz_of_all_kinds(instructor)
    assert choice(quiz.article_revision.article).items


@pytest.mark.parametrize("size", [1, 3])
def test_choosing_makes_three_queries(article, size):
    for number in range(size):
        add(article, number)
    revision = article.revisions.get()
    with CaptureQueriesContext(connection) as made:
        choose(article.owner, revision, Blueprint())
    assert len(made) == 3
