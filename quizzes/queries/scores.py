"""The one place that sums a score: learners, instructors and exports all read it from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, FilteredRelation, Q, Sum

from quizzes.models import Assignment, Attempt, AttemptSlot

THOUSANDTH = Decimal("0.001")
# What a page saved by itself will count when a graded attempt ends; in practice only Check answers.
ANSWERED = ~Q(newest__given={}) & (Q(newest__fraction__isnull=False) | Q(attempt__mode=Assignment.Mode.GRADED))


@dataclass(frozen=True, slots=True)
class Score:
    """What an attempt has come to so far: marks, and how many slots are answered and wholly right."""

    mark: Decimal = Decimal(0)
    maximum: Decimal = Decimal(0)
    answered: int = 0
    slots: int = 0
    right: int = 0

    @property
    def share(self) -> float:
        """The mark as a share of the maximum, 0 to 1."""
        return float(self.mark / self.maximum) if self.maximum else 0.0


def score_of_attempts(attempts: Iterable[Attempt]) -> dict[int, Score]:
    """Sum each attempt over its slots' current responses, in one query; the keys are the attempts' primary keys."""
    keys = [attempt.pk for attempt in attempts]
    sums = (
        AttemptSlot.objects.filter(attempt__in=keys)
        .order_by()
        .annotate(newest=FilteredRelation("responses", condition=Q(responses__is_current=True)))
        .values("attempt_id")
        .annotate(
            mark=Sum("newest__mark"),
            maximum=Sum("maximum_mark"),
            answered=Count("newest", filter=ANSWERED),
            slots=Count("pk"),
            right=Count("newest", filter=Q(newest__fraction__gte=1)),
        )
    )
    found = {
        row["attempt_id"]: Score(
            mark=Decimal(row["mark"] or 0).quantize(THOUSANDTH),
            maximum=Decimal(row["maximum"]).quantize(THOUSANDTH),
            answered=row["answered"],
            slots=row["slots"],
            right=row["right"],
        )
        for row in sums
    }
    return {key: found.get(key, Score()) for key in keys}


def score_of(attempt: Attempt) -> Score:
    """Sum one attempt."""
    return score_of_attempts([attempt])[attempt.pk]
