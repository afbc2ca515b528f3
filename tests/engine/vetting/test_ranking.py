from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.engine.items.values import Kind
from quizzes.engine.vetting import Finding, recommended, score
from quizzes.engine.vetting.ranking import LEAST_SALIENCE, features, held_back, is_trusted, margin, settled, weights
from quizzes.engine.writing import RULES
from tests.engine.cases import case, choice, truth
from tests.engine.sample import generation

GOOD = case("At least how many passengers use the night ferry in Norway?", approximator="at least")


def test_score_is_a_chance():
    assert 0 < score(GOOD, []) < 1


def test_features_lie_between_0_and_1():
    cases = [GOOD, truth("The storm sank the boat in 1963."), choice("When?", "1963", "1970", key="1963")]
    assert all(0 <= value <= 1 for one in cases for value in features(one, []).values())


def test_features_tell_a_minor_flaw():
    assert features(GOOD, [Finding("M1", "", minor=True)])["minor"] == 1
    assert features(GOOD, [])["minor"] == 0


def test_kind_rule_and_answer_are_features_of_their_own():
    assert {"kind:short_answer", "rule:test", "answer:count"} <= set(features(GOOD, []))


def test_true_and_false_are_not_compared_as_options():
    assert "closeness" not in features(truth("The storm sank the boat in 1963."), [])


def test_the_words_of_a_template_do_not_count():
    locate = case("Which sentence of paragraph 1 shows that a storm sank the boat?", "Sentence 2", kind=Kind.LOCATE)
    found = features(locate, [])
    assert found["template"] == 1
    assert not {"shared", "asks_which", "definites"} & set(found)


def test_every_weighted_rule_and_kind_exists():
    weighed = {name for name in weights()["features"] if name.startswith(("rule:", "kind:"))}
    rules = {rule.name for rule in RULES} | {item.rule for item in generation().items}
    assert weighed <= {f"rule:{name}" for name in rules} | {f"kind:{kind}" for kind in Kind}


def test_a_rule_moves_the_score_by_its_weight():
    for name, weight in weights()["features"].items():
        if name.startswith("rule:"):
            moved = replace(GOOD, draft=replace(GOOD.draft, rule=name.removeprefix("rule:")))
            assert abs(margin(features(moved, [])) - margin(features(GOOD, [])) - weight) < 1e-9


@pytest.mark.parametrize(
    ("stem", "context", "clear"),
    [
        ("The storm sank the boat of Clara Weiss in 1963.", None, True),
        ("A storm sank 3 boats.", None, True),
        ("The proportion was 20 per cent.", None, False),
        ("The proportion was 20 per cent.", "In Norway a fifth of the boats sank.", True),
        ("It sank in 1963.", None, False),
        ("This boat of Clara Weiss sank in 1963.", None, False),
        ("Clara Weiss sold her boat in 1963.", None, True),
        ("Who said, “It sank in a storm”?", None, True),
    ],
)
def test_a_stem_is_settled_that_needs_nothing_before_it(stem, context, clear):
    assert settled(truth(stem, context=context).draft) is clear


def test_a_sentence_by_the_way_is_not_recommended():
    fact = replace(GOOD.draft.fact, salience=LEAST_SALIENCE - 0.01)
    minor = replace(GOOD, draft=replace(GOOD.draft, fact=fact))
    assert not held_back(GOOD.draft, [])
    assert held_back(minor.draft, [])
    assert not recommended(score(minor, []))


def test_a_doubt_holds_an_item_back():
    assert held_back(GOOD.draft, [Finding("F6", "", doubt=True)])


@pytest.mark.parametrize(
    ("usable", "rated", "trusted"), [(0, 0, True), (18, 20, True), (6, 9, True), (2, 7, False), (13, 33, False)]
)
def test_a_rule_is_trusted_while_raters_use_its_items(usable, rated, trusted):
    assert is_trusted(usable, rated) is trusted


def test_what_a_rule_writes_that_is_not_trusted_is_held_back():
    rule = next(rule for rule, counts in weights()["rules"].items() if not is_trusted(*counts))
    assert held_back(replace(GOOD.draft, rule=rule), [])


def test_threshold_divides():
    assert recommended(weights()["threshold"])
    assert not recommended(weights()["threshold"] - 0.01)


@given(st.dictionaries(st.text(max_size=8), st.floats(0, 1)))
def test_unknown_features_do_not_count(found):
    unknown = {f"no such feature {name}": value for name, value in found.items()}
    assert margin(unknown) == weights()["bias"]
