"""When an attempt is over, by the server's clock alone."""

from datetime import datetime, timedelta

from quizzes.models import Attempt
from quizzes.queries.times import due_of

GRACE = timedelta(seconds=10)  # for an answer that was on its way when the time was over


def is_over(attempt: Attempt, now: datetime) -> bool:
    """Say whether the attempt's time is over, the seconds for a request on its way included."""
    due = due_of(attempt)
    return due is not None and now >= due + GRACE
