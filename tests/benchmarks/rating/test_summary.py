from dataclasses import replace

import pytest

from benchmarks.rating.summary import band, kappa, main, share, summary, wilson
from benchmarks.rating.values import Verdict, write
from tests.benchmarks.rating.test_values import BAD, GOOD, RATING

USED = replace(RATING, id="used", verdicts={"first": GOOD, "second": GOOD}, recommended=False, score=0.95)


@pytest.mark.parametrize(
    ("good", "total", "low", "high"), [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (29, 48, 0.463, 0.730)]
)
def test_wilson_interval(good, total, low, high):
    assert wilson(good, total) == pytest.approx((low, high), abs=0.001)


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        ([(True, True), (False, False)], 1.0),
        ([(True, False), (False, True)], -1.0),
        ([(True, True), (True, False), (False, True), (False, False)], 0.0),
        ([(True, True)], 1.0),
        ([], 0.0),
    ],
)
def test_kappa(pairs, value):
    assert kappa(pairs) == pytest.approx(value)


@pytest.mark.parametrize(
    ("score", "name"), [(0.0, "0.00 to 0.50"), (0.7, "0.70 to 0.80"), (0.799, "0.70 to 0.80"), (1.0, "0.90 to 1.00")]
)
def test_band(score, name):
    assert band(score) == name


def test_share_names_its_interval():
    assert share("shown", [RATING, USED]) == "shown: 1 of 2 = 50 % (9 to 91)"


def test_summary_counts_by_what_was_rated():
    lines = list(summary([RATING, USED, replace(USED, source="expert")]))
    assert lines[:4] == [
        "shown: 1 of 2 = 50 % (9 to 91)",
        "recommended: 0 of 1 = 0 % (0 to 79)",
        "not recommended: 1 of 1 = 100 % (21 to 100)",
        "made by expert: 1 of 1 = 100 % (21 to 100)",
    ]
    assert "rule gap-name: 1 of 2 = 50 % (9 to 91)" in lines
    assert "first failed F2: 1" in lines


def test_raters_who_agree_have_kappa_1():
    both = replace(RATING, verdicts={"first": BAD, "second": Verdict(False, ("F1",))})
    assert "kappa: 1.00 (2 pairs of verdicts)" in list(summary([both, USED]))


def test_each_rater_alone_has_a_share():
    lines = list(summary([RATING, USED]))
    assert [line for line in lines if line.startswith("rater")] == [
        "rater first: 2 of 2 = 100 % (34 to 100)",
        "rater second: 1 of 2 = 50 % (9 to 91)",
    ]


def test_command_prints_the_summary_of_a_file(tmp_path, capsys):
    write(tmp_path / "round.jsonl", [RATING])
    assert main([str(tmp_path / "round.jsonl")]) == 0
    assert capsys.readouterr().out.startswith("shown: 0 of 1")


def test_a_missing_file_is_one_sentence_and_status_2(capsys):
    assert main(["none.jsonl"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
