"""How hard a text is to read: its Flesch-Kincaid grade and the share of its rare words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.engine.text.around import sentence_starts
from quizzes.engine.text.lexicon import zipf
from quizzes.engine.text.syllables import syllables
from quizzes.engine.text.values import Paragraph, ParagraphKind

RARE = 3.5  # Zipf: about three times in a million words or less
LEAST_WORDS = 50
READ = frozenset({ParagraphKind.BODY, ParagraphKind.LIST_ITEM, ParagraphKind.QUOTE})
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ENDING = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """`grade` is a year of school in the United States, 0 or more; `rare_share` of the running words, 0 to 1."""

    grade: float
    rare_share: float


def reading_level(paragraphs: Sequence[Paragraph]) -> ReadingLevel | None:
    """Measure the running text; None below LEAST_WORDS words, where neither figure means anything.

    Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975). Names are not
    counted as rare words: whoever reads an article learns them from it.
    """
    texts = [paragraph.text for paragraph in paragraphs if paragraph.kind in READ]
    words = [word for text in texts for word in _WORD.findall(text)]
    if len(words) < LEAST_WORDS:
        return None
    sentences = sum(len(sentence_starts(text)) for text in texts)
    heard = sum(map(syllables, words))
    grade = 0.39 * len(words) / sentences + 11.8 * heard / len(words) - 15.59
    rare = sum(_is_rare(word) for word in words)
    return ReadingLevel(max(0.0, round(grade, 1)), round(rare / len(words), 3))


def _is_rare(word: str) -> bool:
    """Tell whether a word is rare; of a hyphenated one, whether a part is. "Iran" and "NASA" are names."""
    return not word[0].isupper() and any(zipf(part) < RARE for part in _ENDING.sub("", word).split("-") if part)
