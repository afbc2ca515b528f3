"""From a file that a command names to its paragraphs."""

import sys
from pathlib import Path

from django.core.management.base import CommandError

from quizzes.engine.text import Cleaned, clean_blocks, clean_text, with_noise
from quizzes.intake import IntakeError, read

STDIN = "-"


def read_cleaned(name: str) -> Cleaned:
    """Read and clean a file of any kind, or standard input; else end the command with one sentence and status 2."""
    try:
        source = read(_bytes(name), name="" if name == STDIN else Path(name).name)
    except IntakeError as error:
        raise CommandError(f"“{name}”: {error}", returncode=2) from error
    if source.blocks is None:
        return with_noise(source.text, clean_text(source.text), source.notes)[1]
    return clean_blocks(source.blocks)[1]


def _bytes(name: str) -> bytes:
    if name == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise CommandError(f"“{name}” cannot be read ({reason}); give the path of a file.", returncode=2) from error
