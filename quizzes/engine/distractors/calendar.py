"""Years and dates beside a key: other months and days in its form, other years that the article's time allows."""

import re

MONTHS = ("January February March April May June July August September October November December").split()
SHORT = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Aug": 8, "Sept": 9, "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12}
ABBREVIATED = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
MONTH = re.compile(rf"\b(?:({'|'.join(MONTHS)})|(Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)")
DAY = re.compile(r"\b(\d{1,2})(?=(?:st|nd|rd|th)?\b)(?!\d)")
YEAR = re.compile(r"\b(1\d{3}|20\d{2})\b")
# near the key, so that neither the season nor the order of events tells; 0 moves the day alone
MONTH_STEPS = (-1, 1, 0, -2, 2, 3, -3)
YEAR_STEPS = (-1, 1, -2, 2, -3, 3, -4, 4)


def month_of(text: str) -> int | None:
    """Return the number of the month that a date names, or None."""
    found = MONTH.search(text)
    if found is None:
        return None
    return MONTHS.index(found.group(1)) + 1 if found.group(1) else SHORT[found.group(2)]


def order(text: str) -> float:
    """Return a number that orders dates: year, month and day, each 0 where it is missing."""
    year, day = YEAR.search(text), DAY.search(YEAR.sub("", text))
    return (
        int(year.group()) * 10_000 + (month_of(text) or 0) * 100 + (int(day.group()) if day else 0.0)
        if year
        else ((month_of(text) or 0) * 100 + (int(day.group()) if day else 0.0))
    )


def shape(text: str) -> str:
    """Return the form of a date, so that options share it: "Oct. 26, 2019" and "Jan. 3, 2019" are "M 0, 0"."""
    return re.sub(r"\d+", "0", MONTH.sub("M", text))


def dates(key: str) -> list[str]:
    """Return other dates in the form of `key`: its year stays, its month and day move. [] without a month."""
    found, month = MONTH.search(key), month_of(key)
    if found is None or month is None:
        return []
    names = ABBREVIATED if found.group(2) else MONTHS
    moved = []
    for step in MONTH_STEPS:
        number = month + step
        if not 1 <= number <= 12:
            continue
        text = _day_moved(key[: found.start()] + names[number - 1] + key[found.end() :], step or 2)
        if text != key:
            moved.append(text)
    return moved


def _day_moved(text: str, step: int) -> str:
    """Move the day of a date a few days, so that the options do not differ in the month alone; ordinals stay."""
    day = re.search(r"\b(\d{1,2})\b(?!\d)", text)
    if day is None:
        return text
    number = (int(day.group()) + 5 * step - 1) % 28 + 1
    return text[: day.start()] + str(number) + text[day.end() :]


def years(key: int, latest: int) -> list[int]:
    """Return years near `key`, none after `latest` (the last year the article names), so that the tense holds."""
    return [year for step in YEAR_STEPS if (year := key + step) <= latest]
