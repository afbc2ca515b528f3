"""End an attempt: its learner hands it in, or its time is over."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from quizzes.models import Assignment, Attempt, Response, User
from quizzes.queries.times import due_of
from quizzes.services.attempts.scoring import score
from quizzes.services.deadlines import GRACE, is_over


def hand_in(user: User, *, attempt: Attempt, now: datetime) -> Attempt:
    """Finish the attempt, never after its deadline; handing in twice keeps the first time.

    What is handed in after the deadline, in the seconds for requests on their way, was ended by the deadline.
    """
    end_if_over(attempt, now=now)
    if attempt.learner_id == user.pk:
        due = due_of(attempt)
        if due and now >= due:
            _finish(attempt, due, Attempt.EndedBy.DEADLINE)
        else:
            _finish(attempt, now, Attempt.EndedBy.LEARNER)
    return attempt


def end_if_over(attempt: Attempt, *, now: datetime) -> Attempt:
    """Finish an open attempt whose time is over, as of its deadline; calling it again changes nothing."""
    if attempt.state == Attempt.State.OPEN and is_over(attempt, now):
        _finish(attempt, due_of(attempt) or now, Attempt.EndedBy.DEADLINE)
    return attempt


def end_all_over(attempts: QuerySet[Attempt], *, now: datetime) -> int:
    """Finish those of the attempts whose time is over; return how many. Results, exports and the sweep call it."""
    due = attempts.filter(state=Attempt.State.OPEN, due_at__lte=now - GRACE).select_related("assignment")
    return sum(end_if_over(attempt, now=now).state == Attempt.State.FINISHED for attempt in list(due))


def _finish(attempt: Attempt, at: datetime, by: Attempt.EndedBy) -> None:
    """Finish and score what is only autosaved, in one transaction; an attempt that is finished stays as it is."""
    while not _finished(attempt, at, by):
        attempt.refresh_from_db(fields=["sequence", "state"])
    attempt.refresh_from_db(fields=["state", "finished_at", "ended_by", "sequence"])


def _finished(attempt: Attempt, at: datetime, by: Attempt.EndedBy) -> bool:
    """Try once; False when an answer has come in between, which must be seen first."""
    if attempt.state == Attempt.State.FINISHED:
        return True
    scored = [score(response, response.attempt_slot) for response in _unscored(attempt)]
    with transaction.atomic():
        seen = Attempt.objects.filter(pk=attempt.pk, state=Attempt.State.OPEN, sequence=attempt.sequence)
        if not seen.update(state=Attempt.State.FINISHED, finished_at=at, ended_by=by):
            return False
        Response.objects.bulk_update(scored, ["fraction", "mark", "accepted_as", "accepted_by"])
    return True


def _unscored(attempt: Attempt) -> QuerySet[Response]:
    """The current answers that the page saved by itself; in practice only Check scores, so there it is none."""
    if attempt.mode == Assignment.Mode.PRACTICE:
        return Response.objects.none()
    return Response.objects.filter(
        attempt_slot__attempt=attempt, is_current=True, fraction__isnull=True
    ).select_related("attempt_slot__item_revision")
