import numpy as np
import pytest

from benchmarks.logistic import Model, area, fit, probability

EXAMPLES = [{"good": 1.0, "length": 0.1 * (number % 7)} for number in range(20)]
EXAMPLES += [{"length": 0.1 * (number % 7)} for number in range(20)]
LABELS = [1.0] * 18 + [0.0] * 2 + [1.0] * 4 + [0.0] * 16


def test_a_feature_of_accepted_examples_gets_a_positive_weight():
    model = fit(EXAMPLES, LABELS, {"good": 1.0, "length": 1.0})
    assert model.weights["good"] > 1
    assert abs(model.weights["length"]) < model.weights["good"]


def test_a_narrow_prior_keeps_weights_small():
    wide, narrow = (fit(EXAMPLES, LABELS, {"good": spread}) for spread in (2.0, 0.1))
    assert 0 < narrow.weights["good"] < wide.weights["good"] / 5


def test_chances_add_up_to_the_accepted():
    model = fit(EXAMPLES, LABELS, {"good": 1.0, "length": 1.0})
    chances = probability(np.array([model.margin(example) for example in EXAMPLES]))
    assert chances.sum() == pytest.approx(sum(LABELS), abs=0.01)


def test_counting_an_example_twice_is_like_giving_it_twice():
    twice = fit(EXAMPLES + EXAMPLES[:5], LABELS + LABELS[:5], {"good": 1.0})
    counted = fit(EXAMPLES, LABELS, {"good": 1.0}, [2.0] * 5 + [1.0] * 35)
    assert twice.weights["good"] == pytest.approx(counted.weights["good"], abs=1e-6)


def test_examples_that_are_all_alike_can_be_fitted():
    assert fit([{"good": 1.0}] * 3, [1.0, 1.0, 1.0], {"good": 1.0}).margin({"good": 1.0}) > 0


def test_a_feature_that_is_not_there_counts_as_0():
    assert Model(0.5, {"good": 2.0}).margin({}) == 0.5


@pytest.mark.parametrize(
    ("scores", "labels", "value"),
    [
        ([3, 2, 1, 0], [True, True, False, False], 1.0),
        ([0, 1], [True, False], 0.0),
        ([1, 1], [True, False], 0.5),
        ([1, 2], [True, True], 0.5),
    ],
)
def test_area_under_the_curve(scores, labels, value):
    assert area(scores, labels) == value
