"""What is worth stating: settled, checkable, and not empty."""

from dataclasses import replace

import pytest

from quizzes.engine.writing.substance import worth_stating
from tests.engine.articles import statements
from tests.engine.writing.test_claims import as_it_stands


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway bought the mill of Leith in 1911.",
        "Anna Weiss said the traders of Leith had waited five years for the bridge.",
        "The council of Leith requires approval from two-thirds of its members.",
        "Anna Weiss has the chance of a place in Norway.",
        "The mill of Leith is older than the bridge of Sandby.",
        "About 90 residents of Leith were moved to the school of Sandby.",
    ],
)
def test_worth_stating(sentence: str) -> None:
    assert worth_stating(as_it_stands(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The painters of Leith saw their chance.",
        "Anna Weiss says the mills of Leith have a luxury that hers lack.",
        "A spokesman of Norway said that no commitments had been made.",
        "The mill of Leith did something its founders feared.",
        "Anna Weiss merely sat down beside the miller of Leith.",
        "The traders of Leith, for their part, bought the wool of Norway.",
        "In practice Leith buys the wool of Norway.",
        "Leith was in turn sold to the traders of Norway.",
        "A driver who leaves Leith at ten may come home to Norway in fog.",
        "Anna Weiss would sell the mill of Leith to Norway.",
        "A man on his way to Leith arrived after the train to Norway.",
        "Nine women of Leith sat in a row in a room in Norway in 1936.",
        "The photographs of Leith show the old mill of Norway in 1893.",
        "The traders of Leith achieved more than 80 percent in Norway.",
        "Controllers of Norway should have the right to stop the train to Leith.",
        "Anna Weiss counts the fish of Leith for ten minutes.",
    ],
)
def test_empty_or_leaning(sentence: str) -> None:
    found = as_it_stands(sentence)
    assert not worth_stating(found), found.text


def test_what_the_context_line_says_already_is_no_statement() -> None:
    found = as_it_stands("Norway bought the mill of Leith in 1911.")
    assert not worth_stating(replace(found, context="In 1911 the mill of Leith was bought by Norway."))
    assert worth_stating(replace(found, context="The council was short of money."))


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("Omar Lund fell ill in Leith. Norway replaced him in 1956 with Carl Berg.", "replaced him"),
        ("Omar Lund fell ill in Leith. The port of Leith was run by his sister.", "by his sister"),
    ],
)
def test_him_and_his_have_somebody_before_them(told: str, left: str) -> None:
    assert not any(worth_stating(found) for found in statements(told) if left in found.text)


def test_what_had_gone_before_needs_its_context() -> None:
    found = as_it_stands("Anna Weiss had sold the mill of Leith to the traders of Norway.")
    assert not worth_stating(replace(found, context=None))
    assert worth_stating(replace(found, context="The council was short of money."))
