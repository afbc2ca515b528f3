"""Shares in words: "a third", "two-thirds", "half", "two and a half"."""

from collections.abc import Sequence
from fractions import Fraction

from quizzes.engine.grading.numerals import NUMBER, number_token

_COUNTS = {
    "a": 1,
    "an": 1,
    **dict(zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True)),
}
_PARTS = dict(zip("half third quarter fifth sixth seventh eighth ninth tenth".split(), range(2, 11), strict=True))
_PARTS |= {"halves": 2, **{f"{name}s": part for name, part in _PARTS.items() if name != "half"}}
SHARE_WORDS = frozenset({*_COUNTS, *_PARTS})


def read_shares(tokens: Sequence[str]) -> list[str]:
    """Replace "one", "third" by "!1/3" and a lone "half" by "!1/2"; "the third" stays an ordinal."""
    read: list[str] = []
    for word in tokens:
        part = _PARTS.get(word)
        count = _count(read[-1]) if read else None
        if part and count and count < part:
            read[-1] = number_token(Fraction(count, part))
        else:
            read.append(number_token(Fraction(1, 2)) if word == "half" else word)
    return read


def _count(word: str) -> int | None:
    if word.startswith(NUMBER) and word[1:].isdecimal() and len(word) == 2:
        return int(word[1:])
    return _COUNTS.get(word)


def add_shares(tokens: Sequence[str]) -> list[str]:
    """Add a share to the number before it: "!2", "and", "!1/2" is "!5/2"."""
    added: list[str] = []
    for word in tokens:
        joins = "/" in word and word.startswith(NUMBER) and len(added) > 1 and added[-1] == "and"
        if joins and added[-2].startswith(NUMBER) and "/" not in added[-2]:
            added[-2:] = [number_token(Fraction(added[-2][1:]) + Fraction(word[1:]))]
        else:
            added.append(word)
    return added
