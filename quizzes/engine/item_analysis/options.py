"""Who chose what: a count for each option, or for each typed text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class OptionCount:
    """One option or typed text with the number of learners who gave it."""

    text: str
    key: bool
    count: int


def count_options(options: Sequence[Mapping[str, Any]], given: Iterable[Mapping[str, Any]]) -> list[OptionCount]:
    """Count each option in the order of the item; answers that name no option are left out."""
    chosen = Counter(answer.get("choice") for answer in given)
    return [
        OptionCount(str(option["text"]), bool(option["key"]), chosen[index]) for index, option in enumerate(options)
    ]


def count_texts(given: Iterable[tuple[Mapping[str, Any], bool]]) -> list[OptionCount]:
    """Count typed answers, given with whether they were right, the most frequent first; case does not matter."""
    counts: Counter[str] = Counter()
    shown: dict[str, tuple[str, bool]] = {}
    for answer, right in given:
        text = " ".join(str(answer.get("text", "")).split())
        if text:
            counts[text.casefold()] += 1
            shown.setdefault(text.casefold(), (text, right))
    return [OptionCount(*shown[folded], count) for folded, count in counts.most_common()]
