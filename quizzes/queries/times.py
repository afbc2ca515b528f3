"""The times that hold for a learner, and when an attempt is due by them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from quizzes.models import Assignment, Attempt, Enrolment, ExtraTime


@dataclass(frozen=True, slots=True)
class Times:
    """What a deadline follows from; the limit and the extra time are whole minutes."""

    time_limit: int | None = None
    closes_at: datetime | None = None
    extra_percent: int = 0
    extra_minutes: int = 0

    @property
    def extra(self) -> int:
        """The minutes that the learner has more: their standing share of the limit, and what they were given."""
        return ceil((self.time_limit or 0) * self.extra_percent / 100) + self.extra_minutes

    @property
    def limit(self) -> int | None:
        """The limit with the extra time."""
        return None if self.time_limit is None else self.time_limit + self.extra

    @property
    def closing(self) -> datetime | None:
        """The closing time, which extra time moves too."""
        return None if self.closes_at is None else self.closes_at + timedelta(minutes=self.extra)

    def due(self, started_at: datetime) -> datetime | None:
        """The end of an attempt that began then; None when nothing ends it."""
        ends = [self.closing, None if self.limit is None else started_at + timedelta(minutes=self.limit)]
        return min((end for end in ends if end is not None), default=None)

    def as_settings(self) -> dict[str, Any]:
        """Write the values as an attempt pins them."""
        return {
            "time_limit": self.time_limit,
            "closes_at": self.closes_at.isoformat() if self.closes_at else None,
            "extra_percent": self.extra_percent,
            "extra_minutes": self.extra_minutes,
        }


def times_with(assignment: Assignment, *, percent: int, minutes: int) -> Times:
    """Combine an assignment's times with extra time; practice has no limit, whatever the assignment says."""
    limit = assignment.time_limit if assignment.mode == Assignment.Mode.GRADED else None
    return Times(limit, assignment.closes_at, extra_percent=percent, extra_minutes=minutes)


def times_for(assignment: Assignment, learner_id: int) -> Times:
    """Read what holds for a learner now, in two queries."""
    standing = Enrolment.objects.filter(classroom=assignment.classroom_id, user=learner_id)
    given = ExtraTime.objects.filter(assignment=assignment, learner=learner_id)
    return times_with(
        assignment,
        percent=standing.values_list("extra_percent", flat=True).first() or 0,
        minutes=given.values_list("minutes", flat=True).first() or 0,
    )


@dataclass(frozen=True, slots=True)
class Extended:
    """A learner of an assignment who has extra time, standing or given for it."""

    name: str
    learner_id: int
    times: Times


def extended(assignment: Assignment, learners: Iterable[Enrolment]) -> list[Extended]:
    """Those of the learners who have extra time for an assignment, in one query."""
    given = dict(assignment.extra_times.values_list("learner_id", "minutes"))
    return [
        Extended(row.name, row.user_id, times_with(assignment, percent=row.extra_percent, minutes=minutes))
        for row in learners
        for minutes in [given.get(row.user_id, 0)]
        if row.extra_percent or minutes
    ]


def times_of(attempt: Attempt) -> Times:
    """Return what the attempt has pinned; one from before there were limits follows its assignment's closing time."""
    pinned = attempt.settings
    if "closes_at" not in pinned:
        return Times(closes_at=attempt.assignment.closes_at)
    return Times(
        time_limit=pinned["time_limit"],
        closes_at=datetime.fromisoformat(pinned["closes_at"]) if pinned["closes_at"] else None,
        extra_percent=pinned["extra_percent"],
        extra_minutes=pinned["extra_minutes"],
    )


def due_of(attempt: Attempt) -> datetime | None:
    """Return when the attempt is due, computed anew from what it has pinned."""
    return times_of(attempt).due(attempt.started_at)
