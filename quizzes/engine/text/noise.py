"""Lines that belong to the page and not to the article: page numbers and running heads."""

import re
from collections import defaultdict
from dataclasses import replace

from quizzes.engine.text.characters import Line
from quizzes.engine.text.sentences import continues, is_open
from quizzes.engine.text.values import Removed

_LABELLED_NUMBER = re.compile(
    r"page \d{1,4}(?: (?:of|/) \d{1,4})?|\d{1,4} ?\| ?page|[-–—] ?\d{1,4} ?[-–—]|\d{1,4} of \d{1,4}", re.I
)
_NUMBER = re.compile(r"\d{1,4}")
PAGE_NUMBER, RUNNING_HEAD = "page number", "running head"
_LARGEST_PAGE = 999
_LONGEST_HEAD = 70


def drop_noise(lines: list[Line]) -> tuple[list[Line], list[Removed]]:
    """Leave out page numbers and running heads; the line after one counts as the first of a page."""
    numbers = _page_numbers(lines)
    dropped = numbers | _running_heads(lines, numbers)
    if not dropped:
        return lines, []
    kept: list[Line] = []
    removed: list[Removed] = []
    gap = False
    for index, line in enumerate(lines):
        if index in dropped:
            removed.append(_removed(line, PAGE_NUMBER if index in numbers else RUNNING_HEAD))
            gap = True
            continue
        kept.append(replace(line, gap=True, page_break=True) if gap else line)
        gap = False
    return kept, removed


def _removed(line: Line, reason: str) -> Removed:
    """Say where a line stood in the raw text."""
    placed = [(raw, raw + len(text)) for text, raw in line.pieces if raw is not None]
    return Removed(placed[0][0], placed[-1][1], line.text, reason)


def _page_numbers(lines: list[Line]) -> set[int]:
    """Find the page numbers: labelled ("Page 3 of 8"), or bare with a gap on both sides.

    A bare year ("2019" as a heading) is a page number only when its neighbour in the count stands alone too.
    """
    bare = {}
    found = set()
    for index, line in enumerate(lines):
        if _LABELLED_NUMBER.fullmatch(line.text):
            found.add(index)
        elif _NUMBER.fullmatch(line.text) and _alone(lines, index):
            bare[index] = int(line.text)
    values = set(bare.values())
    return found | {
        index
        for index, number in bare.items()
        if number <= _LARGEST_PAGE or number - 1 in values or number + 1 in values
    }


def _alone(lines: list[Line], index: int) -> bool:
    after = index + 1 == len(lines) or lines[index + 1].gap
    return (index == 0 or lines[index].gap) and after


def _running_heads(lines: list[Line], numbers: set[int]) -> set[int]:
    """Find lines that repeat (figures aside) and stand at page ends or cut sentences in two.

    Repeating alone is no proof: speakers' names in an interview repeat too.
    """
    places = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) <= _LONGEST_HEAD and index not in numbers:
            key = re.sub(r"\d+", "#", line.text.casefold())
            if any(character.isalpha() for character in key):
                places[key].append(index)
    found: set[int] = set()
    for indexes in places.values():
        if len(indexes) > 1 and 2 * sum(_at_page_edge(lines, index, numbers) for index in indexes) >= len(indexes):
            found.update(indexes)
    return found


def _at_page_edge(lines: list[Line], index: int, numbers: set[int]) -> bool:
    if lines[index].page_break or index - 1 in numbers or index + 1 in numbers:
        return True
    if index + 1 < len(lines) and lines[index + 1].page_break:
        return True
    if index == 0 or index + 1 == len(lines):
        return False
    before, after = lines[index - 1], lines[index + 1]
    return _alone(lines, index) and is_open(before.text) and continues(after.text)
