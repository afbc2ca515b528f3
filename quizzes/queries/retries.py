"""Practice attempts that hold only what was wrong in another one; no figure about learners counts them."""

from django.db.models import Q

from quizzes.models import Assignment, Attempt, AttemptSlot
from quizzes.queries.attempts import scored_response_of, slots_of

WHOLE = Q(settings__retry_of__isnull=True)
FIRST_NUMBER = 10_001  # retries are numbered apart, so that whole attempts stay 1, 2, 3


def is_retry(attempt: Attempt) -> bool:
    return "retry_of" in attempt.settings


def wrong_slots(attempt: Attempt) -> list[AttemptSlot]:
    """The slots of a finished practice attempt that are not wholly right; none where no retry is offered."""
    if attempt.mode != Assignment.Mode.PRACTICE or attempt.state != Attempt.State.FINISHED:
        return []
    responses = ((slot, scored_response_of(slot)) for slot in slots_of(attempt))
    return [slot for slot, response in responses if response is None or (response.fraction or 0) < 1]
