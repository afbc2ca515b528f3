"""Boxes that a page's markup does not name, found by their words: what leads up to an article, and what follows it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizzes.engine.text import removal
from quizzes.engine.text.blocks import Block
from quizzes.engine.text.kinds import is_credited, is_dateline
from quizzes.engine.text.values import ParagraphKind

_RUNNING = 80  # characters that the lines of a box seldom have
_TAIL = 0.6  # of the running text stands before a section that ends an article
_BOX = re.compile(
    r"(?:sign up|subscribe|get (?:the|our)|join (?:the|our)|related|recommended|most (?:read|popular)|trending|popular"
    r"|read (?:next|more|also)|see also|share this|follow us|newsletters?|support (?:us|our)|you may also like"
    r"|advertisement|in this (?:article|story)|more on this|like this)\b.*",
    re.I,
)
_END = re.compile(
    r"(?:comments?(?: ?\(\d+\))?|\d+ (?:comments|thoughts|responses|replies)\b.*|leave a (?:comment|reply)"
    r"|join the (?:discussion|conversation)|discussion about this post|(?:about the authors?|author|topics"
    r"|tags|references|notes)\b.{0,40}|see also|external links|further reading|bibliography|works cited|citations"
    r"|footnotes)",
    re.I,
)
# What leads elsewhere ends an article only where no long paragraph follows.
_ELSEWHERE = re.compile(
    r"(?:(?:more|latest|read more) (?:from|in|on|stories|news|articles)\b.*|(?:related|recommended|most (?:read|viewed)"
    r"|read next|you may also like|what to read next|trending)\b.{0,40})",
    re.I,
)
_LONG = 220


def without_boxes(blocks: Sequence[Block]) -> list[Block]:
    """Mark as noise what stands above a title, the dates and credits, the boxes, and the sections after the end."""
    rows = list(blocks)
    for at, reason in [*_above(rows), *_lines(rows), *_boxes(rows), *_after(rows)]:
        if not rows[at].noise:
            rows[at] = replace(rows[at], noise=reason)
    return rows


def _is_running(block: Block) -> bool:
    return not block.noise and block.kind is not ParagraphKind.HEADING and len(block.text) >= _RUNNING


def _above(rows: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Find short lines above the first heading, where no running text stands before it."""
    heads = (at for at, block in enumerate(rows) if block.kind is ParagraphKind.HEADING and not block.noise)
    first = next(heads, 0)
    if not any(_is_running(block) for block in rows[:first]):
        yield from ((at, removal.MENU) for at in range(first) if rows[at].text[-1] not in '.!?”"')


def _lines(rows: Sequence[Block]) -> Iterator[tuple[int, str]]:
    for at, block in enumerate(rows):
        if block.kind is ParagraphKind.HEADING:
            continue
        if is_dateline(block.text):
            yield at, removal.BYLINE
        elif is_credited(block.text):
            yield at, removal.CAPTION


def _boxes(rows: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Find headings of boxes with the short lines below them: "Sign up for The Tide", "Every Friday in your inbox"."""
    inside = False
    for at, block in enumerate(rows):
        if block.kind is ParagraphKind.HEADING and not block.noise:
            inside = at > 0 and _is_box(rows, at)
        elif inside and _is_running(block):
            inside = False
        if inside:
            yield at, removal.NOTICE


def _is_box(rows: Sequence[Block], at: int) -> bool:
    """Tell the heading of a box; "More in the valley" is one only above short lines."""
    if _BOX.fullmatch(rows[at].text):
        return True
    below = next((block for block in rows[at + 1 :] if not block.noise), rows[at])
    return _ELSEWHERE.fullmatch(rows[at].text) is not None and not _is_running(below)


def _after(rows: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Find the first heading that ends an article, near its end, and all that follows."""
    total = sum(len(block.text) for block in rows if _is_running(block))
    passed = 0
    for at, block in enumerate(rows):
        passed += len(block.text) if _is_running(block) else 0
        ends = block.kind is ParagraphKind.HEADING and _ends_article(rows, at)
        if ends and at and passed >= _TAIL * total:
            reason = removal.COMMENT if "comment" in block.text.casefold() else removal.NOTICE
            yield from ((place, reason) for place in range(at, len(rows)))
            return


def _ends_article(rows: Sequence[Block], at: int) -> bool:
    if _END.fullmatch(rows[at].text):
        return True
    follows_long = any(_is_running(block) and len(block.text) >= _LONG for block in rows[at:])
    return not follows_long and _ELSEWHERE.fullmatch(rows[at].text) is not None
