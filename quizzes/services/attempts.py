"""A learner's sitting: start, answer, mark for later, hand in. What was sent is stored before it is answered."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from quizzes.engine.grading import grade
from quizzes.models import Assignment, Attempt, AttemptSlot, Enrolment, Response, User
from quizzes.queries.scores import THOUSANDTH

GRACE = timedelta(seconds=10)  # for an answer that was on its way when the quiz closed


class AttemptError(Exception):
    """The action is not open to the learner now; the text says why and what to do."""


class NewerAnswerError(Exception):
    """Another page of the same attempt has answered this slot since this page was shown."""

    def __init__(self, current: Response) -> None:
        super().__init__(_("There is a newer answer to this question."))
        self.current = current


class SettledError(Exception):
    """The key of this slot has been shown, so its answer stands."""


def start_attempt(user: User, *, assignment: Assignment, now: datetime) -> Attempt:
    """Return the learner's open attempt, or begin the next one with everything that it shows pinned."""
    with transaction.atomic():
        # The lock makes a second click wait for the first one and then find its attempt.
        enrolled = Enrolment.objects.select_for_update().filter(
            classroom=assignment.classroom_id, user=user, role=Enrolment.Role.LEARNER
        )
        if not enrolled:
            raise AttemptError(_("Only learners of the classroom can take this quiz. Join the classroom first."))
        mine = Attempt.objects.filter(assignment=assignment, learner=user)
        if under_way := mine.filter(state=Attempt.State.OPEN).first():
            return under_way
        taken = mine.aggregate(last=Max("number"))["last"] or 0
        if refusal := refusal_to_start(assignment, taken, now):
            raise AttemptError(refusal)
        return _begin(user, assignment, taken + 1, now)


def refusal_to_start(assignment: Assignment, taken: int, now: datetime) -> str:
    """Say why a learner who has begun `taken` attempts may not begin another now; "" when they may."""
    if now < assignment.opens_at:
        return _("This quiz opens on %(when)s. Come back then.") % {"when": moment(assignment.opens_at)}
    if assignment.closes_at and now >= assignment.closes_at:
        return _("This quiz closed on %(when)s.") % {"when": moment(assignment.closes_at)}
    if assignment.attempts_allowed and taken >= assignment.attempts_allowed:
        return _("You have used every attempt at this quiz. Your results stay open to you.")
    return ""


def _begin(user: User, assignment: Assignment, number: int, now: datetime) -> Attempt:
    slots = list(assignment.quiz.slots.select_related("item_revision").order_by("position"))
    if not slots:
        raise AttemptError(_("This quiz has no questions yet. Ask the instructor of the classroom."))
    attempt = Attempt.objects.create(
        assignment=assignment,
        learner=user,
        number=number,
        article_revision_id=assignment.quiz.article_revision_id,
        mode=assignment.mode,
        started_at=now,
    )
    AttemptSlot.objects.bulk_create(
        AttemptSlot(
            attempt=attempt,
            position=position,
            slot=slot,
            item_revision=slot.item_revision,
            # A class that works together sees one order, so that "option 2" means the same to everyone.
            option_order=list(range(len(slot.item_revision.options or ()))),
            maximum_mark=slot.maximum_mark,
        )
        for position, slot in enumerate(slots, start=1)
    )
    return attempt


def store_response(
    user: User,
    *,
    attempt: Attempt,
    position: int,
    given: Mapping[str, object],
    idempotency_key: str,
    sequence: int,
    now: datetime,
) -> Response | None:
    """Add a response and make it current; the same key again returns the row that it made.

    Nothing given where nothing was given before stores nothing; given up, an answer is followed by an empty one.

    `sequence` is the attempt's number when the page was shown: an answer given since then on another page is not
    replaced unseen (NewerAnswerError). In practice mode the first answer settles the slot (SettledError).
    """
    with transaction.atomic():
        slot = _lock_slot(user, attempt, position)
        rows = list(Response.objects.filter(attempt_slot=slot))
        if stored := next((row for row in rows if row.idempotency_key == idempotency_key), None):
            return stored
        _refuse_change(slot.attempt, attempt.assignment, now)
        current = next((row for row in rows if row.is_current), None)
        if (current.given if current else {}) == given:
            return current
        if current and slot.attempt.mode == Assignment.Mode.PRACTICE:
            raise SettledError
        if current and current.sequence > sequence:
            raise NewerAnswerError(current)
        if current:
            Response.objects.filter(pk=current.pk).update(is_current=False)
        return _add_response(slot, given, idempotency_key, now)


def _lock_slot(user: User, attempt: Attempt, position: int) -> AttemptSlot:
    """Fetch a slot and lock its attempt, so that answers from two pages follow one another."""
    return (
        AttemptSlot.objects.select_for_update(of=("attempt",))
        .select_related("attempt", "item_revision")
        .get(attempt=attempt, attempt__learner=user, position=position)
    )


def _refuse_change(attempt: Attempt, assignment: Assignment, now: datetime) -> None:
    if attempt.state == Attempt.State.FINISHED:
        raise AttemptError(_("This attempt is handed in, so its answers can no longer change."))
    if is_over(assignment, now):
        raise AttemptError(_("This quiz has closed, so answers can no longer change. What you had saved counts."))


def _add_response(slot: AttemptSlot, given: Mapping[str, object], idempotency_key: str, now: datetime) -> Response:
    wording = slot.item_revision
    verdict = grade(
        given,
        interaction=wording.interaction,
        options=wording.options,
        keys=wording.keys,
        prompts=wording.prompts,
    )
    attempt = slot.attempt
    attempt.sequence += 1
    attempt.save(update_fields=["sequence"])
    return Response.objects.create(
        attempt_slot=slot,
        idempotency_key=idempotency_key,
        sequence=attempt.sequence,
        given=given,
        fraction=verdict.fraction,
        mark=(Decimal(str(verdict.fraction)) * slot.maximum_mark).quantize(THOUSANDTH),
        accepted_as=verdict.accepted_as,
        created_at=now,
    )


def mark_slot(user: User, *, attempt: Attempt, position: int, marked: bool, now: datetime) -> None:
    """Set or clear the learner's own mark for review; saying it twice changes nothing."""
    with transaction.atomic():
        slot = _lock_slot(user, attempt, position)
        _refuse_change(slot.attempt, attempt.assignment, now)
        AttemptSlot.objects.filter(pk=slot.pk).update(marked=marked)


def hand_in(user: User, *, attempt: Attempt, now: datetime) -> Attempt:
    """Finish the attempt; handing in twice keeps the first time."""
    _finish(Attempt.objects.filter(pk=attempt.pk, learner=user), now)
    attempt.refresh_from_db(fields=["state", "finished_at"])
    return attempt


def end_if_over(attempt: Attempt, *, now: datetime) -> Attempt:
    """Finish an open attempt whose quiz has closed, as of the closing time; calling it again changes nothing."""
    if attempt.state == Attempt.State.OPEN and is_over(attempt.assignment, now):
        _finish(Attempt.objects.filter(pk=attempt.pk), attempt.assignment.closes_at or now)
        attempt.refresh_from_db(fields=["state", "finished_at"])
    return attempt


def _finish(attempts: QuerySet[Attempt], at: datetime) -> None:
    with transaction.atomic():
        attempts.filter(state=Attempt.State.OPEN).update(state=Attempt.State.FINISHED, finished_at=at)


def is_over(assignment: Assignment, now: datetime) -> bool:
    """Say whether the quiz has closed, the seconds for a request on its way included."""
    return assignment.closes_at is not None and now >= assignment.closes_at + GRACE


def moment(value: datetime) -> str:
    """Write a time as people read it, in the installation's time zone."""
    return formats.date_format(timezone.localtime(value), "j F Y, H:i")
