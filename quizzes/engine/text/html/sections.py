"""Boxes that a page's markup does not name, found by their words: what leads up to an article, and what follows it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizzes.engine.text.blocks import Block
from quizzes.engine.text.html import furniture
from quizzes.engine.text.kinds import is_credited, is_dateline
from quizzes.engine.text.values import ParagraphKind

_RUNNING = 80  # characters that the lines of a box seldom have
_TAIL = 0.6  # of the running text stands before a section that ends an article
_BOX = re.compile(
    r"(?:sign up|subscribe|get (?:the|our)|join (?:the|our)|related|recommended|most (?:read|popular)|trending|popular"
    r"|read (?:next|more|also)|see also|share this|follow us|newsletters?|support (?:us|our)|you may also like"
    r"|advertisement|in this (?:article|story)|more on this)\b.*",
    re.I,
)
_END = re.compile(
    r"(?:comments?(?: ?\(\d+\))?|\d+ comments|leave a (?:comment|reply)|join the (?:discussion|conversation)"
    r"|(?:more|latest|read more) (?:from|in|on|stories|news|articles)\b.*|(?:related|recommended|most read|read next"
    r"|you may also like|what to read next|about the authors?|author|trending|topics|tags|references|notes)\b.{0,40})",
    re.I,
)


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
        yield from ((at, furniture.MENU) for at in range(first) if rows[at].text[-1] not in '.!?”"')


def _lines(rows: Sequence[Block]) -> Iterator[tuple[int, str]]:
    for at, block in enumerate(rows):
        if block.kind is ParagraphKind.HEADING:
            continue
        if is_dateline(block.text):
            yield at, furniture.BYLINE
        elif is_credited(block.text):
            yield at, furniture.CAPTION


def _boxes(rows: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Find headings of boxes with the short lines below them: "Sign up for The Tide", "Every Friday in your inbox"."""
    inside = False
    for at, block in enumerate(rows):
        if block.kind is ParagraphKind.HEADING and not block.noise:
            inside = at > 0 and _BOX.fullmatch(block.text) is not None
        elif inside and _is_running(block):
            inside = False
        if inside:
            yield at, furniture.NOTICE


def _after(rows: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Find the first heading that ends an article, near its end, and all that follows."""
    total = sum(len(block.text) for block in rows if _is_running(block))
    passed = 0
    for at, block in enumerate(rows):
        passed += len(block.text) if _is_running(block) else 0
        ends = block.kind is ParagraphKind.HEADING and _END.fullmatch(block.text) is not None
        if ends and at and passed >= _TAIL * total:
            reason = furniture.COMMENT if "comment" in block.text.casefold() else furniture.NOTICE
            yield from ((place, reason) for place in range(at, len(rows)))
            return
