"""Spans and cleaning: a messy text becomes paragraphs with stable ids that remember where they stood in it."""

from quizzes.engine.text.blocks import Block, clean_blocks, with_noise
from quizzes.engine.text.cleaning import clean, clean_text, stable_ids
from quizzes.engine.text.reading import guess_title, raw_offset, words
from quizzes.engine.text.values import Cleaned, Paragraph, ParagraphKind, Removed, Segment

__all__ = [
    "Block",
    "Cleaned",
    "Paragraph",
    "ParagraphKind",
    "Removed",
    "Segment",
    "clean",
    "clean_blocks",
    "clean_text",
    "guess_title",
    "raw_offset",
    "stable_ids",
    "with_noise",
    "words",
]
