"""How easy an item was."""

from collections.abc import Sequence


def facility(fractions: Sequence[float]) -> float | None:
    """Return the mean fraction, 0 to 1; an unanswered slot counts 0 and nobody gives None.

    Facility as in Moodle's quiz statistics: the mean item mark over the maximum mark.
    """
    return sum(fractions) / len(fractions) if fractions else None
