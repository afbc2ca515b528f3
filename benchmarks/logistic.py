"""Logistic regression in a few lines: Newton's method with a Gaussian prior: few examples give small weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
STEPS = 30
SETTLED = 1e-8


@dataclass(frozen=True, slots=True)
class Model:
    """A bias and a weight a feature."""

    bias: float
    weights: dict[str, float]

    def margin(self, features: Mapping[str, float]) -> float:
        """Return the log-odds of usable; a feature that an example lacks counts as 0."""
        return self.bias + sum(weight * features.get(name, 0.0) for name, weight in self.weights.items())


def matrix(examples: Sequence[Mapping[str, float]], names: Sequence[str]) -> Vector:
    """Return one row an example and one column a name."""
    return np.array([[example.get(name, 0.0) for name in names] for example in examples], dtype=np.float64)


def fit(
    examples: Sequence[Mapping[str, float]],
    labels: Sequence[float],
    spread: Mapping[str, float],
    weights: Sequence[float] | None = None,
) -> Model:
    """Fit a weight for each name of `spread`, whose value is the standard deviation that its prior allows around 0.

    A label is the share of raters who found the item usable; `weights` count an example more or less than once.
    """
    names = sorted(spread)
    values = matrix(examples, names)
    centre = values.mean(axis=0)
    design = np.hstack([np.ones((len(values), 1)), values - centre])
    prior = np.array([0.0, *(1 / spread[name] ** 2 for name in names)])
    target = np.array(labels, dtype=np.float64)
    counts = np.ones(len(target)) if weights is None else np.array(weights, dtype=np.float64)
    found = _newton(design, target, counts, prior)
    bias = float(found[0] - centre @ found[1:])
    return Model(bias, {name: float(value) for name, value in zip(names, found[1:], strict=True)})


def _newton(design: Vector, target: Vector, counts: Vector, prior: Vector) -> Vector:
    found = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = probability(design @ found)
        slope = design.T @ (counts * (target - chance)) - prior * found
        curve = (design * (counts * chance * (1 - chance))[:, None]).T @ design + np.diag(prior)
        curve[0, 0] += 1e-6  # all examples alike: the bias alone has no prior
        step = np.linalg.solve(curve, slope)
        found = found + np.clip(step, -2, 2)
        if float(np.abs(step).max()) < SETTLED:
            break
    return found


def probability(margin: Vector) -> Vector:
    """Return the chance that belongs to log-odds."""
    chance: Vector = 1 / (1 + np.exp(-np.clip(margin, -30, 30)))
    return chance


def area(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Return the area under the ROC curve: how often a usable item stands above one that is not; ties count half."""
    good = [score for score, label in zip(scores, labels, strict=True) if label]
    bad = [score for score, label in zip(scores, labels, strict=True) if not label]
    if not good or not bad:
        return 0.5
    wins = sum((one > other) + 0.5 * (one == other) for one in good for other in bad)
    return float(wins / (len(good) * len(bad)))
