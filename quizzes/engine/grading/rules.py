"""The differences that a typed answer may show, each a rule that an instructor can switch off.

Spacing, hyphens, quotation marks and other punctuation are no rules: they never count.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """What is forgiven; the order is from the strictest to the most lenient."""

    CASE = "case"
    ACCENTS = "accents"
    ARTICLES = "articles"
    NUMBERS = "numbers"
    DATES = "dates"
    EXTRAS = "extras"
    ALIASES = "aliases"
    PLURALS = "plurals"
    TYPOS = "typos"


ALL = frozenset(Rule)
LOOKALIKES = "lookalikes"


@dataclass(frozen=True, slots=True)
class Settings:
    """The rules that are switched on, and other words of the article that no slip of a key may turn into."""

    rules: frozenset[Rule] = ALL
    lookalikes: frozenset[str] = frozenset()

    @classmethod
    def read(cls, stored: Mapping[str, object] | None) -> "Settings":
        """Read the grading of an item; what it does not name is switched on."""
        stored = stored or {}
        words = stored.get(LOOKALIKES)
        known = words if isinstance(words, list | tuple) else ()
        return cls(
            frozenset(rule for rule in Rule if stored.get(rule.value) is not False),
            frozenset(str(word).casefold() for word in known),
        )


def in_order(rules: Set[str]) -> tuple[str, ...]:
    """Name the rules from the strictest on."""
    return tuple(rule.value for rule in Rule if rule in rules)
