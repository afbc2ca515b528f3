import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.distractors.numerals import in_words, like, made, step_of
from quizzes.engine.language.figures import value_of


@pytest.mark.parametrize(
    ("value", "model", "written"),
    [
        (2500, "14,000", "2,500"),
        (400, "14,000", "400"),
        (2000, "750", "2,000"),
        (6, "four", "six"),
        (48, "Twenty", "Forty-eight"),
        (2.5e6, "£4.6 million", "£2.5 million"),
        (2e6, "£4.6 million", "£2 million"),
        (40, "60%", "40%"),
        (11, "1.8%", "11%"),
        (0.6, "60%", None),
        (250, "four", None),
        (1, "four", None),
    ],
)
def test_a_value_takes_the_form_of_the_model(value, model, written):
    assert like(value, model) == written


@pytest.mark.parametrize(("value", "step"), [(14_000, 1000), (180, 10), (4.6, 0.1), (81, 1), (40_000, 10_000)])
def test_step_is_the_last_digit_that_counts(value, step):
    assert step_of(value) == pytest.approx(step)


def test_made_values_keep_the_precision():
    assert all(value % 1000 == 0 for value in made(14_000, "14,000"))
    assert made(4, "four")[:2] == [5, 3]


@given(st.integers(2, 99))
def test_words_can_be_read_back(number):
    assert value_of(in_words(number)) == number


@given(st.integers(2, 10**9))
def test_made_values_are_positive_and_never_the_key(number):
    values = made(number, f"{number:,}")
    assert number not in values
    assert all(value > 0 for value in values)
