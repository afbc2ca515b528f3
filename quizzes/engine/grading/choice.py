"""Grading of a choice: the option that was taken is the key or it is not."""

from collections.abc import Mapping, Sequence

from quizzes.engine.grading.values import WRONG, Verdict


def grade_choice(given: Mapping[str, object], options: Sequence[Mapping[str, object]]) -> Verdict:
    """Grade `{"choice": index}` by the option's `key` mark; anything else is no answer."""
    index = given.get("choice")
    if not isinstance(index, int) or isinstance(index, bool) or not 0 <= index < len(options):
        return WRONG
    return Verdict(1.0, "exact") if options[index].get("key") is True else WRONG
