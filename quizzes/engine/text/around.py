"""The sentence round a span, for showing where an option stands; no language model is needed for that."""

import re

from quizzes.engine.text.sentences import is_open

_BREAK = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9])")
# "J. Smith" and "at 5 p.m. On Monday": a letter alone before the mark does not end a sentence.
_INITIAL = re.compile(r"\b[A-Za-z]\.\s*$")


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the sentence that holds `text[start:end]`, without white space at its ends.

    A span over several sentences returns them all. A break that is missed gives two sentences, still exact text.
    """
    breaks = [0, *(match.end() for match in _BREAK.finditer(text) if _is_end(text[: match.end()])), len(text)]
    first = max(at for at in breaks if at <= start)
    last = min(at for at in breaks if at >= end)
    return first, first + len(text[first:last].rstrip())


def _is_end(text: str) -> bool:
    return not is_open(text.rstrip()) and _INITIAL.search(text) is None
