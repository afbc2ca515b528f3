"""When each sentence of a paragraph happened, where it tells in order of time."""

import re
from collections.abc import Sequence
from typing import Any

YEAR = re.compile(r"\b(?:1\d{3}|20[0-4]\d)\b(?!s)")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b(?!s)")
FEWEST = 3
OPENING = 5
CLAUSES = frozenset(("relcl", "advcl", "acl", "ccomp", "pcomp"))


def times(spans: Sequence[Any]) -> list[str]:
    """Return the year, or the day of one week, that each sentence in the past tells of; all empty where one turns back.

    Three must be dated, or two that open with their years: "In 1902 ... In 1911 ...".
    """
    for pattern in (YEAR, DAY):
        found = [_time(span, pattern) for span in spans]
        told = [_place(time) for time in found if time]
        every = [_place(time) for span in spans for time in pattern.findall(span.text)]
        opening = all(not time or time in span[:OPENING].text for time, span in zip(found, spans, strict=True))
        enough = len(told) >= FEWEST or (len(told) == FEWEST - 1 and opening)
        if enough and told == sorted(set(told)) and every == sorted(every):
            return found
    return [""] * len(spans)


def _place(time: str) -> int:
    """Return where a time stands among its kind."""
    return DAYS.index(time) if time in DAYS else int(time)


def _time(span: Any, pattern: re.Pattern[str]) -> str:
    """Return the one time of a sentence's main clause; in "notebooks, which were moved in 1967" it is another's."""
    said = set(pattern.findall(span.text))
    if len(said) != 1 or span.root.tag_ not in {"VBD", "VBN"}:
        return ""
    time = said.pop()
    return time if any(token.text == time and not _below(token) for token in span) else ""


def _below(token: Any) -> bool:
    """Say whether a token stands in a clause below the main one."""
    return any(above.dep_ in CLAUSES for above in token.ancestors)
