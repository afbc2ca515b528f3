"""Locate: which sentence of a paragraph answers a question, or shows what a statement says."""

from quizzes.engine.writing.locate.drafts import write_questions, write_statements

__all__ = ["write_questions", "write_statements"]
