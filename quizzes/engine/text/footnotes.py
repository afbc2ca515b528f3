"""Footnotes of a copied text: the notes at the foot of a page or at the end, and the marks that lead to them.

"[2]" behind a word is a mark wherever it stands. A figure that lost its raised place ("after the storm.3") is one
only where a note of that number stands below.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizzes.engine.text.characters import Line, Piece, cut
from quizzes.engine.text.removal import FOOTNOTE, MARK, left_out
from quizzes.engine.text.sentences import is_open
from quizzes.engine.text.values import Removed

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LABEL = re.compile(
    r"(?:\[(?P<boxed>\d{1,3})\]|(?P<raised>[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2})|(?P<plain>\d{1,3})(?:[.)]|(?= ))|(?P<sign>[*†‡]))"
    r" ?(?:\^ ?)?(?=[\w“‘\"'(\[])"
)
_HEADING = re.compile(r"(?:foot|end)?notes|references|notes and references|sources", re.I)
_RULE = re.compile(r"(?:[-–—_*·•~=] ?){3,}")
_BOXED = re.compile(
    r"(?:(?<=[^\s(\[]{2})(?:\[(?:\d{1,3}(?:[,–-] ?\d{1,3})*|(?:note |nb |n )\d{1,2}|citation needed)\])+"
    r"|(?<=[.,;:!?”’\"')\]])\[[a-z]\])(?!\w|\.\w|\()"
)
_LOOSE_BOXED = re.compile(r"(?<=\w)(?<!\bin)(?<!\bby)(?<!\bsee)(?<!\bof)(?<!\bto) \[\d{1,3}\](?=[.,;:]|$)")
_RAISED_MARK = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=[.,;:!?”’\"')%])|(?<=\b1[5-9]\d\d)|(?<=\b20\d\d))"
    r"[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2}(?:[ ,⁻–]{1,2}[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2})*(?![⁺⁻\w])"
)
# "the storm.3", "the storm3", "in 1974.2 The ferry"; not "3.5 metres", "mp3".
_SUNK = re.compile(
    r"(?:(?<=[^\W\d][^\W\d_][.,;:!?”’\"')])|(?<=[^\W\d_][.,;:!?][”’\"')])|(?<=[a-z]{2})|(?<=\d[)”])|(?<=\d\d[.,]))"
    r"(\d{1,3})(?=$|[ ”’)—–]|[.,;:!?](?!\w))"
)
_SIGN = re.compile(r"(?<=[\w.,;:”’])(?<![*†‡])([*†‡])(?=$|[ .,;:”’)])")
_SQUARES = re.compile(
    r"=\w+$|(?:\b|\d)(?:[kcdm]m|ft|yds?|mi|in|met(?:re|er)s?|miles?|feet|foot|inch(?:es)?|yards?|kilomet(?:re|er)s?)$",
    re.I,
)
_INSIDE = re.compile(r"\[(\d{1,3})\]")
_LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class _Note:
    """What may be a note: its lines, the form of its label ("boxed", "plain" ...), the label, whether a dot follows."""

    first: int
    end: int
    form: str
    label: str
    dotted: bool


@dataclass(frozen=True, slots=True, order=True)
class _Mark:
    line: int
    start: int
    end: int


def drop_notes(lines: list[Line]) -> tuple[list[Line], list[Removed]]:
    """Leave out the footnotes and their marks, and say where they stood."""
    notes, marks = _notes(lines)
    noted = {index for note in notes for index in range(note.first, note.end)}
    headings = _headings(lines, notes, noted)
    removed = [_removed(lines[note.first : note.end], FOOTNOTE) for note in notes]
    removed += [_removed(lines[index : index + 1], FOOTNOTE) for index in headings]
    gone = noted | headings
    by_line: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    for mark in marks:
        by_line[mark.line].add((mark.start, mark.end))
    boxed = any(note.form == "boxed" for note in notes)
    kept: list[Line] = []
    gap = page_break = False
    for index, line in enumerate(lines):
        page_break = page_break or (line.page_break and index in gone)
        if index in gone:
            gap = True
            continue
        spans = sorted(by_line[index] | set(_plain_marks(line.text, loose=boxed)))
        shown = _without(line, spans)
        removed += [_removed([_part(line, start, end)], MARK) for start, end in spans]
        if shown.text:
            kept.append(replace(shown, gap=shown.gap or gap, page_break=shown.page_break or page_break))
            gap = page_break = False
        else:
            gap = gap or line.gap
    return kept, sorted(removed, key=lambda each: each.start)


def _plain_marks(text: str, *, loose: bool) -> Iterator[tuple[int, int]]:
    """Give the marks that nothing else looks like: "[2]" and raised figures, but "km²" and "30 metres²"."""
    if "[" in text:
        for found in _BOXED.finditer(text):
            yield found.span()
        if loose:
            for found in _LOOSE_BOXED.finditer(text):
                yield found.span()
    for found in _RAISED_MARK.finditer(text):
        if found.group()[0] not in "²³" or not _SQUARES.search(text[: found.start()]):
            yield found.span()


def _notes(lines: Sequence[Line]) -> tuple[list[_Note], list[_Mark]]:
    """Find the notes that a mark above leads to, and the marks that need their notes to be known as such."""
    notes: list[_Note] = []
    marks: list[_Mark] = []
    blocks = _blocks(lines)
    if not blocks:
        return notes, marks
    above = _Above(lines)
    reached = _Mark(0, 0, 0)
    for block in blocks:
        found: list[_Note] = []
        led: list[_Mark] = []
        for note in block:
            mark = above.sunk(note, (led or [reached])[-1], block[0].first)
            if mark is not None:
                led.append(mark)
            if mark is not None or above.has_plain(note, block[0].first, at_end=block[-1].end == len(lines)):
                found.append(note)
        if found and len(found) >= _LEAST_SHARE * len(block):
            notes += block
            marks += led
            reached = _Mark(block[-1].end, 0, 0)
    return notes, marks


def _blocks(lines: Sequence[Line]) -> list[list[_Note]]:
    """Put together the lines that look like notes, count on, and have nothing between them."""
    blocks: list[list[_Note]] = []
    index = 0
    while index < len(lines):
        found = _LABEL.match(lines[index].text)
        last = blocks[-1][-1] if blocks else None
        follows = last is not None and last.end == index
        if found is None or not _may_begin(lines, index, found, last if follows else None):
            index += 1
            continue
        form = found.lastgroup or ""
        label = found.group(form).translate(_RAISED)
        note = _Note(index, _end(lines, index, form, label), form, label, "." in found.group())
        if follows and last is not None and last.form == form and (form == "sign" or int(label) == int(last.label) + 1):
            blocks[-1].append(note)
        else:
            blocks.append([note])
        index = note.end
    return blocks


def _may_begin(lines: Sequence[Line], index: int, found: re.Match[str], last: _Note | None) -> bool:
    """Tell where a note may begin: behind a gap, a rule or another note; or where a sentence ended."""
    if index == 0:
        return False
    before = lines[index - 1].text
    if lines[index].gap or last is not None or _RULE.fullmatch(before) or _HEADING.fullmatch(before):
        return True
    return not is_open(before) and found.lastgroup in ("boxed", "raised")


def _end(lines: Sequence[Line], first: int, form: str, label: str) -> int:
    """Give the line behind a note: the next gap, a page's number, or the next label."""
    for index in range(first + 1, len(lines)):
        found = _LABEL.match(lines[index].text)
        counts = found is not None and found.lastgroup == form
        if counts and found is not None and form != "sign":
            counts = int(found.group(form).translate(_RAISED)) == int(label) + 1
        if lines[index].gap or lines[index].page_break or counts or lines[index].text.isdigit():
            return index
    return len(lines)


class _Above:
    """Where the marks of a text stand, by their labels."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._plain: dict[str, int] = {}
        self._sunk: defaultdict[str, list[_Mark]] = defaultdict(list)
        self._behind_words: defaultdict[str, list[_Mark]] = defaultdict(list)
        for index, line in enumerate(lines):
            raised = (found.group().translate(_RAISED) for found in _RAISED_MARK.finditer(line.text))
            for label in {*_INSIDE.findall(line.text), *(label for run in raised for label in re.split("[ ,]+", run))}:
                self._plain.setdefault(label, index)
            for pattern in (_SUNK, _SIGN):
                for found in pattern.finditer(line.text):
                    if _ends_sentence(lines, index, found):
                        behind_word = found.group(1).isdigit() and line.text[found.start() - 1].isalpha()
                        places = self._behind_words if behind_word else self._sunk
                        places[found.group(1)].append(_Mark(index, found.start(), found.end()))

    def has_plain(self, note: _Note, before: int, *, at_end: bool) -> bool:
        """Tell whether "[1]" or a raised figure leads to the note; "1." may also be a list's, but not at the end."""
        if note.form == "sign" or self._plain.get(note.label, before) >= before:
            return False
        return note.form != "plain" or at_end or not note.dotted

    def sunk(self, note: _Note, after: _Mark, before: int) -> _Mark | None:
        """Find the sunk figure or sign that leads to a note, between the mark before it and the notes."""
        if note.form == "boxed":
            return None
        for places in (self._sunk, self._behind_words):
            at = bisect_left(places[note.label], after)
            if at < len(places[note.label]) and places[note.label][at].line < before:
                return places[note.label][at]
        return None


def _ends_sentence(lines: Sequence[Line], index: int, found: re.Match[str]) -> bool:
    """Tell a mark behind a figure from its decimals: "in 1974.2 The ferry", not "1974.2 metres"."""
    text = lines[index].text
    if found.start() < 2 or not (text[found.start() - 1] in ".," and text[found.start() - 2].isdigit()):
        return True
    following = text[found.end() :].strip() or (lines[index + 1].text if index + 1 < len(lines) else "A")
    return text[found.start() - 1] == "." and following[0].isupper()


def _headings(lines: Sequence[Line], notes: Sequence[_Note], noted: set[int]) -> set[int]:
    """Find "Notes", and the rule, right above the notes."""
    found: set[int] = set()
    for note in notes:
        at = note.first - 1
        while at > 0 and at not in noted and (_HEADING.fullmatch(lines[at].text) or _RULE.fullmatch(lines[at].text)):
            found.add(at)
            at -= 1
    return found


def _without(line: Line, spans: Sequence[tuple[int, int]]) -> Line:
    pieces = list(line.pieces)
    for start, end in reversed(spans):
        pieces = cut(pieces, start, end)
    return replace(line, text="".join(piece.text for piece in pieces), pieces=tuple(pieces)) if spans else line


def _part(line: Line, start: int, end: int) -> Line:
    pieces: list[Piece] = cut(cut(line.pieces, end, len(line.text)), 0, start)
    return replace(line, text=line.text[start:end], pieces=tuple(pieces))


def _removed(lines: Sequence[Line], reason: str) -> Removed:
    """Say where the lines stood in the raw text."""
    pieces = (piece for line in lines for piece in line.pieces)
    return left_out(pieces, " ".join(line.text for line in lines), reason)
