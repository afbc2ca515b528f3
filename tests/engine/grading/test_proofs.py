"""The share of the evidence that a marked sentence holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.grading import evidence_share

MARKED = (2, 10, 40)
SPANS = st.tuples(st.integers(1, 3), st.integers(0, 30), st.integers(1, 30)).map(
    lambda span: (span[0], span[1], span[1] + span[2])
)


@pytest.mark.parametrize(
    ("evidence", "share"),
    [
        pytest.param([(2, 15, 20)], 1.0, id="within the sentence"),
        pytest.param([(2, 10, 40)], 1.0, id="the sentence itself"),
        pytest.param([(2, 40, 50)], 0.0, id="the next sentence"),
        pytest.param([(3, 15, 20)], 0.0, id="the same place in another paragraph"),
        pytest.param([(2, 0, 40)], 0.75, id="over two sentences"),
        pytest.param([(2, 10, 20), (3, 0, 10)], 0.5, id="in two paragraphs"),
        pytest.param([(2, 10, 20), (2, 10, 20)], 1.0, id="named twice"),
        pytest.param([], 0.0, id="no evidence"),
    ],
)
def test_the_share_of_the_evidence(evidence, share):
    assert evidence_share(MARKED, evidence) == share


@given(SPANS, st.lists(SPANS, max_size=4))
def test_a_share_is_never_less_than_nothing_or_more_than_all(marked, evidence):
    assert 0 <= evidence_share(marked, evidence) <= 1


@given(SPANS, st.lists(SPANS, max_size=4))
def test_the_order_of_the_evidence_counts_for_nothing(marked, evidence):
    assert evidence_share(marked, evidence) == evidence_share(marked, evidence[::-1])
