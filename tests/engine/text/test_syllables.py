"""Syllables by letters."""

import pytest

from quizzes.engine.text.syllables import syllables

WORDS = {
    1: "the name asked played times league heart queue tried seen build friend whales goes moved hours strength queen",
    2: "table wanted movement science create being ruin poet tables houses watches metre fire-truck unique sometimes"
    " hundred every lighthouse argued soldiers prism rhythm player language people business well-known",
    3: "radio museum idea opinion audience employee everything theatre period studio continued volcano dinosaur",
    4: "society bacteria aquarium January material reality experience information population continuous scientific"
    " environment",
    5: "individual university international organisation",
}
TABLE = [(word, count) for count, words in WORDS.items() for word in words.split()]


@pytest.mark.parametrize(("word", "count"), TABLE)
def test_syllables(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize("word", ["", "-", "’", "x", "Łódź", "1914"])
def test_anything_has_at_least_one(word):
    assert syllables(word) == 1
