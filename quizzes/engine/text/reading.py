"""Small questions about cleaned text: how many words, what to call it, where a place was in the raw text."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from quizzes.engine.text.values import Paragraph, ParagraphKind

_WORD = re.compile(r"\w+(?:[-’'.,]\w+)*")
_TITLE_LENGTH = 80


def words(text: str) -> int:
    """Count the words; "battle-hardened", "isn't" and "14,000" are one each."""
    return sum(1 for _ in _WORD.finditer(text))


def guess_title(paragraphs: Sequence[Paragraph]) -> str:
    """Give the article's own title, else the first words of its text; "" for no text."""
    titles = [paragraph.text for paragraph in paragraphs if paragraph.kind is ParagraphKind.TITLE]
    bodies = [paragraph.text for paragraph in paragraphs if paragraph.kind is ParagraphKind.BODY]
    texts = titles or bodies or [paragraph.text for paragraph in paragraphs]
    return _shortened(texts[0]) if texts else ""


def _shortened(text: str) -> str:
    if len(text) <= _TITLE_LENGTH:
        return text
    head = text[:_TITLE_LENGTH]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:–—-") + "…"


def raw_offset(paragraph: Paragraph, offset: int) -> int | None:
    """Give the raw offset of a code point of the clean text, or None for one the cleaner wrote (a joining space)."""
    place = bisect_right(paragraph.segments, offset, key=lambda segment: segment.clean) - 1
    if place < 0:
        return None
    segment = paragraph.segments[place]
    inside = offset - segment.clean
    return segment.raw + inside if inside < segment.length else None
