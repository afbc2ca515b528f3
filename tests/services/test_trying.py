"""An answer tried out on a wording that is not saved."""

import pytest

from quizzes.services.items import Wording
from quizzes.services.trying import try_answer

PROMPTS = [{"text": "1", "match": "Vell", "source": None}, {"text": "2", "match": "1974", "source": None}]


@pytest.mark.parametrize(
    ("answer", "percent", "rules"),
    [
        ("Vell", 100, []),
        ("the vell", 100, ["Capital letters", "Articles"]),
        ("Port", 0, []),
        ("", 0, []),
        ("x" * 10_000, 0, []),
    ],
)
def test_a_plain_answer(answer, percent, rules):
    tried = try_answer(Wording("Where?", None, ["Vell"], ""), answer)
    assert (tried.percent, tried.rules) == (percent, rules)


@pytest.mark.parametrize(("answer", "percent"), [("Vell|1974", 100), (" vell | 1975", 50), ("Vell", 0), ("a|b|c", 0)])
def test_several_gaps(answer, percent):
    wording = Wording("At _____ in _____.", None, ["Vell; 1974"], "", PROMPTS)
    assert try_answer(wording, answer).percent == percent


def test_rules_that_are_off():
    assert try_answer(Wording("Where?", None, ["Vell"], "", grading={"case": False}), "vell").percent == 0
