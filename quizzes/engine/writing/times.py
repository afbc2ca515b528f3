"""When each sentence of a paragraph happened, where it tells in order of time."""

import re
from collections.abc import Sequence
from typing import Any

YEAR = re.compile(r"\b(?:1\d{3}|20[0-4]\d)\b(?!s)")
FEWEST = 3


def times(spans: Sequence[Any]) -> list[str]:
    """Return the year that each sentence in the past tells of; all empty unless three ascend and none turns back."""
    found = [_year(span) for span in spans]
    told = [int(year) for year in found if year]
    every = [int(year) for span in spans for year in YEAR.findall(span.text)]
    if len(told) < FEWEST or told != sorted(set(told)) or every != sorted(every):
        return [""] * len(spans)
    return found


def _year(span: Any) -> str:
    years = set(YEAR.findall(span.text))
    past = span.root.tag_ in {"VBD", "VBN"}
    return years.pop() if len(years) == 1 and past else ""
