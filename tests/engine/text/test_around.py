"""The sentence round a span is found without a language model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.text.around import sentence_around


@pytest.mark.parametrize(
    ("text", "span", "sentence"),
    [
        ("The harbour closed. Mr. Lind left in 1974. It rained.", "1974", "Mr. Lind left in 1974."),
        ("It was cold. Written by A. B. Moss in May. It sold.", "Moss", "Written by A. B. Moss in May."),
        ("“Come back!” she said. Nobody did.", "she", "“Come back!” she said."),
        ("He paid 3.5 million. She paid less.", "3.5", "He paid 3.5 million."),
        ("Who lost? “We did.” Then silence.", "We", "“We did.”"),
        ("No break at all", "break", "No break at all"),
        ("One. Two.", "One. Two", "One. Two."),
    ],
)
def test_a_span_has_its_sentence(text, span, sentence):
    start = text.index(span)
    first, last = sentence_around(text, start, start + len(span))
    assert text[first:last] == sentence


@given(st.text(alphabet="Ab .!?”“\n", min_size=1, max_size=40), st.data())
def test_the_sentence_holds_the_span(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = sentence_around(text, start, end)
    assert 0 <= first <= start
    assert text[start:end].rstrip() in text[first:last]
