"""The chapters of a long text: where each begins, and the text with all but some of them blanked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quizzes.engine.text.parts import EMPTY
from quizzes.engine.text.values import Paragraph, ParagraphKind

STRETCH = 200  # paragraphs, where a text has no headings to go by
HEADS = (ParagraphKind.TITLE, ParagraphKind.BYLINE, ParagraphKind.HEADING)
Head = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Consecutive paragraphs, from `first` to `last`; `title` is that of its headings, empty where it has none."""

    first: int
    last: int
    title: str


def chapters(heads: Sequence[Head], last: int) -> list[Chapter]:
    """Divide paragraphs 1 to `last`; `heads` are the number, kind and text of those whose kind is one of HEADS.

    Headings that follow each other open one chapter: "Chapter 2" and "The pier". What stands before the first heading
    is a chapter of its own when it is more than title and byline. Without headings every STRETCH paragraphs are one.
    """
    headings = {number: text for number, kind, text in heads if kind == ParagraphKind.HEADING}
    if not headings:
        return [Chapter(first, min(last, first + STRETCH - 1), "") for first in range(1, last + 1, STRETCH)]
    starts = [number for number in sorted(headings) if number - 1 not in headings]
    above = {number for number, kind, _ in heads if kind != ParagraphKind.HEADING}
    if set(range(1, starts[0])) - above:
        starts.insert(0, 1)
    return [
        Chapter(first, following - 1, _title(headings, first))
        for first, following in zip(starts, [*starts[1:], last + 1], strict=True)
    ]


def chapters_of(paragraphs: Sequence[Paragraph]) -> list[Chapter]:
    """Divide the paragraphs of a text."""
    heads = [(block.number, block.kind.value, block.text) for block in paragraphs if block.kind in HEADS]
    return chapters(heads, len(paragraphs))


def _title(headings: dict[int, str], first: int) -> str:
    texts = []
    while first in headings:
        texts.append(headings[first])
        first += 1
    return ": ".join(texts)


def only(paragraphs: Sequence[Paragraph], chosen: Collection[int]) -> tuple[Paragraph, ...]:
    """Blank what is in none of the chosen chapters, named by their first paragraphs; the title stays.

    An empty paragraph stands for each, so that the number of a paragraph still leads to it. None chosen is all.
    """
    if not chosen:
        return tuple(paragraphs)
    kept = [part for part in chapters_of(paragraphs) if part.first in set(chosen)]
    wanted = {number for part in kept for number in range(part.first, part.last + 1)}
    return tuple(
        block if block.number in wanted or block.kind is ParagraphKind.TITLE else EMPTY for block in paragraphs
    )
