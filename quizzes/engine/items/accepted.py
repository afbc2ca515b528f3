"""Which further texts count as a typed key."""

from collections.abc import Collection
from dataclasses import replace

from quizzes.engine.items.draft import AnswerClass, Draft
from quizzes.engine.items.values import Interaction


def with_surname(draft: Draft, people: Collection[str]) -> Draft:
    """Accept the surname of a person when nobody else among `people` (full names) bears it: "Weiss" for Clara Weiss."""
    typed = draft.interaction is Interaction.TEXT_ENTRY and draft.answer_class is AnswerClass.PERSON
    words = draft.keys[0].split()
    if not typed or len(words) < 2 or words[-1] in draft.keys:
        return draft
    namesakes = {name for name in people if name.split()[-1] == words[-1]} | {draft.keys[0]}
    return replace(draft, keys=(*draft.keys, words[-1])) if len(namesakes) == 1 else draft
