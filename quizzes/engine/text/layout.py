"""Which lines belong together: columns and wrapped lines, paragraphs by gap, by indent or by line, headings."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizzes.engine.text.characters import Line
from quizzes.engine.text.sentences import continues, ends_with_hyphen, is_dangling, is_open

_BULLET = re.compile(r"[•◦▪‣·]\s*(?=\S)|[-*–]\s+(?=\S)")
_NUMBERED = re.compile(r"\(?(\d{1,2})[.)] (?=\S)")
# A share of the line ends that cut a sentence above this means that the lines are wrapped.
_WRAPPED_SHARE = 0.3
_NARROWEST = 20
# A line is full when the next word would have brought it to this share of the width (letters differ in width).
_FULL, _CLEARLY_SHORT, _SHORT = 0.88, 0.76, 0.55
_DEEPEST_INDENT = 10
# An unwrapped line that breaks off in mid-sentence was torn by a page's end only when it is a long one.
_LONG_LINE = 60
_HEADING_LINES, _HEADING_WORDS, _QUESTION_WORDS = 4, 22, 6
# The line below a title, whatever the title looks like.
_BYLINE = re.compile(r"By [A-Z][\w’-]+ [A-Z]")
_TOP = 8


@dataclass(frozen=True, slots=True)
class Shape:
    """How the text is laid out: whether lines are wrapped, how wide, and whether indents begin paragraphs."""

    wrapped: bool
    width: int
    indented: bool
    margin: int
    numbered: frozenset[int]


def group_lines(lines: Sequence[Line]) -> list[list[Line]]:
    """Put the lines of each paragraph together."""
    if not lines:
        return []
    shape = _shape(lines)
    heading_starts = _heading_starts(lines)
    groups = [[lines[0]]]
    for index in range(1, len(lines)):
        if _starts_paragraph(groups[-1], index, lines, shape, heading_starts):
            groups.append([lines[index]])
        else:
            groups[-1].append(lines[index])
    return groups


def is_bullet(text: str) -> bool:
    """Tell whether the line begins with the mark of a list item."""
    return _BULLET.match(text) is not None


def without_bullet(text: str) -> int:
    """Give the length of the list mark that the line begins with."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def _shape(lines: Sequence[Line]) -> Shape:
    pairs = [(before, after) for before, after in pairwise(lines) if not after.gap]
    cut = sum(is_open(before.text) and continues(after.text) for before, after in pairs)
    lengths = sorted(len(line.text) for line in lines)
    margin = Counter(line.indent for line in lines).most_common(1)[0][0]
    deeper = [is_open(before.text) for before, after in pairs if margin < after.indent <= margin + _DEEPEST_INDENT]
    flush = len(lines) - len(deeper)
    return Shape(
        wrapped=cut > 0 and cut >= _WRAPPED_SHARE * len(pairs),
        width=max(_NARROWEST, lengths[len(lengths) * 9 // 10]),
        indented=bool(deeper) and flush > len(deeper) and 3 * sum(deeper) <= len(deeper),
        margin=margin,
        numbered=_numbered(lines),
    )


def _numbered(lines: Sequence[Line]) -> frozenset[int]:
    """Find the lines of numbered lists: they count from 1 and each begins where a sentence may begin."""
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate(lines):
        number = _NUMBERED.match(line.text)
        if number is None or (index and not line.gap and is_open(lines[index - 1].text) and not run):
            continue
        if int(number.group(1)) == len(run) + 1:
            run.append(index)
        else:
            run = [index] if int(number.group(1)) == 1 else []
        if len(run) > 1:
            found.update(run)
    return frozenset(found)


def _heading_starts(lines: Sequence[Line]) -> frozenset[int]:
    """Find where a few lines between two gaps look like a heading."""
    starts: set[int] = set()
    first = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and not lines[index].gap:
            continue
        follows = index < len(lines) and not continues(lines[index].text)
        texts = [line.text for line in lines[first:index]]
        if follows and (looks_like_heading(texts) or _is_short_question(texts)):
            starts.add(first)
        first = index
    return frozenset(starts)


def _is_short_question(texts: Sequence[str]) -> bool:
    whole = " ".join(texts)
    return whole.endswith("?") and len(whole.split()) <= _QUESTION_WORDS and looks_like_heading([whole[:-1]])


def looks_like_heading(texts: Sequence[str]) -> bool:
    """Tell whether the lines could be a title or heading: few words, a capital first, no full stop, nothing hanging."""
    if len(texts) > _HEADING_LINES:
        return False
    whole = " ".join(texts)
    if len(whole.split()) > _HEADING_WORDS or continues(whole) or is_dangling(whole):
        return False
    return is_open(whole) and not ends_with_hyphen(whole) and not re.search(r"[.!?…] \W?[A-Z]", whole)


def _starts_paragraph(
    group: list[Line], index: int, lines: Sequence[Line], shape: Shape, heading_starts: frozenset[int]
) -> bool:
    before, line = group[-1], lines[index]
    open_before = is_open(before.text)
    if line.quoted != before.quoted or (line.gap and index <= _TOP and _BYLINE.match(line.text)):
        return True
    if _is_list_start(index, line, open_before=open_before, shape=shape):
        return True
    if not shape.wrapped:
        torn = len(before.text) >= _LONG_LINE or line.page_break or is_dangling(before.text)
        return not (_divided(before, line) or (torn and open_before and continues(line.text)))
    if _divided(before, line) or (open_before and (continues(line.text) or is_dangling(before.text))):
        return False
    full = _is_full(before, line, shape, _FULL)
    cut_by_page = line.page_break and (not open_before or (full and not line.text[0].isupper()))
    if line.gap and is_bullet(group[0].text) and not cut_by_page:
        return True
    if shape.indented and shape.margin < line.indent <= shape.margin + _DEEPEST_INDENT:
        return True
    if not open_before:
        if full and before.text[-1] == ":" and line.text[0].islower():
            return False
        if line.gap and not line.page_break and before.text[-1] == "?" and _may_be_heading(group):
            return True
        return _starts_sentence_apart(before, line, shape, is_heading=index in heading_starts, full=full)
    if not full:
        return line.gap or (_may_be_heading(group) and not _is_full(before, line, shape, _CLEARLY_SHORT))
    return line.gap and _is_head_before_gap(group, index, line, shape)


def _is_head_before_gap(group: list[Line], index: int, line: Line, shape: Shape) -> bool:
    """Tell whether the lines of a group that no stop ends, and whose last one is full, head what follows.

    "Removing caffeine is easy. The rest is not": a title may have two sentences, if its line had room for a next word.
    """
    before = group[-1]
    breaks_name = _breaks_name(before, line)
    at_top = index <= _TOP and len(group) <= _HEADING_LINES and line.text[0].isupper()
    if at_top and not breaks_name and _has_room(before, line, shape):
        return True
    at_margin = (group[0].gap or len(group) == index) and group[0].indent <= shape.margin
    at_margin = at_margin and not (line.page_break and (len(group) > 1 or breaks_name))
    return at_margin and not line.text[0].isdigit() and _may_be_heading(group)


def _may_be_heading(group: Sequence[Line]) -> bool:
    return looks_like_heading([line.text.rstrip("?") for line in group[: _HEADING_LINES + 1]])


def _is_list_start(index: int, line: Line, *, open_before: bool, shape: Shape) -> bool:
    if index in shape.numbered or line.text[0] in "•◦▪‣":
        return True
    return is_bullet(line.text) and (line.gap or not open_before or not shape.wrapped)


def _divided(before: Line, line: Line) -> bool:
    return (before.soft or ends_with_hyphen(before.text)) and line.text[0].isalnum()


def _is_full(before: Line, line: Line, shape: Shape, share: float) -> bool:
    first_word = line.text.split(" ", 1)[0]
    return len(before.text) + 1 + len(first_word) >= share * shape.width


def _breaks_name(before: Line, line: Line) -> bool:
    """Tell whether the break may stand within a name: "the work of John" and "Rudyerd, a silk merchant"."""
    return before.text.rsplit(" ", 1)[-1][0].isupper() and line.text[0].isupper()


def _has_room(before: Line, line: Line, shape: Shape) -> bool:
    """Tell whether the next word would have stood on the line before, to the letter."""
    return len(before.text) + 1 + len(line.text.split(" ", 1)[0]) <= shape.width


def _starts_sentence_apart(before: Line, line: Line, shape: Shape, *, is_heading: bool, full: bool) -> bool:
    """Decide between two whole sentences: a gap parts them, or a line that ends early.

    A gap after a full line proves nothing at a page's end, nor where indents mark the paragraphs.
    """
    if line.gap:
        if line.page_break and not shape.indented:
            return is_heading or _has_room(before, line, shape)
        return is_heading or not (full and shape.indented)
    return not _is_full(before, line, shape, _SHORT)
