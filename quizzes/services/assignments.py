"""Give a quiz to a classroom."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from quizzes.access import may_change_quiz, may_teach
from quizzes.models import Assignment, Classroom, Quiz, User


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
    if closes_at is not None and closes_at <= opens_at:
        raise AssignmentError(_("It must close after it opens. Choose a later time, or leave it empty."))
    if time_limit is not None and mode == Assignment.Mode.PRACTICE:
        raise AssignmentError(_("Practice has no time limit. Leave it empty, or choose graded."))
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
