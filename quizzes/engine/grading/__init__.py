"""Grading: what was given, compared with the keys. One dispatch over the interactions."""

from collections.abc import Mapping, Sequence

from quizzes.engine.grading.choice import grade_choice
from quizzes.engine.grading.text_entry import grade_text
from quizzes.engine.grading.values import Verdict
from quizzes.engine.items.values import Interaction

__all__ = ["Verdict", "grade"]


def grade(
    given: Mapping[str, object],
    *,
    interaction: str,
    options: Sequence[Mapping[str, object]] | None,
    keys: Sequence[str],
) -> Verdict:
    """Grade one response: `{"choice": index}` or `{"text": "..."}`; `{}` is no answer and earns nothing."""
    if Interaction(interaction) is Interaction.CHOICE:
        return grade_choice(given, options or ())
    return grade_text(given, keys)
