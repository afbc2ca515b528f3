"""A draft: an item before it has distractors, an id and a score."""

from dataclasses import dataclass, field
from enum import StrEnum

from quizzes.engine.items.values import Interaction, Kind, Option, Prompt, Source


class AnswerClass(StrEnum):
    """What the key is, which decides where distractors may come from."""

    PERSON = "person"
    PLACE = "place"
    ORGANIZATION = "organization"
    NAME = "name"
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    YEAR = "year"
    DATE = "date"
    DURATION = "duration"
    MEASURE = "measure"
    PHRASE = "phrase"
    REFERENT = "referent"
    TRUTH = "truth"
    PAIRS = "pairs"
    ORDER = "order"
    SENTENCE = "sentence"
    POSITION = "position"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement in the text worth asking about: its sentence's span, the statement in words that stand alone."""

    paragraph: int
    start: int
    end: int
    statement: str
    salience: float


@dataclass(frozen=True, slots=True)
class Draft:
    """A stem with its key. `key_source` is the key's span; `features` feed the ranking, each from 0 to 1.

    Choice drafts wait for distractors with `options` empty; true/false drafts bring both options. `unit` and
    `approximator` belong to a figure. A changed detail of a false statement stands in `changed` (now, then).
    `more_evidence` holds the sentences on which a key rests besides its fact's.
    """

    kind: Kind
    interaction: Interaction
    stem: str
    keys: tuple[str, ...]
    fact: Fact
    answer_class: AnswerClass
    rule: str
    key_source: Source | None = None
    context: str | None = None
    unit: str = ""
    approximator: str = ""
    value: float | None = None
    options: tuple[Option, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    more_evidence: tuple[Source, ...] = ()
    explanation: str = ""
    changed: tuple[str, str] | None = None
    features: dict[str, float] = field(default_factory=dict)
