"""How common an English word is: the only importer of wordfreq."""

import math
from functools import cache


@cache
def _frequencies() -> dict[str, float]:
    """Read the word list once, on first use: the import and the list cost a quarter of a second and 40 MB."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - a process that never cleans text must not pay for it

    frequencies: dict[str, float] = get_frequency_dict("en", wordlist="large")
    return frequencies


def zipf(word: str) -> float:
    """Give the word's Zipf frequency, from 0 (unknown) through 3 (once in a million) to about 8 ("the").

    Only whole words without hyphens and spaces are known; case does not matter.
    """
    frequency = _frequencies().get(word.casefold())
    return 0.0 if not frequency else max(0.0, math.log10(frequency) + 9)
