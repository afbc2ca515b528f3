"""Begin an attempt, or go on with the one that is open."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from quizzes.models import Assignment, Attempt, AttemptSlot, Enrolment, User
from quizzes.queries.retries import WHOLE
from quizzes.queries.times import Times, times_for
from quizzes.services.attempts.errors import AttemptError
from quizzes.services.attempts.finishing import end_all_over


def start_attempt(user: User, *, assignment: Assignment, now: datetime) -> Attempt:
    """Return the learner's open attempt, or begin the next one with everything that it shows pinned."""
    mine = Attempt.objects.filter(assignment=assignment, learner=user)
    end_all_over(mine, now=now)
    with transaction.atomic():
        # The lock makes a second click wait for the first one and then find its attempt.
        enrolled = (
            Enrolment.objects.select_for_update()
            .filter(classroom=assignment.classroom_id, user=user, role=Enrolment.Role.LEARNER)
            .first()
        )
        if not enrolled:
            raise AttemptError(_("Only learners of the classroom can take this quiz. Join the classroom first."))
        if under_way := mine.filter(state=Attempt.State.OPEN).first():
            return under_way
        taken = mine.filter(WHOLE).aggregate(last=Max("number"))["last"] or 0
        given = _locked(assignment)
        times = times_for(given, user.pk)
        if refusal := refusal_to_start(given, times, taken, now):
            raise AttemptError(refusal)
        return _begin(user, given, times, taken + 1, now)


def _locked(assignment: Assignment) -> Assignment:
    """Read the assignment and its quiz as they are now: neither times nor questions change while an attempt begins."""
    return (
        Assignment.objects.select_for_update(of=("self", "quiz"), no_key=True)
        .select_related("quiz")
        .get(pk=assignment.pk)
    )


def refusal_to_start(assignment: Assignment, times: Times, taken: int, now: datetime) -> str:
    """Say why a learner who has begun `taken` attempts may not begin another now; "" when they may."""
    if now < assignment.opens_at:
        return _("This quiz opens on %(when)s. Come back then.") % {"when": moment(assignment.opens_at)}
    if times.closing and now >= times.closing:
        return _("This quiz closed on %(when)s.") % {"when": moment(times.closing)}
    if assignment.attempts_allowed and taken >= assignment.attempts_allowed:
        return _("You have used every attempt at this quiz. Your results stay open to you.")
    return ""


def _begin(user: User, assignment: Assignment, times: Times, number: int, now: datetime) -> Attempt:
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
        settings=times.as_settings(),
        due_at=times.due(now),
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


def moment(value: datetime) -> str:
    """Write a time as people read it, in the installation's time zone."""
    return formats.date_format(timezone.localtime(value), "j F Y, H:i")
