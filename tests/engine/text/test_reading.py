"""Counting words, guessing titles, finding raw places."""

import pytest

from quizzes.engine.text import clean, guess_title, raw_offset, words


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("One two", 2), ("battle-tested, isn’t it?", 3), ("14,000 – or 1.5 million", 4), ("— …", 0)],
)
def test_words(text, count):
    assert words(text) == count


def test_the_title_is_the_title_block():
    assert guess_title(clean("A clock runs backwards\n\nIt has done so for years.")) == "A clock runs backwards"


def test_without_a_title_the_first_words_serve():
    text = "For eleven years the clock above the fish market has told the wrong time, and nobody has ever said why."
    title = guess_title(clean(text))
    assert title == "For eleven years the clock above the fish market has told the wrong time, and…"


def test_no_text_has_no_title():
    assert guess_title(()) == ""


def test_raw_offset_finds_letters_and_not_the_joining_space():
    raw = "The terror-\nist group,\nit says, left."
    paragraph = clean(raw)[0]
    assert paragraph.text == "The terrorist group, it says, left."
    assert raw_offset(paragraph, paragraph.text.index("ist")) == raw.index("ist")
    assert raw_offset(paragraph, paragraph.text.index(" it")) is None
    assert raw_offset(paragraph, len(paragraph.text)) is None
