"""From the lines of a PDF's pages to a text for the cleaner: heads, feet and notes told by where they stand."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from statistics import median

from quizzes.engine.text.removal import FOOTNOTE, PAGE_NUMBER, RUNNING_HEAD
from quizzes.intake.pdf_columns import PageLine, columns, usual_gutters

EDGE = 0.12  # of a page's height, at its top and foot, is where heads and feet stand
SMALL = 0.9  # of the body's size and less is the size of a note
APART = 1.3  # times the usual distance between lines parts two paragraphs
CAPITAL = 1.8  # times the body's size and more is a letter that drops into the lines beside it
LOOSE = 1.8  # times their own size may be between the lines of a heading
_INDENT_UNIT = 0.5  # of the size of its letters is about the width of a space
_DEEPEST_INDENT = 8
_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its height in points and its lines in any order."""

    height: float
    lines: tuple[PageLine, ...]

    def is_edge(self, line: PageLine) -> bool:
        return line.foot < EDGE * self.height or line.foot > (1 - EDGE) * self.height


def text_of(pages: Sequence[Page]) -> tuple[str, list[tuple[str, str]]]:
    """Return the text, a form feed between columns and pages, and what was left out, each with its reason."""
    size = _body_size(pages)
    repeated = _repeated(pages)
    left_out: list[tuple[str, str]] = []
    kept_of: list[list[PageLine]] = []
    for page in map(partial(_with_capitals, size=size), pages):
        notes = _notes(page, size)
        kept: list[PageLine] = []
        for line in page.lines:
            reason = _edge_reason(page, line, repeated, size) or (FOOTNOTE if line in notes else "")
            if reason:
                left_out.append((" ".join(line.text.split()), reason))
            else:
                kept.append(line)
        kept_of.append(kept)
    known = usual_gutters(kept_of)
    parts = ["\n".join(_written(part, size)) for kept in kept_of for part in columns(kept, known)]
    return "\n\f".join(parts), left_out


def _body_size(pages: Sequence[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _with_capitals(page: Page, size: float) -> Page:
    """Write each dropped capital where it belongs, before the first of the lines that it stands beside.

    A space stays between them; whether the capital is a word of its own is for the cleaner to tell.
    """
    lines = list(page.lines)
    for capital in [line for line in lines if _is_capital(line, size)]:
        beside = [
            line
            for line in lines
            if line.size < capital.size / CAPITAL * 1.2
            if capital.foot - size < line.foot < capital.top
            if capital.right - 1 <= line.left <= capital.right + 2 * size
        ]
        if not beside:
            continue
        first = max(beside, key=lambda line: line.foot)
        for line in beside:
            text = f"{capital.text.strip()} {line.text.lstrip()}" if line is first else line.text
            lines[lines.index(line)] = replace(line, text=text, left=capital.left)
        lines.remove(capital)
    return replace(page, lines=tuple(lines))


def _is_capital(line: PageLine, size: float) -> bool:
    text = line.text.strip()
    return line.size >= CAPITAL * size and len(text) == 1 and text.isupper()


def _key(line: PageLine) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()).casefold())


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    """Give the lines that stand at the edge of several pages, figures aside."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, page in enumerate(pages):
        for line in page.lines:
            if page.is_edge(line):
                found[_key(line)].add(number)
    return frozenset(key for key, numbers in found.items() if len(numbers) > 1 and len(numbers) >= len(pages) / 5)


def _edge_reason(page: Page, line: PageLine, repeated: frozenset[str], size: float) -> str:
    """Say why a line at the edge of its page does not belong to the text; "" when it does."""
    if not page.is_edge(line):
        return ""
    if _NUMBER.fullmatch(line.text.strip()):
        return PAGE_NUMBER
    alone = (
        line.size <= SMALL * size
        and line.foot > page.height / 2
        and all(other.foot < line.foot - 2 * size for other in page.lines if abs(other.foot - line.foot) > 1)
    )
    return RUNNING_HEAD if alone or _key(line) in repeated else ""


def _notes(page: Page, size: float) -> frozenset[PageLine]:
    """Find the small lines at the foot of their column, below all of the body's lines in it."""
    body = [line for line in page.lines if line.size > SMALL * size]
    small = [line for line in page.lines if line.size <= SMALL * size and line.foot < page.height / 2]
    return frozenset(
        line
        for line in small
        if (over := [other for other in body if _is_over(other, line)])
        and all(line.foot < other.foot for other in over)
    )


def _is_over(other: PageLine, line: PageLine) -> bool:
    return line.left < other.right and other.left < line.right


def _written(lines: Sequence[PageLine], size: float) -> Iterator[str]:
    """Write the rows of a column with the indents and the white that mark where paragraphs begin."""
    body = [line for line in lines if abs(line.size - size) < 1] or lines
    margin = min(line.left for line in body)
    steps = [above.foot - below.foot for above, below in pairwise(body)]
    usual = median(steps) if steps else 0.0
    before: PageLine | None = None
    for line in _with_whole_headings(lines, size):
        if before and (abs(before.size - line.size) > 1 or _is_apart(before, line, usual, size)):
            yield ""
        depth = round((line.left - margin) / max(1.0, _INDENT_UNIT * line.size))
        yield " " * max(0, min(depth, _DEEPEST_INDENT)) + line.text.strip()
        before = line


def _with_whole_headings(lines: Sequence[PageLine], size: float) -> list[PageLine]:
    """Write a heading of several lines as one; its size tells more than the lines themselves do."""
    whole: list[PageLine] = []
    for line in lines:
        above = whole[-1] if whole else None
        if (
            above
            and min(above.size, line.size) > size + 1
            and abs(above.size - line.size) < 1
            and above.foot - line.foot <= LOOSE * line.size
            and not above.text.rstrip().endswith(("-", "\u00ad"))
        ):
            whole[-1] = replace(line, text=f"{above.text.strip()} {line.text.strip()}", left=above.left)
        else:
            whole.append(line)
    return whole


def _is_apart(above: PageLine, below: PageLine, usual: float, size: float) -> bool:
    widest = LOOSE * below.size if below.size > size + 1 else APART * usual
    return above.foot - below.foot > widest
