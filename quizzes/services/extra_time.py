"""Extra time: minutes for one assignment, or a standing share; it reaches the learner's open attempts at once."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from quizzes.access import may_teach
from quizzes.models import Assignment, Attempt, Classroom, Enrolment, ExtraTime, User
from quizzes.queries.times import times_with


class ExtraTimeError(ValueError):
    """The extra time cannot be given; the message says why."""


def give_extra_time(user: User, *, assignment: Assignment, learner: User, minutes: int, now: datetime) -> None:
    """Give a learner of the classroom this many minutes more for one assignment; 0 takes them back."""
    _enrolment(user, assignment.classroom, learner)
    with transaction.atomic():
        if minutes:
            ExtraTime.objects.update_or_create(
                assignment=assignment,
                learner=learner,
                defaults={"minutes": minutes, "given_by": user, "given_at": now},
            )
        else:
            ExtraTime.objects.filter(assignment=assignment, learner=learner).delete()
        plan_anew(Attempt.objects.filter(assignment=assignment, learner=learner))


def give_standing_time(user: User, *, classroom: Classroom, learner: User, percent: int) -> None:
    """Give a learner this share of every time limit in the classroom; 0 takes it back."""
    enrolled = _enrolment(user, classroom, learner)
    with transaction.atomic():
        Enrolment.objects.filter(pk=enrolled.pk).update(extra_percent=percent)
        plan_anew(Attempt.objects.filter(assignment__classroom=classroom, learner=learner))


def plan_anew(attempts: QuerySet[Attempt], *, with_limit: bool = False) -> None:
    """Pin the times that hold now in those of the attempts that are open.

    The limit stays what it was at the start, or with `with_limit` becomes the assignment's where that is longer:
    nobody who has begun loses minutes.
    """
    found = list(attempts.filter(state=Attempt.State.OPEN).select_related("assignment"))
    rooms, assignments = ({getattr(one.assignment, name) for one in found} for name in ("classroom_id", "pk"))
    standing = Enrolment.objects.filter(classroom__in=rooms, extra_percent__gt=0)
    shares = {row[:2]: row[2] for row in standing.values_list("classroom", "user", "extra_percent")}
    given = ExtraTime.objects.filter(assignment__in=assignments)
    minutes = {row[:2]: row[2] for row in given.values_list("assignment", "learner", "minutes")}
    for attempt in found:
        assignment, learner = attempt.assignment, attempt.learner_id
        if "time_limit" in attempt.settings:
            pinned = attempt.settings["time_limit"]
            assignment.time_limit = longer(pinned, assignment.time_limit) if with_limit else pinned
        times = times_with(
            assignment,
            percent=shares.get((assignment.classroom_id, learner), 0),
            minutes=minutes.get((assignment.pk, learner), 0),
        )
        Attempt.objects.filter(pk=attempt.pk, state=Attempt.State.OPEN).update(
            settings=attempt.settings | times.as_settings(), due_at=times.due(attempt.started_at)
        )


def longer(one: int | None, other: int | None) -> int | None:
    """Return the longer of two limits; no limit is the longest."""
    return None if one is None or other is None else max(one, other)


def _enrolment(user: User, classroom: Classroom, learner: User) -> Enrolment:
    if not may_teach(user, classroom):
        raise ExtraTimeError(_("Only an instructor of the classroom gives extra time."))
    enrolled = classroom.enrolments.filter(user=learner, role=Enrolment.Role.LEARNER).first()
    if enrolled is None:
        raise ExtraTimeError(_("Extra time is for learners of the classroom."))
    return enrolled
