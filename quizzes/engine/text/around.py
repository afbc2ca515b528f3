"""The sentence round a span, for showing where an option stands; no language model is needed for that."""

import re

from quizzes.engine.text.sentences import is_open

_BREAK = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9])")
# "J. Smith" and "at 5 p.m. On Monday": a letter alone before the mark does not end a sentence.
_INITIAL = re.compile(r"\b[A-Za-z]\.\s*$")
_BEFORE = 80  # code points before a break that say whether it is one


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the sentence that holds `text[start:end]`, without white space at its ends.

    A span over several sentences returns them all. A break that is missed gives two sentences, still exact text.
    """
    breaks = [*sentence_starts(text), len(text)]
    first = max(at for at in breaks if at <= start)
    last = min(at for at in breaks if at >= end)
    return first, first + len(text[first:last].rstrip())


def sentence_starts(text: str) -> list[int]:
    """Return the offsets at which sentences begin, the first at 0."""
    ends = (match.end() for match in _BREAK.finditer(text))
    return [0, *(end for end in ends if end < len(text) and _is_end(text[max(0, end - _BEFORE) : end]))]


def _is_end(text: str) -> bool:
    return not is_open(text.rstrip()) and _INITIAL.search(text) is None
