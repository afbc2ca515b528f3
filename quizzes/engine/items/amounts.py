"""Which other ways of writing a figure count as a typed key: "40%" for "40 per cent", "£1.4 million" for "£1.4m"."""

import re
from collections.abc import Iterator

SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
PERCENT = re.compile(r"^(.+?) ?(?:%|per cent|percent)$")
SHORT_MONEY = re.compile(r"^(\D*)([\d.,]+) ?(m|bn|million|billion)$")
LONG = {"m": "million", "bn": "billion", "million": "million", "billion": "billion"}
SHORT = {"million": "m", "billion": "bn", "m": "m", "bn": "bn"}
SIGN = re.compile(r"^(?:US|A|C)?[£$€¥]")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY_FIRST = re.compile(rf"^(\d{{1,2}}) ({MONTHS})(?: (\d{{4}}))?$")
MONTH_FIRST = re.compile(rf"^({MONTHS}) (\d{{1,2}})(?:, (\d{{4}}))?$")


def other_ways(key: str) -> Iterator[str]:
    """Yield the usual other ways to write a figure, a share, a sum or a date."""
    yield from _numbers(key)
    if found := PERCENT.match(key):
        number = found.group(1)
        for one in (number, *_numbers(number)):
            yield from (f"{one}%", f"{one} per cent", f"{one} percent", one)
    elif found := SHORT_MONEY.match(key):
        sign, number, size = found.groups()
        yield from (f"{sign}{number} {LONG[size]}", f"{sign}{number}{SHORT[size]}", f"{number} {LONG[size]}")
    elif SIGN.match(key):
        yield SIGN.sub("", key)
    yield from _dates(key)


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
