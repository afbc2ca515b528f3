"""Several gaps: each earns its share and is graded by the rules of the item."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from quizzes.engine.grading import Verdict, grade

PROMPTS = [
    {"text": "1", "match": "Vell | Port Vell", "source": None},
    {"text": "2", "match": "1974", "source": None},
    {"text": "3", "match": "lighthouse", "source": None},
]


def verdict(gaps: object, rules: dict | None = None) -> Verdict:
    return grade(
        {"gaps": gaps},
        interaction="text_entry",
        options=None,
        keys=["Vell; 1974; lighthouse"],
        prompts=PROMPTS,
        rules=rules,
    )


@pytest.mark.parametrize(
    ("gaps", "share", "accepted", "by"),
    [
        (["Vell", "1974", "lighthouse"], 1.0, "exact", ()),
        (["port vell", "1974", "lighthose"], 1.0, "case, aliases, typos", ("case", "aliases", "typos")),
        (["Vell", "1974", ""], 2 / 3, "partial", ()),
        (["vell", "1947", "pier"], 1 / 3, "partial", ("case",)),
        (["1974", "Vell", "pier"], 0.0, "", ()),
        (["Vell", "1974"], 0.0, "", ()),
        (["Vell | Port Vell", None, 5], 0.0, "", ()),
        ("Vell", 0.0, "", ()),
        (None, 0.0, "", ()),
    ],
)
def test_each_gap_earns_its_share(gaps, share, accepted, by):
    found = verdict(gaps)
    assert found.fraction == pytest.approx(share)
    assert (found.accepted_as, found.accepted_by) == (accepted, by)


def test_each_gap_shows_its_own_near_miss():
    town, year, light = verdict(["Vell", "1975", "lighthosue"]).parts
    assert (town.fraction, year.fraction, light.fraction) == (1.0, 0.0, 1.0)
    assert town.near == ()
    assert ("insert", "4") in year.near
    assert light.note == "check_spelling"


def test_rules_hold_in_every_gap():
    assert verdict(["vell", "1974", "lighthose"], {"typos": False}).fraction == pytest.approx(2 / 3)


@for_all(st.lists(st.one_of(st.none(), st.integers(), st.text(max_size=8)), max_size=5))
def test_any_response_has_a_share(gaps):
    assert 0 <= verdict(gaps).fraction <= 1
