"""From raw text to lines whose every code point remembers where it stood.

Here white space becomes plain, ligatures are spelled out, accents are composed, invisible characters go. Quotation
marks and dashes stay as they are.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizzes.engine.text.values import Segment

TAB_WIDTH = 4
# Soft hyphens (and what one PDF reader makes of them), zero-width marks, byte order mark, controls, lone surrogates.
SOFT_HYPHENS = "\u00ad\ufffe"
_INVISIBLE = SOFT_HYPHENS + "\u200b\u200e\u200f\u2060\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff"
_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPECIAL = re.compile(f"[\\s{_INVISIBLE}]{{2,}}|[^\\S ]|[{_INVISIBLE}]|[\ufb00-\ufb06]|\\w[\u0300-\u036f]")
_EDGE = re.compile(f"[\\s{_INVISIBLE}]*")
_TAIL = re.compile(f"[\\s{_INVISIBLE}]+")


class Piece(NamedTuple):
    """A stretch of clean text with the raw offset it was copied from, or None where it was written by the cleaner."""

    text: str
    raw: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something: its pieces, how far it is indented, and what stood before it.

    `gap` says that blank lines or dropped lines come before it, `page_break` that a form feed does, `soft` that an
    explicit soft hyphen ends it, `quoted` that it began with the mark of a quotation.
    """

    text: str
    pieces: tuple[Piece, ...]
    indent: int
    gap: bool
    page_break: bool
    soft: bool
    quoted: bool = False


def read_lines(raw: str) -> list[Line]:
    """Split raw text into its lines, without the blank ones."""
    lines: list[Line] = []
    gap = page_break = False
    for start, end, ending in _line_spans(raw):
        line = _read_line(raw, start, end, gap=gap, page_break=page_break)
        if line is None:
            gap = True
        else:
            lines.append(line)
            gap = page_break = False
        if ending == "\f":
            gap = page_break = True
    return lines


def _line_spans(raw: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for found in _BREAK.finditer(raw):
        yield start, found.start(), found.group()
        start = found.end()
    yield start, len(raw), ""


def _read_line(raw: str, start: int, end: int, *, gap: bool, page_break: bool) -> Line | None:
    """Read one line; None when nothing visible stands in it."""
    edge = _EDGE.match(raw, start, end)
    first = edge.end() if edge else start
    if first == end:
        return None
    pieces, soft = _pieces(raw, first, end)
    text = "".join(piece.text for piece in pieces)
    indent = sum(TAB_WIDTH if character == "\t" else character.isspace() for character in raw[start:first])
    return Line(text, tuple(pieces), indent, gap, page_break, soft)


def _pieces(raw: str, start: int, end: int) -> tuple[list[Piece], bool]:
    pieces: list[Piece] = []
    position = start
    soft = False
    for found in _SPECIAL.finditer(raw, start, end):
        if found.start() > position:
            pieces.append(Piece(raw[position : found.start()], position))
        position = found.end()
        if position == end and _TAIL.fullmatch(found.group()):
            soft = found.group()[0] in SOFT_HYPHENS
        else:
            pieces += _replacement(found.group(), found.start())
    if position < end:
        last = raw[position:end].rstrip()
        pieces.append(Piece(last, position))
    return pieces, soft


def _replacement(found: str, offset: int) -> list[Piece]:
    for index, character in enumerate(found):
        if character.isspace():
            return [Piece(" ", offset + index)]
    if _TAIL.fullmatch(found):
        return []
    composed = unicodedata.normalize("NFKC" if len(found) == 1 else "NFC", found)
    return [Piece(composed, offset if composed == found else None)]


def cut(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    """Leave out the code points from `start` to `end` of what the pieces say."""
    kept: list[Piece] = []
    offset = 0
    for text, raw in pieces:
        head, tail = text[: max(0, start - offset)], text[max(0, end - offset) :]
        if offset + len(text) <= start or offset >= end:
            kept.append(Piece(text, raw))
        else:
            kept += [Piece(head, raw)] if head else []
            kept += [Piece(tail, None if raw is None else raw + len(text) - len(tail))] if tail else []
        offset += len(text)
    return kept


def segments_of(pieces: Iterable[Piece]) -> tuple[Segment, ...]:
    """Give the map of clean to raw offsets; pieces that touch in both texts make one segment."""
    segments: list[Segment] = []
    clean = 0
    for text, raw in pieces:
        last = segments[-1] if segments else None
        if raw is not None and text:
            if last and last.clean + last.length == clean and last.raw + last.length == raw:
                segments[-1] = Segment(last.clean, last.raw, last.length + len(text))
            else:
                segments.append(Segment(clean, raw, len(text)))
        clean += len(text)
    return tuple(segments)
