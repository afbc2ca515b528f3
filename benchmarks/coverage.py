"""How much of an article its items are about: paragraphs that hold something, and facts that people chose."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quizzes.engine.items.values import ItemContent
from quizzes.engine.language import ASKED_ABOUT
from quizzes.engine.text import words
from quizzes.engine.text.values import Paragraph

CONTENT_WORDS = 20
KEY_FACT = 3
ONE_FOR_ONE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A fact that a reader should take from the article: how it may be said, its evidence, importance from 1 to 3."""

    fact: str
    evidence: str
    importance: int


def read_facts(path: Path) -> list[KeyFact]:
    """Return the facts of a facts.json."""
    return [KeyFact(data["fact"], data["evidence"], data["importance"]) for data in json.loads(path.read_text())]


def folded(text: str) -> str:
    """Fold quotation marks, dashes and case without moving any character."""
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text.translate(ONE_FOR_ONE))


def place(evidence: str, paragraphs: Sequence[Paragraph]) -> tuple[int, int, int] | None:
    """Return paragraph number and offsets of a quotation; spaces may differ."""
    pattern = re.compile(r"\s+".join(map(re.escape, folded(evidence).split())))
    for paragraph in paragraphs:
        found = pattern.search(folded(paragraph.text))
        if found:
            return paragraph.number, *found.span()
    return None


def content_paragraphs(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Return the numbers of the paragraphs of body text long enough to say something."""
    return {
        paragraph.number
        for paragraph in paragraphs
        if paragraph.kind in ASKED_ABOUT and words(paragraph.text) >= CONTENT_WORDS
    }


def covered_paragraphs(items: Sequence[ItemContent]) -> set[int]:
    """Return the numbers of the paragraphs that items quote as evidence."""
    return {quoted.paragraph for item in items for quoted in item.evidence}


def uncovered(facts: Sequence[KeyFact], items: Sequence[ItemContent], paragraphs: Sequence[Paragraph]) -> list[KeyFact]:
    """Return the facts whose evidence no item's evidence overlaps."""
    quoted = [(part.paragraph, part.start, part.end) for item in items for part in item.evidence]

    def covered(fact: KeyFact) -> bool:
        found = place(fact.evidence, paragraphs)
        return found is not None and any(
            paragraph == found[0] and start < found[2] and found[1] < end for paragraph, start, end in quoted
        )

    return [fact for fact in facts if not covered(fact)]
