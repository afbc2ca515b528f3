"""Writing: drafts from statements, one module a rule family."""

from quizzes.engine.writing.registry import RULES
from quizzes.engine.writing.rule import Article, Rule
from quizzes.engine.writing.write import write

__all__ = ["RULES", "Article", "Rule", "write"]
