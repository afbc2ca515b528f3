"""Numbers and dates in a list of tokens, however they are written.

A token is a word, or a sign ("%", "£"), or has a mark first, punctuation that no other token begins with: "!40000" is
a number, "?26" an ordinal, ":2019-10-26" a date. Values are exact fractions: different numbers never share a token.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction

NUMBER, ORDINAL, DATE = "!", "?", ":"

_UNITS = dict(zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True))
_TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(10, 20),
        strict=True,
    )
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "bn": 10**9, "tn": 10**12}
_ORDINALS = {
    **dict(zip("first second third fourth fifth sixth seventh eighth ninth".split(), range(1, 10), strict=True)),
    **dict(zip("tenth eleventh twelfth thirteenth fourteenth fifteenth".split(), range(10, 16), strict=True)),
    **dict(zip("sixteenth seventeenth eighteenth nineteenth twentieth".split(), range(16, 21), strict=True)),
    "thirtieth": 30,
}
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(_MONTHS, start=1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, start=1)},
    "sept": 9,
}
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

# The words that these rules read, with the small ones that stand among them.
VOCABULARY = frozenset(
    {*_UNITS, *_TEENS, *_TENS, *_SCALES, *_ORDINALS, *_MONTH_NUMBERS, *_WEEKDAYS}
    | {"a", "an", "and", "hundred", "of", "zero"}
)


def read_numbers(tokens: Sequence[str]) -> list[str]:
    """Replace number words and magnitudes: "forty", "thousand" and "!40", "thousand" both become "!40000"."""
    return _replaced(tokens, _number_at)


def read_dates(tokens: Sequence[str]) -> list[str]:
    """Replace "october", "!26", "!2019" in any usual order by ":2019-10-26"; a weekday before a date goes."""
    dated = _replaced(tokens, _date_at)
    return [
        token
        for index, token in enumerate(dated)
        if token not in _WEEKDAYS or not "".join(dated[index + 1 : index + 2]).startswith(DATE)
    ]


def date_token(year: int, month: int, day: int) -> str | None:
    """Give the token of a whole date, None when there is no such day."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{DATE}{year:04}-{month:02}-{day:02}"


def number_token(value: Fraction) -> str:
    return f"{NUMBER}{value}"


def _replaced(tokens: Sequence[str], find: Callable[[Sequence[str], int], tuple[str, int] | None]) -> list[str]:
    replaced: list[str] = []
    index = 0
    while index < len(tokens):
        found = find(tokens, index)
        if found is None:
            replaced.append(tokens[index])
            index += 1
        else:
            replaced.append(found[0])
            index = found[1]
    return replaced


def _number_at(tokens: Sequence[str], start: int) -> tuple[str, int] | None:
    """Read the longest number that begins here; "nineteen eighty-nine" is the year 1989, "twenty-first" an ordinal."""
    if tokens[start] == "zero":
        return number_token(Fraction(0)), start + 1
    reader = _Reader(tokens, start)
    value, end = reader.read()
    if value is None:
        ordinal = _ORDINALS.get(tokens[start])
        return None if ordinal is None else (f"{ORDINAL}{ordinal}", start + 1)
    following = tokens[end] if end < len(tokens) else ""
    if value in _TENS.values() and tokens[start] in _TENS and _ORDINALS.get(following, 99) < 10:
        return f"{ORDINAL}{value + _ORDINALS[following]}", end + 1
    if 10 <= value <= 99 and tokens[start].isalpha():
        rest, rest_end = _Reader(tokens, end).read()
        if rest is not None and 10 <= rest <= 99 and tokens[end].isalpha():
            return number_token(value * 100 + rest), rest_end
    return number_token(value), end


class _Reader:
    """Reads one number in words: units, teens and tens gather in `current`, magnitudes move them to `total`."""

    def __init__(self, tokens: Sequence[str], start: int) -> None:
        self.tokens = tokens
        self.position = start
        self.total = Fraction(0)
        self.current: Fraction | None = None
        self.room = 1000  # what may still be added to `current` must be smaller than this
        self.scale = 10**15  # the next magnitude must be smaller than this

    def read(self) -> tuple[Fraction | None, int]:
        """Give the value and the place after it, or None and the start."""
        while self.position < len(self.tokens) and self._step(self.tokens[self.position]):
            self.position += 1
        seen = self.current is not None or self.scale < 10**15
        return (self.total + (self.current or 0) if seen else None), self.position

    def _step(self, word: str) -> bool:
        if word == "and":
            return self._and_goes_on()
        if word in ("a", "an"):
            following = self._following()
            starts = self.current is None and self.total == 0 and (following in _SCALES or following == "hundred")
            return starts and self._add(Fraction(1), 1)
        if word.startswith(NUMBER):
            return self.current is None and self.total == 0 and self._add(Fraction(word[1:]), 1)
        if word in _UNITS:
            return self._add(Fraction(_UNITS[word]), 1)
        if word in _TEENS:
            return self._add(Fraction(_TEENS[word]), 1)
        if word in _TENS:
            return self._add(Fraction(_TENS[word]), 10)
        return self._multiply(word)

    def _following(self) -> str:
        return self.tokens[self.position + 1] if self.position + 1 < len(self.tokens) else ""

    def _and_goes_on(self) -> bool:
        """Accept the "and" of "two hundred and fifty", not the one of "two and three"."""
        begun = (self.current is None and self.total > 0) or (self.current is not None and self.room == 100)
        following = self._following()
        return begun and (following in _UNITS or following in _TEENS or following in _TENS)

    def _add(self, value: Fraction, room: int) -> bool:
        if self.current is None:
            self.current, self.room = value, room
            return True
        if value >= self.room:
            return False
        self.current += value
        self.room = room
        return True

    def _multiply(self, word: str) -> bool:
        if word == "hundred" and self.current is not None and 0 < self.current < 100:
            self.current, self.room = self.current * 100, 100
            return True
        if word in _SCALES and self.current is not None and _SCALES[word] < self.scale:
            self.scale = _SCALES[word]
            self.total += self.current * self.scale
            self.current = None
            return True
        return False


def _date_at(tokens: Sequence[str], start: int) -> tuple[str, int] | None:
    """Read a date: month and year, month and day, or all three in either usual order; "of" and "the" are skipped."""
    parts: list[str] = []
    end = start
    for index in range(start, min(start + 6, len(tokens))):
        token = tokens[index]
        if token in ("of", "the") and parts:
            continue
        part = _date_part(token)
        if part is None or any(other[0] == part[0] for other in parts):
            break
        parts.append(part)
        end = index + 1
    found = {part[0]: int(part[1:]) for part in parts}
    order = "".join(part[0] for part in parts)
    if order in ("mdy", "dmy", "ymd"):
        return date_token(found["y"], found["m"], found["d"]) or "", end
    if order == "my":
        return f"{DATE}{found['y']:04}-{found['m']:02}", end
    if order in ("md", "dm"):
        return f"{DATE}-{found['m']:02}-{found['d']:02}", end
    return None


def _date_part(token: str) -> str | None:
    if token in _MONTH_NUMBERS:
        return f"m{_MONTH_NUMBERS[token]}"
    if token[:1] not in (NUMBER, ORDINAL) or not token[1:].isdecimal():
        return None
    value = int(token[1:])
    if 1 <= value <= 31:
        return f"d{value}"
    return f"y{value}" if token[0] == NUMBER and 1000 <= value <= 2999 else None
