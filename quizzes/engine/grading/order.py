"""Grading of an order: credit for the pairs of events that stand the right way round."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from quizzes.engine.grading.match import taken
from quizzes.engine.grading.values import WRONG, Verdict


def grade_order(
    given: Mapping[str, object], options: Sequence[Mapping[str, object]], prompts: Sequence[Mapping[str, object]]
) -> Verdict:
    """Grade `{"match": [...]}`, the event at each place, by Kendall's rank correlation, nothing below zero.

    The fraction is max(0, tau) with tau = (C - D) / (C + D), where C pairs of events stand in the right order and D
    in the wrong one (Kendall, "A New Measure of Rank Correlation", Biometrika 30, 1938). Unlike counting right places,
    it does not punish one displaced event once for each event behind it, and an order made by chance earns about
    nothing. A place left empty is no order, and earns nothing.
    """
    texts = taken(given, options, prompts)
    right = [prompt.get("match") for prompt in prompts]
    if not right or any(text not in right for text in texts):
        return WRONG
    ranks = [right.index(text) for text in texts]
    if len(ranks) == 1:
        return Verdict(1.0, "exact")
    agreed = [one < other for one, other in combinations(ranks, 2)]
    tau = (2 * sum(agreed) - len(agreed)) / len(agreed)
    if tau <= 0:
        return WRONG
    return Verdict(tau, "exact" if all(agreed) else "partial")
