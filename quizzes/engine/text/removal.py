"""What is left out of a text, and why: the codes that every reader gives, and where it stood."""

from collections.abc import Iterable

from quizzes.engine.text.characters import Piece
from quizzes.engine.text.values import Removed

PAGE_NUMBER, RUNNING_HEAD, PRINTED = "page number", "running head", "print header"
FOOTNOTE, MARK, DATELINE = "footnote", "mark", "dateline"
MENU, CAPTION, NOTICE, BYLINE, REPEATED, COMMENT = "menu", "caption", "notice", "byline", "repeated", "comment"
BOX = "text box"
REASONS = (
    *(PAGE_NUMBER, RUNNING_HEAD, PRINTED, FOOTNOTE, MARK, DATELINE),
    *(MENU, CAPTION, NOTICE, BYLINE, REPEATED, COMMENT, BOX),
)


def left_out(pieces: Iterable[Piece], text: str, reason: str) -> Removed:
    """Say where what stood in the pieces was in the raw text; ligatures written out have no place of their own."""
    placed = [(raw, raw + len(words)) for words, raw in pieces if raw is not None]
    return Removed(placed[0][0], placed[-1][1], text, reason)
