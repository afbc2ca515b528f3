import pytest

from quizzes.engine.items.values import Kind
from quizzes.engine.vetting import CHECKS, Finding, findings, refusal
from tests.engine.cases import case

RUBRIC = "F1 F2 F3 F4 F5 F6 F7 E1 D1 D2 D3 T1 T2 M1 M2 M3 M4 M5 M6 M8".split()


def test_every_code_of_the_rubric_that_code_can_check_has_one_check():
    of_questions = [check.code for check in CHECKS if Kind.MULTIPLE_CHOICE in check.kinds]
    assert sorted(of_questions) == sorted(RUBRIC)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_its_evidence_and_its_options_checked_once(kind):
    codes = [check.code for check in CHECKS if kind in check.kinds]
    assert len(codes) == len(set(codes))
    assert {"E1", "D1", "F6"} <= set(codes)


def test_every_check_says_what_it_wants():
    assert all(check.summary.endswith(".") for check in CHECKS)


def test_a_good_item_has_no_findings():
    built = case("At least how many passengers use the night ferry in Norway?", approximator="at least")
    assert findings(built) == []


def test_wrong_evidence_ends_the_checks():
    assert {finding.code for finding in findings(case("what is it", "901", evidence="Norway"))} == {"E1"}


def test_a_gate_refuses_and_so_does_the_second_minor_flaw():
    minor = [Finding("M1", "", minor=True), Finding("M6", "", minor=True)]
    assert refusal([]) is None
    assert refusal(minor[:1]) is None
    assert refusal(minor) == "M6"
    assert refusal([minor[0], minor[0]]) is None
    assert refusal([minor[0], Finding("F2", "")]) == "F2"
