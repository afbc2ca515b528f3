"""Try an answer on a wording that is not saved: what grading would say, with nothing written."""

from quizzes.engine.grading import ALSO, grade
from quizzes.engine.items.values import Interaction
from quizzes.queries.grading_rules import Tried
from quizzes.services.items import Wording

MOST = 500


def try_answer(wording: Wording, answer: str) -> Tried:
    """Grade a typed answer; for several gaps the texts stand with | between them."""
    typed = answer[:MOST]
    given: dict[str, object] = {"text": typed}
    if wording.prompts:
        given = {"gaps": [text.strip() for text in typed.split(ALSO)]}
    verdict = grade(
        given,
        interaction=Interaction.TEXT_ENTRY,
        options=None,
        keys=wording.keys,
        prompts=wording.prompts,
        rules=wording.grading,
    )
    return Tried(typed, verdict)
