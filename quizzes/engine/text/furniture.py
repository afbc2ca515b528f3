"""Lines that belong to the pages of a text: page numbers, running heads, what a browser prints round a page."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from quizzes.engine.text.characters import Line
from quizzes.engine.text.layout import is_bullet
from quizzes.engine.text.removal import PAGE_NUMBER, PRINTED, RUNNING_HEAD
from quizzes.engine.text.sentences import continues, ends_with_hyphen, is_dangling, is_open

_LABELLED_NUMBER = re.compile(
    r"page \d{1,4}(?: ?(?:of|/) ?\d{1,4})?|\d{1,4} ?\| ?page|[-–—] ?\d{1,4} ?[-–—]|\d{1,4} of \d{1,4}", re.I
)
_NUMBER = re.compile(r"\d{1,4}")
_NUMBERED_HEAD = re.compile(r"(?:(\d{1,3})[ |·•–—-]+(?=[A-Z“‘])\D*|[A-Z]\D*?[ |·•–—-](\d{1,3}))")
_PART = re.compile(
    r"\b(?:chapter|part|section|act|scene|day|week|month|year|lesson|step|stage|phase|round|rule|tip|number|no|question"
    r"|figure|table|example|exercise|(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october)\b",
    re.I,
)
# "https://www.courier.example/week 2/8", and "14/03/2031, 21:05 The news of the week – The Vell Courier".
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+(?: \d{1,3}(?: ?/ ?| of )\d{1,3})?")
_STAMP = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? (?:at )?\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?\b.{0,120}")
_FIGURES = re.compile(r"\d+")
_LARGEST_PAGE = 999
_LONGEST_HEAD, _HEAD_WORDS = 120, 12
# Of the places where a line repeats (the ends of the text aside) so many must be page ends or cut a sentence.
_EDGES = 1 / 3


def furniture(lines: Sequence[Line]) -> dict[int, str]:
    """Give the indexes of the lines that belong to pages, each with what it is."""
    found = dict.fromkeys(_page_numbers(lines), PAGE_NUMBER)
    for index, line in enumerate(lines):
        if (
            index not in found
            and (_ADDRESS.fullmatch(line.text) or _STAMP.fullmatch(line.text))
            and _at_gap(lines, index)
        ):
            found[index] = PRINTED
    for index in _numbered_heads(lines, found):
        found.setdefault(index, RUNNING_HEAD)
    for index in _repeated(lines, found):
        found.setdefault(index, RUNNING_HEAD)
    return found


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Find the page numbers: labelled ("Page 3 of 8"), or bare with a gap on both sides.

    A bare year ("2019" as a heading) is a page number only when its neighbour in the count stands alone too; so is a
    number without gaps, where it or one that it counts on from cuts a sentence.
    """
    alone: dict[int, int] = {}
    cutting: dict[int, int] = {}
    close: dict[int, int] = {}
    found = set()
    for index, line in enumerate(lines):
        if _LABELLED_NUMBER.fullmatch(line.text):
            found.add(index)
        elif _NUMBER.fullmatch(line.text):
            if _is_apart(lines, index, index):
                alone[index] = int(line.text)
            elif _cuts(lines, index, index):
                cutting[index] = int(line.text)
            else:
                close[index] = int(line.text)
    values = {*alone.values(), *cutting.values(), *close.values()}
    found |= {index for index, number in alone.items() if number <= _LARGEST_PAGE or {number - 1, number + 1} & values}
    counted = {number for number in cutting.values() if {number - 1, number + 1} & values}
    for step in (1, -1):
        for number in sorted(values, reverse=step < 0):
            if number - step in counted:
                counted.add(number)
    return found | {index for index, number in {**cutting, **close}.items() if number in counted}


def _at_gap(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line begins or ends what stands between two gaps."""
    return index == 0 or lines[index].gap or index + 1 == len(lines) or lines[index + 1].gap


def _is_apart(lines: Sequence[Line], first: int, last: int) -> bool:
    """Tell whether gaps part these lines from what stands round them."""
    return (first == 0 or lines[first].gap) and (last + 1 == len(lines) or lines[last + 1].gap)


def _cuts(lines: Sequence[Line], first: int, last: int) -> bool:
    """Tell whether a sentence goes on behind these lines."""
    if first == 0 or last + 1 == len(lines):
        return False
    before, after = lines[first - 1].text, lines[last + 1].text
    return is_open(before) and (continues(after) or ends_with_hyphen(before) or is_dangling(before))


def _numbered_heads(lines: Sequence[Line], known: dict[int, str]) -> set[int]:
    """Find heads with the page's number at an end, which count up: "12 The Vell Courier", "Town and Country 13".

    "Chapter 1" and "Chapter 2" count up too, but cut no sentences; one cut is enough where most heads recur.
    """
    numbers = {}
    for index, line in enumerate(lines):
        head = _NUMBERED_HEAD.fullmatch(line.text) if len(line.text) <= _LONGEST_HEAD and index not in known else None
        if head and len(line.text.split()) <= _HEAD_WORDS and _is_apart(lines, index, index):
            numbers[index] = int(head.group(1) or head.group(2))
    values = set(numbers.values())
    heads = [index for index, number in numbers.items() if {number - 1, number + 1} & values]
    inside = [index for index in heads if 0 < index < len(lines) - 1]
    cutting = sum(not lines[index - 1].gap and is_open(lines[index - 1].text) for index in inside)
    if cutting and (cutting >= _EDGES * len(inside) or _recur([lines[index].text for index in heads])):
        return set(heads)
    return set()


def _recur(heads: Sequence[str]) -> bool:
    """Tell whether most of the heads say the same but for their numbers, and do not name parts of the text."""
    said = Counter(_FIGURES.sub("#", head) for head in heads if not _PART.search(head))
    return sum(count for count in said.values() if count > 1) > len(heads) / 2


def _repeated(lines: Sequence[Line], known: dict[int, str]) -> set[int]:
    """Find lines that repeat (figures aside) and stand at page ends or cut sentences in two.

    Repeating alone is no proof: speakers' names in an interview repeat too.
    """
    places = defaultdict(list)
    for index, line in enumerate(lines):
        if (
            len(line.text) <= _LONGEST_HEAD
            and index not in known
            and not is_bullet(line.text)
            and not _ends_sentence(lines, index)
        ):
            key = _FIGURES.sub("#", line.text.casefold())
            if any(character.isalpha() for character in key):
                places[key].append(index)
    repeated = {index for indexes in places.values() if len(indexes) > 1 for index in indexes}
    edges = _edges(lines, known, repeated)
    found: set[int] = set()
    for indexes in places.values():
        inside = [index for index in indexes if 0 < index < len(lines) - 1]
        at_edge = sum(index in edges for index in inside)
        if len(indexes) > 1 and at_edge and at_edge >= _EDGES * len(inside):
            found.update(indexes)
    return found


def _ends_sentence(lines: Sequence[Line], index: int) -> bool:
    """Tell a paragraph's last line, which may repeat by chance ("... that he is still" and "alive.")."""
    line = lines[index]
    if index == 0 or line.gap or not is_open(lines[index - 1].text):
        return False
    return continues(line.text) or not is_open(line.text)


def _edges(lines: Sequence[Line], known: dict[int, str], repeated: set[int]) -> set[int]:
    """Find the repeated lines at page ends: beside a page's number or break, or where they cut a sentence together."""
    edges: set[int] = set()
    for run in _runs(sorted(repeated | known.keys())):
        first, last = run[0], run[-1]
        broken = any(lines[index].page_break for index in [*run, min(last + 1, len(lines) - 1)])
        known_beside = any(index in known for index in run)
        apart = _cuts(lines, first, last) and (_is_apart(lines, first, last) or _is_short(lines, last))
        if broken or known_beside or apart:
            edges.update(run)
    return edges


def _is_short(lines: Sequence[Line], index: int) -> bool:
    """Tell a line that begins like a head and ends early; a column would fill it if its sentence went on."""
    line = lines[index].text
    near = sorted(len(each.text) for each in lines[max(0, index - 10) : index + 10])
    following = lines[index + 1].text.split(" ", 1)[0]
    return line[0].isupper() and is_open(line) and len(line) + 1 + len(following) < 0.7 * near[len(near) * 3 // 4]


def _runs(indexes: Sequence[int]) -> list[list[int]]:
    """Put neighbouring indexes together."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
