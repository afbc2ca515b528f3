import json
from dataclasses import replace

import pytest

from benchmarks import teachers
from benchmarks.logistic import Model
from benchmarks.rating.values import Verdict, write
from benchmarks.teachers import Example
from benchmarks.train_ranker import (
    BELIEVED,
    LEAST_OF_A_DAY,
    ROUND,
    TEMPLATE,
    chance,
    data_file,
    held_backs,
    held_out,
    main,
    own_examples,
    rates,
    threshold,
    trained,
)
from quizzes.engine.vetting.ranking import weights
from quizzes.engine.writing import RULES
from tests.benchmarks.rating.test_values import RATING

GROUP = {
    "doc_id": 3,
    "answer_span": "Clara Weiss",
    "context": "The storm came. The boat was designed by Clara Weiss. It sank.",
    "questions": [{"question": "Who designed the boat?", "label": 1}, {"question": "What name?", "label": 0}],
}


def rated(article, *, usable, **features):
    return replace(RATING, article=article, features=features, verdicts={"first": Verdict(usable)})


BATCH = [
    rated(f"article {number % 4}", usable=number % 3 > 0, good=float(number % 3 > 0), **{"rule:when": 1.0})
    for number in range(24)
]


def test_teachers_labels_become_examples(tmp_path):
    (tmp_path / "groups.jsonl").write_text(json.dumps(GROUP))
    accepted, refused = teachers.read(tmp_path / "groups.jsonl")
    assert (accepted.accepted, refused.accepted) == (True, False)
    assert accepted.article == "quiz design 3"
    assert accepted.features["asks_who"] == 1
    assert accepted.features["shared"] == 1


def test_teachers_labels_are_found_where_the_environment_says(tmp_path, monkeypatch):
    monkeypatch.setenv("BENCHMARK_DATA", str(tmp_path))
    assert teachers.examples() == []
    file = tmp_path / teachers.FILE
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(GROUP))
    assert len(teachers.examples()) == 2


def test_a_feature_that_a_batch_did_not_know_gets_the_mean():
    late = [rated("late", usable=True, good=0.2, early=1.0), rated("late", usable=True, good=0.4, early=0.5)]
    old, *_ = own_examples([[rated("old", usable=True, good=1.0)], late])
    assert old.features == {"good": 1.0, "early": 0.75, f"{ROUND}{RATING.rated}": 1.0}


def test_other_makers_items_are_no_examples():
    assert own_examples([[replace(BATCH[0], source="expert")]]) == []


def test_an_article_is_judged_by_a_model_that_did_not_see_it():
    examples = own_examples([BATCH])
    seen = []

    def train(rest):
        seen.append({example.article for example in rest})
        return Model(0.0, {"good": 1.0})

    assert held_out(examples, train) == [example.features["good"] for example in examples]
    assert all(len(articles) == 3 for articles in seen)


def test_teachers_do_not_move_how_strict_the_own_raters_are():
    kind = [Example({"good": 0.5}, True, "teachers")] * 500
    model, helped = trained(own_examples([BATCH]), []), trained(own_examples([BATCH]), kind)
    assert helped.margin({"good": 1.0}) == pytest.approx(model.margin({"good": 1.0}), abs=0.2)


def test_a_kind_that_nobody_rated_is_as_good_as_believed():
    model = trained(own_examples([BATCH]), [])
    for kind, (usable, _) in BELIEVED.items():
        margin = model.margin({TEMPLATE: 1.0, f"kind:{kind}": 1.0, "matters": 0.5})
        assert chance(margin) == pytest.approx(usable, abs=0.1)


def test_threshold_is_the_lowest_that_keeps_the_target():
    examples = [Example({}, number < 15, "one") for number in range(20)]
    margins = [float(15 - number) for number in range(20)]
    assert threshold(examples, margins) == pytest.approx(0.5, abs=0.001)  # 15 of the first 16


def test_threshold_leaves_enough_where_the_target_is_out_of_reach():
    examples = [Example({}, False, "one") for _ in range(20)]
    assert threshold(examples, [float(13 - number) for number in range(20)]) == pytest.approx(0.5, abs=0.001)


def test_threshold_is_read_from_the_last_round_where_it_is_large_enough():
    early = [Example({f"{ROUND}2026-01-01": 1.0}, False, "one") for _ in range(200)]
    late = [Example({f"{ROUND}2026-01-02": 1.0}, True, "two") for _ in range(LEAST_OF_A_DAY)]
    margins = [2.0] * len(early) + [1.0] * len(late)
    assert threshold([*early, *late], margins) == pytest.approx(chance(1.0), abs=0.001)
    assert threshold([*early, *late[:-1]], margins[:-1]) == pytest.approx(chance(2.0), abs=0.001)


def test_threshold_is_not_read_from_what_is_held_back_in_any_case():
    held = [Example({"doubt": 1.0}, False, "one") for _ in range(5)]
    free = [Example({}, True, "one") for _ in range(5)]
    assert threshold([*held, *free], [2.0] * 5 + [1.0] * 5) == pytest.approx(chance(1.0), abs=0.001)


def test_scores_are_of_the_level_of_the_last_round():
    weak = [rated(f"early {number}", usable=False, good=0.5) for number in range(20)]
    strong = [replace(rated(f"late {number}", usable=True, good=0.5), rated="2026-02-01") for number in range(20)]
    model = trained(own_examples([weak, strong]), [])
    assert not any(name.startswith(ROUND) for name in model.weights)
    assert chance(model.margin({"good": 0.5})) > 0.7
    assert chance(trained(own_examples([weak, strong]), [], last=weak[0].rated).margin({"good": 0.5})) < 0.3


def test_an_item_is_good_when_both_raters_would_use_it():
    split = replace(RATING, features={"good": 1.0}, verdicts={"first": Verdict(True), "second": Verdict(False)})
    assert [example.accepted for example in own_examples([[split]])] == [False]


def test_weights_name_rules_in_force_only():
    known = {"rule:no-such-rule": 1.0, f"rule:{RULES[0].name}": 1.0, "cut": 0.00001}
    assert list(json.loads(data_file(Model(0.0, known), 0.5, {}, {}))["features"]) == [f"rule:{RULES[0].name}"]


def test_rules_are_counted_where_they_were_rated_last():
    early = Example({f"{ROUND}2026-01-01": 1.0, "rule:when": 1.0}, True, "one")
    late = [Example({f"{ROUND}2026-01-02": 1.0, "rule:when": 1.0}, usable, "two") for usable in (True, False, False)]
    assert rates([early, *late]) == {"when": (1, 3)}
    counted = json.loads(data_file(Model(0.0, {}), 0.5, {}, {"when": (1, 3), "no-such-rule": (1, 1)}))
    assert counted["rules"] == {"when": [1, 3]}


def test_an_item_of_a_rule_that_fails_elsewhere_is_held_back():
    bad = [Example({"rule:when": 1.0}, False, "one") for _ in range(9)]
    assert held_backs([*bad, Example({"rule:when": 1.0}, True, "two")]) == [False] * 9 + [True]


def test_command_prints_how_good_the_model_is(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("BENCHMARK_DATA", str(tmp_path))
    write(tmp_path / "round.jsonl", BATCH)
    assert main([str(tmp_path / "round.jsonl")]) == 0
    printed = dict(line.split(": ") for line in capsys.readouterr().out.splitlines())
    assert float(printed["own_auc"]) == 1
    assert printed["own_articles"] == "4"


def test_one_article_is_not_enough(tmp_path, capsys):
    write(tmp_path / "round.jsonl", BATCH[:1])
    assert main([str(tmp_path / "round.jsonl")]) == 2
    assert "two articles" in capsys.readouterr().err


def test_the_data_file_says_what_it_was_trained_on():
    assert weights()["trained"]["own_examples"] > 0
    assert 0 < weights()["threshold"] < 1
