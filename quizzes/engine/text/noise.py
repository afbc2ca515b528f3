"""Leave out lines that belong to the page and not to the article, and remember where they stood."""

from dataclasses import replace

from quizzes.engine.text.characters import Line
from quizzes.engine.text.footnotes import drop_notes
from quizzes.engine.text.furniture import furniture
from quizzes.engine.text.notices import notices
from quizzes.engine.text.removal import left_out
from quizzes.engine.text.values import Removed


def drop_noise(lines: list[Line]) -> tuple[list[Line], list[Removed]]:
    """Leave out footnotes, furniture of pages and notices; the line after furniture counts as the first of a page."""
    lines, removed = drop_notes(lines)
    lines, others = _drop_lines(lines)
    return lines, sorted([*removed, *others], key=lambda each: each.start)


def _drop_lines(lines: list[Line]) -> tuple[list[Line], list[Removed]]:
    pages = furniture(lines)
    said = notices(lines, pages.keys())
    dropped = {**said, **pages}
    if not dropped:
        return lines, []
    kept: list[Line] = []
    removed: list[Removed] = []
    gap = page_break = False
    for index, line in enumerate(lines):
        if index in dropped:
            removed.append(left_out(line.pieces, line.text, dropped[index]))
            gap = True
            page_break = page_break or index in pages
            continue
        kept.append(replace(line, gap=True, page_break=line.page_break or page_break) if gap else line)
        gap = page_break = False
    return kept, removed
