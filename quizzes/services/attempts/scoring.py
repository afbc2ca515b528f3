"""The mark of one answer."""

from decimal import Decimal

from quizzes.engine.grading import grade
from quizzes.models import AttemptSlot, Response
from quizzes.queries.scores import THOUSANDTH


def score(response: Response, slot: AttemptSlot) -> Response:
    """Fill in the fraction, the mark and what was accepted, without storing them."""
    wording = slot.item_revision
    verdict = grade(
        response.given,
        interaction=wording.interaction,
        options=wording.options,
        keys=wording.keys,
        prompts=wording.prompts,
        rules=wording.grading,
    )
    response.fraction = verdict.fraction
    response.mark = (Decimal(str(verdict.fraction)) * slot.maximum_mark).quantize(THOUSANDTH)
    response.accepted_as = verdict.accepted_as
    response.accepted_by = list(verdict.accepted_by)
    return response
