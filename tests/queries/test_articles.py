"""What the page of an article says of its text."""

import pytest

from quizzes.queries.articles import hours_to_read, minutes_to_read


@pytest.mark.parametrize(
    ("words", "minutes", "hours"), [(10, 1, 0), (1_000, 5, 0), (18_000, 90, 0), (20_000, 100, 2), (100_000, 500, 8)]
)
def test_the_time_to_read_is_told_in_minutes_or_of_a_book_in_hours(words, minutes, hours):
    assert (minutes_to_read(words), hours_to_read(words)) == (minutes, hours)
