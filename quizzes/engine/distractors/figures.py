"""Figure options: those of the article first, made ones to fill, in ascending order, the key at a wanted place."""

import re
from collections.abc import Callable, Sequence
from math import inf
from random import Random

from quizzes.engine.distractors import calendar, numerals
from quizzes.engine.distractors.bounds import AGE, bounds, within
from quizzes.engine.distractors.candidates import Candidate
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.wording import stands_in
from quizzes.engine.language.figures import value_of
from quizzes.engine.language.values import Analysis

WANTED = 3
FARTHEST = 6.0
SMALL, NEAR = 12, 3.0  # seven and forty do not compare
APART, POINTS_APART = 0.2, 5
LATER = 3
LATEST = 2030  # a forecast of the article, no year in which something was done
REMEMBERED = 40
LEAST_OWN_YEARS = 2
BY_THEN = re.compile(r"\b[Bb]y (?:_|what year\b)")  # what was so by 1851 was so by 1852 too
PLANNED = re.compile(r"\b(?:will|would|plans? to|going to|(?:is|are) (?:expected|due|planned|set|scheduled))\b", re.I)
YEAR = re.compile(r"\b(?:1\d{3}|20\d{2})\b")
LIKE = re.compile(r"([£$€]?)(\d[\d,]*(?:\.\d+)?)(?: ([a-z]+))?")
COMPARED, AROUND = 1.35, 1.7
ORDER = re.compile(r"\b(?:after|following|since|until|till|from|before|by|between|later|earlier)\b", re.IGNORECASE)
CALENDAR = frozenset((AnswerClass.YEAR, AnswerClass.DATE))


def _fits(value: float, others: Sequence[float], percent: bool) -> bool:
    """Say whether a value is far enough from the others that neither is a rounding of the other."""
    if percent and max(value, *others) >= 20:
        return all(abs(value - other) >= POINTS_APART for other in others)
    return all(abs(value - other) >= (1 if max(value, other) <= 12 else APART * max(value, other)) for other in others)


def _as_round(value: float, key: float) -> bool:
    """Say whether a figure is as round as the key: 650 may stand beside 400, 45 and 32 beside neither."""
    return key < SMALL or value < SMALL or (value % 10 == 0) == (key % 10 == 0) or (key % 10 == 0 == value % 5)


def _numbers(draft: Draft, found: Sequence[Candidate]) -> list[Candidate]:
    key, model = draft.value or 0.0, draft.keys[0]
    own = []
    for candidate in sorted(found, key=lambda candidate: -candidate.weight):
        value = candidate.value or 0.0
        text = numerals.like(value, model)
        farthest = FARTHEST if key > SMALL else NEAR
        single = value == 1 and model.endswith("s")  # "1 years"
        if text is not None and not single and key / farthest <= value <= key * farthest and _as_round(value, key):
            own.append(Candidate(text, candidate.source, candidate.canonical, value, candidate.weight))
    percent, age = draft.answer_class is AnswerClass.PERCENT, AGE.search(draft.stem) is not None
    values = sorted(numerals.made(key, model, percent=percent, age=age), key=lambda value: not _as_round(value, key))
    invented = [(value, numerals.like(value, model)) for value in values]
    return own + [Candidate(text, None, text, value, 0.0) for value, text in invented if text is not None]


def _years(draft: Draft, found: Sequence[Candidate], analysis: Analysis) -> list[Candidate]:
    """Return years of the article from the key's time, then made ones; none before the article for what is planned."""
    key = int(draft.value or 0)
    named = [int(figure.value) for figure in analysis.figures if figure.figure_class.value in {"year", "date"}]
    # who reads of a plan knows that it lies ahead of the article
    earliest = max((year for year in named if 1000 < year < key), default=key - 1) if PLANNED.search(draft.stem) else 0
    latest = key + 2 * LATER if earliest else max(key + LATER, *named, 0)
    own = [candidate for candidate in found if candidate.text.isdigit()]
    made = [Candidate(str(year), None, str(year), float(year), 0.0) for year in calendar.years(key, latest)]
    lowest, highest = _between_years(draft, key, earliest, LATEST)
    near = [candidate for candidate in own if abs((candidate.value or 0.0) - key) <= REMEMBERED]
    if len({candidate.text for candidate in near if candidate.text != str(key)}) >= LEAST_OWN_YEARS:
        near += made  # years made up one by one ("1852, 1853, 1854") try nothing but memory for numbers
    return [candidate for candidate in near if lowest <= (candidate.value or 0.0) <= highest]


def _between_years(draft: Draft, key: int, earliest: int, latest: int) -> tuple[float, float]:
    """Bound a year by the other years of its stem where an order is told: "after the season of 2014, ... in _____"."""
    others = [int(year) for year in YEAR.findall(draft.stem)]
    among = any(year < key for year in others) and any(year > key for year in others)  # "Lind in 1988, Moss in _____"
    if not among and ORDER.search(draft.stem) is None:
        return earliest, max(latest, key)
    return max([earliest, *(year for year in others if year < key)]), min(
        [float(max(latest, key)), *(float(year) for year in others if year > key)]
    )


def _dates(draft: Draft, found: Sequence[Candidate]) -> list[Candidate]:
    key = draft.keys[0]
    own = [
        candidate
        for candidate in found
        if calendar.shape(candidate.text) == calendar.shape(key)
        and abs((candidate.value or 0.0) - (draft.value or 0.0)) <= REMEMBERED
    ]
    made = [Candidate(text, None, text, None, 0.0) for text in calendar.dates(key)]
    return [
        Candidate(candidate.text, candidate.source, candidate.text, calendar.order(candidate.text), candidate.weight)
        for candidate in own + made
    ]


def key_value(draft: Draft) -> float:
    """Return the number that places the key among its distractors."""
    return calendar.order(draft.keys[0]) if draft.answer_class is AnswerClass.DATE else draft.value or 0.0


def _select(pool: Sequence[Candidate], key: float, below: int, answer_class: AnswerClass) -> list[Candidate]:
    """Take candidates in order, `below` of them under the key and the rest over it."""
    chosen: list[Candidate] = []
    room = {True: below, False: WANTED - below}
    for candidate in pool:
        value = candidate.value or 0.0
        others = [key, *(other.value or 0.0 for other in chosen)]
        fits = _fits(value, others, answer_class is AnswerClass.PERCENT)
        apart = value not in others if answer_class in CALENDAR else fits
        if apart and room[value < key]:
            room[value < key] -= 1
            chosen.append(candidate)
    return chosen


def choose(draft: Draft, found: Sequence[Candidate], analysis: Analysis, random: Random) -> list[Candidate]:
    """Return three distractors, or fewer where none fit; `random` decides how many of them lie under the key.

    Each rank of the key is as likely as any other, so that neither the middle nor the end tells it.
    """
    key = key_value(draft)
    limits = bounds(draft.stem, draft.answer_class, draft.unit)
    if draft.answer_class in CALENDAR and BY_THEN.search(draft.stem):
        return []
    if draft.answer_class is AnswerClass.YEAR:
        pool = _years(draft, found, analysis)
    elif draft.answer_class is AnswerClass.DATE:
        pool, limits = _dates(draft, found), (0.0, inf)
    else:
        pool = _numbers(draft, found)
        limits = _beside(draft, key, limits)
    shown = draft.stem + " " + draft.fact.statement
    pool = [
        candidate
        for candidate in pool
        if (not stands_in(candidate.text, shown) or len(candidate.text) == 1) and within(candidate.value or 0.0, limits)
    ]
    # the stem goes into the seed: otherwise the first item of every article would have its key at the same rank
    places = Random(f"{random.random()} {draft.stem}").sample(range(WANTED + 1), WANTED + 1)
    if draft.answer_class is AnswerClass.DATE:
        places.sort(key=lambda below: below in {0, WANTED})  # made dates lie on both sides of the key
    # max returns the first of equals: the wanted place wins wherever as many options can be had with it
    return max((_select(pool, key, below, draft.answer_class) for below in places), key=_standing(draft))


def _beside(draft: Draft, key: float, limits: tuple[float, float]) -> tuple[float, float]:
    """Keep options near a key that the stem compares with a figure like it: "rose from _____ to €91".

    Beside €91 only what is near it attracts anybody, and a wave of 12 hours has none of 5 beside it.
    """
    for sign, number, noun in LIKE.findall(draft.stem):
        value = value_of(number) or 0.0
        alike = sign == draft.unit if sign else bool(draft.unit) and noun.startswith(draft.unit[:4])
        if alike and key and value and max(key, value) <= COMPARED * min(key, value):
            return max(limits[0], key / AROUND), min(limits[1], key * AROUND)
    return limits


def _standing(draft: Draft) -> Callable[[list[Candidate]], tuple[int, int]]:
    """Rank selections by their size, and among dates by how many of them the article gives itself."""
    dated = draft.answer_class is AnswerClass.DATE
    return lambda chosen: (len(chosen), sum(one.source is not None for one in chosen) if dated else 0)
