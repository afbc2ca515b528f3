"""Distractors: wrong options from the article first, each with its own span, and figures made to fill."""

from quizzes.engine.distractors.bounds import bounds, within
from quizzes.engine.distractors.candidates import kin, says_the_same
from quizzes.engine.distractors.selection import with_options

__all__ = ["bounds", "kin", "says_the_same", "with_options", "within"]
