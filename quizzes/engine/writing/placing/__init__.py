"""Where a sentence stands: what ties it to its neighbours, and the questions that rest on it."""

from quizzes.engine.writing.placing import insertion, missing

__all__ = ["insertion", "missing"]
