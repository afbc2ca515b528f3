"""A long text in parts, each read as an article of its own, so that the work grows no faster than the text."""

from collections.abc import Sequence
from math import ceil

from quizzes.engine.text.reading import words
from quizzes.engine.text.values import Paragraph, ParagraphKind

PART = 6_000
LONGEST_WORDS, LONGEST_CHARACTERS = 10_000, 100_000
NEARLY = 0.2  # of a part may be missing where a heading offers to end it
EMPTY = Paragraph("", 0, ParagraphKind.CAPTION, "")


def too_long(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is longer than anything that people write, so that it is not read."""
    return len(paragraph.text) > LONGEST_CHARACTERS or words(paragraph.text) > LONGEST_WORDS


def parts(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, ...]]:
    """Return the parts, of at most about PART words each and of like length; a shorter text is one part.

    An empty paragraph stands for each of an earlier part and for each that is too long, so that the number of a
    paragraph still leads to it. The title heads every part.
    """
    read = [EMPTY if too_long(paragraph) else paragraph for paragraph in paragraphs]
    lengths = [words(paragraph.text) for paragraph in read]
    count = ceil(sum(lengths) / PART)
    if count <= 1:
        return [tuple(read)]
    ends = _ends(read, lengths, count)
    return [
        (*_before(read, start), *read[start:end]) for start, end in zip([0, *ends], [*ends, len(read)], strict=True)
    ]


def _before(read: Sequence[Paragraph], start: int) -> list[Paragraph]:
    head = [paragraph if paragraph.kind is ParagraphKind.TITLE else EMPTY for paragraph in read[:1]]
    return (head + [EMPTY] * (start - 1))[:start]


def _ends(read: Sequence[Paragraph], lengths: Sequence[int], count: int) -> list[int]:
    """Return where parts end: at the paragraph that fills one, or at a heading shortly before."""
    wanted = sum(lengths) / count
    ends: list[int] = []
    held = 0
    for position, length in enumerate(lengths):
        missing = wanted * (len(ends) + 1) - held
        headed = read[position].kind is ParagraphKind.HEADING and missing <= NEARLY * wanted
        if len(ends) < count - 1 and (headed or length / 2 > missing):
            ends.append(position)
        held += length
    return ends
