"""Practise again what was wrong, and nothing else."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from quizzes.models import Attempt, AttemptSlot, Enrolment, User
from quizzes.queries.retries import FIRST_NUMBER, WHOLE, wrong_slots
from quizzes.queries.times import Times, times_for
from quizzes.services.attempts import AttemptError, moment


def start_retry(user: User, *, attempt: Attempt, now: datetime) -> Attempt:
    """Begin an attempt with the slots of a finished practice attempt that were not right, worded as they were there.

    It counts neither as one of the attempts allowed nor in any report. The same again goes on with the one under way.
    """
    wrong = wrong_slots(attempt)
    if not wrong or attempt.learner_id != user.pk:
        raise AttemptError(_("There is nothing to try again here."))
    with transaction.atomic():
        # The lock makes a second click wait for the first one and then find its attempt.
        enrolled = Enrolment.objects.select_for_update().filter(
            classroom=attempt.assignment.classroom_id, user=user, role=Enrolment.Role.LEARNER
        )
        if not enrolled.first():
            raise AttemptError(_("Only learners of the classroom can take this quiz. Join the classroom first."))
        mine = Attempt.objects.filter(assignment=attempt.assignment, learner=user)
        if under_way := mine.filter(state=Attempt.State.OPEN).first():
            return _same(under_way, attempt)
        times = times_for(attempt.assignment, user.pk)
        if times.closing and now >= times.closing:
            raise AttemptError(_("This quiz closed on %(when)s.") % {"when": moment(times.closing)})
        last = mine.exclude(WHOLE).aggregate(last=Max("number"))["last"]
        return _begin(attempt, wrong, times, last + 1 if last else FIRST_NUMBER, now)


def _same(under_way: Attempt, attempt: Attempt) -> Attempt:
    if under_way.settings.get("retry_of") == str(attempt.uuid):
        return under_way
    raise AttemptError(_("Another attempt of yours is under way. Finish it first."))


def _begin(attempt: Attempt, wrong: list[AttemptSlot], times: Times, number: int, now: datetime) -> Attempt:
    retry = Attempt.objects.create(
        assignment=attempt.assignment,
        learner_id=attempt.learner_id,
        number=number,
        article_revision_id=attempt.article_revision_id,
        mode=attempt.mode,
        started_at=now,
        settings=times.as_settings() | {"retry_of": str(attempt.uuid)},
        due_at=times.due(now),
    )
    AttemptSlot.objects.bulk_create(
        AttemptSlot(
            attempt=retry,
            position=position,
            slot_id=slot.slot_id,
            item_revision=slot.item_revision,
            option_order=slot.option_order,
            maximum_mark=slot.maximum_mark,
        )
        for position, slot in enumerate(wrong, start=1)
    )
    return retry
