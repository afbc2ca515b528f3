"""Explanations: why the key is right, why the chosen option is wrong, and where each stands."""

from quizzes.engine.explanations.quoting import evidence, inner, shortened
from quizzes.engine.explanations.why import (
    of_choice,
    of_distractor,
    of_event,
    of_false,
    of_key,
    of_made_figure,
    of_pair,
    of_referent,
    of_true,
    of_unmatched,
)

__all__ = [
    "evidence",
    "inner",
    "of_choice",
    "of_distractor",
    "of_event",
    "of_false",
    "of_key",
    "of_made_figure",
    "of_pair",
    "of_referent",
    "of_true",
    "of_unmatched",
    "shortened",
]
