"""What the quiz pages read: slots with their paragraphs, coverage of the article, and what could still be added."""

import pytest

from quizzes.models import Evidence, Item, Paragraph, Quiz, Slot
from quizzes.queries import quizzes as queries
from tests import factories

SIZES = pytest.mark.parametrize("size", [1, 3])


@pytest.fixture
def article(instructor):
    return factories.article(instructor)


@pytest.fixture
def quiz(instructor, article) -> Quiz:
    """An empty quiz of the article."""
    return factories.quiz(instructor, items=0, source=article)


def put(quiz, position, *paragraphs) -> Slot:
    """Add a question that leans on these paragraphs."""
    article = quiz.article_revision.article
    item = factories.item(article, state=Item.State.APPROVED, paragraph=paragraphs[0])
    for number in paragraphs[1:]:
        place = quiz.article_revision.paragraphs.get(number=number)
        Evidence.objects.create(item_revision=item.current, paragraph=place, start=0, end=3, exact=place.text[:3])
    return Slot.objects.create(quiz=quiz, position=position, item=item, item_revision=item.current)


def test_questions_and_classrooms_are_counted_apart(instructor, classroom):
    quiz = factories.quiz(instructor, items=3)
    factories.assignment(classroom, quiz)
    factories.assignment(factories.classroom(instructor), quiz)
    row = queries.with_counts(Quiz.objects.all()).get()

    assert (row.questions, row.given) == (3, 2)


def test_quizzes_come_newest_first(instructor):
    quizzes = [factories.quiz(instructor, items=1) for _ in range(3)]

    assert list(queries.with_counts(Quiz.objects.all())) == quizzes[::-1]


@SIZES
def test_quizzes_are_read_in_one_query(instructor, django_assert_num_queries, size):
    for _ in range(size):
        factories.quiz(instructor)

    with django_assert_num_queries(1):
        rows = [(row.questions, row.article_revision.article.title) for row in queries.with_counts(Quiz.objects.all())]
    assert rows == [(2, "The harbour of Vell")] * size


def test_slots_come_in_order_with_their_paragraphs(instructor, quiz):
    second, first = put(quiz, 2, 3, 1), put(quiz, 1, 2)

    shown = queries.shown_slots(instructor, quiz)
    assert [(row.slot, row.paragraphs, row.difficulty.band) for row in shown] == [
        (first, (2,), "medium"),
        (second, (1, 3), "medium"),
    ]


def test_a_paragraph_is_named_once(instructor, quiz):
    put(quiz, 1, 2, 2)

    assert queries.shown_slots(instructor, quiz)[0].paragraphs == (2,)


@SIZES
def test_slots_are_read_in_three_queries(instructor, quiz, django_assert_num_queries, size):
    for position in range(1, size + 1):
        put(quiz, position, 1, 2)

    with django_assert_num_queries(3):
        slots = queries.shown_slots(instructor, quiz)
        assert [shown.slot.item.kind for shown in slots] == [Item.Kind.MULTIPLE_CHOICE] * size


def test_the_strip_counts_questions_by_paragraph(instructor, quiz):
    put(quiz, 1, 1)
    put(quiz, 2, 1, 3)
    strip = queries.strip(quiz, queries.shown_slots(instructor, quiz))

    assert [(cell.number, cell.count, cell.level) for cell in strip] == [(1, 2, "c2"), (2, 0, "none"), (3, 1, "c1")]


def test_a_paragraph_that_is_not_asked_about_is_skipped(quiz):
    quiz.article_revision.paragraphs.filter(number=1).update(kind=Paragraph.Kind.HEADING)

    assert [cell.level for cell in queries.strip(quiz, [])] == ["skip-cell", "none", "none"]


def test_a_cell_shows_three_dots_at_most():
    assert [len(queries.Cell(1, count, skipped=False).dots) for count in (0, 1, 3, 8)] == [0, 1, 3, 3]


@SIZES
def test_the_strip_is_read_in_one_query(instructor, quiz, django_assert_num_queries, size):
    for position in range(1, size + 1):
        put(quiz, position, 1)
    slots = queries.shown_slots(instructor, quiz)

    with django_assert_num_queries(1):
        queries.strip(quiz, slots)


def test_the_bank_holds_what_is_approved_and_not_in_the_quiz(quiz, article, instructor):
    put(quiz, 1, 1)
    free = factories.item(article, state=Item.State.APPROVED)
    factories.item(article, state=Item.State.PROPOSED)
    factories.item(article, state=Item.State.REJECTED)
    factories.item(factories.article(instructor), state=Item.State.APPROVED)

    assert [item for item, _ in queries.bank(instructor, quiz)] == [free]


def test_the_best_of_the_bank_comes_first(instructor, quiz, article):
    weak, good = (factories.item(article, state=Item.State.APPROVED) for _ in range(2))
    Item.objects.filter(pk=weak.pk).update(score=0.1)

    assert [item for item, _ in queries.bank(instructor, quiz)] == [good, weak]


@SIZES
def test_the_bank_is_read_in_two_queries(instructor, quiz, article, django_assert_num_queries, size):
    for _ in range(size):
        factories.item(article, state=Item.State.APPROVED)

    with django_assert_num_queries(2):
        assert len([item.current.stem for item, _ in queries.bank(instructor, quiz)]) == size


def test_strip_of_a_long_text_names_only_paragraphs_with_questions(instructor):
    article = factories.article(instructor, tuple(f"Vell lost {number} boats." for number in range(1, 202)))
    quiz = factories.quiz_of(instructor, factories.item(article, paragraph=150, state="approved"))
    cells = queries.strip(quiz, queries.shown_slots(instructor, quiz))
    assert [(cell.number, cell.count) for cell in cells] == [(150, 1)]
