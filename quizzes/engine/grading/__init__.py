"""Grading: what was given, compared with the keys."""

from quizzes.engine.grading.again import Marked, Mismatch, grade_again, mismatch
from quizzes.engine.grading.dispatch import grade
from quizzes.engine.grading.gaps import ALSO, keys_of_gap, texts_given
from quizzes.engine.grading.lookalikes import lookalikes
from quizzes.engine.grading.proofs import evidence_share
from quizzes.engine.grading.rules import LOOKALIKES, Rule
from quizzes.engine.grading.values import Verdict

__all__ = [
    "ALSO",
    "LOOKALIKES",
    "Marked",
    "Mismatch",
    "Rule",
    "Verdict",
    "evidence_share",
    "grade",
    "grade_again",
    "keys_of_gap",
    "lookalikes",
    "mismatch",
    "texts_given",
]
