"""Bytes in, text out: what an instructor uploads becomes text, or a sentence that says why not."""

from quizzes.intake.decoding import MAXIMUM_BYTES, IntakeError, decode

__all__ = ["MAXIMUM_BYTES", "IntakeError", "decode"]
