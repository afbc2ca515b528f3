"""The rules of grading in words."""

from quizzes.engine.grading import Rule
from quizzes.models import ItemRevision
from quizzes.queries.grading_rules import RULES, labels_of, switched_off


def test_every_rule_has_its_words():
    assert list(RULES) == list(Rule)
    assert all(told.label and told.example for told in RULES.values())


def test_rules_of_old_responses_that_are_gone_have_no_name():
    assert labels_of(["typos", "number form"]) == ["Small slips in long words"]


def test_what_is_switched_off_is_named():
    assert switched_off(ItemRevision(grading={"case": False, "dates": True, "lookalikes": []})) == ["Capital letters"]
    assert switched_off(ItemRevision(grading={})) == []
