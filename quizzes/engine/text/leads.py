"""The decorated beginning of an article: a drop capital and small capitals ("W HEN ANNA PETROV was")."""

import re
from collections import Counter
from collections.abc import Iterable

from quizzes.engine.text.lexicon import zipf

_DROP = re.compile(r"([“‘\"']?)([A-Z]) ([A-Z’']+|[a-z’']+)(?=[ ,])")
_RUN = re.compile(r"[A-Z’']*(?:[ ,-]+[A-Z][A-Z’']*(?![\w’]))*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_KNOWN, _EVERYDAY, _NO_WORD = 3.5, 4.5, 2.5


def dropped_capital(text: str) -> int | None:
    """Give the offset of the space that a drop capital left in its word, or None."""
    found = _DROP.match(text)
    if found is None:
        return None
    rest = found.group(3)
    whole = zipf(found.group(2) + rest)
    stands_alone = found.group(2) in "AIO" and zipf(rest) >= whole
    if rest.isupper() and len(rest) > 2 and zipf(rest) < _NO_WORD and found.group(2) not in "AIO":
        return found.start(3) - 1
    return found.start(3) - 1 if whole >= _KNOWN and not stands_alone else None


def count_capitals(texts: Iterable[str]) -> Counter[str]:
    """Count the words of the text as they are written, to see which ones are names or initials."""
    return Counter(word for text in texts for word in _WORD.findall(text))


def lower_small_capitals(text: str, written: Counter[str]) -> str:
    """Write a lead of capitals as ordinary words, code point for code point; names and initials stay capital."""
    start = re.match(r"\W?[A-Z]", text)
    run = _RUN.match(text, start.end()) if start else None
    if start is None or run is None or not run.group():
        return text
    words = _WORD.sub(lambda found: _ordinary(found, text, written), text[: run.end()])
    return words + text[run.end() :]


def _ordinary(found: re.Match[str], text: str, written: Counter[str]) -> str:
    word = found.group()
    small = word.lower()
    if len(small) != len(word):
        return word
    name = word[0] + small[1:]
    if found.start() <= 1:
        return name
    if written[name] and written[name] >= written[small]:
        return name
    if written[word] > text.count(word):
        return word
    return small if written[small] or zipf(small) >= _EVERYDAY or word == "A" else name
