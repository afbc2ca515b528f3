"""Answers that came after the time was over: kept, shown as such, never scored."""

from dataclasses import dataclass
from datetime import datetime

from quizzes.models import Attempt, Response
from quizzes.queries.feedback import given_text


@dataclass(frozen=True, slots=True)
class LateAnswer:
    """What came for a question, and when."""

    position: int
    given: str
    sent_at: datetime


def late_answers(attempt: Attempt) -> list[LateAnswer]:
    """The late answers of an attempt in the order of its questions, in one query; only time ends one with any."""
    if attempt.ended_by != Attempt.EndedBy.DEADLINE:
        return []
    rows = Response.objects.filter(attempt_slot__attempt=attempt, late=True)
    return [
        LateAnswer(row.attempt_slot.position, given_text(row.attempt_slot.item_revision, row), row.created_at)
        for row in rows.select_related("attempt_slot__item_revision").order_by("attempt_slot__position", "sequence")
    ]
