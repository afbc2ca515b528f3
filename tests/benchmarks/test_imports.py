"""The book of the import benchmark: as long as asked for, and readable as every kind of file."""

import pytest

from benchmarks.imports import KINDS, book, main
from quizzes.engine.text import words
from quizzes.intake import read

LENGTH = 4_000


@pytest.mark.parametrize("kind", KINDS)
def test_book_is_read_back_from_every_kind_of_file(kind):
    chapters = book(LENGTH)
    source = read(KINDS[kind](chapters), name=f"book.{kind}")
    text = source.text if source.blocks is None else "\n\n".join(block.text for block in source.blocks)
    assert source.kind == kind.replace("txt", "text")
    assert words(text) == pytest.approx(sum(map(words, chapters)), rel=0.02)


def test_book_is_the_same_every_time_and_as_long_as_asked_for():
    assert book(LENGTH) == book(LENGTH)
    assert LENGTH <= sum(map(words, book(LENGTH))) < 2 * LENGTH


@pytest.mark.parametrize("arguments", [["many"], ["0"], ["1", "2"]])
def test_wrong_length_is_refused(arguments, capsys):
    assert main(arguments) == 2
    assert "Give one length" in capsys.readouterr().err
