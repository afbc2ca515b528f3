"""A paragraph in the question: its sentences for locate, the places between them for insertion."""

import pytest

from quizzes.models import Item
from quizzes.queries.numbered import numbered, paragraph_in_question
from tests import factories

TEXTS = {4: factories.CREW, 6: factories.LIGHT}


@pytest.fixture
def source(instructor):
    return factories.long_article(instructor)


def test_each_sentence_is_an_option_of_locate(source):
    parts = numbered(factories.locate_item(source).current, Item.Kind.LOCATE, TEXTS)
    assert [part.number for part in parts] == [1, 2, 3, 4]
    assert [part.option for part in parts] == [0, 1, 2, 3]
    assert parts[1].text == "Bo Ek was the harbour master for nine years."


def test_an_option_without_a_span_leaves_the_plain_options(source):
    wording = factories.locate_item(source).current
    wording.options[0]["source"] = None
    assert numbered(wording, Item.Kind.LOCATE, TEXTS) == ()


def test_places_stand_round_the_sentences_that_are_left(source):
    parts = numbered(factories.insertion_item(source).current, Item.Kind.INSERTION, TEXTS)
    assert [(part.number, part.option) for part in parts] == [
        (None, 0),
        (1, None),
        (None, 1),
        (2, None),
        (None, 2),
        (3, None),
        (None, 3),
    ]
    assert "It was lit with oil until the cable came." not in [part.text for part in parts]


def test_places_follow_the_text_where_its_sentences_are_in_doubt(source):
    wording = factories.insertion_item(source).current
    joined = factories.LIGHT.replace("storm. Nobody", "storm; nobody")
    parts = numbered(wording, Item.Kind.INSERTION, {6: joined})
    assert [part.option for part in parts] == [None, 0, 1, 2, 3]
    assert parts[0].number is None
    assert "lit with oil" not in parts[0].text


@pytest.mark.parametrize("texts", [{}, {6: "Shorter."}])
def test_a_paragraph_that_does_not_fit_is_not_shown(source, texts):
    assert numbered(factories.insertion_item(source).current, Item.Kind.INSERTION, texts) == ()


def test_a_missing_sentence_is_chosen_among_sentences_and_not_among_places(source):
    wording = factories.missing_item(source).current
    assert numbered(wording, Item.Kind.INSERTION, TEXTS) == ()
    assert paragraph_in_question(wording, Item.Kind.INSERTION) == 6


def test_other_kinds_show_no_paragraph(source):
    assert paragraph_in_question(factories.item(source).current, Item.Kind.MULTIPLE_CHOICE) is None
