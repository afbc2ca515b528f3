"""One whole claim: what strangers accept as a true/false statement, and what they refuse."""

import pytest

from quizzes.engine.facts import Statement
from quizzes.engine.writing.claims import one_claim
from tests.engine.articles import statements


def as_it_stands(sentence: str) -> Statement:
    """The longest statement of a sentence: what is left when nothing is cut that need not be."""
    return max(statements(sentence), key=lambda found: len(found.words))


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway bought the mill of Leith in 1911.",
        "Anna Weiss said the council had sold the mill to Norway.",
        "In May 1911, Norway bought the mill of Leith.",
        "Norway sells timber, wool and fish to the traders of Leith.",
        "The ferry of Leith opened on 24 July 1936.",
        "Women of Leith are sent to Norway before their babies are born.",
        "The council of Leith wants to close the old mill.",
        "Anna Weiss was a Norwegian painter and teacher.",
        "Anna Weiss sold the mill that Norway had built in Leith.",
    ],
)
def test_one_claim(sentence: str) -> None:
    assert one_claim(as_it_stands(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Weiss recovered and returned to Norway.",
        "Omar Lund asked for a mill and was told that Leith had none.",
        "Anna Weiss is 22 and six feet four.",
        "The mill of Omar is a ruin and his bridge a heap of stones.",
        "Norway gave up in April 1923.",
        "Anna Weiss escaped because Leith belongs to Norway.",
        "Anna Weiss rents a room in Leith, eleven miles away.",
        "Anna Weiss does not intend to go back.",
        "Anna Weiss left Leith, taking the maps of Norway.",
        "Norway was poor but it bought the mill of Leith.",
        "The mill of Leith is old and much wider than the mill of Norway.",
    ],
)
def test_not_one_whole_claim(sentence: str) -> None:
    found = as_it_stands(sentence)
    assert not one_claim(found), found.text


def test_a_name_does_not_take_the_place_of_an_empty_it() -> None:
    texts = "Omar Lund led the march to Leith. In the evening it was found that nine of the carriers had gone."
    named = [found for found in statements(texts) if "Lund was found that" in found.text]
    assert not any(one_claim(found) for found in named)
