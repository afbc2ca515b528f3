"""What a reader of files makes of bytes."""

from collections.abc import Callable
from dataclasses import dataclass

from quizzes.engine.text import Block

Progress = Callable[[int, int], None]


class IntakeError(ValueError):
    """A file that cannot be read; the message is one sentence for the person who brought it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it was brought: its kind, its title where the file names one, and its raw text or its blocks.

    `kind` is one of text, markdown, html, pdf, docx and epub. With `blocks` the paragraphs are known and `text` is
    empty; without, `text` is raw and still to be cleaned. `notes` are blocks that a reader left out of `text`, each
    with its reason, and knows no place for in it.
    """

    kind: str
    title: str = ""
    text: str = ""
    blocks: tuple[Block, ...] | None = None
    notes: tuple[Block, ...] = ()
