"""Figure options: those of the article first, made ones to fill, in ascending order, the key at a wanted place."""

import re
from collections.abc import Sequence
from random import Random

from quizzes.engine.distractors import calendar, numerals
from quizzes.engine.distractors.candidates import Candidate
from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.language.values import Analysis

WANTED = 3
FARTHEST = 10.0
SMALL, NEAR = 12, 3.0  # seven and forty do not compare
APART = 0.2
AHEAD = re.compile(r"\b(?:will|would|by|until|expected|plans?|due|wait)\b")
CALENDAR = frozenset((AnswerClass.YEAR, AnswerClass.DATE))


def _fits(value: float, others: Sequence[float]) -> bool:
    """Say whether a value is far enough from the others that neither is a rounding of the other."""
    return all(abs(value - other) >= (1 if max(value, other) <= 12 else APART * max(value, other)) for other in others)


def _numbers(draft: Draft, found: Sequence[Candidate]) -> list[Candidate]:
    key, model = draft.value or 0.0, draft.keys[0]
    own = []
    for candidate in sorted(found, key=lambda candidate: -candidate.weight):
        value = candidate.value or 0.0
        text = numerals.like(value, model)
        farthest = FARTHEST if key > SMALL else NEAR
        if text is not None and key / farthest <= value <= key * farthest:
            own.append(Candidate(text, candidate.source, candidate.canonical, value, candidate.weight))
    invented = [(value, numerals.like(value, model)) for value in numerals.made(key, model)]
    return own + [Candidate(text, None, text, value, 0.0) for value, text in invented if text is not None]


def _years(draft: Draft, found: Sequence[Candidate], analysis: Analysis) -> list[Candidate]:
    key = int(draft.value or 0)
    if AHEAD.search(draft.stem):
        return _years_near(found, key, key + 5)
    latest = max(
        (int(figure.value) for figure in analysis.figures if figure.figure_class.value in {"year", "date"}), default=key
    )
    return _years_near(found, key, latest)


def _years_near(found: Sequence[Candidate], key: int, latest: int) -> list[Candidate]:
    own = [candidate for candidate in found if abs((candidate.value or 0) - key) <= 12 and candidate.text.isdigit()]
    return own + [Candidate(str(year), None, str(year), float(year), 0.0) for year in calendar.years(key, latest)]


def _dates(draft: Draft, found: Sequence[Candidate]) -> list[Candidate]:
    key = draft.keys[0]
    own = [candidate for candidate in found if calendar.shape(candidate.text) == calendar.shape(key)]
    made = [Candidate(text, None, text, None, 0.0) for text in calendar.dates(key)]
    return [
        Candidate(candidate.text, candidate.source, candidate.text, calendar.order(candidate.text), candidate.weight)
        for candidate in own + made
    ]


def key_value(draft: Draft) -> float:
    """Return the number that places the key among its distractors."""
    return calendar.order(draft.keys[0]) if draft.answer_class is AnswerClass.DATE else draft.value or 0.0


def _select(pool: Sequence[Candidate], key: float, below: int, calendar_like: bool) -> list[Candidate]:
    """Take candidates in order, `below` of them under the key and the rest over it."""
    chosen: list[Candidate] = []
    room = {True: below, False: WANTED - below}
    for candidate in pool:
        value = candidate.value or 0.0
        others = [key, *(other.value or 0.0 for other in chosen)]
        apart = value not in others if calendar_like else _fits(value, others)
        if apart and room[value < key]:
            room[value < key] -= 1
            chosen.append(candidate)
    return chosen


def choose(draft: Draft, found: Sequence[Candidate], analysis: Analysis, random: Random) -> list[Candidate]:
    """Return three distractors, or fewer where none fit; `random` decides how many of them lie under the key."""
    calendar_like = draft.answer_class in CALENDAR
    key = key_value(draft)
    if draft.answer_class is AnswerClass.YEAR:
        pool = _years(draft, found, analysis)
    elif draft.answer_class is AnswerClass.DATE:
        pool = _dates(draft, found)
    else:
        pool = _numbers(draft, found)
    shown = draft.stem + " " + draft.fact.statement
    pool = [candidate for candidate in pool if candidate.text not in shown or len(candidate.text) == 1]
    places = random.sample(range(WANTED + 1), WANTED + 1)
    tries = [_select(pool, key, below, calendar_like) for below in places]
    # the first of the best, so the wanted place wins where two options of the article can be had with it
    return max(tries, key=lambda chosen: (len(chosen), min(2, sum(other.source is not None for other in chosen))))
