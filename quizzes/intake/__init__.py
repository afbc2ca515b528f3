"""Bytes in, text out: what an instructor uploads becomes text, or a sentence that says why not."""

from quizzes.intake.decoding import MAXIMUM_BYTES, decode
from quizzes.intake.kinds import Kind, kind_of
from quizzes.intake.reading import read
from quizzes.intake.values import IntakeError, Progress, Source

__all__ = ["MAXIMUM_BYTES", "IntakeError", "Kind", "Progress", "Source", "decode", "kind_of", "read"]
