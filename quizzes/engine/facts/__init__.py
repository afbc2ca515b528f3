"""Facts: statements of the article that are worth asking about."""

from quizzes.engine.facts.find import find
from quizzes.engine.facts.values import Statement, Word

__all__ = ["Statement", "Word", "find"]
