"""Which other ways of writing a figure count as a typed key: "40%" for "40 per cent", "£1.4 million" for "£1.4m"."""

import re
from collections.abc import Iterator

SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
LARGER = """thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
    eighty ninety hundred thousand million billion""".split()
NUMBER_WORD = "|".join((*SMALL, *LARGER))
NUMERAL = re.compile(rf"(?:(?:{NUMBER_WORD})(?![a-z])[ -]?)*(?:{NUMBER_WORD})(?![a-z])", re.IGNORECASE)
PERCENT = re.compile(r"^(.+?) ?(?:%|per cent|percent)$")
SHORT_MONEY = re.compile(r"^(\D*)([\d.,]+) ?(m|bn|million|billion)$")
LONG = {"m": "million", "bn": "billion", "million": "million", "billion": "billion"}
SHORT = {"million": "m", "billion": "bn", "m": "m", "bn": "bn"}
SIGN = re.compile(r"^(?:US|A|C)?[£$€¥]")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY_FIRST = re.compile(rf"^(\d{{1,2}}) ({MONTHS})(?: (\d{{4}}))?$")
MONTH_FIRST = re.compile(rf"^({MONTHS}) (\d{{1,2}})(?:, (\d{{4}}))?$")


UNITS = (
    (re.compile(r" kilomet(?:re|er)s (?:an|per) hour$"), (" km/h", " kilometres per hour")),
    (re.compile(r" miles (?:an|per) hour$"), (" mph", " miles per hour")),
    (re.compile(r" kilomet(?:re|er)s$"), (" km", " kilometres", " kilometers")),
    (re.compile(r" centimet(?:re|er)s$"), (" cm", " centimetres", " centimeters")),
    (re.compile(r" millimet(?:re|er)s$"), (" mm", " millimetres", " millimeters")),
    (re.compile(r" met(?:re|er)s$"), (" m", " metres", " meters")),
    (re.compile(r" degrees$"), ("°",)),
    (re.compile(r" degrees Celsius$"), ("°C", " degrees")),
    (re.compile(r" degrees Fahrenheit$"), ("°F", " degrees")),
    (re.compile(r" feet$"), (" ft", " foot")),
)
COINS = (("euros", "€"), ("dollars", "$"), ("pounds", "£"))


def in_digits(key: str, value: float | None) -> Iterator[str]:
    """Yield a figure above twelve in digits where its key is in words: "200" and "13 million"."""
    found = NUMERAL.match(key)
    if found is None or value is None or value < len(SMALL) or value != int(value):
        return
    unit = key[found.end() :]
    yield f"{int(value):,}{unit}"
    yield f"{int(value)}{unit}"
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if word in found.group().lower():
            yield f"{value / size:g} {word}{unit}"


def other_ways(key: str) -> Iterator[str]:
    """Yield the usual other ways to write a figure, a share, a sum, a measure or a date."""
    if DAY_FIRST.match(key) or MONTH_FIRST.match(key):
        yield from _dates(key)  # nobody writes "twelve October"
        return
    yield from _numbers(key)
    for pattern, others in UNITS:
        if pattern.search(key):
            yield from (pattern.sub(other, way) for way in (key, *_numbers(key)) for other in others)
    for coin, sign in COINS:
        if key[:1].isdigit() and key.endswith(f" {coin}") and "£" not in key:
            yield f"{sign}{key.removesuffix(f' {coin}')}"
    if found := PERCENT.match(key):
        number = found.group(1)
        for one in (number, *_numbers(number)):
            yield from (f"{one}%", f"{one} per cent", f"{one} percent", one)
    elif found := SHORT_MONEY.match(key):
        sign, number, size = found.groups()
        yield from (f"{sign}{number} {LONG[size]}", f"{sign}{number}{SHORT[size]}", f"{number} {LONG[size]}")
    elif SIGN.match(key):
        yield SIGN.sub("", key)


def _numbers(key: str) -> Iterator[str]:
    """Yield a number in digits for one in words and the reverse, up to twelve, and without its commas."""
    head, gap, unit = key.partition(" ")
    if head.lower() in SMALL:
        yield f"{SMALL.index(head.lower())}{gap}{unit}"
    elif head.isdigit() and int(head) < len(SMALL):
        yield f"{SMALL[int(head)]}{gap}{unit}"
    if re.search(r"\d,\d{3}\b", key):
        yield re.sub(r"(?<=\d),(?=\d{3}\b)", "", key)


def _dates(key: str) -> Iterator[str]:
    if found := DAY_FIRST.match(key):
        day, month, year = found.groups()
        yield f"{month} {day}" + (f", {year}" if year else "")
    elif found := MONTH_FIRST.match(key):
        month, day, year = found.groups()
        yield f"{day} {month}" + (f" {year}" if year else "")
