"""The values of a cleaned article: paragraphs with stable ids and a map back to the raw text."""

from dataclasses import dataclass
from enum import StrEnum


class ParagraphKind(StrEnum):
    """What a block of the article is; only body text, list items and quotations are asked about."""

    TITLE = "title"
    BYLINE = "byline"
    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of clean text copied from the raw text: `length` code points from `clean` and from `raw`."""

    clean: int
    raw: int
    length: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: a stable id (hash of its text and an occurrence number), its number from 1, and its text.

    `segments` ascend in both offsets; clean code points outside every segment (a joining space) have no raw place.
    """

    id: str
    number: int
    kind: ParagraphKind
    text: str
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """What was left out as noise: raw offsets, the words that stood there, and why ("page number", "running head")."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text: its paragraphs, and what was left out, in the order of the raw text."""

    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...] = ()
