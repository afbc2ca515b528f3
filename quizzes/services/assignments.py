"""Give a quiz to a classroom, and change its times afterwards."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from quizzes.access import may_change_quiz, may_teach
from quizzes.models import Assignment, Classroom, Quiz, User
from quizzes.services.extra_time import plan_anew


class AssignmentError(ValueError):
    """The quiz cannot be given like that; the message says why."""


def give_quiz(
    user: User,
    *,
    quiz: Quiz,
    classroom: Classroom,
    mode: str,
    opens_at: datetime,
    closes_at: datetime | None = None,
    time_limit: int | None = None,
    attempts_allowed: int | None = None,
) -> Assignment:
    """Give the quiz to a classroom that the user teaches; a classroom gets a quiz once."""
    if not (may_change_quiz(user, quiz) and may_teach(user, classroom)):
        raise AssignmentError(_("You can give your own quizzes to classrooms that you teach."))
    if not quiz.slots.exists():
        raise AssignmentError(_("This quiz has no question yet. Add one first."))
    _refuse_times(mode, opens_at, closes_at, time_limit)
    try:
        with transaction.atomic():
            return Assignment.objects.create(
                quiz=quiz,
                classroom=classroom,
                mode=mode,
                opens_at=opens_at,
                closes_at=closes_at,
                time_limit=time_limit,
                attempts_allowed=attempts_allowed,
            )
    except IntegrityError:
        raise AssignmentError(_("This classroom has this quiz already.")) from None


def change_times(
    user: User,
    *,
    assignment: Assignment,
    opens_at: datetime,
    closes_at: datetime | None = None,
    time_limit: int | None = None,
    attempts_allowed: int | None = None,
) -> None:
    """Change when the quiz is open, for how long and how often; attempts under way follow at once.

    Another closing time holds for them, and so does a longer limit; a shorter one is for those who begin later.
    """
    with transaction.atomic():
        # A learner who begins at this moment waits, and then begins with the new times.
        locked = Assignment.objects.select_for_update(of=("self",)).select_related("classroom").get(pk=assignment.pk)
        if not may_teach(user, locked.classroom):
            raise AssignmentError(_("Only an instructor of the classroom changes these times."))
        _refuse_times(locked.mode, opens_at, closes_at, time_limit)
        locked.opens_at, locked.closes_at = opens_at, closes_at
        locked.time_limit, locked.attempts_allowed = time_limit, attempts_allowed
        locked.save(update_fields=["opens_at", "closes_at", "time_limit", "attempts_allowed"])
        plan_anew(locked.attempts.all(), with_limit=True)


def _refuse_times(mode: str, opens_at: datetime, closes_at: datetime | None, time_limit: int | None) -> None:
    if closes_at is not None and closes_at <= opens_at:
        raise AssignmentError(_("It must close after it opens. Choose a later time, or leave it empty."))
    if time_limit is not None and mode == Assignment.Mode.PRACTICE:
        raise AssignmentError(_("Practice has no time limit. Leave it empty, or choose graded."))
