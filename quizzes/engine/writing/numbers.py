"""Another figure in place of the true one: from the article where it is near enough, else made to the same pattern."""

import re
from collections.abc import Iterable
from zlib import crc32

from quizzes.engine.language.figures import WORDS
from quizzes.engine.language.values import Figure, FigureClass

YEAR = re.compile(r"(?:1[0-9]{3}|20[0-9]{2})")
SHIFTS = (-5, -4, -3)


def exchange(figure: Figure, figures: Iterable[Figure]) -> str | None:
    """Return the text of a wrong figure: same class and unit, within a factor of 5 and at least 25 % away."""
    if figure.figure_class in {FigureClass.YEAR, FigureClass.DATE}:
        return _other_year(figure, figures)
    near = [
        other
        for other in figures
        if other.figure_class is figure.figure_class
        and other.unit == figure.unit
        and _comparable(figure, other)
        and other.paragraph != figure.paragraph
        and (figure.value % 10 != 0 or other.value % 10 == 0)  # "about 89" betrays itself beside "about 50"
    ]
    if near:
        closest = min(near, key=lambda other: (abs(other.value - figure.value), other.paragraph, other.start))
        return closest.text
    return made_up(figure)


def _comparable(figure: Figure, other: Figure) -> bool:
    low, high = sorted((abs(figure.value), abs(other.value)))
    same_style = figure.text[0].isdigit() == other.text[0].isdigit()
    return bool(low > 0 and high / low <= 5 and (high - low) / high >= 0.25 and same_style)


def _other_year(figure: Figure, figures: Iterable[Figure]) -> str | None:
    found = YEAR.search(figure.text)
    if found is None:
        return None
    year = int(found.group())
    if figure.figure_class is FigureClass.YEAR:
        near = sorted(
            {
                int(other.value)
                for other in figures
                if other.figure_class is FigureClass.YEAR
                and other.text.isdigit()
                and 3 <= abs(other.value - year) <= 12
            }
        )
        if near:
            return str(near[crc32(figure.text.encode()) % len(near)])
    told = [int(other.value) for other in figures if other.figure_class is FigureClass.YEAR]
    if told and year == max(told) and year - min(told) > 4:
        told = [other for other in told if 2 <= year - other <= 9]
        if told:  # "May 2023" in a story that names 2019
            return figure.text.replace(found.group(), str(max(told)))
    shift = SHIFTS[crc32(f"{figure.text}{figure.start}".encode()) % len(SHIFTS)]
    return figure.text.replace(found.group(), str(year + shift))


def made_up(figure: Figure) -> str | None:
    """Return a figure with the same precision and form: "£4.6 million" gives a sum of the same order."""
    match = re.search(r"\d[\d,]*(?:\.\d+)?", figure.text)
    seed = crc32(f"{figure.text}{figure.start}".encode())
    if match is None:
        return _other_word(figure, seed)
    numeral = match.group()
    decimals = len(numeral.split(".")[1]) if "." in numeral else 0
    value = float(numeral.replace(",", ""))
    for factor in ((1.5, 0.6, 2.0), (0.6, 1.6, 2.0))[seed % 2]:
        changed = value * factor
        if figure.figure_class is FigureClass.PERCENT and changed >= 100:
            continue
        text = _same_precision(changed, value, decimals, "," in numeral)
        if text != numeral:
            return figure.text.replace(numeral, text)
    return None


def valued(text: str) -> float | None:
    """Return the number that a figure's text holds, or None: 12.5 of "$12.5 million"."""
    if match := re.search(r"\d[\d,]*(?:\.\d+)?", text):
        return float(match.group().replace(",", ""))
    return WORDS.get(text.lower())


def _same_precision(changed: float, value: float, decimals: int, commas: bool) -> str:
    if decimals:
        return f"{changed:.{decimals}f}"
    step = 1
    while value >= 10 * step and value % (step * 10) == 0:
        step *= 10
    rounded = max(step, round(changed / step) * step)
    return f"{rounded:,}" if commas or rounded >= 10_000 else str(rounded)


def _other_word(figure: Figure, seed: int) -> str | None:
    value = WORDS.get(figure.text.lower())
    if value is None:
        return None
    words = {number: word for word, number in WORDS.items()}
    for shift in ((4, -3, 5, 6), (-3, 4, 6, 8))[seed % 2]:
        other = value + shift
        low, high = sorted((value, other))
        if other > 1 and other in words and high / low >= 1.4:
            return words[other]
    return None
