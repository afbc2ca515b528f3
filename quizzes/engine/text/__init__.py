"""Spans and cleaning: a messy text becomes paragraphs with stable ids that remember where they stood in it."""

from quizzes.engine.text.cleaning import clean, stable_ids
from quizzes.engine.text.reading import guess_title, raw_offset, words
from quizzes.engine.text.values import Paragraph, ParagraphKind, Segment

__all__ = ["Paragraph", "ParagraphKind", "Segment", "clean", "guess_title", "raw_offset", "stable_ids", "words"]
