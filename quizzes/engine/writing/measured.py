"""What a gap over a figure takes out: the number together with the unit in which it measures, or nothing."""

import re
from typing import Any

from quizzes.engine.language.lexicon import DURATIONS
from quizzes.engine.language.values import Figure, FigureClass

MEASURED = frozenset((FigureClass.DURATION, FigureClass.MEASURE, FigureClass.MONEY))
PARTS = frozenset("half quarter third fraction".split())
LARGER = frozenset("hour day week month year minute foot yard mile pound".split())
FARTHEST_UNIT = 3


def whole_measure(doc: Any, figure: Figure, start: int, end: int) -> tuple[int, int] | None:
    """Return the tokens of a figure with its unit of measure, or None where they are no whole of their own.

    "nine feet" is a whole; "two hours and 43 minutes", "six feet four", "five years' work" and "a 40 metre wall" hold
    only a part of one. What is counted, not measured, stays outside: "_____ villages".
    """
    if figure.figure_class in MEASURED and figure.unit.isalpha():
        unit = next((t for t in doc[end : end + FARTHEST_UNIT] if t.lemma_.lower() == figure.unit), None)
        if unit is None or unit.dep_ in {"compound", "nmod", "amod"}:
            return None
        if any(t.pos_ not in {"ADJ", "ADV", "NOUN"} for t in doc[end : unit.i]):
            return None
        end = unit.i + 1
        if end < len(doc) and doc[end].text in {"Celsius", "Fahrenheit"}:
            end += 1
        rate = doc[end : end + 2]
        timed = len(rate) == 2 and rate[0].lower_ in {"a", "an", "per"} and rate[1].lemma_.lower() in DURATIONS
        if timed and figure.figure_class is FigureClass.MEASURE:
            end += 2  # "165 kilometres an hour"
    return None if _part_of_more(doc, figure, start, end) else (start, end)


def _part_of_more(doc: Any, figure: Figure, start: int, end: int) -> bool:
    """Say whether another figure goes on with this one, before or behind it."""
    before, after = doc[max(0, start - 2) : start], doc[end : end + 3]
    if figure.figure_class in {FigureClass.DURATION, FigureClass.MEASURE}:
        if len(after) and (after[0].like_num or after[0].lower_ in {"'s", "'", "’", "’s", "-"}):
            return True
        joined = len(after) > 1 and after[0].lower_ == "and"
        if joined and (after[1].like_num or any(t.lower_ in PARTS for t in after[1:])):
            return True
        if len(before) == 2 and before[1].lower_ == "and" and before[0].lemma_.lower() in LARGER:
            return True
        if len(before) and before[-1].lemma_.lower() in {"foot", "feet", "hour", "mile"}:
            return True
    odd = len(after) and after[0].text in {"-", "–"} and start < end
    return bool(odd or (len(before) and before[-1].text in {"-", "–"}))


def second_part(doc: Any, start: int) -> bool:
    """Say whether a figure is the smaller part of a measure: "ten" of "an hour and ten minutes"."""
    before = doc[max(0, start - 2) : start]
    return len(before) == 2 and before[1].lower_ == "and" and before[0].lemma_.lower() in LARGER


def shorter_keys(text: str) -> tuple[str, ...]:
    """Return a measured key without its rate and without its unit: "ten miles" and "ten" of "ten miles a day"."""
    whole = re.sub(r" (?:an?|per) \w+$", "", text)
    found = re.match(r"[\d,.]+(?: (?:hundred|thousand|million|billion|trillion)\b)?", whole)
    number = found.group() if found else whole.rsplit(" ", 1)[0]
    return tuple(short for short in (whole, number) if short != text)
