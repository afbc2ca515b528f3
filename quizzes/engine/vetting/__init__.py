"""Vetting: one module a check of the rubric, the registry that runs them, and the score of what passes."""

from quizzes.engine.vetting.difficulty import difficulty
from quizzes.engine.vetting.ranking import recommended, score
from quizzes.engine.vetting.registry import CHECKS, findings, reason, refusal
from quizzes.engine.vetting.values import Case, Check, Finding

__all__ = ["CHECKS", "Case", "Check", "Finding", "difficulty", "findings", "reason", "recommended", "refusal", "score"]
