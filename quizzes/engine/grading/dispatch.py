"""One dispatch over the interactions."""

from collections.abc import Mapping, Sequence

from quizzes.engine.grading.choice import grade_choice
from quizzes.engine.grading.gaps import grade_gaps
from quizzes.engine.grading.match import grade_match
from quizzes.engine.grading.order import grade_order
from quizzes.engine.grading.rules import Settings
from quizzes.engine.grading.text_entry import grade_text
from quizzes.engine.grading.values import Verdict
from quizzes.engine.items.values import Interaction


def grade(
    given: Mapping[str, object],
    *,
    interaction: str,
    options: Sequence[Mapping[str, object]] | None,
    keys: Sequence[str],
    prompts: Sequence[Mapping[str, object]] | None = None,
    rules: Mapping[str, object] | None = None,
) -> Verdict:
    """Grade one response; `{}` is no answer and earns nothing.

    A response is `{"choice": index}`, `{"text": "..."}`, `{"gaps": ["...", ...]}` for several gaps, or for match and
    order `{"match": [index or null, ...]}`: the option given to each prompt. `rules` switches off what typed answers
    are forgiven: `{"typos": False}`.
    """
    asked = Interaction(interaction)
    if asked is Interaction.CHOICE:
        return grade_choice(given, options or ())
    if asked is Interaction.MATCH:
        return grade_match(given, options or (), prompts or ())
    if asked is Interaction.ORDER:
        return grade_order(given, options or (), prompts or ())
    if prompts:
        return grade_gaps(given, prompts, Settings.read(rules))
    return grade_text(given, keys, Settings.read(rules))
