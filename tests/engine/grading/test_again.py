"""Answers marked by another wording: what cannot be compared, and how options are found again."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from quizzes.engine.grading import Marked, Mismatch, grade, grade_again, mismatch

TEXTS = ("1974", "1979", "2031")


def choice(texts, key) -> Marked:
    return Marked("choice", [{"text": text, "key": text == key} for text in texts], keys=[key])


def typed(*keys, **rules) -> Marked:
    return Marked("text_entry", keys=keys, rules=rules)


def pairs(options, right) -> Marked:
    prompts = [{"text": str(at), "match": text} for at, text in enumerate(right)]
    return Marked("match", [{"text": text, "key": True} for text in options], prompts, ["..."])


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (choice(TEXTS, "1974"), choice(TEXTS[::-1], "2031"), None),
        (choice(TEXTS, "1974"), typed("1974"), Mismatch.INTERACTION),
        (choice(TEXTS, "1974"), choice(TEXTS[:2], "1974"), Mismatch.OPTIONS),
        (pairs("abc", "ab"), pairs("abc", "abc"), Mismatch.PROMPTS),
        (typed("a"), typed("b", "c"), None),
    ],
)
def test_what_cannot_be_compared(old, new, why):
    assert mismatch(old, new) == why


@pytest.mark.parametrize(("index", "fraction"), [(0, 0.0), (1, 1.0), (2, 0.0)])
def test_a_key_that_moved(index, fraction):
    new = choice(("2031", "1974", "1979"), "1979")
    assert grade_again({"choice": index}, choice(TEXTS, "1974"), new).fraction == fraction


def test_a_reworded_option_keeps_its_place():
    new = choice(("1974", "in 1979", "2031"), "in 1979")
    assert grade_again({"choice": 1}, choice(TEXTS, "1974"), new).fraction == 1.0


def test_pairs_follow_their_texts():
    old, new = pairs("abc", "ab"), pairs("cba", "ba")
    assert grade_again({"match": [0, 1]}, old, old).fraction == 1.0
    assert grade_again({"match": [0, 1]}, old, new).fraction == 0.0
    assert grade_again({"match": [1, 0]}, old, new).fraction == 1.0


def test_rules_of_the_new_wording_hold():
    assert grade_again({"text": "vell"}, typed("Vell"), typed("Vell", case=False)).fraction == 0.0


@pytest.mark.parametrize("answer", [{}, {"choice": None}, {"choice": True}, {"choice": 9}, {"match": "x"}])
def test_no_answer_stays_none(answer):
    assert grade_again(answer, choice(TEXTS, "1974"), choice(TEXTS, "1979")).fraction == 0.0


@for_all(st.permutations(TEXTS), st.sampled_from(TEXTS), st.integers(0, 2))
def test_the_same_wording_in_another_order_gives_the_same_mark(order, key, index):
    old = choice(TEXTS, key)
    first = grade({"choice": index}, interaction="choice", options=old.options, keys=old.keys)
    assert grade_again({"choice": index}, old, choice(tuple(order), key)) == first
