"""Paragraphs while a person edits them: what they say changes, and the map to the raw text follows.

A paragraph that is left out, as noise or by hand, stays in its place with the reason, so that it can be brought back.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizzes.engine.text.characters import Piece, read_lines, segments_of
from quizzes.engine.text.values import ParagraphKind, Segment

LONGEST = 20_000
DROPPED = "dropped"
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)")


@dataclass(frozen=True, slots=True)
class Working:
    """A paragraph being edited: `key` stands for it, whatever becomes of its text and its place.

    `origin` names the stored paragraphs it came from; `was` is the print of the one whose place it has, "" for none;
    `out` is the reason why it is left out, "" while it stands in the text; `moved` counts the places that it was moved
    down (up is negative). After moves and merges the raw offsets of `segments` need not ascend; the clean ones do.
    """

    key: str
    kind: ParagraphKind
    text: str
    segments: tuple[Segment, ...] = ()
    origin: tuple[str, ...] = ()
    was: str = ""
    out: str = ""
    moved: int = 0


def fold(text: str) -> str:
    """Bring what a person typed onto one line: white space folded, invisible characters and controls gone."""
    return " ".join(line.text for line in read_lines(text))


def parts(text: str) -> list[str]:
    """Divide what a person typed at its blank lines, each part folded, without the empty ones."""
    return [folded for part in _BLANK_LINE.split(text) if (folded := fold(part))]


def print_of(kind: ParagraphKind, text: str) -> str:
    """Give a short print of a paragraph: its kind, a colon, and a digest of its exact text."""
    return f"{kind.value}:{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def copied(raw: str, start: int) -> tuple[str, tuple[Segment, ...]]:
    """Fold a stretch of the raw text that begins at `start`, and give its map."""
    pieces: list[Piece] = []
    for line in read_lines(raw):
        pieces += [Piece(" ", None)] if pieces else []
        pieces += line.pieces
    segments = segments_of(pieces)
    return "".join(piece.text for piece in pieces), tuple(
        replace(segment, raw=segment.raw + start) for segment in segments
    )


def cut(segments: Sequence[Segment], start: int, end: int) -> tuple[Segment, ...]:
    """Give the map of the clean text from `start` to `end`, counted from `start`."""
    kept = []
    for segment in segments:
        first, last = max(segment.clean, start), min(segment.clean + segment.length, end)
        if first < last:
            kept.append(Segment(first - start, segment.raw + first - segment.clean, last - first))
    return tuple(kept)


def shift(segments: Sequence[Segment], by: int) -> tuple[Segment, ...]:
    """Move a map along the clean text."""
    return tuple(replace(segment, clean=segment.clean + by) for segment in segments)


def rewrite(paragraph: Working, text: str) -> Working:
    """Give the paragraph another text; the head and the tail that stay the same keep their map."""
    old = paragraph.text
    shorter = min(len(old), len(text))
    head = next((place for place in range(shorter) if old[place] != text[place]), shorter)
    rest = shorter - head
    tail = next((back for back in range(rest) if old[-1 - back] != text[-1 - back]), rest)
    begun = cut(paragraph.segments, 0, head)
    ended = cut(paragraph.segments, len(old) - tail, len(old))
    return replace(paragraph, text=text, segments=begun + shift(ended, len(text) - tail))


def divide(paragraph: Working, texts: Sequence[str], keys: Sequence[str]) -> tuple[Working, ...]:
    """Make a paragraph of each text; the first keeps the key, the others take `keys` and no place of their own."""
    whole = rewrite(paragraph, " ".join(texts))
    made, start = [], 0
    for key, text in zip([paragraph.key, *keys], texts, strict=True):
        segments = cut(whole.segments, start, start + len(text))
        part = replace(whole, key=key, text=text, segments=segments)
        made.append(part if key == paragraph.key else replace(part, was="", moved=0))
        start += len(text) + 1
    return tuple(made)


def merge(first: Working, second: Working) -> Working:
    """Write two paragraphs as one, with a space between; it is of the first one's kind and has its place."""
    segments = first.segments + shift(second.segments, len(first.text) + 1)
    origin = tuple(dict.fromkeys(first.origin + second.origin))
    return replace(first, text=f"{first.text} {second.text}", segments=segments, origin=origin)


def insert(paragraph: Working, other: Working) -> Working:
    """Write `other` into the paragraph, where the raw text has it, else at the end: a mark goes back to its word."""
    place = _place(paragraph, other)
    if place is None:
        return merge(paragraph, other)
    at, glued_before, glued_after = place
    head, tail = paragraph.text[:at], paragraph.text[at:]
    before = "" if glued_before or head.endswith(" ") else " "
    after = "" if glued_after or tail.startswith(" ") else " "
    segments = (
        *cut(paragraph.segments, 0, at),
        *shift(other.segments, at + len(before)),
        *shift(cut(paragraph.segments, at, len(paragraph.text)), at + len(before) + len(other.text) + len(after)),
    )
    origin = tuple(dict.fromkeys(paragraph.origin + other.origin))
    return replace(paragraph, text=head + before + other.text + after + tail, segments=segments, origin=origin)


def _place(paragraph: Working, other: Working) -> tuple[int, bool, bool] | None:
    """Find where in the paragraph the raw text has `other`, and on which sides it touches what is there."""
    if not other.segments:
        return None
    start, end = raw_span(other)
    before = [segment for segment in paragraph.segments if segment.raw + segment.length <= start]
    behind = [segment for segment in paragraph.segments if segment.raw >= end]
    if not before or not behind or len(before) + len(behind) != len(paragraph.segments):
        return None
    last = max(before, key=lambda segment: segment.raw)
    following = min(behind, key=lambda segment: segment.raw)
    at = last.clean + last.length
    if following.clean < at:
        return None
    glued = (last.raw + last.length == start, following.raw == end)
    if not any(glued):  # a divided word is whole again: what stood between its halves goes behind it
        while at < len(paragraph.text) and paragraph.text[at - 1] != " " != paragraph.text[at]:
            at += 1
    return (at, *glued) if at < len(paragraph.text) else None


def raw_span(paragraph: Working) -> tuple[int, int]:
    """Give where the paragraph begins and ends in the raw text; it must have a map."""
    return (
        min(segment.raw for segment in paragraph.segments),
        max(segment.raw + segment.length for segment in paragraph.segments),
    )
