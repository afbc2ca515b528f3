"""Whether another sentence of the paragraph may answer as well: what it shares with the question and its answer."""

import re
from collections.abc import Sequence

from quizzes.engine.items.wording import meaning
from quizzes.engine.language.values import Sentence

NEAREST = 0.5
DISTINCT = 2
ANSWER = 0.6
TOUCHES = 0.25
REASON = re.compile(
    r"\b(?:because|due to|owing to|thanks to|since|so that|in order|reason|cause[sd]?|therefore|thus|hence|led to"
    r"|result(?:ed|s)?|to (?:avoid|prevent|allow|help|make|protect|ensure))\b",
    re.IGNORECASE,
)
MORE = re.compile(r"\b(?:also|another|too|as well|further|in addition|other|similarly|likewise)\b", re.IGNORECASE)


def margin(asked: str, answer: str, key: Sentence, sentences: Sequence[Sentence]) -> float | None:
    """Return how far the next best sentence is from the words asked for (0 to 1), or None where it comes too near."""
    words = meaning(asked)
    others = [sentence for sentence in sentences if sentence.number != key.number]
    rest: frozenset[str] = frozenset().union(*(meaning(other.text) for other in others))
    if len((words & meaning(key.text)) - rest) < DISTINCT:
        return None
    worst = 0.0
    for other in others:
        held = meaning(other.text)
        share = len(words & held) / len(words)
        told = meaning(answer)
        repeated = bool(told) and len(told & held) / len(told) >= ANSWER and share >= TOUCHES
        if share >= NEAREST or repeated or (share >= TOUCHES and MORE.search(other.text)):
            return None
        worst = max(worst, share)
    return 1 - worst


def reasons_elsewhere(key: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Say whether another sentence gives a reason too, for whatever it may be."""
    return any(REASON.search(sentence.text) for sentence in sentences if sentence.number != key.number)
