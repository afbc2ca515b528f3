"""What the first page shows: an instructor's running work, a learner's quizzes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from quizzes.access import articles_of, assignments_for, classrooms_followed_by
from quizzes.models import Article, Assignment, Attempt, Enrolment, ExtraTime, Item, User
from quizzes.queries.retries import is_retry
from quizzes.queries.scores import Score, score_of_attempts
from quizzes.queries.times import Times, times_with

RUNNING_SHOWN = 8


def running(user: User, now: datetime) -> list[Assignment]:
    """The assignments that are open in the user's classrooms, newest first, with learners and how many finished."""
    learners = (
        Enrolment.objects.filter(classroom=OuterRef("classroom"), role=Enrolment.Role.LEARNER)
        .order_by()
        .values("classroom")
        .annotate(found=Count("pk"))
        .values("found")
    )
    finished = Count("attempts__learner", filter=Q(attempts__state=Attempt.State.FINISHED), distinct=True)
    still_open = Q(closes_at__isnull=True) | Q(closes_at__gt=now)
    return list(
        Assignment.objects.filter(still_open, classroom__in=classrooms_followed_by(user))
        .select_related("quiz", "classroom")
        .annotate(learners=Coalesce(Subquery(learners), 0), finished=finished)
        .order_by("-created_at", "-pk")[:RUNNING_SHOWN]
    )


def waiting(user: User) -> QuerySet[Article]:
    """The articles with proposals that nobody has decided about, newest first; `decided` counts those decided about."""
    return (
        articles_of(user)
        .annotate(
            proposed=Count("items", filter=Q(items__state=Item.State.PROPOSED)),
            decided=Count("items", filter=Q(items__state__in=(Item.State.APPROVED, Item.State.REJECTED))),
        )
        .filter(proposed__gt=0)
        .order_by("-created_at", "-pk")
    )


def are_mixed(articles: Iterable[Any]) -> bool:
    """Say whether some of the waiting articles are begun and some are not: only then does "new" tell anything."""
    return len({bool(article.decided) for article in articles}) > 1


@dataclass(frozen=True, slots=True)
class LearnersQuiz:
    """An assignment as a learner sees it on the first page."""

    assignment: Assignment
    questions: int
    open_attempt: Attempt | None
    progress: Score | None
    last_finished: Attempt | None
    result: Score | None
    begun: int
    opens_later: bool
    closed: bool
    times: Times

    @property
    def attempts_left(self) -> int | None:
        allowed = self.assignment.attempts_allowed
        return None if allowed is None else max(0, allowed - self.begun)

    @property
    def can_begin(self) -> bool:
        return not self.closed and not self.opens_later and self.attempts_left != 0


def quizzes_to_take(user: User, now: datetime) -> list[LearnersQuiz]:
    """The learner's assignments, newest first, each with where they are."""
    standing = Enrolment.objects.filter(classroom=OuterRef("classroom"), user=user)
    extra = ExtraTime.objects.filter(assignment=OuterRef("pk"), learner=user)
    given = list(
        assignments_for(user)
        .select_related("quiz", "classroom")
        .annotate(
            questions=Count("quiz__slots", distinct=True),
            percent=Subquery(standing.values("extra_percent")[:1]),
            minutes=Subquery(extra.values("minutes")[:1]),
        )
        .order_by("-opens_at", "-pk")
    )
    attempts: dict[int, list[Attempt]] = {}
    for attempt in Attempt.objects.filter(learner=user, assignment__in=given).order_by("number"):
        attempts.setdefault(attempt.assignment_id, []).append(attempt)
    scores = score_of_attempts(attempt for own in attempts.values() for attempt in own)
    return [_as_seen(assignment, attempts.get(assignment.pk, []), scores, now) for assignment in given]


def _as_seen(assignment: Assignment, attempts: list[Attempt], scores: dict[int, Score], now: datetime) -> LearnersQuiz:
    still_open = [attempt for attempt in attempts if attempt.state == Attempt.State.OPEN]
    whole = [attempt for attempt in attempts if not is_retry(attempt)]
    finished = [attempt for attempt in whole if attempt.state == Attempt.State.FINISHED]
    percent, minutes = getattr(assignment, "percent", 0), getattr(assignment, "minutes", 0)
    times = times_with(assignment, percent=percent or 0, minutes=minutes or 0)
    return LearnersQuiz(
        assignment=assignment,
        questions=getattr(assignment, "questions", 0),
        open_attempt=still_open[-1] if still_open else None,
        progress=scores[still_open[-1].pk] if still_open else None,
        last_finished=finished[-1] if finished else None,
        result=scores[finished[-1].pk] if finished else None,
        begun=len(whole),
        opens_later=now < assignment.opens_at,
        closed=times.closing is not None and now >= times.closing,
        times=times,
    )
