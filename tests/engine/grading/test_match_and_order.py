"""Pairs and orders: shares for what is right, nothing for guesses, and no dependence on the order of display."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.grading import grade

TEXTS = ("alpha", "beta", "gamma", "delta", "epsilon")


def options(texts):
    return [{"text": text, "key": True, "rationale": "", "source": None} for text in texts]


def prompts(texts):
    return [{"text": str(place), "match": text, "source": None} for place, text in enumerate(texts, start=1)]


def graded(interaction, indexes, *, shown=TEXTS[:4], right=TEXTS[:4]):
    return grade(
        {"match": indexes}, interaction=interaction, options=options(shown), keys=["..."], prompts=prompts(right)
    )


@pytest.mark.parametrize(
    ("indexes", "fraction", "accepted"),
    [
        ([0, 1, 2, 3], 1.0, "exact"),
        ([0, 1, 3, 2], 0.5, "partial"),
        ([0, None, None, None], 0.25, "partial"),
        ([1, 2, 3, 0], 0.0, ""),
        ([0, 0, 0, 0], 0.0, ""),
        ([0, 1, 2], 0.0, ""),
        ([0, 1, 2, 9], 0.75, "partial"),
        ([True, 1, 2, 3], 0.75, "partial"),
        ("0123", 0.0, ""),
    ],
)
def test_match_earns_the_share_of_right_pairs(indexes, fraction, accepted):
    verdict = graded("match", indexes)
    assert (verdict.fraction, verdict.accepted_as) == (fraction, accepted)


@pytest.mark.parametrize(
    ("indexes", "fraction"),
    [
        ([0, 1, 2, 3], 1.0),
        ([1, 0, 2, 3], 2 / 3),
        ([3, 0, 1, 2], 0.0),
        ([3, 2, 1, 0], 0.0),
        ([0, 1, 2, None], 0.0),
        ([0, 0, 1, 2], 0.0),
    ],
)
def test_order_earns_what_its_pairs_agree(indexes, fraction):
    assert graded("order", indexes).fraction == pytest.approx(fraction)


@pytest.mark.parametrize("interaction", ["match", "order"])
def test_no_answer_earns_nothing(interaction):
    verdict = grade({}, interaction=interaction, options=options(TEXTS), keys=["..."], prompts=prompts(TEXTS))
    assert verdict.fraction == 0.0


@given(
    interaction=st.sampled_from(["match", "order"]),
    answer=st.permutations(TEXTS),
    first=st.permutations(TEXTS),
    second=st.permutations(TEXTS),
)
def test_display_does_not_matter_and_only_the_right_answer_is_full(interaction, answer, first, second):
    verdicts = [
        graded(interaction, [shown.index(text) for text in answer], shown=shown, right=TEXTS)
        for shown in (first, second)
    ]
    assert verdicts[0] == verdicts[1]
    assert 0 <= verdicts[0].fraction <= 1
    assert (verdicts[0].fraction == 1) is (tuple(answer) == TEXTS)
    assert (verdicts[0].accepted_as == "exact") is (verdicts[0].fraction == 1)


@given(indexes=st.lists(st.one_of(st.none(), st.booleans(), st.integers(-2, 9), st.text(max_size=2)), max_size=7))
def test_any_response_has_a_fraction(indexes):
    for interaction in ("match", "order"):
        assert 0 <= graded(interaction, indexes).fraction <= 1
