"""Pairs and orders as pages show them, forms hold them and reports count them."""

import pytest

from quizzes.queries.pairs import (
    PairCount,
    count_pairs,
    given_options,
    in_words,
    inputs_of,
    is_partial,
    pairs_of,
    right_options,
    select_rows,
)
from tests import factories


@pytest.fixture
def match(instructor):
    return factories.match_item(factories.long_article(instructor)).current


@pytest.fixture
def order(instructor):
    return factories.order_item(factories.long_article(instructor)).current


def test_an_option_is_right_by_its_text(match, order):
    assert right_options(match) == [1, 0, 2]
    assert right_options(order) == [2, 0, 1]


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ({"match": [1, 0, 2]}, [1, 0, 2]),
        ({"match": [1]}, [1, None, None]),
        ({"match": [9, "0", 2, 3]}, [None, None, 2]),
        ({"choice": 1}, [None, None, None]),
        ({}, [None, None, None]),
    ],
)
def test_what_cannot_be_an_option_counts_as_none(match, given, read):
    assert given_options(match, given) == read


@pytest.mark.parametrize(
    ("given", "partial"), [({"match": [1, None]}, True), ({"match": [1, 0]}, False), ({}, False), (None, False)]
)
def test_an_answer_with_an_empty_line_is_partial(given, partial):
    assert is_partial(given) is partial


def test_fields_of_a_match_name_the_prompt(match):
    assert inputs_of(match, {"match": [1, None, 2]}) == {"match_0": "1", "match_2": "2"}


def test_fields_of_an_order_name_the_event(order):
    assert inputs_of(order, {"match": [2, 0, None]}) == {"place_2": "1", "place_0": "2"}


def test_lines_hold_what_is_stored(order):
    shown = [(index, "ABC"[index], option["text"]) for index, option in enumerate(order.options)]
    rows = select_rows(order, shown, inputs_of(order, {"match": [2, 0, 1]}))
    assert [(row.label, row.value) for row in rows] == [
        ("The town sold its boats.", "2"),
        ("The new pier was opened.", "3"),
        ("The harbour was closed.", "1"),
    ]


def test_pairs_in_words(match):
    assert in_words(match, {"match": [0, None, 2]}) == "Ada Lind – harbour master; Bo Ek – –; Cy Dahl – pilot"


def test_order_in_words(order):
    assert in_words(order, {"match": [2, 0, 1]}) == order.keys[0]


def test_each_pair_says_what_was_given_and_whether_it_is_right(match):
    pairs = pairs_of(match, {"match": [1, 2, None]}, (), ())
    assert [(pair.label, pair.right, pair.given, pair.is_right) for pair in pairs] == [
        ("Ada Lind", "mayor", "mayor", True),
        ("Bo Ek", "harbour master", "pilot", False),
        ("Cy Dahl", "pilot", "", False),
    ]
    assert pairs[0].why == "Paragraph 4 calls Ada Lind the mayor."


def test_an_option_given_twice_is_right_for_neither(match):
    assert not any(pair.is_right for pair in pairs_of(match, {"match": [1, 1, None]}, (), ()))


def test_an_event_tells_the_place_where_it_was_put(order):
    assert [pair.given for pair in pairs_of(order, {"match": [0, 2, 1]}, (), ())] == ["place 2", "place 1", "place 3"]


def test_counts_name_the_most_frequent_slip(match):
    answers = [{"match": [1, 2, None]}, {"match": [0, 2, None]}, {"match": [1, 0, 2]}]
    assert count_pairs(match, answers) == [
        PairCount("Ada Lind", "mayor", 2, "harbour master", 1),
        PairCount("Bo Ek", "harbour master", 1, "pilot", 2),
        PairCount("Cy Dahl", "pilot", 1, "", 0),
    ]
