"""What the words of a stem leave possible: no more than 24 hours a day, than all, than the 20,000 that are named."""

import re
from math import inf

from quizzes.engine.items.draft import AnswerClass
from quizzes.engine.items.values import GAP
from quizzes.engine.language.figures import WORDS, value_of

Range = tuple[float, float]

_NUMBER = (
    r"((?:[£$€]?\d[\d,]*(?:\.\d+)?|"
    + "|".join(sorted(WORDS, key=len, reverse=True))
    + r")(?:%| ?(?:million|billion|thousand|hundred|m|bn)\b)?)"
)
_ASKED = rf"(?:{GAP}|how (?:many|much|old))"
AGE = re.compile(
    rf"\b(?:aged?|ages? of) (?:about |just |only )?{GAP}|{GAP}(?: |-)(?:years?(?: |-))?old|how old\b", re.IGNORECASE
)
OLDEST = 110
PER = re.compile(r"\b(?:an?|per|each|every) (hour|day|night|week|month|year)\b|\b(dai|week|month|year)ly\b", re.I)
MOST = {
    ("minute", "hour"): 60,
    ("minute", "day"): 1440,
    ("hour", "day"): 24,
    ("hour", "night"): 14,
    ("hour", "week"): 168,
    ("day", "week"): 7,
    ("day", "month"): 31,
    ("day", "year"): 366,
    ("week", "month"): 4,
    ("week", "year"): 52,
    ("month", "year"): 12,
}
PART = re.compile(rf"{_ASKED}(?: [\w-]+)? (?:out )?of (?:the |its |their |those |all )?{_NUMBER}\b", re.I)
LEAST = re.compile(rf"\b(?:minimum of|at least|no (?:fewer|less) than) {_NUMBER}(?: ([a-z]+))?", re.I)
UTMOST = re.compile(rf"\b(?:maximum of|at most|no more than|limit of) {_NUMBER}(?: ([a-z]+))?", re.I)
UP = r"(?:rose|risen|rises?|rising|grew|grown|grow(?:s|ing)?|increas\w+|climb\w*|jump\w*|soar\w*|expand\w*|up)"
DOWN = r"(?:fell|fallen|falls?|falling|declin\w+|decreas\w+|dropp?\w*|shr[aiu]nk\w*|reduc\w+|cut|down|lower\w*)"
BETWEEN = re.compile(rf"between {_NUMBER}(?: \w+)? and {GAP}|between {GAP}(?: \w+)? and {_NUMBER}", re.I)


def bounds(stem: str, answer_class: AnswerClass, unit: str = "") -> Range:
    """Return the lowest and the highest value that the stem leaves to its answer, both inclusive."""
    ranges = [_whole(stem, answer_class, unit), _moved(stem), _between(stem), *_named(stem, unit)]
    return max(low for low, _ in ranges), min(high for _, high in ranges)


def within(value: float, limits: Range) -> bool:
    """Say whether a value keeps to its bounds."""
    return limits[0] <= value <= limits[1]


def _whole(stem: str, answer_class: AnswerClass, unit: str) -> Range:
    """Bound a share by all, an age by a life and a time by the time that it is part of."""
    if answer_class is AnswerClass.PERCENT:
        grows = re.search(rf"\b{UP}\b", stem, re.IGNORECASE)
        return 0.0, (inf if grows else 99.9)
    if AGE.search(stem):
        return 1.0, OLDEST
    found = PER.search(stem)
    if found is None:
        return 0.0, inf
    period = (found.group(1) or found.group(2)).lower().replace("dai", "day")
    return 0.0, float(MOST.get((unit, period), inf))


def _named(stem: str, unit: str) -> list[Range]:
    """Bound a part by the whole that is named, and a figure by the least and the most of its own unit."""
    found: list[Range] = []
    if part := PART.search(stem):
        whole = value_of(part.group(1))
        found.append((0.0, whole if whole is not None else inf))
    for pattern, lowest in ((LEAST, True), (UTMOST, False)):
        for match in pattern.finditer(stem):
            value, counted = value_of(match.group(1)), (match.group(2) or "").lower()
            if value is not None and unit and counted.startswith(unit[:4]):
                found.append((value, inf) if lowest else (0.0, value))
    return found


def _moved(stem: str) -> Range:
    """Bound the end of a change by its start: what rose from 40 to the gap is over 40."""
    ends = (
        (re.compile(rf"from {_NUMBER}\b[^.]*? to {GAP}", re.IGNORECASE), True),
        (re.compile(rf"from {GAP}[^.]*? to {_NUMBER}", re.IGNORECASE), False),
    )
    for pattern, gap_is_end in ends:
        found = pattern.search(stem)
        value = value_of(found.group(1)) if found else None
        if found is None or value is None:
            continue
        before = stem[: found.start()]
        rises, falls = (re.search(rf"\b{way}\b", before, re.IGNORECASE) for way in (UP, DOWN))
        if bool(rises) != bool(falls):
            return (value, inf) if bool(rises) == gap_is_end else (0.0, value)
    return 0.0, inf


def _between(stem: str) -> Range:
    found = BETWEEN.search(stem)
    if found is None:
        return 0.0, inf
    low, high = (value_of(text) if text else None for text in found.groups())
    return low or 0.0, high if high is not None else inf
