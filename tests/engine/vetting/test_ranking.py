from dataclasses import replace

from quizzes.engine.vetting import Finding, difficulty, recommended, score
from quizzes.engine.vetting.ranking import features, weights
from quizzes.engine.writing import RULES
from tests.engine.cases import case
from tests.engine.sample import generation

GOOD = case("At least how many passengers use the night ferry in Norway?", approximator="at least")


def test_score_and_difficulty_stay_between_0_and_1():
    assert 0 <= score(GOOD, []) <= 1
    assert 0 <= difficulty(GOOD) <= 1


def test_a_minor_flaw_costs():
    assert score(GOOD, [Finding("M1", "", minor=True)]) < score(GOOD, [])


def test_features_lie_between_0_and_1():
    assert all(0 <= value <= 1 for value in features(GOOD, []).values())


def test_every_weighted_rule_exists():
    assert set(weights()["rules"]) <= {rule.name for rule in RULES} | {item.rule for item in generation().items}


def test_threshold_divides():
    assert recommended(weights()["threshold"])
    assert not recommended(weights()["threshold"] - 0.01)


def test_the_rule_has_its_weight():
    known = weights()["rules"]
    for rule, weight in known.items():
        plain = score(GOOD, [])
        moved = score(replace(GOOD, draft=replace(GOOD.draft, rule=rule)), [])
        assert abs(moved - min(1, plain + weight)) < 0.002
