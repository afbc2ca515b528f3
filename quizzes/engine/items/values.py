"""The values that leave the engine: one item with its options, keys and evidence."""

from dataclasses import dataclass
from enum import StrEnum

GAP = "_____"


class Kind(StrEnum):
    """What an item asks for; the order is the order of display."""

    MULTIPLE_CHOICE = "multiple_choice"
    CLOZE = "cloze"
    SHORT_ANSWER = "short_answer"
    TRUE_FALSE = "true_false"
    MATCHING = "matching"
    ORDERING = "ordering"
    LOCATE = "locate"
    INSERTION = "insertion"


class Interaction(StrEnum):
    """How a learner answers."""

    CHOICE = "choice"
    TEXT_ENTRY = "text_entry"
    MATCH = "match"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an option stands in the article: paragraph number, code point offsets in its text, end exclusive."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its text, whether it is the key, why it is right or wrong, and its span when it has one."""

    text: str
    key: bool
    rationale: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """What an option is matched to: a person, a figure, or a place in an order ("1", "2" ...).

    `match` is the text of its right option, so that options can change places.
    """

    text: str
    match: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """An exact quotation that supports a key (W3C Web Annotation: position and quote selector in one)."""

    paragraph: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class ItemContent:
    """One assessable question; `options` is None for text entry, `keys[0]` is the key shown to people.

    `prompts` is None but for match and order, where each prompt takes one option; an option that no prompt takes has
    `key` false, and `keys[0]` tells all pairs, or the whole order, in words.
    """

    id: str
    kind: Kind
    interaction: Interaction
    context: str | None
    stem: str
    options: tuple[Option, ...] | None
    prompts: tuple[Prompt, ...] | None
    keys: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    explanation: str
    fact: str
    rule: str
    difficulty: float
    score: float
    recommended: bool
