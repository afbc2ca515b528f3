"""From a copied text to numbered paragraphs that remember where they stood in it."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from quizzes.engine.text.characters import Line, Piece, cut, read_lines, segments_of
from quizzes.engine.text.datelines import find_dateline, removed_dateline
from quizzes.engine.text.hyphens import Evidence, gather_evidence, is_suspended, keeps_hyphen
from quizzes.engine.text.kinds import classify
from quizzes.engine.text.layout import group_lines, without_bullet
from quizzes.engine.text.leads import count_capitals, dropped_capital, lower_small_capitals
from quizzes.engine.text.noise import drop_noise
from quizzes.engine.text.quotations import without_quotation_marks
from quizzes.engine.text.sentences import ends_with_hyphen
from quizzes.engine.text.values import Cleaned, Paragraph, ParagraphKind, Removed

_ID_LENGTH = 12
_CLOSED_UP = "—/"


def clean(raw: str) -> tuple[Paragraph, ...]:
    """Turn text as it was brought into paragraphs: columns undone, divided words joined, page furniture left out.

    Within a segment each clean code point is the raw one, but for white space that became a plain space and a capital
    of a decorated beginning that became small.
    """
    return clean_text(raw).paragraphs


def clean_text(raw: str) -> Cleaned:
    """Do the same and say what was left out."""
    lines, removed = drop_noise(without_quotation_marks(read_lines(raw)))
    evidence = gather_evidence(line.text for line in lines)
    groups = group_lines(lines)
    bodies = [_joined(group, evidence) for group in groups]
    listed = [without_bullet(_text(pieces)) for pieces in bodies]
    bodies = [cut(pieces, 0, mark) if mark else pieces for pieces, mark in zip(bodies, listed, strict=True)]
    bodies = _plain_leads(bodies)
    texts = [_text(pieces) for pieces in bodies]
    kinds = classify(texts, [mark > 0 for mark in listed], [group[0].quoted for group in groups])
    return numbered(texts, kinds, bodies, removed)


def numbered(
    texts: Sequence[str], kinds: Sequence[ParagraphKind], bodies: Sequence[Sequence[Piece]], removed: Sequence[Removed]
) -> Cleaned:
    """Make paragraphs of what was read, without the dateline before the first sentence; what went is put in order."""
    texts, bodies, gone = list(texts), list(bodies), list(removed)
    if dateline := find_dateline(texts, kinds):
        at, end = dateline
        gone.append(removed_dateline(bodies[at], end))
        bodies[at] = cut(bodies[at], 0, end)
        texts[at] = texts[at][end:]
    rows = zip(stable_ids(texts), kinds, texts, bodies, strict=True)
    paragraphs = tuple(
        Paragraph(id, number, kind, text, segments_of(pieces))
        for number, (id, kind, text, pieces) in enumerate(rows, start=1)
    )
    return Cleaned(paragraphs, tuple(sorted(gone, key=lambda each: each.start)))


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _joined(group: Sequence[Line], evidence: Evidence) -> list[Piece]:
    """Write the lines of one paragraph as one line."""
    pieces = list(group[0].pieces)
    for before, line in pairwise(group):
        if before.soft:
            pass
        elif not ends_with_hyphen(before.text) or is_suspended(before.text, line.text):
            closed = before.text[-1] in _CLOSED_UP or (line.text[0] in _CLOSED_UP and line.text[1:2] != " ")
            pieces += [] if closed and before.text[-2:-1] != " " else [Piece(" ", None)]
        elif line.text[0].isalnum() and not keeps_hyphen(before.text, line.text, evidence):
            pieces[-1] = Piece(pieces[-1].text[:-1], pieces[-1].raw)
        pieces += line.pieces
    return pieces


def _plain_leads(bodies: list[list[Piece]]) -> list[list[Piece]]:
    """Undo the drop capitals, and the small capitals behind them."""
    written: Counter[str] | None = None
    plain = []
    for pieces in bodies:
        space = dropped_capital(_text(pieces[:8])) if pieces else None
        if space is None:
            plain.append(pieces)
            continue
        written = written or count_capitals(_text(body) for body in bodies)
        joined = cut(pieces, space, space + 1)
        plain.append(_rewritten(joined, lower_small_capitals(_text(joined), written)))
    return plain


def _rewritten(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """Give the pieces with other letters of the same number."""
    rewritten = []
    offset = 0
    for piece in pieces:
        rewritten.append(Piece(text[offset : offset + len(piece.text)], piece.raw))
        offset += len(piece.text)
    return rewritten


def stable_ids(texts: Sequence[str]) -> list[str]:
    """Name each paragraph by a hash of what it says and its occurrence number, so that edits elsewhere do not matter.

    Case, white space, accents' form and the style of quotation marks do not count.
    """
    seen: Counter[str] = Counter()
    ids = []
    for text in texts:
        plain = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN_QUOTES)
        digest = hashlib.sha256(" ".join(plain.split()).encode()).hexdigest()[:_ID_LENGTH]
        seen[digest] += 1
        ids.append(f"{digest}-{seen[digest]}")
    return ids


_PLAIN_QUOTES = str.maketrans("“”‘’", "\"\"''")
