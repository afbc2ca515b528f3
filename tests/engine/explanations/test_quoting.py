from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.explanations import evidence, inner, shortened

LONG = "word " * 100


def test_short_text_stays():
    assert shortened("A short sentence.") == "A short sentence."


def test_long_text_is_cut_at_words_around_what_matters():
    text = LONG + "the key stands here " + LONG
    at = text.index("key")
    cut = shortened(text, (at, at + 3))
    assert "key stands here" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert len(cut) < 230


def test_inner_marks_become_single():
    assert inner(" She said “no”. ") == "She said ‘no’."


@given(st.text(min_size=1), st.data())
def test_evidence_is_the_slice_with_its_surroundings(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quoted = evidence(3, start, end, text)
    assert quoted.exact == text[start:end]
    assert quoted.prefix + quoted.exact + quoted.suffix in text
