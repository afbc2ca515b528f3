"""Which figures may be exchanged so that the article rules the new one out."""

import pytest

from quizzes.engine.language.values import Figure
from quizzes.engine.writing.stakes import at_stake, differs
from tests.engine.articles import analysed
from tests.engine.writing.test_claims import as_it_stands


def last_figure(sentence: str) -> Figure:
    return analysed(sentence).figures[-1]


def staked(sentence: str) -> bool:
    statement, figure = as_it_stands(sentence), last_figure(sentence)
    span = statement.doc.char_span(figure.start, figure.end)
    return at_stake(statement, figure, span.start, span.end)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill of Leith was sold to Norway in 1911.",
        "The traders of Leith bought 318 mills in Norway.",
        "Anna Weiss said the traders had waited for 15 years.",
        "The price of a ticket to Leith rose by 40 percent.",
    ],
)
def test_a_figure_of_the_claim_is_exchanged(sentence: str) -> None:
    assert staked(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A telescope of Leith was doing in 2016 what it did every night.",
        "Wool of Norway cost sixty pounds in Leith in 2014.",
        "The portrait of the man who built 40 mills hangs in Leith.",
        "The mill of Leith was sold before the rise of prices in 1911.",
        "Anna Weiss of Leith is 22 years old.",
        "The population of Leith doubled in 50 years.",
        "The water of Leith rose by only four degrees.",
        "The traders of Leith have been working in Norway for 14 years.",
        "Anna Weiss counts the fish of Leith for ten minutes.",
    ],
)
def test_a_figure_by_the_way_is_not(sentence: str) -> None:
    assert not staked(sentence)


@pytest.mark.parametrize(
    ("sentence", "other", "far"),
    [
        ("The traders of Leith bought nine mills.", "twelve mills", False),
        ("The traders of Leith bought nine mills.", "five", True),
        ("The traders of Leith bought 900 mills.", "650", True),
        ("The traders of Leith bought 900 mills.", "850", False),
        ("Prices in Leith rose by 40 percent.", "60 percent", True),
        ("Prices in Leith rose by 8 percent.", "12 percent", False),
    ],
)
def test_two_figures_differ_enough_to_mean_something(sentence: str, other: str, far: bool) -> None:
    assert differs(last_figure(sentence), other) is far
