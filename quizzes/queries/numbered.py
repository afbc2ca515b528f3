"""A paragraph with its sentences numbered, for locate and insertion.

The options of locate say where each sentence stands. An insertion says it of the removed sentence alone; what is left
is cut at the ends of sentences, and numbered only when there are as many on either side as its places say. Where the
removed sentence is itself an option, the paragraph stands with its gap above the question, and nothing is numbered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from quizzes.engine.items.values import GAP
from quizzes.engine.text.around import sentence_around
from quizzes.models import Item, ItemRevision


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered sentence, a place between two (`number` None), or both at once where a sentence is what is chosen.

    `option` is the index of the option that stands here, None for a sentence that is only read.
    """

    number: int | None
    text: str
    option: int | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence's place in its paragraph."""

    start: int
    end: int


def paragraph_in_question(wording: ItemRevision, kind: str) -> int | None:
    """Return the number of the paragraph that the question itself shows, or None."""
    if kind not in (Item.Kind.LOCATE, Item.Kind.INSERTION):
        return None
    key = next((option for option in wording.options or [] if option["key"] and option["source"]), None)
    return int(key["source"]["paragraph"]) if key else None


def chooses_sentence(wording: ItemRevision) -> bool:
    """Say whether a question shows its paragraph with a gap, and offers sentences for it rather than places."""
    return GAP in wording.context


def numbered(wording: ItemRevision, kind: str, texts: Mapping[int, str]) -> tuple[Part, ...]:
    """Return the parts in the order of the text; nothing where the options of locate do not name every sentence.

    An insertion leaves the key's sentence out: with n sentences left there are n + 1 places round them.
    """
    paragraph = paragraph_in_question(wording, kind)
    if paragraph is None or paragraph not in texts or chooses_sentence(wording):
        return ()
    options = wording.options or []
    return (_located if kind == Item.Kind.LOCATE else _with_places)(options, paragraph, texts[paragraph])


def _located(options: list[dict[str, Any]], paragraph: int, text: str) -> tuple[Part, ...]:
    spans = [_span(option, paragraph, text) for option in options]
    if None in spans:
        return ()
    return tuple(
        Part(number, text[span.start : span.end].strip(), number - 1, options[number - 1]["text"])
        for number, span in enumerate(spans, start=1)
        if span
    )


def _with_places(options: list[dict[str, Any]], paragraph: int, text: str) -> tuple[Part, ...]:
    """Put a place before, between and after the sentences left; where they are in doubt the places follow the text."""
    key = next(at for at, option in enumerate(options) if option["key"])
    removed = _span(options[key], paragraph, text)
    if removed is None:
        return ()
    before, after = text[: removed.start].strip(), text[removed.end :].strip()
    left = [*_sentences(before), *_sentences(after)]
    places = [Part(None, "", at, option["text"]) for at, option in enumerate(options)]
    if len(_sentences(before)) != key or len(left) != len(options) - 1:
        return (Part(None, f"{before} {after}".strip(), None), *places)
    read = [Part(number, sentence, None) for number, sentence in enumerate(left, start=1)]
    return tuple(part for pair in zip_longest(places, read) for part in pair if part)


def _sentences(text: str) -> list[str]:
    found, at = [], 0
    while at < len(text):
        start, end = sentence_around(text, at, at + 1)
        found.append(text[start:end])
        at = end + len(text[end:]) - len(text[end:].lstrip())
    return found


def _span(option: Mapping[str, Any], paragraph: int, text: str) -> Span | None:
    source = option["source"]
    if not source or source["paragraph"] != paragraph or not 0 <= source["start"] < source["end"] <= len(text):
        return None
    return Span(source["start"], source["end"])
