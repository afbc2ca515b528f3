"""What the newest text means for items of an earlier one, in a fixed number of queries."""

import pytest

from quizzes.engine.explanations.anchoring import Standing
from quizzes.models import Item
from quizzes.queries.impact import impact_of, quizzes_behind, waiting
from tests import factories

CLOSED, BOATS, PIER = factories.TEXT
SHUT = "The harbour at Vell was shut in 1974 after a great storm."


@pytest.fixture
def source(instructor):
    return factories.article(instructor)


def test_items_are_listed_by_how_their_evidence_stands(source):
    closed, boats, pier = (
        factories.item(source, paragraph=number, keys=[key]) for number, key in ((1, "1974"), (2, "400"), (3, "2031"))
    )
    factories.revised(source, SHUT, BOATS)
    impact = impact_of(source)
    assert [row.item for row in impact.reworded] == [closed]
    assert [row.item for row in impact.unchanged] == [boats]
    assert [row.item for row in impact.lost] == [pier]
    assert (impact.moved, impact.open_count) == ([], 3)


def test_a_reworded_sentence_is_compared_word_by_word(source):
    factories.item(source)
    factories.revised(source, SHUT, BOATS, PIER)
    sentence = impact_of(source).reworded[0].sentences[0]
    assert [(change.kind, change.text) for change in sentence.changes] == [
        ("same", "The harbour at Vell was"),
        ("gone", "closed"),
        ("come", "shut"),
        ("same", "in 1974 after a"),
        ("come", "great"),
        ("same", "storm."),
    ]


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        ((BOATS, PIER), "no longer in the text"),
        ((CLOSED.replace("1974", "1984"), BOATS, PIER), "key is no longer"),
        ((CLOSED.replace("Vell", "Holm"), BOATS, PIER), "has changed"),
        ((SHUT, SHUT.replace("great", "huge"), BOATS, PIER), "more than once"),
    ],
)
def test_a_lost_item_says_why(source, texts, reason):
    factories.item(source)
    factories.revised(source, *texts)
    assert reason in impact_of(source).lost[0].reason


def test_an_item_on_the_newest_text_is_not_affected(source):
    factories.revised(source, *factories.TEXT)
    factories.item(source)
    assert impact_of(source).rows == ()
    assert waiting(source, source.revisions.latest("number")) is None


def test_each_item_is_compared_from_its_own_text(source):
    first = factories.item(source)
    factories.revised(source, SHUT, BOATS)
    second = factories.item(source)
    factories.revised(source, BOATS, SHUT)
    standings = {row.item: row.standing for row in impact_of(source).rows}
    assert standings == {first: Standing.REWORDED, second: Standing.MOVED}


def test_waiting_counts_what_is_neither_rejected_nor_parked(source):
    for state in Item.State:
        factories.item(source, state=state)
    newest = factories.revised(source, *factories.TEXT)
    found = waiting(source, newest)
    assert (found.count, found.revision) == (2, 1)


def test_a_parked_item_waits_apart_until_its_sentence_is_back(source):
    factories.item(source, state=Item.State.PARKED)
    factories.revised(source, BOATS)
    assert (len(impact_of(source).parked), impact_of(source).open_count) == (1, 0)
    factories.revised(source, CLOSED)
    assert (len(impact_of(source).holding), impact_of(source).open_count) == (1, 1)


def test_quizzes_behind_say_what_could_come_along(instructor, source, classroom):
    items = [factories.item(source, state=Item.State.APPROVED) for _ in range(2)]
    waiting_quiz, begun = factories.quiz_of(instructor, *items), factories.quiz_of(instructor, *items)
    factories.attempt(factories.assignment(classroom, begun), factories.learner(classroom))
    newest = factories.revised(source, *factories.TEXT)
    found = {one.quiz: (one.questions, one.ready, one.started) for one in quizzes_behind(instructor, newest)}
    assert found == {waiting_quiz: (2, 0, False), begun: (2, 0, True)}


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(source, count, django_assert_num_queries):
    for _ in range(count):
        factories.item(source)
    factories.revised(source, SHUT, BOATS, PIER)
    with django_assert_num_queries(4):
        assert len(impact_of(source).rows) == count
