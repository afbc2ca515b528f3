from quizzes.engine.vetting import CHECKS, Finding, findings, refusal
from tests.engine.cases import case

RUBRIC = "F1 F2 F3 F4 F5 F6 F7 E1 D1 D2 D3 T1 T2 M1 M2 M3 M4 M5 M6 M8".split()


def test_every_code_of_the_rubric_that_code_can_check_has_one_check():
    assert sorted(check.code for check in CHECKS) == sorted(RUBRIC)


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
