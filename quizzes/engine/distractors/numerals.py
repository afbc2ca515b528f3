"""Figures in the form of another figure: the same digits of precision, separators, signs and words."""

import re

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
MAGNITUDE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
ROUND = (0.5, 2.0, 1.5, 0.7, 3.0, 0.4, 2.5, 0.8, 1.25, 4.0, 0.25, 0.1)
ODD = (0.62, 1.37, 0.81, 1.58, 0.44, 1.83, 0.29, 2.2, 2.7)  # 13 and 52 beside 26 would show which is the middle
POINTS = (-12, 11, -23, 22, -34, 33, 7, -7, -46, 45)  # per cent are apart by points: 95 leaves no room for factors
AGES = (-3, 3, -6, 5, 8, -8, 12)
STEPS = (1, -1, 2, -2, 3, -3, 4, 5)


def in_words(number: int) -> str:
    """Return a number below 100 in words: 48 is "forty-eight"."""
    if number < len(SMALL):
        return SMALL[number]
    tens, units = divmod(number, 10)
    return TENS[tens] + (f"-{SMALL[units]}" if units else "")


def magnitude_of(text: str) -> float:
    """Return what the magnitude words of a numeral multiply by: 1000000 for "£4.6 million"."""
    words = re.findall(r"[a-z]+", re.sub(r"(?<=\d) m$", "", text.lower()))  # "72 m" are metres
    product = 1.0
    for word in words:
        product *= MAGNITUDE.get(word, 1.0)
    return product


def like(value: float, model: str) -> str | None:
    """Write `value` the way `model` is written, or return None where that form cannot hold it.

    like(2500, "14,000") is "2,500"; like(6, "four") is "six"; like(2.5e6, "£4.6 million") is "£2.5 million".
    """
    scaled = value / magnitude_of(model)
    found = DIGITS.search(model)
    if found is None:
        return _worded(scaled, model)
    digits = found.group()
    decimals = 0 if scaled == int(scaled) else len(digits.partition(".")[2])
    rounded = round(scaled, decimals)
    if rounded <= 0 or abs(rounded - scaled) > 1e-6 * max(1.0, scaled):
        return None
    grouped = "," in digits or len(digits) < 4
    written = f"{rounded:,.{decimals}f}" if grouped else f"{rounded:.{decimals}f}"
    return model[: found.start()] + written + model[found.end() :]


def _worded(scaled: float, model: str) -> str | None:
    number = round(scaled)
    if not 2 <= number < 100 or abs(number - scaled) > 1e-9:
        return None
    word = next((word for word in re.findall(r"[A-Za-z-]+", model) if word.lower().split("-")[0] in SMALL + TENS), None)
    if word is None:
        return None
    written = in_words(number)
    return model.replace(word, written.capitalize() if word[0].isupper() else written, 1)


def step_of(value: float) -> float:
    """Return the place of the last digit that counts: 1000 for 14,000, 10 for 180, 0.1 for 4.6."""
    digits = f"{value:f}".rstrip("0").rstrip(".")
    if "." in digits:
        return float(10.0 ** -len(digits.partition(".")[2]))
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


def grain_of(number: float) -> float:
    """Return what values as round as `number` are multiples of: 5 for 25, 50 for 8,550, 500 for 2,000, 1 for 26."""
    step = step_of(number)
    leading = round(number / step)
    if step >= 10 and leading < 4:
        return step / 2
    return step * 5 if step >= 1 and leading > 5 and leading % 5 == 0 else step


def made(value: float, model: str, *, percent: bool = False, age: bool = False) -> list[float]:
    """Return made-up values near `value`, in order of preference, as round as it is: 90, 360 and 270 beside 180."""
    scale = magnitude_of(model)
    scaled = round(value / scale, 6)
    grain = grain_of(scaled)
    if percent and scaled >= 20:
        near = [scaled + (round(points / grain) or points / abs(points)) * grain for points in POINTS]
    elif age and 6 < scaled < 100:
        near = [scaled + step for step in AGES]
    elif scaled == int(scaled) and scaled <= 12 and scaled != 10:
        near = [scaled + step for step in STEPS]
    else:
        factors = ODD if step_of(scaled) == grain and scaled / grain > 12 else ROUND
        near = [round(round(scaled * factor / grain) * grain, 6) for factor in factors]
    lowest = 2 if scaled >= 2 else 0.1
    return [round(number, 6) * scale for number in dict.fromkeys(near) if number >= lowest and number != scaled]
