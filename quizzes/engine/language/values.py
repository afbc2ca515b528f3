"""What the analysis of an article knows: sentences, names and figures, each with its span in a paragraph."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class NameClass(StrEnum):
    """What a name is the name of; only a name with a second witness gets more than OTHER."""

    PERSON = "person"
    PLACE = "place"
    ORGANIZATION = "organization"
    OTHER = "other"


class FigureClass(StrEnum):
    """What a figure measures; options of one item share class and unit."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    YEAR = "year"
    DATE = "date"
    DURATION = "duration"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: paragraph number, its number in the paragraph from 1, code point offsets, end exclusive."""

    paragraph: int
    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a name; mentions of one bearer share `canonical` (the fullest form in the article)."""

    paragraph: int
    start: int
    end: int
    text: str
    canonical: str
    name_class: NameClass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what belongs to it: "as many as 3,200 grey seals" is value 3200, unit "seal".

    `start` and `end` bound the numeral with its money sign, magnitude or per cent word ("£4.6 million", "60%"), never
    the approximator or the counted noun. `unit` is the lemma of the counted noun, the currency sign, or "".
    """

    paragraph: int
    start: int
    end: int
    text: str
    value: float
    figure_class: FigureClass
    unit: str
    approximator: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """An analysed article. `docs` holds one spaCy document a paragraph (by position), whose text has plain quotes.

    Offsets in the documents equal those in the paragraphs' text: quotation marks are replaced one for one.
    """

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]
    docs: tuple[Any, ...]
