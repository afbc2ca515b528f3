import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.language.sentences import plain, spans


def _texts(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Cllr. Ann Moor spoke first. She left early.", 2),
        ("Dr. Rao met Prof. Lind at 9 a.m. in the hall.", 1),
        ("The mill shut on Oct. 26, 2011. It never opened again.", 2),
        ("The firm, Beni Ltd. of Leith, sold the yard.", 1),
        ('"It is over." The clerk stood up.', 2),
        ("Was it the rain? Nobody knew.", 2),
        ("The Rev. Tom Adler and the Hon. Jane Dow agreed.", 1),
        ("The U.S. army left.", 1),
    ],
)
def test_abbreviations_do_not_end_a_sentence(text: str, count: int) -> None:
    assert len(_texts(text)) == count


def test_what_goes_on_in_lower_case_belongs_to_the_sentence() -> None:
    assert _texts('She asked "Why?" and left.') == ['She asked "Why?" and left.']


@given(st.text(max_size=80))
def test_plain_quotes_keep_every_offset(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.text(alphabet="ab. ?\"'A", max_size=60))
def test_spans_ascend_and_stay_inside(text: str) -> None:
    last = 0
    for start, end in spans(text):
        assert last <= start <= end <= len(text)
        last = end
