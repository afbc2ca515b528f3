"""The place, day and agency that news puts before its first sentence: "VELL, March 14 (Reuters) — The pier ..."."""

import re
from collections.abc import Sequence

from quizzes.engine.text.characters import Piece, cut
from quizzes.engine.text.removal import DATELINE, left_out
from quizzes.engine.text.values import ParagraphKind, Removed

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_CAPITALS = r"[A-Z]{2}[A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}"
_REGION = r"(?:[,/] ?[A-Z][\w.’-]*(?: [A-Z][\w.’-]*){0,3}){0,2}"
_AGENCY = r"\((?:[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}|dpa)\)"
_NAME = r"[A-Z][\w.’-]+(?: [A-Z][\w.’-]+){0,3}"
# "LONDON —", "VELL, March 14 (Reuters) —", "Vell (Reuters) –"; then a sentence with its capital.
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}{_REGION}(?:,? {_DAY})?(?: {_AGENCY})?|{_NAME}(?:, {_NAME})?(?:, {_DAY})? {_AGENCY}"
    rf"|{_NAME}, {_DAY})"
    r" ?(?:[—–]|--?(?= ))[ ]*(?=[“‘\"']?[A-Z])"
)
_TOP = 5


def find_dateline(texts: Sequence[str], kinds: Sequence[ParagraphKind]) -> tuple[int, int] | None:
    """Give the index of the first body paragraph and the length of its dateline, or None."""
    for index, (text, kind) in enumerate(zip(texts[:_TOP], kinds, strict=False)):
        if kind is ParagraphKind.BODY:
            found = _DATELINE.match(text[:160])
            return (index, found.end()) if found and len(text) > 2 * found.end() else None
    return None


def removed_dateline(pieces: Sequence[Piece], end: int) -> Removed:
    """Say what the dateline of a paragraph was and where it stood in the raw text."""
    length = sum(len(piece.text) for piece in pieces)
    said = cut(pieces, end, length)
    return left_out(said, "".join(text for text, _ in said).strip(), DATELINE)
